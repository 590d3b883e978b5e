use crate::value::{Address, AddressRange, Count, Name, NodeName, Offset, Port};
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// One node, or several of a kind.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NodeSpec {
    /// The node's name; of several, the beginning of their names. Role and number where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<NodeName>,
    /// What the node does; a node of a symmetric pattern has none to name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// The addresses of several nodes: a range such as `192.0.2.11-20`, or a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addresses: Option<Addresses>,
    /// How many nodes, where their addresses are not known beforehand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<Count>,
    /// The network it stands in, where its address does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<Name>,
    /// Added to every port but the member port; decided for nodes that share a machine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub offset: Option<Offset>,
    /// The TCP port for the cluster's own messages; of several nodes on one machine, the first one's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member_port: Option<Port>,
}

/// What a node does. In the order in which a person sets them up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Role {
    /// Reads and writes: has the console, takes deployments.
    Manager,
    /// Serves requests; has no console.
    Worker,
    /// Everything, as every other node.
    Node,
    /// API Manager: issues and checks keys and tokens.
    KeyManager,
    /// API Manager: counts requests and decides who is throttled; its broker tells the gateways.
    TrafficManager,
    /// API Manager 4: publisher, developer portal, key manager and event hub in one.
    ControlPlane,
    /// API Manager: where APIs are made.
    Publisher,
    /// API Manager up to 2.6: where APIs are found and subscribed to.
    Store,
    /// API Manager from 3.0: where APIs are found and subscribed to.
    DevPortal,
    /// API Manager up to 2.0: takes what publishers deploy and commits it.
    GatewayManager,
    /// API Manager up to 2.0: serves API requests.
    GatewayWorker,
    /// API Manager: serves API requests.
    Gateway,
    /// Takes and evaluates events of the others.
    Analytics,
    /// Shows what the analytics found.
    Dashboard,
}

impl Role {
    /// Every role, in order.
    pub const ALL: &'static [Self] = &[
        Self::Manager,
        Self::Worker,
        Self::Node,
        Self::KeyManager,
        Self::TrafficManager,
        Self::ControlPlane,
        Self::Publisher,
        Self::Store,
        Self::DevPortal,
        Self::GatewayManager,
        Self::GatewayWorker,
        Self::Gateway,
        Self::Analytics,
        Self::Dashboard,
    ];

    /// Its key in a design, and the beginning of its nodes' names.
    pub fn key(self) -> &'static str {
        self.words().0
    }

    /// One node of it: `key manager`.
    pub fn name(self) -> &'static str {
        self.words().1
    }

    /// Several nodes of it: `key managers`.
    pub fn plural(self) -> &'static str {
        self.words().2
    }

    /// Several nodes of it, as a heading: `Key managers`.
    pub fn heading(self) -> &'static str {
        self.words().3
    }

    /// All its nodes, as messages say it: `the key managers`.
    pub fn plural_with_article(self) -> &'static str {
        self.words().4
    }

    const fn words(self) -> (&'static str, &'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Manager => ("manager", "manager", "managers", "Managers", "the managers"),
            Self::Worker => ("worker", "worker", "workers", "Workers", "the workers"),
            Self::Node => ("node", "node", "nodes", "Nodes", "the nodes"),
            Self::KeyManager => ("key-manager", "key manager", "key managers", "Key managers", "the key managers"),
            Self::TrafficManager => {
                ("traffic-manager", "traffic manager", "traffic managers", "Traffic managers", "the traffic managers")
            }
            Self::ControlPlane => {
                ("control-plane", "control plane node", "control plane nodes", "Control plane", "the control plane")
            }
            Self::Publisher => ("publisher", "publisher", "publishers", "Publishers", "the publishers"),
            Self::Store => ("store", "store", "stores", "Stores", "the stores"),
            Self::DevPortal => {
                ("dev-portal", "developer portal", "developer portals", "Developer portals", "the developer portals")
            }
            Self::GatewayManager => {
                ("gateway-manager", "gateway manager", "gateway managers", "Gateway managers", "the gateway managers")
            }
            Self::GatewayWorker => {
                ("gateway-worker", "gateway worker", "gateway workers", "Gateway workers", "the gateway workers")
            }
            Self::Gateway => ("gateway", "gateway", "gateways", "Gateways", "the gateways"),
            Self::Analytics => ("analytics", "analytics node", "analytics nodes", "Analytics", "the analytics"),
            Self::Dashboard => ("dashboard", "dashboard node", "dashboard nodes", "Dashboards", "the dashboards"),
        }
    }
}

/// The addresses of several nodes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Addresses {
    /// In a row.
    Range(AddressRange),
    /// One by one.
    List(Vec<Address>),
}

/// By hand: a derived untagged enum would hide what is wrong with an address, and where.
impl<'de> Deserialize<'de> for Addresses {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Addresses;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a range of addresses or a list of them")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Addresses, E> {
                text.parse().map(Addresses::Range).map_err(E::custom)
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Addresses, A::Error> {
                let mut addresses = Vec::new();
                while let Some(address) = list.next_element()? {
                    addresses.push(address);
                }
                Ok(Addresses::List(addresses))
            }
        }
        deserializer.deserialize_any(Either)
    }
}

#[cfg(test)]
mod tests {
    use super::Role;

    #[test]
    fn roles_are_listed_in_order_and_speak_their_keys() {
        for (number, role) in Role::ALL.iter().enumerate() {
            assert_eq!(*role as usize, number);
            assert_eq!(serde_json::to_value(role).unwrap(), role.key());
        }
    }
}
