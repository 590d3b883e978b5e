use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A key path of the design, such as `cluster.membership.multicast.port` or `nodes[2].address`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "types", derive(ts_rs::TS), ts(type = "string"))]
pub struct Path(pub Vec<Segment>);

/// One part of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment {
    /// A key of a table.
    Key(Cow<'static, str>),
    /// A place in a list, from 0.
    Index(usize),
}

impl Path {
    /// The whole document.
    pub fn root() -> Self {
        Self::default()
    }

    /// The path one key deeper.
    #[must_use]
    pub fn key(mut self, key: impl Into<Cow<'static, str>>) -> Self {
        self.0.push(Segment::Key(key.into()));
        self
    }

    /// The path one list item deeper.
    #[must_use]
    pub fn index(mut self, index: usize) -> Self {
        self.0.push(Segment::Index(index));
        self
    }

    /// The path without its last part; the root stays the root.
    #[must_use]
    pub fn parent(mut self) -> Self {
        self.0.pop();
        self
    }

    /// Whether this is the whole document.
    pub fn is_root(&self) -> bool {
        self.0.is_empty()
    }
}

/// Reads what `Display` writes. No text is refused: what is no path is taken as keys as far as it goes.
impl From<&str> for Path {
    fn from(text: &str) -> Self {
        let mut path = Self::root();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let quoted = rest.strip_prefix('"').and_then(|inside| inside.split_once('"'));
            let index = rest.strip_prefix('[').and_then(|inside| inside.split_once(']'));
            rest = if first == '.' {
                rest.strip_prefix('.').unwrap_or_default()
            } else if let Some((key, after)) = quoted {
                path = path.key(key.to_owned());
                after
            } else if let Some((index, after)) = index {
                path = usize::from_str(index).map_or(path.clone(), |index| path.index(index));
                after
            } else {
                // At least one character, so that every round goes on.
                let end = rest.char_indices().skip(1).find(|(_, char)| matches!(char, '.' | '['));
                let (key, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
                path = path.key(key.to_owned());
                after
            };
        }
        path
    }
}

/// As TOML writes it: a key with a dot or a bracket stands in quotes, such as
/// `cluster.hazelcast."hazelcast.logging.type"`.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Index(index) => write!(f, "[{index}]")?,
                Segment::Key(key) => {
                    let dot = if number > 0 { "." } else { "" };
                    let quote = if key.is_empty() || key.contains(['.', '[', ']']) { "\"" } else { "" };
                    write!(f, "{dot}{quote}{key}{quote}")?;
                }
            }
        }
        Ok(())
    }
}

impl Serialize for Path {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_writes() {
        for text in ["", "name", "cluster.membership.multicast.port", "nodes[2].address", "a[0][1].b", "a.\"b.c\".d"] {
            assert_eq!(Path::from(text).to_string(), text);
        }
        assert_eq!(Path::from("nodes[2].address"), Path::root().key("nodes").index(2).key("address"));
        assert_eq!(Path::from("h.\"a.b\""), Path::root().key("h").key("a.b"));
    }

    proptest::proptest! {
        #[test]
        fn takes_any_text(text in "([a\\[\\].\"0é]|\\PC){0,12}") {
            let _ = Path::from(text.as_str());
        }

        #[test]
        fn any_keys_come_back(keys in proptest::collection::vec("[a-zé.\\[\\]0-9-]{0,6}", 0..4)) {
            let path = keys.into_iter().fold(Path::root(), Path::key);
            assert_eq!(Path::from(path.to_string().as_str()), path);
        }
    }
}
