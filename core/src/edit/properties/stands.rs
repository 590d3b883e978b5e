use super::Edit;
use crate::edit::Finding;
use crate::format::properties::Document;
use std::ops::Range;

impl Edit {
    /// The bytes of a file that say what this statement wants: from the beginning of the key's line to the end of the value. None
    /// where the file says something else.
    pub fn stands(&self, document: &Document<'_>) -> Option<Range<usize>> {
        if self.check(document) != Finding::Holds {
            return None;
        }
        let span = &document.entry(&self.key)?.span;
        let before = document.text().get(..span.start)?;
        let start = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
        Some(start..span.end)
    }
}
