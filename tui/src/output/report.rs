use super::conceal;
use super::excerpt::Excerpt;
use super::{safe, safe_line};
use crate::input::Source;
use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use std::fmt;
use std::io::{self, Write};
use wso2_design_core::diagnostic::{Diagnostic, Places, Severity};

/// How many findings a person is shown at once.
const MOST: usize = 50;

/// Draws findings with the lines of the text that they are about. Of very many the worst are drawn.
pub(crate) fn report(
    out: &mut dyn Write,
    source: &Source,
    places: &dyn Places,
    notes: &[&Diagnostic],
) -> io::Result<()> {
    let mut notes = notes.to_vec();
    if notes.len() > MOST {
        notes.sort_by_key(|note| std::cmp::Reverse(note.severity));
    }
    let text = conceal(&source.text);
    let renderer = Renderer::styled().decor_style(DecorStyle::Ascii);
    for note in notes.iter().take(MOST) {
        writeln!(out, "{}\n", renderer.render(&[group(source, &text, places, note)]))?;
    }
    if notes.len() > MOST {
        writeln!(out, "… and {} more: `check --format json` has them all\n", notes.len() - MOST)?;
    }
    Ok(())
}

/// `text` is the design's, without its secrets.
fn group<'n>(source: &'n Source, text: &str, places: &dyn Places, note: &'n Diagnostic) -> Group<'n> {
    let spans: Vec<_> = note.at.iter().filter_map(|path| places.span_of(note, path)).collect();
    let mut group = Group::with_title(level(note.severity).primary_title(safe(&note.message)).id(note.code));
    group = match Excerpt::of(text, &spans) {
        Some(excerpt) => {
            let kinds = std::iter::once(AnnotationKind::Primary).chain(std::iter::repeat(AnnotationKind::Context));
            let marks = kinds.zip(excerpt.spans).map(|(kind, span)| kind.span(span));
            group.element(
                Snippet::source(excerpt.text)
                    .path(safe_line(&source.shown))
                    .line_start(excerpt.line)
                    .annotations(marks),
            )
        }
        None => group.element(Origin::path(safe_line(&source.shown))),
    };
    if !note.help.is_empty() {
        group = group.element(Level::HELP.message(safe(&note.help)));
    }
    if let Some(fix) = &note.fix {
        let how = if fix.safe { "`check --fix` does it" } else { "by hand: it may change what you meant" };
        group = group.element(Level::HELP.with_name("fix").message(format!("{} ({how})", safe(&fix.title))));
    }
    if !note.source.is_empty() {
        group = group.element(Level::NOTE.with_name("source").message(note.source));
    }
    group
}

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Advice => Level::NOTE.with_name("advice"),
    }
}

/// How many findings there are of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    pub(crate) advice: usize,
}

impl Count {
    pub(crate) fn of(notes: &[Diagnostic]) -> Self {
        let mut count = Self::default();
        for note in notes {
            match note.severity {
                Severity::Error => count.errors += 1,
                Severity::Warning => count.warnings += 1,
                Severity::Advice => count.advice += 1,
            }
        }
        count
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = |count: usize, one: &str, more: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            _ => Some(format!("{count} {more}")),
        };
        let parts: Vec<String> = [
            plural(self.errors, "error", "errors"),
            plural(self.warnings, "warning", "warnings"),
            plural(self.advice, "piece of advice", "pieces of advice"),
        ]
        .into_iter()
        .flatten()
        .collect();
        if parts.is_empty() { f.write_str("no findings") } else { f.write_str(&parts.join(", ")) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use anstream::adapter::strip_str;
    use wso2_design_core::read::Syntax;

    fn drawn(text: &str) -> String {
        let source = Source { path: None, shown: "d\u{1b}.toml".into(), syntax: Syntax::Toml, text: text.to_owned() };
        let document = source.document();
        let mut out = Vec::new();
        report(&mut out, &source, &document, &document.notes.iter().collect::<Vec<_>>()).unwrap();
        strip_str(&String::from_utf8(out).unwrap()).to_string()
    }

    #[test]
    fn underlines_what_is_wrong() {
        let text = "format = 1\nname = \"esb\"\nproduct = \"esb\"\nrelease = \"5.0.0\"\npattern = \"x\"\n";
        let drawn = drawn(text);
        assert!(drawn.contains("5 | pattern = \"x\"\n  |           ^^^"), "{drawn}");
        assert!(drawn.contains("--> d\\u{1b}.toml:5:11"), "{drawn}");
    }

    #[test]
    fn no_control_character_of_the_design_reaches_the_terminal() {
        let drawn = drawn("a\u{1b}[2J\u{9b}1m = \n");
        assert!(drawn.chars().all(|char| char == '\n' || !char.is_control()), "{drawn:?}");
    }

    #[test]
    fn counts_in_words() {
        let count = Count { errors: 2, warnings: 1, advice: 0 };
        assert_eq!(count.to_string(), "2 errors, 1 warning");
        assert_eq!(Count::default().to_string(), "no findings");
    }
}
