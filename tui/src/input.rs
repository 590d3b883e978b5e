use crate::cli::DesignFile;
use crate::failure::Failure;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use wso2_design_core::read::{self, Document, LARGEST, Syntax};

/// The text of a design, and where it came from.
pub(crate) struct Source {
    /// The file; none for standard input.
    pub(crate) path: Option<PathBuf>,
    /// What people see of the path.
    pub(crate) shown: String,
    /// The grammar.
    pub(crate) syntax: Syntax,
    /// The text, without a byte order mark.
    pub(crate) text: String,
}

impl Source {
    /// Reads a design's text: never more of it than a design may have.
    pub(crate) fn open(file: &DesignFile) -> Result<Self, Failure> {
        Self::text(&file.design, &DESIGN)
    }

    /// Reads the text of something.
    pub(crate) fn text(path: &Path, what: &What) -> Result<Self, Failure> {
        if path == Path::new("-") {
            let shown = "<standard input>".to_owned();
            let bytes = limited(&mut io::stdin().lock(), &shown, Path::new("-"), what)?;
            let text = utf8(bytes, &shown)?;
            return Ok(Self { path: None, syntax: Syntax::guess(&text), shown, text });
        }
        Self::file(path, what)
    }

    /// Reads a design's file, whatever it is called.
    pub(crate) fn open_path(path: &Path) -> Result<Self, Failure> {
        Self::file(path, &DESIGN)
    }

    fn file(path: &Path, what: &What) -> Result<Self, Failure> {
        let shown = path.display().to_string();
        let failed = |error: io::Error| Failure::file(&format!("cannot read {}", what.name), path, &error);
        let mut handle = File::open(path).map_err(failed)?;
        let metadata = handle.metadata().map_err(failed)?;
        if metadata.is_dir() {
            return Err(format!("`{shown}` is a folder: name the file").into());
        }
        if metadata.is_file() && metadata.len() > what.largest as u64 {
            return Err(too_large(&shown, what));
        }
        let text = utf8(limited(&mut handle, &shown, path, what)?, &shown)?;
        let extension = path.extension().and_then(|it| it.to_str()).map(str::to_ascii_lowercase);
        let syntax = match extension.as_deref() {
            Some("toml") => Syntax::Toml,
            Some("json") => Syntax::Json,
            _ => Syntax::guess(&text),
        };
        Ok(Self { path: Some(path.to_owned()), shown, syntax, text })
    }

    /// The design as it goes into the bundle, whose design is TOML.
    pub(crate) fn as_toml(&self) -> String {
        wso2_design_core::read::as_toml(&self.text, self.syntax)
    }

    /// Reads the design that the text says.
    pub(crate) fn document(&self) -> Document {
        read::read(&self.text, self.syntax)
    }

    /// The folder that relative paths of the design start from.
    pub(crate) fn folder(&self) -> &Path {
        self.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""))
    }
}

/// A path as a person types it: `~` is their home, as the shell has it.
pub(crate) fn home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), std::env::var_os("HOME")) {
        (Ok(rest), Some(home)) => PathBuf::from(home).join(rest),
        _ => path.to_owned(),
    }
}

/// What a text is said to be.
pub(crate) struct What {
    /// What it is called: `the design`.
    pub(crate) name: &'static str,
    /// How many bytes it may have.
    pub(crate) largest: usize,
    /// What to say of one that has more.
    pub(crate) too_large: &'static str,
}

const DESIGN: What = What {
    name: "the design",
    largest: LARGEST,
    too_large: "so it is no design. A range or a count says many nodes in one line",
};

/// A file may grow while it is read, and a pipe has no length.
fn limited(reader: &mut dyn Read, shown: &str, path: &Path, what: &What) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = reader.take(what.largest as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::file(&format!("cannot read {}", what.name), path, &error))?;
    if bytes.len() > what.largest { Err(too_large(shown, what)) } else { Ok(bytes) }
}

fn too_large(shown: &str, what: &What) -> Failure {
    format!("`{shown}` is larger than {} MiB, {}", what.largest / (1024 * 1024), what.too_large).into()
}

fn utf8(bytes: Vec<u8>, shown: &str) -> Result<String, Failure> {
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(valid).filter(|byte| **byte == b'\n').count() + 1;
        Failure::Told(format!("`{shown}` is not UTF-8 text (line {line}, byte {valid})"))
    })?;
    if text.starts_with('\u{feff}') {
        text.drain(..'\u{feff}'.len_utf8());
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_text() {
        assert_eq!(utf8(b"\xef\xbb\xbfformat = 1".to_vec(), "x").ok().as_deref(), Some("format = 1"));
    }

    #[test]
    fn says_where_a_text_stops_being_utf_8() {
        let Err(Failure::Told(told)) = utf8(b"a = 1\nb = \"\xff\"".to_vec(), "x") else { panic!("it must not pass") };
        assert_eq!(told, "`x` is not UTF-8 text (line 2, byte 11)");
    }

    #[test]
    fn reads_no_more_than_a_design_may_have() {
        let endless = &mut io::repeat(b' ');
        assert!(matches!(limited(endless, "x", Path::new("x"), &DESIGN), Err(Failure::Told(_))));
    }
}
