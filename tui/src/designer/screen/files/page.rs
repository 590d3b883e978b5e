use crate::designer::text::Mask;
use crate::designer::text::difference::{Mark, marks, places};
use crate::designer::text::highlight::Highlighted;
use crate::output;
use std::cell::RefCell;
use std::sync::Arc;
use wso2_design_core::bundle::File;

/// One file as it is shown: made when it is first looked at, and kept while it is.
pub(crate) struct Page {
    path: String,
    bytes: Arc<[u8]>,
    earlier: Option<Arc<[u8]>>,
    /// The lines without what a terminal would obey.
    pub(crate) lines: Vec<String>,
    /// Whether secrets of the design stand there as stars.
    pub(crate) masked: bool,
    /// How each line is beside the file before the last change.
    pub(crate) marks: Vec<Mark>,
    /// The lines where something changed begins.
    pub(crate) places: Vec<usize>,
    pub(crate) colours: RefCell<Highlighted>,
}

impl Page {
    /// Of a file, beside the same file before the last change.
    pub(crate) fn of(file: &File, earlier: Option<&Arc<[u8]>>, mask: &Mask) -> Self {
        let (text, masked) = mask.text(file);
        let marks = match earlier {
            None => Vec::new(),
            Some(earlier) => marks(&String::from_utf8_lossy(earlier), &String::from_utf8_lossy(&file.bytes)),
        };
        Self {
            path: file.path.clone(),
            bytes: Arc::clone(&file.bytes),
            earlier: earlier.cloned(),
            lines: text.lines().map(shown).collect(),
            masked,
            places: places(&marks),
            marks,
            colours: RefCell::new(Highlighted::of(&file.path)),
        }
    }

    /// Whether it is still the page of these.
    pub(crate) fn is_of(&self, file: &File, earlier: Option<&Arc<[u8]>>) -> bool {
        let same = match (&self.earlier, earlier) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        same && self.path == file.path && Arc::ptr_eq(&self.bytes, &file.bytes)
    }
}

/// A line as it can be shown: tabs as blanks, what a terminal would obey as escapes.
pub(crate) fn shown(line: &str) -> String {
    output::safe_line(&line.replace('\t', "    ")).into_owned()
}
