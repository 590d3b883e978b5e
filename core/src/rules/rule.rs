use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
use std::borrow::Cow;

/// One check of a plan, with its manual page.
#[derive(Debug)]
pub struct Rule {
    /// The stable code of its findings, in kebab-case.
    pub code: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// What it finds, in a few words.
    pub title: &'static str,
    /// Its manual page, in Markdown: what it does, why it matters, an example, what to do.
    pub page: &'static str,
    /// The manual's page, kernel version or file behind it; empty where it is plain logic.
    pub source: &'static str,
    /// Adds what it finds.
    pub check: fn(&Plan, &mut Vec<Diagnostic>),
}

impl Rule {
    /// A finding of this rule: what is wrong, and what to do about it.
    pub(super) fn finding(&self, message: impl Into<String>, help: impl Into<Cow<'static, str>>) -> Diagnostic {
        Diagnostic { source: self.source, ..Diagnostic::new(self.code, self.severity, message).help(help) }
    }
}

/// The manual page of one code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// The code.
    pub code: &'static str,
    /// How bad findings of this code are.
    pub severity: Severity,
    /// What it means, in a few words.
    pub title: &'static str,
    /// The page, in Markdown.
    pub text: &'static str,
    /// The source; empty where it is plain logic.
    pub source: &'static str,
}

impl From<&Rule> for Page {
    fn from(rule: &Rule) -> Self {
        Self { code: rule.code, severity: rule.severity, title: rule.title, text: rule.page, source: rule.source }
    }
}

/// Declares a file's `RULE`. Its doc comment is its manual page; the file's `check` is what it does.
macro_rules! rule {
    ($(#[doc = $line:literal])+ $severity:ident $code:literal: $title:literal; source: $source:literal) => {
        $(#[doc = $line])+
        pub(super) static RULE: $crate::rules::Rule = $crate::rules::Rule {
            code: $code,
            severity: $crate::diagnostic::Severity::$severity,
            title: $title,
            page: $crate::rules::rule::text!($($line)+),
            source: $source,
            check,
        };
    };
}
pub(super) use rule;

/// Declares a page of a code that something else than a rule emits.
macro_rules! page {
    ($(#[doc = $line:literal])+ $name:ident $severity:ident $code:literal: $title:literal) => {
        $(#[doc = $line])+
        const $name: $crate::rules::Page = $crate::rules::Page {
            code: $code,
            severity: $crate::diagnostic::Severity::$severity,
            title: $title,
            text: $crate::rules::rule::text!($($line)+),
            source: "",
        };
    };
}
pub(super) use page;

/// The lines of a doc comment as one text, without the blank that each begins with.
macro_rules! text {
    ($($line:literal)+) => {{
        const RAW: &str = concat!($($line, "\n"),+);
        const LENGTH: usize = $crate::rules::rule::outdented_length(RAW);
        const BYTES: [u8; LENGTH] = $crate::rules::rule::outdented(RAW);
        match std::str::from_utf8(&BYTES) {
            Ok(text) => text,
            Err(_) => RAW,
        }
    }};
}
pub(super) use text;

/// How long a text is without the blanks that its lines begin with.
pub(super) const fn outdented_length(raw: &str) -> usize {
    let bytes = raw.as_bytes();
    let (mut at, mut length) = (0, 0);
    while at < bytes.len() {
        if !is_indent(bytes, at) {
            length += 1;
        }
        at += 1;
    }
    length
}

/// A text without the blanks that its lines begin with; `N` is its [`outdented_length`].
pub(super) const fn outdented<const N: usize>(raw: &str) -> [u8; N] {
    let bytes = raw.as_bytes();
    let mut out = [0; N];
    let (mut at, mut length) = (0, 0);
    while at < bytes.len() {
        if !is_indent(bytes, at) {
            out[length] = bytes[at];
            length += 1;
        }
        at += 1;
    }
    out
}

const fn is_indent(bytes: &[u8], at: usize) -> bool {
    bytes[at] == b' ' && (at == 0 || bytes[at - 1] == b'\n')
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_page_loses_one_blank_a_line() {
        const TEXT: &str = text!(" # Title" "" "   indented" "ä b");
        assert_eq!(TEXT, "# Title\n\n  indented\nä b\n");
    }
}
