use std::path::PathBuf;
use wso2_design_core::diagnostic::{Fix, Path};
use wso2_design_core::read::{self, Syntax, Unfixable};

/// How many changes can be taken back.
const MOST: usize = 1000;

/// How many bytes of earlier texts are kept for it: of a large design fewer changes can be taken back.
const BYTES: usize = 32 << 20;

/// The design that is worked on: its text, where it lives, and every change of it.
///
/// The text is the one truth. A change is a change of the text, so that comments stay, a bad answer can be seen, and undo is
/// exact.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    text: String,
    syntax: Syntax,
    /// The file that it was read from and is saved to.
    pub(crate) path: Option<PathBuf>,
    /// The text as it is in the file; none where there is no file yet.
    saved: Option<String>,
    /// The folder or zip that its bundle was written to, or that it was opened from.
    pub(crate) bundle: Option<PathBuf>,
    /// The settings whose secrets stayed behind when it was made a link.
    pub(crate) left_out: Vec<Path>,
    past: Vec<Change>,
    future: Vec<Change>,
}

/// What a change did, and the text on its other side.
#[derive(Debug, Clone)]
struct Change {
    title: String,
    text: String,
}

impl Draft {
    /// A design from a file.
    pub(crate) fn of_file(text: String, syntax: Syntax, path: PathBuf) -> Self {
        Self { saved: Some(text.clone()), path: Some(path), ..Self::new(text, syntax) }
    }

    /// A design that no file has yet.
    pub(crate) fn new(text: String, syntax: Syntax) -> Self {
        let (path, saved, bundle, left_out) = (None, None, None, Vec::new());
        Self { text, syntax, path, saved, bundle, left_out, past: Vec::new(), future: Vec::new() }
    }

    /// A design for a file that is not there yet.
    pub(crate) fn of_file_to_be(syntax: Syntax, path: PathBuf) -> Self {
        Self { path: Some(path), ..Self::new(String::new(), syntax) }
    }

    /// The text as it is now.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Its grammar.
    pub(crate) fn syntax(&self) -> Syntax {
        self.syntax
    }

    /// Whether nothing was begun yet.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// What is to be given again of a design that came by a link.
    pub(crate) fn left_out(&self) -> Option<String> {
        let paths: Vec<String> = self.left_out.iter().map(|path| format!("`{path}`")).collect();
        let told = "The secrets of this design stayed with its sender, and are to be given again";
        (!paths.is_empty()).then(|| format!("{told}: {}.", paths.join(", ")))
    }

    /// Whether the file does not have it yet.
    pub(crate) fn is_unsaved(&self) -> bool {
        self.saved.as_deref().unwrap_or_default() != self.text
    }

    /// The text as the file has it.
    pub(crate) fn saved(&self) -> Option<&str> {
        self.saved.as_deref()
    }

    /// Says that a file has it now.
    pub(crate) fn is_saved_at(&mut self, path: PathBuf) {
        self.saved = Some(self.text.clone());
        self.path = Some(path);
    }

    /// Says that somebody else put a text into the file, over which this one may be saved.
    pub(crate) fn is_now_in_file(&mut self, text: String) {
        self.saved = Some(text);
    }

    /// Says that there is no file any more.
    pub(crate) fn is_gone(&mut self) {
        self.saved = None;
    }

    /// Puts a change into the text; says whether anything changed.
    pub(crate) fn apply(&mut self, fix: &Fix) -> Result<bool, Unfixable> {
        let text = read::apply(&self.text, self.syntax, &[fix])?;
        Ok(self.replace(text, &fix.title))
    }

    /// Takes another text; says whether it is another.
    pub(crate) fn replace(&mut self, text: String, title: &str) -> bool {
        if text == self.text {
            return false;
        }
        let before = std::mem::replace(&mut self.text, text);
        self.past.push(Change { title: title.to_owned(), text: before });
        let mut bytes: usize = self.past.iter().map(|change| change.text.len()).sum();
        while self.past.len() > MOST || (bytes > BYTES && self.past.len() > 1) {
            bytes -= self.past.remove(0).text.len();
        }
        self.future.clear();
        true
    }

    /// Takes the last change back; says which.
    pub(crate) fn undo(&mut self) -> Option<String> {
        step(&mut self.text, &mut self.past, &mut self.future)
    }

    /// Makes the last change that was taken back again; says which.
    pub(crate) fn redo(&mut self) -> Option<String> {
        step(&mut self.text, &mut self.future, &mut self.past)
    }

    /// Whether there is a change to take back.
    pub(crate) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is one to make again.
    pub(crate) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}

fn step(text: &mut String, from: &mut Vec<Change>, to: &mut Vec<Change>) -> Option<String> {
    let Change { title, text: other } = from.pop()?;
    let before = std::mem::replace(text, other);
    to.push(Change { title: title.clone(), text: before });
    Some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_go_back_and_forth() {
        let mut draft = Draft::new("name = \"a\" # why\n".to_owned(), Syntax::Toml);
        let set = |name: &str| Fix::unsafe_("name it").set("name", name);
        assert_eq!(draft.apply(&set("b")), Ok(true));
        assert_eq!(draft.apply(&set("b")), Ok(false));
        assert_eq!(draft.apply(&set("c")), Ok(true));
        assert_eq!(draft.text(), "name = \"c\" # why\n");
        assert_eq!((draft.undo().as_deref(), draft.text()), (Some("name it"), "name = \"b\" # why\n"));
        assert!(draft.redo().is_some() && draft.redo().is_none());
        assert!(draft.undo().is_some() && draft.undo().is_some() && draft.undo().is_none());
        assert_eq!(draft.text(), "name = \"a\" # why\n");
        assert_eq!(draft.apply(&set("d")), Ok(true));
        assert!(!draft.can_redo() && draft.can_undo());
    }

    #[test]
    fn is_saved_when_the_file_has_the_text() {
        let mut draft = Draft::new("a = 1\n".to_owned(), Syntax::Toml);
        assert!(draft.is_unsaved());
        draft.is_saved_at(PathBuf::from("x.toml"));
        assert!(!draft.is_unsaved());
        draft.replace("a = 2\n".to_owned(), "edit");
        assert!(draft.is_unsaved());
        draft.undo();
        assert!(!draft.is_unsaved());
    }
}
