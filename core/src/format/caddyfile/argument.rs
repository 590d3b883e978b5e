use crate::plan::Pattern;
use crate::plan::front::conduct::tls::Suite;
use crate::value::{Address, Cidr, HostName, Name, NodeName, Port, UrlPath};
use std::fmt;

/// One token of a directive, before quoting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument(String);

/// A value that means itself in a token: its parser lets no brace through, by which Caddy knows a placeholder.
pub trait Inert: fmt::Display {}

impl Inert for HostName {}
impl Inert for Address {}
impl Inert for Port {}
impl Inert for Cidr {}
impl Inert for Name {}
impl Inert for NodeName {}
impl Inert for UrlPath {}
// Its braces are those of a quantifier, and stand only where Caddy replaces nothing: in patterns of matchers.
impl Inert for Pattern {}
impl Inert for Suite {}
impl Inert for u16 {}
impl Inert for u32 {}
impl Inert for usize {}

impl Argument {
    /// A text from outside, meant literally; none where Caddy cannot be told so: it holds a brace, or both a backtick and
    /// what double quotes cannot hold.
    pub fn literal(text: &str) -> Option<Self> {
        let braces = text.contains(['{', '}']);
        let quotable = !text.contains('`') || super::write::fits_double_quotes(text);
        (!braces && quotable && !text.contains('\0')).then(|| Self(text.to_owned()))
    }

    /// A value, meant literally.
    pub fn of(value: &impl Inert) -> Self {
        Self(value.to_string())
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

    /// This, then another argument.
    pub fn join(mut self, other: &Self) -> Self {
        self.0.push_str(&other.0);
        self
    }

    /// This, then what matches a value and nothing else, in a regular expression.
    pub fn matching(mut self, value: &impl Inert) -> Self {
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

/// Words of ours: they may hold placeholders, and regular expressions.
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

impl From<Port> for Argument {
    fn from(port: Port) -> Self {
        Self::of(&port)
    }
}
