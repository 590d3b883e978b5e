use crate::value::{Address, AddressRange, Count, Name, NodeName, Offset, Port};
use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// One node, or several of a kind.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

/// What a node does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Role {
    /// Reads and writes: has the console, takes deployments.
    Manager,
    /// Serves requests; has no console.
    Worker,
    /// Everything, as every other node.
    Node,
}

/// The addresses of several nodes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
