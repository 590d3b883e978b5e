use crate::value::{Address, Port};
use std::fmt;
use std::marker::PhantomData;

/// One argument of a directive in the grammar `G`, before quoting.
///
/// It is made of words of ours, which may mean more than themselves there, and of values that cannot ([`Inert`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument<G> {
    text: String,
    grammar: PhantomData<G>,
}

/// A value that means itself in an argument of the grammar `G`: its parser lets nothing through that the grammar takes for
/// more.
pub trait Inert<G>: fmt::Display {}

/// Says which values are inert in a grammar.
macro_rules! inert {
    ($grammar:ty: $($value:ty),* $(,)?) => {
        $(impl crate::format::argument::Inert<$grammar> for $value {})*
    };
}
pub(super) use inert;

impl<G> Argument<G> {
    /// A text that a grammar has made sure of.
    pub(super) fn sure(text: impl Into<String>) -> Self {
        Self { text: text.into(), grammar: PhantomData }
    }

    /// A value, meant literally.
    pub fn of(value: &impl Inert<G>) -> Self {
        Self::sure(value.to_string())
    }

    /// `address:port`.
    pub fn endpoint(address: &Address, port: Port) -> Self
    where
        Address: Inert<G>,
        Port: Inert<G>,
    {
        Self::sure(address.with_port(port))
    }

    /// This, then words of ours.
    pub fn then(mut self, words: &'static str) -> Self {
        self.text.push_str(words);
        self
    }

    /// This, then a value, literally.
    pub fn and(mut self, value: &impl Inert<G>) -> Self {
        self.text.push_str(&value.to_string());
        self
    }

    /// This, then another argument.
    pub fn join(mut self, other: &Self) -> Self {
        self.text.push_str(&other.text);
        self
    }

    /// This, then what matches a value and nothing else, in a regular expression.
    pub fn matching(mut self, value: &impl Inert<G>) -> Self {
        for char in value.to_string().chars() {
            if r"\.+*?()|[]{}^$#".contains(char) {
                self.text.push('\\');
            }
            self.text.push(char);
        }
        self
    }

    /// As it is before quoting.
    pub(super) fn text(&self) -> &str {
        &self.text
    }
}

/// Words of ours: they may hold whatever the grammar replaces, and regular expressions.
impl<G> From<&'static str> for Argument<G> {
    fn from(words: &'static str) -> Self {
        Self::sure(words)
    }
}

impl<G, T: Inert<G>> From<&T> for Argument<G> {
    fn from(value: &T) -> Self {
        Self::of(value)
    }
}

impl<G> From<Port> for Argument<G>
where
    Port: Inert<G>,
{
    fn from(port: Port) -> Self {
        Self::of(&port)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::HostName;

    #[derive(Debug)]
    enum Any {}
    inert!(Any: HostName);

    #[test]
    fn a_host_name_matches_only_itself() {
        let host: HostName = "a-1.example.com".parse().unwrap();
        assert_eq!(Argument::<Any>::from("^").matching(&host).then("$").text(), r"^a-1\.example\.com$");
    }
}
