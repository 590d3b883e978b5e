use super::Invalid;

/// Free text on one line: a description, a user name, a property's value. No control characters, at most 2000 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text(String);

super::text_leaf!(Text, Text::parse, "");

impl Text {
    fn parse(text: &str) -> Result<Self, Invalid> {
        match fault(text) {
            None => Ok(Self(text.to_owned())),
            Some(reason) => Err(Invalid::new(text, "a text for one line", reason)),
        }
    }

    /// A text known when the program was written.
    pub(crate) fn known(text: &'static str) -> Self {
        Self(text.to_owned())
    }
}

/// What keeps a text from standing in every file format, if anything does.
pub(super) fn fault(text: &str) -> Option<&'static str> {
    if text.chars().any(|char| char.is_control() || matches!(char, '\u{fffe}' | '\u{ffff}' | '\u{2028}' | '\u{2029}')) {
        Some("it has a control character or a line end")
    } else if text.chars().count() > 2000 {
        Some("it is longer than 2000 characters")
    } else {
        None
    }
}
