use crate::value::Text;
use serde::{Deserialize, Serialize};

/// How a node is started.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Jvm {
    /// Where the product is on every machine; `/opt/wso2/<product>` where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<Text>,
    /// The operating system's user that runs it; `wso2` where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<crate::value::Name>,
    /// The Java home.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub java_home: Option<Text>,
    /// Heap at start and at most, such as `1024m`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heap: Option<Text>,
}

impl Jvm {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
