use super::locate::{Target, locate};
use super::{Edit, Want};
use crate::edit::Finding;
use crate::format::yaml::Document;
use std::ops::Range;

impl Edit {
    /// The bytes of a file that say what this statement wants, its key included. None where the file says something else, and
    /// where the statement wants nothing to be there.
    pub fn stands(&self, document: &Document<'_>) -> Option<Range<usize>> {
        if self.want == Want::Absent || self.check(document) != Finding::Holds {
            return None;
        }
        match locate(document, &self.at).ok()? {
            Target::Value(found) => {
                let key = &found.which.key.span;
                Some(key.start..found.node.span.end.max(key.end))
            }
            Target::Item(found) => Some(found.node.span.clone()),
            Target::Absent(_) => None,
        }
    }
}
