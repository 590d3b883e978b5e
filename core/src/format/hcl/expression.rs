use std::fmt;

/// What stands behind `=`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression(pub(super) Kind);

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// Quoted.
    Text(String),
    /// As it is: words of ours, numbers, names.
    Code(String),
    List(Vec<Expression>),
    /// Keys are quoted texts unless they are names of ours.
    Object(Vec<(Key, Expression)>),
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Key {
    Word(&'static str),
    Text(String),
}

/// A name in a reference: letters, digits, `_` and `-`, not beginning with a digit. Whatever else it is made from becomes
/// `_`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Identifier(String);

impl Expression {
    /// A text, meant literally.
    pub fn text(text: &(impl fmt::Display + ?Sized)) -> Self {
        Self(Kind::Text(text.to_string()))
    }

    /// Words of ours: references and calls.
    pub fn code(words: &'static str) -> Self {
        Self(Kind::Code(words.to_owned()))
    }

    /// `<before><name><after>`, such as `aws_lb.` … `.arn`.
    pub fn reference(before: &'static str, name: &Identifier, after: &'static str) -> Self {
        Self(Kind::Code(format!("{before}{name}{after}")))
    }

    /// A number.
    pub fn number(number: impl Into<i64>) -> Self {
        Self(Kind::Code(number.into().to_string()))
    }

    /// Items.
    pub fn list(items: impl IntoIterator<Item = Self>) -> Self {
        Self(Kind::List(items.into_iter().collect()))
    }

    /// Texts.
    pub fn texts(items: impl IntoIterator<Item = impl fmt::Display>) -> Self {
        Self::list(items.into_iter().map(|item| Self::text(&item)))
    }

    /// An object whose keys are words of ours.
    pub fn object(pairs: impl IntoIterator<Item = (&'static str, Self)>) -> Self {
        Self(Kind::Object(pairs.into_iter().map(|(key, value)| (Key::Word(key), value)).collect()))
    }

    /// An object whose keys are texts.
    pub fn map(pairs: impl IntoIterator<Item = (String, Self)>) -> Self {
        Self(Kind::Object(pairs.into_iter().map(|(key, value)| (Key::Text(key), value)).collect()))
    }
}

impl From<&str> for Expression {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

impl From<bool> for Expression {
    fn from(truth: bool) -> Self {
        Self(Kind::Code(truth.to_string()))
    }
}

impl From<u16> for Expression {
    fn from(number: u16) -> Self {
        Self::number(number)
    }
}

impl From<u32> for Expression {
    fn from(number: u32) -> Self {
        Self::number(number)
    }
}

impl Identifier {
    /// The name nearest to a text.
    pub fn new(text: &str) -> Self {
        let safe = |char: char| if char.is_ascii_alphanumeric() || char == '_' { char } else { '_' };
        let name: String = text.chars().map(safe).collect();
        let begins_well = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
        Self(if begins_well { name } else { format!("_{name}") })
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
