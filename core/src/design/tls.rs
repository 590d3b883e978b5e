use crate::value::{Count, Secret};
use serde::{Deserialize, Serialize};

/// Certificates and keystores.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct Tls {
    /// The kind of key of the load balancers' certificates; ECDSA P-256 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<KeyKind>,
    /// How many days a certificate lasts; 90 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<Count>,
    /// Whether load balancers check the nodes' certificates; `verified` where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nodes: Option<NodeTls>,
    /// The password of the nodes' TLS keystores.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub keystore_password: Option<Secret>,
}

impl Tls {
    /// Whether nothing was said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The kind of a private key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum KeyKind {
    /// Elliptic curve P-256.
    Ecdsa,
    /// RSA of 3072 bits.
    Rsa,
}

/// Whether load balancers check the nodes' certificates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum NodeTls {
    /// Against the private authority, and by the public host name.
    Verified,
    /// Not at all: for the self-signed certificate that the products come with.
    Unverified,
}
