//! What has the keys before the screen does: lines that are typed, lists to choose from, questions, long texts.

pub(crate) mod asked;
mod entry;
pub(crate) mod palette;
pub(crate) mod picker;
pub(crate) mod prompt;
pub(crate) mod question;
pub(crate) mod reader;
