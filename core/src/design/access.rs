use crate::value::{Cidr, Secret, Text};
use serde::{Deserialize, Serialize};

/// Who may reach what, and who administers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Access {
    /// The networks that may reach the console; everyone who reaches the load balancer where it is left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub console: Vec<Cidr>,
    /// The administrator's name; `admin` where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin_user: Option<Text>,
    /// The administrator's password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub admin_password: Option<Secret>,
}

impl Access {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
