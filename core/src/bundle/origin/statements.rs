use super::lines::Lines;
use super::{Origin, setting};
use crate::bundle::{Owner, StockFile};
use crate::diagnostic::Path;
use crate::edit::{Why, toml};
use crate::format::xml::{Document, Source};
use crate::format::{properties, yaml};
use crate::plan::Plan;
use std::fmt::Display;
use std::ops::Range;

/// Asks every statement where it stands in the file, if the setting behind it is wanted. A file that cannot be read says nothing.
pub(super) fn origins(plan: &Plan, owner: &Owner, file: &StockFile, bytes: &[u8], wanted: &Wanted<'_>) -> Vec<Origin> {
    let mut all = Gathered { plan, owner, wanted, origins: Vec::new() };
    match file {
        StockFile::Xml { edits, .. } => {
            let Ok(source) = Source::read(bytes) else { return Vec::new() };
            let Ok(document) = Document::parse(source.text()) else { return Vec::new() };
            let lines = Lines::of(source.text());
            edits.iter().for_each(|edit| all.add(&lines, || edit.stands(&document), edit, &edit.why));
        }
        StockFile::Properties(edits) | StockFile::Shipped { edits, .. } => {
            let source = properties::Source::read(bytes);
            let document = properties::Document::parse(source.text());
            let lines = Lines::of(source.text());
            edits.iter().for_each(|edit| all.add(&lines, || edit.stands(&document), edit, &edit.why));
        }
        StockFile::Toml(edits) => {
            let text = String::from_utf8_lossy(bytes);
            let Ok(stands) = toml::stands(&text, edits) else { return Vec::new() };
            let lines = Lines::of(&text);
            edits.iter().zip(stands).for_each(|(edit, spans)| all.add(&lines, || spans, edit, &edit.why));
        }
        StockFile::Yaml(edits) => {
            let text = String::from_utf8_lossy(bytes);
            let Ok(document) = yaml::Document::parse(&text) else { return Vec::new() };
            let lines = Lines::of(&text);
            edits.iter().for_each(|edit| all.add(&lines, || edit.stands(&document), edit, &edit.why));
        }
    }
    all.origins
}

/// Whether statements about a setting are asked for; none is behind what the product itself wants.
pub(super) type Wanted<'p> = dyn Fn(Option<&Path>) -> bool + 'p;

struct Gathered<'p> {
    plan: &'p Plan,
    owner: &'p Owner,
    wanted: &'p Wanted<'p>,
    origins: Vec<Origin>,
}

impl Gathered<'_> {
    fn add<Spans>(&mut self, lines: &Lines, stands: impl FnOnce() -> Spans, says: &dyn Display, why: &Why)
    where
        Spans: IntoIterator<Item = Range<usize>>,
    {
        let path = setting::place(self.plan, self.owner, why.setting, says);
        if !(self.wanted)(path.as_ref()) {
            return;
        }
        for lines in lines.across_all(stands()) {
            self.origins.push(Origin {
                lines,
                says: says.to_string(),
                why: why.reason.to_string(),
                path: path.clone(),
                source: why.source,
            });
        }
    }
}
