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
        let path = file.design.as_path();
        if path == Path::new("-") {
            let shown = "<standard input>".to_owned();
            let bytes = limited(&mut io::stdin().lock(), &shown, Path::new("-"))?;
            let text = utf8(bytes, &shown)?;
            return Ok(Self { path: None, syntax: Syntax::guess(&text), shown, text });
        }
        Self::open_path(path)
    }

    /// Reads a design's file.
    pub(crate) fn open_path(path: &Path) -> Result<Self, Failure> {
        let shown = path.display().to_string();
        let failed = |error: io::Error| Failure::file("cannot read the design", path, &error);
        let mut handle = File::open(path).map_err(failed)?;
        let metadata = handle.metadata().map_err(failed)?;
        if metadata.is_dir() {
            return Err(format!("`{shown}` is a folder: name the design's file").into());
        }
        if metadata.is_file() && metadata.len() > LARGEST as u64 {
            return Err(too_large(&shown));
        }
        let text = utf8(limited(&mut handle, &shown, path)?, &shown)?;
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

/// A file may grow while it is read, and a pipe has no length.
fn limited(reader: &mut dyn Read, shown: &str, path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = reader.take(LARGEST as u64 + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure::file("cannot read the design", path, &error))?;
    if bytes.len() > LARGEST { Err(too_large(shown)) } else { Ok(bytes) }
}

fn too_large(shown: &str) -> Failure {
    let most = LARGEST / (1024 * 1024);
    format!("`{shown}` is larger than {most} MiB, so it is no design. A range or a count says many nodes in one line")
        .into()
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
        assert!(matches!(limited(endless, "x", Path::new("x")), Err(Failure::Told(_))));
    }
}
