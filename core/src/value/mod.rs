//! The leaves of a design: one type a file, each with one parser that serves file, form and flag.
//!
//! A value that exists is a good one: the only ways in are `FromStr`, `TryFrom` and serde, which all use the parser.

mod address;
mod cidr;
mod class;
mod count;
mod domain;
mod host_name;
mod identifier;
mod member;
mod name;
mod node_name;
mod port;
mod registry_path;
mod secret;
mod text;
mod url;
mod url_path;
mod version;
mod visible;

pub use address::{Address, AddressRange};
pub use cidr::Cidr;
pub use class::ClassName;
pub use count::{Count, Offset};
pub use domain::Domain;
pub use host_name::HostName;
pub use identifier::Identifier;
pub use member::{MemberAddress, MemberHost};
pub use name::Name;
pub use node_name::NodeName;
pub use port::Port;
pub use registry_path::RegistryPath;
pub use secret::{Secret, SecretValues};
pub use text::Text;
pub use url::Url;
pub use url_path::UrlPath;
pub use version::Version;
pub(crate) use visible::{shown, visible};

use std::fmt;

/// Why a text is no value of its type: a whole sentence, fit for a terminal (control characters are escaped).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid(String);

impl Invalid {
    /// «`what was written`» is not `a thing`: `reason`.
    pub(crate) fn new(written: &str, thing: &str, reason: &str) -> Self {
        Self(format!("`{}` is not {thing}: {reason}", shown(written)))
    }

    /// A sentence that does not repeat what was written.
    pub(crate) fn quiet(sentence: &str) -> Self {
        Self(sentence.to_owned())
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Invalid {}

/// The ways in and out that every leaf written as a text has, around its one parser.
macro_rules! leaf {
    ($type:ident, $parse:path, $pattern:expr) => {
        impl std::str::FromStr for $type {
            type Err = $crate::value::Invalid;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $parse(text)
            }
        }
        impl TryFrom<String> for $type {
            type Error = $crate::value::Invalid;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                $parse(&text)
            }
        }
        impl TryFrom<&str> for $type {
            type Error = $crate::value::Invalid;
            fn try_from(text: &str) -> Result<Self, Self::Error> {
                $parse(text)
            }
        }
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                $parse(&text).map_err(serde::de::Error::custom)
            }
        }
        #[cfg(test)]
        impl schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                match $pattern {
                    "" => schemars::json_schema!({ "type": "string" }),
                    pattern => schemars::json_schema!({ "type": "string", "pattern": pattern }),
                }
            }
        }
    };
}
pub(crate) use leaf;

/// A leaf that keeps just the text it was made from.
macro_rules! text_leaf {
    ($type:ident, $parse:path, $pattern:expr) => {
        $crate::value::leaf!($type, $parse, $pattern);
        impl $type {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
        impl AsRef<str> for $type {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
        impl From<$type> for $crate::edit::Value {
            fn from(value: $type) -> Self {
                Self::plain(value.0)
            }
        }
    };
}
pub(crate) use text_leaf;

/// A number within bounds, written as a number.
macro_rules! number_leaf {
    ($type:ident, $thing:literal, $low:literal ..= $high:literal, $reason:literal) => {
        impl $type {
            /// The number.
            pub fn get(self) -> u16 {
                self.0
            }
        }
        impl TryFrom<i64> for $type {
            type Error = $crate::value::Invalid;
            fn try_from(number: i64) -> Result<Self, Self::Error> {
                match u16::try_from(number) {
                    Ok(small) if ($low..=$high).contains(&small) => Ok(Self(small)),
                    _ => Err($crate::value::Invalid::new(&number.to_string(), $thing, $reason)),
                }
            }
        }
        impl std::str::FromStr for $type {
            type Err = $crate::value::Invalid;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let number: i64 =
                    text.parse().map_err(|_| $crate::value::Invalid::new(text, $thing, $reason))?;
                Self::try_from(number)
            }
        }
        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0)
            }
        }
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_u16(self.0)
            }
        }
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let number = i64::deserialize(deserializer)?;
                Self::try_from(number).map_err(serde::de::Error::custom)
            }
        }
        impl From<$type> for $crate::edit::Value {
            fn from(value: $type) -> Self {
                Self::plain(value.0.to_string())
            }
        }
        #[cfg(test)]
        impl schemars::JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                let (low, high): (u16, u16) = ($low, $high);
                schemars::json_schema!({ "type": "integer", "minimum": low, "maximum": high })
            }
        }
    };
}
pub(crate) use number_leaf;
