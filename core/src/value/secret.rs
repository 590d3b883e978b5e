use super::{Invalid, text};
use crate::edit::Value;
use std::collections::BTreeMap;
use std::fmt;

/// A password, as a reference or, where a person insists, as itself.
///
/// | written | means |
/// |---|---|
/// | `env:NAME` | the environment variable, read when the bundle is written with secrets |
/// | `file:PATH` | the first line of the file, read when the bundle is written with secrets |
/// | `vault:ALIAS` | an alias of the product's Secure Vault; the file holds the alias only |
/// | `plain:TEXT` | the text itself; masked wherever it is shown, and a rule warns of it |
///
/// `Display` and `Debug` never show a literal.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Secret {
    /// An environment variable.
    Env(String),
    /// A file.
    File(String),
    /// A Secure Vault alias.
    Vault(String),
    /// The secret itself.
    Plain(String),
}

impl Secret {
    fn parse(written: &str) -> Result<Self, Invalid> {
        let hint = "a secret is written as a reference: `env:NAME`, `file:PATH` or `vault:ALIAS` (or `plain:TEXT`)";
        let Some((kind, rest)) = written.split_once(':') else {
            return Err(Invalid::quiet(hint));
        };
        if rest.is_empty() || text::fault(rest).is_some() {
            return Err(Invalid::quiet("a secret is empty, too long, or has a control character"));
        }
        let variable = |name: &str| {
            name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
                && !name.starts_with(|first: char| first.is_ascii_digit())
        };
        let alias =
            |name: &str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'));
        match kind {
            "env" if variable(rest) => Ok(Self::Env(rest.to_owned())),
            "env" => Err(Invalid::quiet("the name of an environment variable has letters, digits and `_` only")),
            "file" => Ok(Self::File(rest.to_owned())),
            "vault" if alias(rest) => Ok(Self::Vault(rest.to_owned())),
            "vault" => Err(Invalid::quiet("a Secure Vault alias has letters, digits, `.`, `_` and `-` only")),
            "plain" => Ok(Self::Plain(rest.to_owned())),
            _ => Err(Invalid::quiet(hint)),
        }
    }

    /// A reference decided by this crate.
    pub(crate) fn env(name: String) -> Self {
        Self::Env(name)
    }

    /// Whether the design holds the secret itself.
    pub fn is_plain(&self) -> bool {
        matches!(self, Self::Plain(_))
    }
}

impl std::str::FromStr for Secret {
    type Err = Invalid;
    fn from_str(text: &str) -> Result<Self, Invalid> {
        Self::parse(text)
    }
}

impl<'de> serde::Deserialize<'de> for Secret {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

/// A literal leaves this program masked: whoever stores a design keeps the text that the person wrote.
impl serde::Serialize for Secret {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Secret {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Secret".into()
    }
    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^(env|file|vault|plain):.+$", "writeOnly": true })
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Env(name) => write!(f, "env:{name}"),
            Self::File(path) => write!(f, "file:{path}"),
            Self::Vault(alias) => write!(f, "vault:{alias}"),
            Self::Plain(_) => f.write_str("plain:••••••"),
        }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What references stand for, as far as whoever renders was willing to look them up.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SecretValues {
    known: BTreeMap<Secret, String>,
    filled: bool,
}

impl SecretValues {
    /// Adds what one reference stands for.
    pub fn insert(&mut self, secret: Secret, value: String) {
        self.known.insert(secret, value);
    }

    /// The same, to compare with files in which the marks were filled in.
    pub(crate) fn filled(self) -> Self {
        Self { filled: true, ..self }
    }

    /// What a file gets: the secret where it is known, otherwise a mark that names the reference, such as
    /// `@env:DB_PASSWORD@`, which no product takes for a password.
    pub fn value(&self, secret: &Secret) -> Value {
        match (secret, self.known.get(secret)) {
            (Secret::Plain(text), _) => Value::secret(text.clone()),
            (_, Some(text)) => Value::secret(text.clone()),
            (reference, None) if self.filled => Value::filled(format!("@{reference}@")),
            (reference, None) => Value::mark(format!("@{reference}@")),
        }
    }
}

/// Says how many, never what.
impl fmt::Debug for SecretValues {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SecretValues({})", self.known.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_literal_is_never_shown() {
        let secret: Secret = "plain:hunter2".parse().unwrap();
        let value = SecretValues::default().value(&secret);
        assert_eq!(format!("{secret} {secret:?} {value} {value:?}").matches("hunter2").count(), 0);
        assert_eq!(value.text(), "hunter2");
        for text in ["hunter2", "plain:", "env:1A", "env:A B", "env:A\nB", "vault:a/b"] {
            let error = text.parse::<Secret>().unwrap_err().to_string();
            assert!(!error.contains("hunter2"), "{error}");
        }
    }
}
