use crate::value::{Cidr, Name};
use serde::{Deserialize, Serialize};

/// A network that nodes or load balancers stand in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NetworkSpec {
    /// What it is called.
    pub name: Name,
    /// Its addresses; nodes in it need not name it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cidr: Option<Cidr>,
}
