//! What people and programs see: findings as text and as JSON, tables, sentences on standard error.

mod excerpt;
mod json;
mod report;
mod safe;
mod table;

pub(crate) use json::findings as json;
pub(crate) use report::{Count, report};
pub(crate) use safe::{safe, safe_line};
pub(crate) use table::Table;
pub(crate) use wso2_design_core::read::conceal;

use annotate_snippets::{Level, Renderer};
use anstream::AutoStream;
use std::io::{self, BufWriter, StdoutLock, Write};

/// Standard output for people: colours on a terminal, unless `NO_COLOR` says otherwise.
pub(crate) fn out() -> BufWriter<AutoStream<StdoutLock<'static>>> {
    BufWriter::new(AutoStream::auto(io::stdout().lock()))
}

/// Standard output for programs: the bytes as they are.
pub(crate) fn raw() -> BufWriter<StdoutLock<'static>> {
    BufWriter::new(io::stdout().lock())
}

/// Says a sentence on standard error. Nobody is told if that fails: there is nowhere to tell it.
pub(crate) fn say(level: &Level<'_>, sentence: &str) {
    let title = [level.clone().primary_title(safe(sentence)).elements(Vec::<annotate_snippets::Message<'_>>::new())];
    let _ = writeln!(AutoStream::auto(io::stderr().lock()), "{}", Renderer::styled().render(&title));
}
