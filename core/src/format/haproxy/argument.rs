use crate::plan::Pattern;
use crate::value::{Address, Cidr, HostName, NodeName, Port, UrlPath};
use std::fmt;

/// One argument of a line, before quoting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument(String);

/// A value that means itself in an argument, in an expression's parentheses and in a log format: its parser lets no `%`, `,`,
/// `(`, `)`, quote, backslash or blank through.
pub trait Inert: fmt::Display {}

impl Inert for HostName {}
impl Inert for Address {}
impl Inert for Port {}
impl Inert for Cidr {}
impl Inert for NodeName {}
impl Inert for Symbol {}
impl Inert for UrlPath {}
impl Inert for u16 {}
impl Inert for u32 {}
impl Inert for u64 {}
impl Inert for usize {}

/// The name of a section, an ACL or a cookie: letters, digits, `_` and `-`. Whatever else it is made from becomes `_`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Symbol(String);

impl Argument {
    /// A text from outside, meant literally in a plain argument; none where HAProxy would read another line, or none at all:
    /// it is empty, or holds a control character.
    pub fn literal(text: &str) -> Option<Self> {
        (!text.is_empty() && !text.contains(char::is_control)).then(|| Self(text.to_owned()))
    }

    /// The same in a log format, where `%` begins something.
    pub fn literal_format(text: &str) -> Option<Self> {
        Self::literal(&text.replace('%', "%%"))
    }

    /// A value, meant literally.
    pub fn of(value: &impl Inert) -> Self {
        Self(value.to_string())
    }

    /// A regular expression of ours, as an argument of its own.
    pub fn pattern(pattern: &Pattern) -> Self {
        Self(pattern.to_string())
    }

    /// `address:port`.
    pub fn endpoint(address: &Address, port: Port) -> Self {
        Self(address.with_port(port))
    }

    /// This, then words of ours.
    pub fn then(mut self, words: &'static str) -> Self {
        self.0.push_str(words);
        self
    }

    /// This, then a value, literally.
    pub fn and(mut self, value: &impl Inert) -> Self {
        self.0.push_str(&value.to_string());
        self
    }

    /// This, then what matches a host name and nothing else, in a regular expression.
    pub fn matching(mut self, host: &HostName) -> Self {
        self.0.push_str(&host.as_str().replace('.', r"\."));
        self
    }

    /// As it is before quoting.
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

/// Words of ours: they may be expressions, log formats and regular expressions.
impl From<&'static str> for Argument {
    fn from(words: &'static str) -> Self {
        Self(words.to_owned())
    }
}

impl<T: Inert> From<&T> for Argument {
    fn from(value: &T) -> Self {
        Self::of(value)
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
    fn a_host_name_matches_only_itself() {
        let host: HostName = "a-1.example.com".parse().unwrap();
        assert_eq!(Argument::from("^").matching(&host).then("$").text(), r"^a-1\.example\.com$");
    }

    #[test]
    fn what_begins_something_has_no_way_in() {
        for text in ["", "a\nb", "a\r", "a\0b", "\u{85}", "\t"] {
            assert_eq!(Argument::literal(text), None, "{text:?}");
        }
        assert_eq!(Argument::literal_format("100 %[src]").unwrap().text(), "100 %%[src]");
        assert_eq!(Symbol::new("wso2.esb-$x\n").to_string(), "wso2_esb-_x_");
    }
}
