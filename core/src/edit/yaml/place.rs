use std::borrow::Cow;
use std::fmt;

/// A place: from the outermost mapping inwards.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place(pub Vec<Step>);

/// One step of a place.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// The value of a key, as it is: a key with dots in it is one key.
    Key(Cow<'static, str>),
    /// The item of a list that has this text at a key: of `dataSources` the one whose `name` is `WSO2_CLUSTER_DB`.
    Item {
        /// The keys that lead to what tells the items apart; mostly one.
        key: &'static [&'static str],
        /// What the item has there.
        text: Cow<'static, str>,
    },
}

impl<const N: usize> From<[&'static str; N]> for Place {
    fn from(keys: [&'static str; N]) -> Self {
        Self(keys.into_iter().map(|key| Step::Key(key.into())).collect())
    }
}

impl Place {
    /// A key below this place.
    pub fn then(&self, key: impl Into<Cow<'static, str>>) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Key(key.into()));
        Self(steps)
    }

    /// An item of the list at this place.
    pub fn item(&self, key: &'static [&'static str], text: impl Into<Cow<'static, str>>) -> Self {
        let mut steps = self.0.clone();
        steps.push(Step::Item { key, text: text.into() });
        Self(steps)
    }

    /// The place of the first steps, as a person would write it.
    pub(super) fn up_to(&self, steps: usize) -> String {
        Self(self.0.iter().take(steps).cloned().collect()).to_string()
    }
}

/// `/wso2.datasources/dataSources[name='WSO2_CLUSTER_DB']/description`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for step in &self.0 {
            match step {
                Step::Key(key) => write!(f, "/{}", key.escape_debug())?,
                Step::Item { key, text } => write!(f, "[{}='{}']", key.join("/"), text.escape_debug())?,
            }
        }
        Ok(())
    }
}
