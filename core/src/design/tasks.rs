use crate::value::Count;
use serde::{Deserialize, Serialize};

/// Scheduled tasks.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tasks {
    /// How many nodes must be up before tasks are scheduled; every node that runs tasks where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub server_count: Option<Count>,
}

impl Tasks {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
