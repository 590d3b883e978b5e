use crate::plan::{Front, Health};

/// Something that a front needs and a program cannot do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lack {
    /// What.
    pub need: Need,
    /// What is done instead, or what it means: a sentence.
    pub instead: &'static str,
}

/// What a front may need of its program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// Nodes are asked for their health, and not only watched.
    Health,
    /// A node is asked only while the others are down.
    Standby,
    /// A node proves itself by its certificate.
    NodeCertificates,
    /// An idempotent request goes to another node when the first one is gone, and no other request does.
    Retries,
    /// Paths are refused, however they are written.
    Refusals,
    /// A host is open to some networks only.
    Networks,
    /// A request may be as large as the design says and no larger, with or without a declared length.
    BodyLimit,
    /// What a client says of itself in forwarded headers is replaced.
    Forwarded,
    /// A node's redirects name the public port.
    Redirects,
    /// New files are taken up without a failed request.
    Reload,
    /// Where no node answers, a client reads so as JSON, and when it may try again.
    Errors,
    /// Each request gets a number, which node and log name.
    Numbers,
    /// Who sends a header too slowly is cut off, and large bodies are not.
    SlowHeaders,
}

impl Need {
    /// All, in the order in which tables show them.
    pub const ALL: [Self; 13] = [
        Self::Health,
        Self::Standby,
        Self::NodeCertificates,
        Self::Retries,
        Self::Refusals,
        Self::Networks,
        Self::BodyLimit,
        Self::Forwarded,
        Self::Redirects,
        Self::Reload,
        Self::Errors,
        Self::Numbers,
        Self::SlowHeaders,
    ];

    /// What it is, as the heading of a column.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Health => "health checks",
            Self::Standby => "standby",
            Self::NodeCertificates => "nodes' certificates",
            Self::Retries => "retries",
            Self::Refusals => "refused paths",
            Self::Networks => "networks",
            Self::BodyLimit => "body limit",
            Self::Forwarded => "forwarded headers",
            Self::Redirects => "redirects",
            Self::Reload => "reload",
            Self::Errors => "errors",
            Self::SlowHeaders => "slow headers",
            Self::Numbers => "numbers of requests",
        }
    }

    /// What it is, behind «can»: `ask nodes for their health`.
    pub fn verb(self) -> &'static str {
        match self {
            Self::Health => "ask nodes for their health",
            Self::Standby => "keep a node on standby",
            Self::NodeCertificates => "check the nodes' certificates",
            Self::Retries => "retry what may be retried, and nothing else",
            Self::Refusals => "refuse paths however they are written",
            Self::Networks => "open a host to some networks only",
            Self::BodyLimit => "limit bodies of undeclared length",
            Self::Forwarded => "replace what a client says in forwarded headers",
            Self::Redirects => "mend the nodes' redirects",
            Self::Reload => "take new files up without a failed request",
            Self::Errors => "say in JSON that no node answers",
            Self::Numbers => "give each request a number",
            Self::SlowHeaders => "cut off whoever sends a header too slowly",
        }
    }

    /// Whether a front needs it.
    pub fn is_of(self, front: &Front) -> bool {
        let upstreams = || front.upstreams.iter();
        match self {
            Self::Health => upstreams().any(|upstream| upstream.health != Health::Connects),
            Self::Standby => upstreams().any(|upstream| upstream.standby().next().is_some()),
            Self::NodeCertificates => upstreams().any(|upstream| upstream.verified),
            Self::Retries => upstreams().any(|upstream| upstream.servers.len() > 1),
            Self::Refusals => front.hosts.iter().any(|host| !host.refusals.is_empty()),
            Self::Networks => front.hosts.iter().any(|host| !host.allow.is_empty()),
            Self::BodyLimit
            | Self::Forwarded
            | Self::Redirects
            | Self::Reload
            | Self::Errors
            | Self::Numbers
            | Self::SlowHeaders => !front.upstreams.is_empty(),
        }
    }

    /// Whether people are surprised when it is missing: the others are common, and only tables show them.
    pub fn surprises(self) -> bool {
        matches!(self, Self::Standby | Self::Retries | Self::BodyLimit | Self::Redirects)
    }

    /// Whether it matters to security that it is missing.
    pub fn guards(self) -> bool {
        matches!(self, Self::NodeCertificates | Self::Refusals | Self::Networks | Self::Forwarded)
    }
}
