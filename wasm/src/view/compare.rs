use serde::Serialize;
use wso2_design_core::bundle::{self, Change, Drifted};
use wso2_design_core::difference;

/// Something that is otherwise on a machine than the design wants it. Nothing in it is secret.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Drift {
    /// The file's path, as in a bundle of whole files.
    file: String,
    /// `missing`, `unreadable`, `statement`, `trouble` (a statement that cannot be asked of this file) or `line` (the first that
    /// differs in a file of our own).
    kind: &'static str,
    /// All of it in a sentence.
    message: String,
    /// The line of the file, from 0; `null` where it has none.
    line: Option<usize>,
    /// The place in the file; empty where it is about the whole file.
    place: String,
    /// What the file says; masked where a secret belongs, `null` where it says nothing.
    found: Option<String>,
    /// What is wanted, as an order or as a line; `null` where nothing is.
    wanted: Option<String>,
    /// Because of this.
    why: String,
    /// The setting of the design that decides it.
    path: Option<String>,
    /// Where the fact comes from; may be empty.
    source: &'static str,
}

/// A file of a bundle that is otherwise than before.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Changed {
    /// Its path in the bundle.
    path: String,
    /// `added`, `removed` or `changed`.
    change: &'static str,
    /// How many lines are more.
    added: u32,
    /// How many lines are gone.
    removed: u32,
    /// What differs, with some lines around it, as a unified difference.
    lines: Vec<String>,
}

impl Drift {
    pub(crate) fn of(drift: bundle::Drift) -> Self {
        let message = drift.to_string();
        let file = format!("{}{}", drift.owner.folder(), drift.path);
        let about = |kind| Self {
            file,
            kind,
            message,
            line: None,
            place: String::new(),
            found: None,
            wanted: None,
            why: String::new(),
            path: None,
            source: "",
        };
        let asked = |drift: Self, asked: bundle::Asked| Self {
            place: asked.place,
            wanted: Some(asked.says),
            why: asked.why,
            path: asked.setting.map(|path| path.to_string()),
            source: asked.source,
            ..drift
        };
        match drift.what {
            Drifted::Missing => about("missing"),
            Drifted::Unreadable(_) => about("unreadable"),
            Drifted::Statement { asked: it, found, line } => Self { found, line, ..asked(about("statement"), it) },
            Drifted::Trouble { asked: it, .. } => asked(about("trouble"), it),
            Drifted::Line { line, found, wanted } => Self { line: Some(line), found, wanted, ..about("line") },
        }
    }
}

impl Changed {
    pub(crate) fn of(changed: bundle::Changed) -> Self {
        let bundle::Changed { path, change, added, removed, lines } = changed;
        let change = match change {
            Change::Added => "added",
            Change::Removed => "removed",
            Change::Changed => "changed",
        };
        let line = |line| match line {
            difference::Line::Head(before, after) => format!("@@ -{before} +{after} @@"),
            difference::Line::Same(text) => format!(" {text}"),
            difference::Line::Removed(text) => format!("-{text}"),
            difference::Line::Added(text) => format!("+{text}"),
        };
        Self { path, change, added, removed, lines: lines.into_iter().map(line).collect() }
    }
}
