//! The statements about a file of the product, asked of one.

use super::{Asked, Drifted};
use crate::bundle::origin::lines::Lines;
use crate::bundle::origin::setting;
use crate::bundle::{Owner, StockFile};
use crate::edit::{Finding, Why, toml};
use crate::format::xml::{Document, Source};
use crate::format::{properties, yaml};
use crate::plan::Plan;
use std::collections::BTreeSet;
use std::fmt::Display;

/// Everything that does not hold in a file, in the order of the statements.
pub(super) fn drift(plan: &Plan, owner: &Owner, file: &StockFile, bytes: &[u8]) -> Vec<Drifted> {
    match asked(plan, owner, file, bytes) {
        Ok(drifted) => drifted,
        Err(fault) => vec![Drifted::Unreadable(fault)],
    }
}

fn asked(plan: &Plan, owner: &Owner, file: &StockFile, bytes: &[u8]) -> Result<Vec<Drifted>, String> {
    let text = || std::str::from_utf8(bytes).map_err(|fault| fault.to_string());
    match file {
        StockFile::Xml { edits, .. } => {
            let source = Source::read(bytes).map_err(|fault| fault.to_string())?;
            let document = Document::parse(source.text()).map_err(|fault| fault.to_string())?;
            let mut all = Gathered::new(plan, owner, source.text());
            edits.iter().for_each(|edit| all.add(edit.place(), edit, &edit.why, edit.check(&document)));
            Ok(all.drifted)
        }
        StockFile::Properties(edits) | StockFile::Shipped { edits, .. } => {
            let source = properties::Source::read(bytes);
            let document = properties::Document::parse(source.text());
            let mut all = Gathered::new(plan, owner, source.text());
            edits.iter().for_each(|edit| all.add_first(edit.key.to_string(), edit, &edit.why, edit.check(&document)));
            Ok(all.drifted)
        }
        StockFile::Toml(edits) => {
            let text = text()?;
            let findings = toml::check(text, edits).map_err(|fault| fault.message().to_owned())?;
            let mut all = Gathered::new(plan, owner, text);
            for (edit, finding) in edits.iter().zip(findings) {
                all.add_first(edit.at.to_string(), edit, &edit.why, finding);
            }
            Ok(all.drifted)
        }
        StockFile::Yaml(edits) => {
            let text = text()?;
            let document = yaml::Document::parse(text).map_err(|fault| fault.to_string())?;
            let mut all = Gathered::new(plan, owner, text);
            edits.iter().for_each(|edit| all.add_first(edit.at.to_string(), edit, &edit.why, edit.check(&document)));
            Ok(all.drifted)
        }
    }
}

struct Gathered<'p> {
    plan: &'p Plan,
    owner: &'p Owner,
    lines: Lines,
    asked: BTreeSet<String>,
    drifted: Vec<Drifted>,
}

impl<'p> Gathered<'p> {
    fn new(plan: &'p Plan, owner: &'p Owner, text: &str) -> Self {
        Self { plan, owner, lines: Lines::of(text), asked: BTreeSet::new(), drifted: Vec::new() }
    }

    /// Of two statements about a place the first counts, as when a file is patched.
    fn add_first(&mut self, place: String, says: &dyn Display, why: &Why, finding: Finding) {
        if self.asked.insert(place.clone()) {
            self.add(place, says, why, finding);
        }
    }

    fn add(&mut self, place: String, says: &dyn Display, why: &Why, finding: Finding) {
        let asked = || Asked {
            place,
            says: says.to_string(),
            why: why.reason.to_string(),
            setting: setting::place(self.plan, self.owner, why.setting, says),
            source: why.source,
        };
        let drifted = match finding {
            Finding::Holds => return,
            Finding::Differs { found, span } => {
                Drifted::Statement { asked: asked(), found: Some(found), line: Some(self.lines.at(span.start)) }
            }
            Finding::Absent => Drifted::Statement { asked: asked(), found: None, line: None },
            Finding::Trouble(trouble) => Drifted::Trouble { asked: asked(), trouble },
        };
        self.drifted.push(drifted);
    }
}
