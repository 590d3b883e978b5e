use serde::{Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A key path of the design, such as `cluster.membership.multicast.port` or `nodes[2].address`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
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

/// Reads what `Display` writes. Keys of a design have no dots or brackets, so there is nothing to refuse.
impl From<&str> for Path {
    fn from(text: &str) -> Self {
        let mut path = Self::root();
        for part in text.split('.').filter(|part| !part.is_empty()) {
            let (key, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
            if !key.is_empty() {
                path = path.key(key.to_owned());
            }
            while let Some(end) = rest.find(']') {
                if let Ok(index) = usize::from_str(&rest[1..end]) {
                    path = path.index(index);
                }
                rest = &rest[end + 1..];
            }
        }
        path
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, segment) in self.0.iter().enumerate() {
            match segment {
                Segment::Key(key) if number == 0 => f.write_str(key)?,
                Segment::Key(key) => write!(f, ".{key}")?,
                Segment::Index(index) => write!(f, "[{index}]")?,
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
        for text in ["", "name", "cluster.membership.multicast.port", "nodes[2].address", "a[0][1].b"] {
            assert_eq!(Path::from(text).to_string(), text);
        }
        assert_eq!(Path::from("nodes[2].address"), Path::root().key("nodes").index(2).key("address"));
    }

    #[test]
    fn takes_any_text_without_a_fault() {
        for text in ["[", "]", "a[", "a[x]", "..", "a]b[", "[]"] {
            let _ = Path::from(text);
        }
    }
}
