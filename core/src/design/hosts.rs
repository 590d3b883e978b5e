use crate::value::HostName;
use serde::{Deserialize, Serialize};

/// The names that clients and administrators use.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hosts {
    /// The name of the services, as clients say it; the manual's example where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<HostName>,
    /// The name of the management console; `mgt.` before the service's name where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub console: Option<HostName>,
}

impl Hosts {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
