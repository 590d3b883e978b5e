use crate::format::argument::{self, inert};
use crate::plan::Pattern;
use crate::value::{Address, Cidr, HostName, NodeName, Port, UrlPath};
use std::fmt;

/// HAProxy's grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HaProxy {}

/// One argument of a line, before quoting.
pub type Argument = argument::Argument<HaProxy>;

// These mean themselves in an argument, in an expression's parentheses and in a log format: their parsers let no `%`, `,`,
// `(`, `)`, quote, backslash or blank through.
inert!(HaProxy: HostName, Address, Port, Cidr, NodeName, Symbol, UrlPath, u16, u32, u64, usize);

/// The name of a section, an ACL or a cookie: letters, digits, `_` and `-`. Whatever else it is made from becomes `_`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Symbol(String);

impl Argument {
    /// A text from outside, meant literally in a plain argument; none where HAProxy would read another line, or none at all:
    /// it is empty, or holds a control character.
    pub fn literal(text: &str) -> Option<Self> {
        (!text.is_empty() && !text.contains(char::is_control)).then(|| Self::sure(text.to_owned()))
    }

    /// The same in a log format, where `%` begins something.
    pub fn literal_format(text: &str) -> Option<Self> {
        Self::literal(&text.replace('%', "%%"))
    }

    /// A regular expression of ours, as an argument of its own.
    pub fn pattern(pattern: &Pattern) -> Self {
        Self::sure(pattern.to_string())
    }
}

impl From<&Pattern> for Argument {
    fn from(pattern: &Pattern) -> Self {
        Self::pattern(pattern)
    }
}

impl Symbol {
    /// The symbol nearest to a text.
    pub fn new(text: &str) -> Self {
        let safe = |char: char| if char.is_ascii_alphanumeric() || char == '-' { char } else { '_' };
        Self(text.chars().map(safe).collect())
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_something_has_no_way_in() {
        for text in ["", "a\nb", "a\r", "a\0b", "\u{85}", "\t"] {
            assert_eq!(Argument::literal(text), None, "{text:?}");
        }
        assert_eq!(Argument::literal_format("100 %[src]").unwrap().text(), "100 %%[src]");
        assert_eq!(Symbol::new("wso2.esb-$x\n").to_string(), "wso2_esb-_x_");
    }
}
