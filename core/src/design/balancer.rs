use crate::balancer::BalancerProgram;
use crate::value::{Address, Count, Name, Port, UrlPath, Version};
use serde::{Deserialize, Serialize};

/// One load balancer.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct BalancerSpec {
    /// What it is called; it names its folder of the bundle.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// The program; open-source NGINX where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub program: Option<BalancerProgram>,
    /// The program's version: its configuration is spelled for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Version>,
    /// Where clients reach it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// The network it stands in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<Name>,
    /// Whom it stands in front of; the pattern decides where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serves: Option<Serves>,
    /// Its public port for HTTP; 80 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub http_port: Option<Port>,
    /// Its public port for HTTPS; 443 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub https_port: Option<Port>,
    /// Whether service requests on HTTP are sent on to HTTPS.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub redirect_http: Option<bool>,
    /// Where a client of the services stays with one node; the product and the pattern decide where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sticky: Option<Sticky>,
    /// What a client is kept on its node by; a cookie of the load balancer's own where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stay_by: Option<StayBy>,
    /// Seconds that a service may think before it answers; 300 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_timeout: Option<Count>,
    /// Megabytes that the body of a service's request may have; 20 where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_limit: Option<Count>,
    /// The path by which it sees that a node is alive; the product's own where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub health_path: Option<UrlPath>,
}

/// Whom a load balancer stands in front of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Serves {
    /// The workers, or every node of a symmetric cluster.
    Services,
    /// The managers' console.
    Console,
    /// Both.
    Everything,
}

/// Where a client of the services stays with one node.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Sticky {
    /// Nowhere.
    Never,
    /// On HTTPS.
    Https,
    /// On HTTP and HTTPS.
    Always,
}

/// What a client is kept on its node by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum StayBy {
    /// A cookie of the load balancer's own, which every client gets with its first answer.
    BalancerCookie,
    /// The node's own session cookie, `JSESSIONID`: clients without a session are spread.
    Session,
}
