use super::Role;
use crate::value::HostName;
use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;

/// The names that clients and administrators use.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Hosts {
    /// The name of the services, as clients say it; the manual's example where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<HostName>,
    /// The name of the management console; `mgt.` before the service's name where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub console: Option<HostName>,
    /// The name of web applications for everyone that do not share the services' transport, such as API Manager's portals;
    /// `portal.` before the services' name where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portal: Option<HostName>,
    /// The name of services over WebSocket; `ws.` before the services' name where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub web_socket: Option<HostName>,
    /// The names of components that have one of their own, by their role; the role before the services' name where one is
    /// left out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub components: BTreeMap<Role, HostName>,
}

impl Hosts {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
