//! Designs to open: a file, one that is not there yet, a folder that `render` wrote, a link.

use super::draft::Draft;
use crate::failure::Failure;
use crate::input::{self, Source};
use std::path::Path;
use wso2_design_core::read::Syntax;

impl Draft {
    /// Opens whatever a person named.
    pub(crate) fn open(what: &str) -> Result<Self, Failure> {
        if is_link(what) {
            return of_link(what);
        }
        let mut path = input::home(Path::new(what));
        if path.is_dir() {
            path.push("design.toml");
            if !path.is_file() {
                let told = "has no `design.toml`: name the design's file, or a folder that `render` wrote";
                return Err(format!("`{what}` {told}").into());
            }
        }
        if path.symlink_metadata().is_ok() {
            let source = Source::open_path(&path)?;
            return Ok(Self::of_file(source.text, source.syntax, path));
        }
        match path.extension().and_then(|it| it.to_str()).map(str::to_ascii_lowercase).as_deref() {
            Some("toml") => Ok(Self::of_file_to_be(Syntax::Toml, path)),
            Some("json") => Ok(Self::of_file_to_be(Syntax::Json, path)),
            _ => Err(format!("there is no file `{what}`; a new design's file ends with .toml").into()),
        }
    }
}

/// Whether a text is a link to a design, or the part of one that says it.
pub(crate) fn is_link(text: &str) -> bool {
    let text = text.trim();
    !text.contains(char::is_whitespace) && (text.contains("://") || text.starts_with('#'))
}

fn of_link(link: &str) -> Result<Draft, Failure> {
    Err(format!("`{link}`: links cannot be opened yet").into())
}
