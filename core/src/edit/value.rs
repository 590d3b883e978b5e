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
    kind: Kind,
}

/// Who may see a value, and what says the same.
#[derive(Clone, PartialEq, Eq)]
enum Kind {
    /// Anyone may see it.
    Plain,
    /// Nobody may.
    Secret,
    /// A mark stands in it for a secret that is not known here. The mark may be seen; what a file has in its place may not.
    Mark(Cow<'static, str>),
    /// The same, asked of a file in which the secret was filled in.
    Filled(Cow<'static, str>),
}

/// The passwords that products are delivered with: where one still stands, nothing was filled in. Source: `carbon.xml` and
/// `user-mgt.xml` of Carbon 4.2 to 4.9; `deployment.toml` of API Manager 3 and 4; `deployment.yaml` of Stream Processor 4
/// (the last in Base64).
const DELIVERED: [&str; 3] = ["admin", "wso2carbon", "YWRtaW4="];

impl Value {
    /// A value that anyone may see.
    pub fn plain(text: impl Into<Cow<'static, str>>) -> Self {
        Self { text: text.into(), kind: Kind::Plain }
    }

    /// A value that is shown as `••••••` everywhere but in the file it belongs to.
    pub fn secret(text: impl Into<Cow<'static, str>>) -> Self {
        Self { text: text.into(), kind: Kind::Secret }
    }

    /// A mark that stands for a secret which is not known here, such as `@env:DB_PASSWORD@`.
    pub fn mark(mark: impl Into<Cow<'static, str>>) -> Self {
        let mark = mark.into();
        Self { text: mark.clone(), kind: Kind::Mark(mark) }
    }

    /// The same mark, asked of a file in which the secret may have been filled in.
    pub fn filled(mark: impl Into<Cow<'static, str>>) -> Self {
        let mark = mark.into();
        Self { text: mark.clone(), kind: Kind::Filled(mark) }
    }

    /// Another text that this value became a part of: as secret, and with the same mark.
    pub fn within(&self, text: impl Into<Cow<'static, str>>) -> Self {
        Self { text: text.into(), kind: self.kind.clone() }
    }

    /// The text itself, for the writer of a file.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether the value must not be shown.
    pub fn is_secret(&self) -> bool {
        self.kind == Kind::Secret
    }

    /// Whether a secret belongs there, be it known or not: then nobody may see what a file says in its place.
    pub fn hides(&self) -> bool {
        self.kind != Kind::Plain
    }

    /// Whether a file that says `found` says this, where `wanted` is the value's text as the file's grammar would give it back.
    ///
    /// What was filled in for a mark cannot be compared: anything holds there, but nothing at all and the passwords that every
    /// product is delivered with. What stands around the mark is compared.
    pub(crate) fn is(&self, found: &str, wanted: &str) -> bool {
        if found == wanted {
            return true;
        }
        let Kind::Filled(mark) = &self.kind else { return false };
        let Some((before, after)) = wanted.split_once(mark.as_ref()) else { return false };
        let inside = found.strip_prefix(before).and_then(|rest| rest.strip_suffix(after));
        inside.is_some_and(|inside| !inside.is_empty() && !DELIVERED.contains(&inside))
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.is_secret() { MASK } else { &self.text })
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_secret() { f.write_str(MASK) } else { fmt::Debug::fmt(&self.text, f) }
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
