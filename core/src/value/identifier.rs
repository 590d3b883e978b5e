use super::Invalid;

/// The name of a database, a database user or a parameter: a letter, then letters, digits, `_`, `-` or `.`, at most 63.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identifier(String);

super::text_leaf!(Identifier, Identifier::parse, "^[A-Za-z_][A-Za-z0-9_.-]{0,62}$");

impl Identifier {
    fn parse(text: &str) -> Result<Self, Invalid> {
        let refuse = |reason| Err(Invalid::new(text, "an identifier", reason));
        if !text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_') {
            return refuse("it must begin with a letter");
        }
        if !text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.')) {
            return refuse("only letters, digits, `_`, `-` and `.` are allowed");
        }
        if text.len() > 63 {
            return refuse("it is longer than 63 characters");
        }
        Ok(Self(text.to_owned()))
    }

    /// An identifier known when the program was written.
    pub(crate) fn known(text: &'static str) -> Self {
        Self(text.to_owned())
    }
}
