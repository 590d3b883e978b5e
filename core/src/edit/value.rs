use std::borrow::Cow;
use std::fmt;

/// What is shown in place of a secret.
pub const MASK: &str = "••••••";

/// A value that a statement wants in a file, or that a file holds.
///
/// `Display` and `Debug` mask what is secret; only a format writer sees the text, by [`Value::text`].
#[derive(Clone, PartialEq, Eq)]
pub struct Value {
    text: Cow<'static, str>,
    secret: bool,
}

impl Value {
    /// A value that anyone may see.
    pub fn plain(text: impl Into<Cow<'static, str>>) -> Self {
        Self { text: text.into(), secret: false }
    }

    /// A value that is shown as `••••••` everywhere but in the file it belongs to.
    pub fn secret(text: impl Into<Cow<'static, str>>) -> Self {
        Self { text: text.into(), secret: true }
    }

    /// The text itself, for the writer of a file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the value must not be shown.
    pub fn is_secret(&self) -> bool {
        self.secret
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.secret { MASK } else { &self.text })
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.secret { f.write_str(MASK) } else { fmt::Debug::fmt(&self.text, f) }
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self::plain(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::plain(text)
    }
}

impl From<bool> for Value {
    fn from(yes: bool) -> Self {
        Self::plain(if yes { "true" } else { "false" })
    }
}

impl From<u16> for Value {
    fn from(number: u16) -> Self {
        Self::plain(number.to_string())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::plain(number.to_string())
    }
}
