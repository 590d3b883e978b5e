use crate::designer::world::recovery::Kept;
use std::fmt;
use std::io;
use std::path::Path;

/// Why a command ended early.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The design has errors, and they were told. Exit status 1.
    Design,
    /// The command could not be carried out, and why. Exit status 2.
    Told(String),
    /// The same, where `--force` would carry it out all the same. Exit status 2.
    NeedsForce(String),
    /// A signal ended it; where the work is kept that was not saved. Exit status 128 and the signal's number.
    Signal(i32, Kept),
    /// Whoever read the output has gone; there is nobody to tell. Exit status 0.
    Gone,
}

impl Failure {
    /// A failure to do something with a file.
    pub(crate) fn file(what: &str, path: &Path, error: &io::Error) -> Self {
        Self::Told(format!("{what} `{}`: {}", path.display(), plain(error)))
    }
}

impl From<String> for Failure {
    fn from(sentence: String) -> Self {
        Self::Told(sentence)
    }
}

/// Writing to standard output failed.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Gone,
            _ => Self::Told(format!("cannot write to standard output: {}", plain(&error))),
        }
    }
}

/// An error of the operating system without its number.
pub(crate) fn plain(error: &io::Error) -> impl fmt::Display {
    let text = error.to_string();
    let end = text.find(" (os error").unwrap_or(text.len());
    let text = text.get(..end).unwrap_or(&text).to_owned();
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => format!("{}{}", first.to_lowercase(), chars.as_str()),
        None => text,
    }
}
