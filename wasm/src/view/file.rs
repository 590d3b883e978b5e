use super::{Diagnostic, Span};
use serde::Serialize;
use wso2_design_core::bundle::{self, Artifact, Stock};
use wso2_design_core::plan::Plan;

/// A rendered cluster.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Rendered {
    /// Every file; none where the design has an error.
    files: Vec<File>,
    /// What was found about the design, the worst first.
    diagnostics: Vec<Diagnostic>,
    /// What was not as expected in the products' own files, in sentences.
    findings: Vec<String>,
}

/// One file of a bundle.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct File {
    /// Its path in the bundle, with `/` between.
    path: String,
    /// Its permissions, such as `0o600` where it holds secrets.
    mode: u32,
    /// What is in it.
    #[serde(with = "serde_bytes")]
    #[cfg_attr(test, ts(type = "Uint8Array"))]
    bytes: Vec<u8>,
}

/// A file in the list of files.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Entry {
    /// Its path in the bundle.
    path: String,
    /// Its permissions.
    mode: u32,
    /// Whether it is a fragment: only the cluster's settings of a file that the product comes with.
    fragment: bool,
}

/// One file, to look at.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Shown {
    /// Its path in the bundle.
    path: String,
    /// Its permissions.
    mode: u32,
    /// Its text.
    text: String,
    /// What its lines come from, by first line; what is inside something else follows it.
    origins: Vec<Origin>,
}

/// Lines of a file, and why they are as they are.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Origin {
    /// The lines, from 0; the end is the first that is no longer meant.
    lines: Span,
    /// What was asked for, as an order; empty in files wholly of our own.
    says: String,
    /// Because of this.
    why: String,
    /// The setting of the design that decides it.
    path: Option<String>,
    /// Where the fact comes from; may be empty.
    source: &'static str,
}

/// The lines of one file that a setting makes.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Made {
    /// The file's path in the bundle.
    file: String,
    /// The lines.
    origins: Vec<Origin>,
}

impl Rendered {
    pub(crate) fn of(rendered: bundle::Rendered, diagnostics: Vec<Diagnostic>) -> Self {
        let file = |file: bundle::File| File { path: file.path, mode: file.mode.bits(), bytes: file.bytes.to_vec() };
        Self {
            files: rendered.files.into_iter().map(file).collect(),
            diagnostics,
            findings: rendered.findings.iter().map(ToString::to_string).collect(),
        }
    }

    pub(crate) fn nothing(diagnostics: Vec<Diagnostic>) -> Self {
        Self { files: Vec::new(), diagnostics, findings: Vec::new() }
    }
}

impl Entry {
    pub(crate) fn of(listed: bundle::Listed) -> Self {
        Self { path: listed.path, mode: listed.mode.bits(), fragment: listed.fragment }
    }
}

impl Shown {
    pub(crate) fn of(plan: &Plan, parts: &[Artifact], path: &str, stock: Option<&dyn Stock>) -> Option<Self> {
        let (artifact, file) = bundle::find(plan, parts, path, stock)?;
        let origins = bundle::origins_in(plan, &artifact, &file.bytes).into_iter().map(Origin::of).collect();
        Some(Self { origins, ..Self::from(file) })
    }
}

impl From<bundle::File> for Shown {
    fn from(file: bundle::File) -> Self {
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        Self { path: file.path, mode: file.mode.bits(), text, origins: Vec::new() }
    }
}

impl Origin {
    fn of(origin: bundle::Origin) -> Self {
        let bundle::Origin { lines, says, why, path, source } = origin;
        let lines = Span { start: lines.start, end: lines.end };
        Self { lines, says, why, path: path.map(|path| path.to_string()), source }
    }
}

impl Made {
    pub(crate) fn of(made: bundle::Made) -> Self {
        Self { file: made.file, origins: made.origins.into_iter().map(Origin::of).collect() }
    }
}
