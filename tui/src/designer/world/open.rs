//! Designs to open: a file, one that is not there yet, a folder that `render` wrote, a link.

use crate::designer::draft::Draft;
use crate::failure::Failure;
use crate::input::{self, Source};
use crate::write;
use std::path::Path;
use wso2_design_core::read::Syntax;
use wso2_design_core::share;

impl Draft {
    /// Opens whatever a person named.
    pub(crate) fn open(what: &str) -> Result<Self, Failure> {
        if is_link(what) && !Path::new(what).exists() {
            return of_link(what);
        }
        let mut path = input::home(Path::new(what));
        let mut bundle = None;
        if path.is_dir() {
            bundle = write::written(&path).map(|_| path.clone());
            path.push("design.toml");
            if !path.is_file() {
                let told = "has no `design.toml`: name the design's file, or a folder that `render` wrote";
                return Err(format!("`{what}` {told}").into());
            }
        }
        if path.symlink_metadata().is_ok() {
            let source = Source::open_path(&path)?;
            let mut draft = Self::of_file(source.text, source.syntax, path);
            draft.bundle = bundle;
            return Ok(draft);
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
    let (is_bare, fragment) = text.rsplit_once('#').map_or((true, text), |(_, fragment)| (false, fragment));
    let Some((version, packed)) = fragment.strip_prefix('d').and_then(|rest| rest.split_once('.')) else {
        return false;
    };
    let is_version = !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit());
    // Alone it could be the name of a file.
    let is_file = is_bare && (packed.contains('/') || ["toml", "json"].contains(&packed));
    is_version && !is_file && !text.contains(char::is_whitespace)
}

fn of_link(link: &str) -> Result<Draft, Failure> {
    let shared = share::unshare(link).map_err(|why| Failure::Told(format!("the link cannot be opened: {why}")))?;
    // There is no file: it is new here, and asks for a name when it is saved.
    let mut draft = Draft::new(shared.text, shared.syntax);
    draft.left_out = shared.left_out;
    Ok(draft)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_told_from_files() {
        for link in ["https://x.example/#d1.AAAA", "#d1.AAAA", "d1.AAAA", "file:///tmp/index.html#d12.AAAA"] {
            assert!(is_link(link), "{link}");
        }
        let words = ["# a comment", "#worker", "https://x.example/", "jdbc:mysql://db/x", "#d.AAAA", "d1.toml"];
        for other in ["d1.toml/x", "design.toml", "192.0.2.1-2 worker", "a b://c"].into_iter().chain(words) {
            assert!(!is_link(other), "{other}");
        }
    }

    #[test]
    fn a_link_opens_as_what_was_shared() {
        let text = "format = 1 # kept\n";
        let shared = share::share(text, Syntax::Toml).unwrap();
        let draft = Draft::open(&format!("https://x.example/#{}", shared.link_fragment)).unwrap();
        assert_eq!((draft.text(), draft.path.is_none()), (text, true));
        assert!(Draft::open("#d1.broken").is_err());
    }

    #[test]
    fn a_file_that_is_not_there_is_a_new_design() {
        let room = tempfile::tempdir().unwrap();
        let at = |name: &str| room.path().join(name).display().to_string();
        let new = Draft::open(&at("new.toml")).unwrap();
        assert!(new.text().is_empty() && new.path.is_some() && !new.is_unsaved());
        assert!(Draft::open(&at("new")).is_err());
        assert!(Draft::open(&at("")).is_err());
        std::fs::write(room.path().join("design.toml"), "format = 1\n").unwrap();
        assert_eq!(Draft::open(&at("")).unwrap().text(), "format = 1\n");
    }
}
