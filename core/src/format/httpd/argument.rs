use crate::plan::Pattern;
use crate::value::{Address, Cidr, HostName, Name, NodeName, Port, UrlPath};
use std::fmt;

/// One argument of a directive, before quoting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument(String);

/// A value that means itself wherever an argument is read once more, as a format, an expression or a URL: its parser lets
/// no `$`, `%`, quote, backslash, blank or control character through.
pub trait Plain: fmt::Display {}

impl Plain for HostName {}
impl Plain for Address {}
impl Plain for Port {}
impl Plain for Cidr {}
impl Plain for Name {}
impl Plain for NodeName {}
impl Plain for UrlPath {}
impl Plain for u16 {}
impl Plain for u32 {}
impl Plain for u64 {}
impl Plain for usize {}

impl Argument {
    /// A text from outside, meant literally by a directive that reads its arguments once; none where httpd cannot be told
    /// so: it holds `${` or a control character.
    pub fn literal(text: &str) -> Option<Self> {
        (!text.contains("${") && !text.contains(char::is_control)).then(|| Self(text.to_owned()))
    }

    /// A value, meant literally.
    pub fn of(value: &impl Plain) -> Self {
        Self(value.to_string())
    }

    /// `address:port`.
    pub fn endpoint(scheme: &'static str, address: &Address, port: Port) -> Self {
        Self(format!("{scheme}://{}", address.with_port(port)))
    }

    /// A regular expression of this program.
    pub fn pattern(pattern: &Pattern) -> Self {
        // Its `$` is an end, which no `{` follows.
        Self(pattern.to_string())
    }

    /// The name of an upstream, or what is made of it: letters, digits and `_`. Whatever else it holds becomes `_`.
    pub fn symbol(text: &str) -> Self {
        let safe = |char: char| if char.is_ascii_alphanumeric() { char } else { '_' };
        Self(text.chars().map(safe).collect())
    }

    /// The path of a file of ours, below the server's root: letters, digits, `_`, `-`, `.` and `/`; what else it holds
    /// becomes `_`.
    pub fn path(text: &str) -> Self {
        let safe = |char: char| if char.is_ascii_alphanumeric() || "-./".contains(char) { char } else { '_' };
        Self(text.chars().map(safe).collect())
    }

    /// This, then words of ours.
    pub fn then(mut self, words: &'static str) -> Self {
        self.0.push_str(words);
        self
    }

    /// This, then a value, literally.
    pub fn and(mut self, value: &impl Plain) -> Self {
        self.0.push_str(&value.to_string());
        self
    }

    /// This, then another argument.
    pub fn with(mut self, other: &Self) -> Self {
        self.0.push_str(&other.0);
        self
    }

    /// This, then what matches a value and nothing else, in a regular expression.
    pub fn matching(mut self, value: &impl Plain) -> Self {
        for char in value.to_string().chars() {
            if r"\.+*?()|[]{}^$#".contains(char) {
                self.0.push('\\');
            }
            self.0.push(char);
        }
        self
    }

    /// As it is before quoting.
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

/// Words of ours: they may hold variables, and regular expressions.
impl From<&'static str> for Argument {
    fn from(words: &'static str) -> Self {
        Self(words.to_owned())
    }
}

impl<T: Plain> From<&T> for Argument {
    fn from(value: &T) -> Self {
        Self::of(value)
    }
}

impl From<Port> for Argument {
    fn from(port: Port) -> Self {
        Self::of(&port)
    }
}
