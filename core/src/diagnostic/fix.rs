use super::Path;
use serde::Serialize;
use serde_json::Value;

/// A change of the design that mends a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Fix {
    /// What the button says: an order, such as «use port 5701».
    pub title: String,
    /// These paths get these values; `null` takes the key out.
    pub set: Vec<(Path, Value)>,
    /// Whether it may be applied without asking: the meaning of the design stays what the person wanted.
    pub safe: bool,
}

impl Fix {
    /// A change that only mends.
    pub fn safe(title: impl Into<String>) -> Self {
        Self { title: title.into(), set: Vec::new(), safe: true }
    }

    /// A change that a person should look at first.
    pub fn unsafe_(title: impl Into<String>) -> Self {
        Self { title: title.into(), set: Vec::new(), safe: false }
    }

    /// The same change with one value more.
    #[must_use]
    pub fn set(mut self, path: impl Into<Path>, value: impl Into<Value>) -> Self {
        self.set.push((path.into(), value.into()));
        self
    }
}
