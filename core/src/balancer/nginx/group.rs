use super::abilities::Abilities;
use crate::design::StayBy;
use crate::format::nginx::Symbol;
use crate::plan::Upstream;

/// One upstream as NGINX will have it.
pub(super) struct Group<'p> {
    pub(super) upstream: &'p Upstream,
    pub(super) name: Symbol,
    pub(super) stickiness: Stickiness,
}

/// How a client is kept on its node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stickiness {
    /// It is not.
    None,
    /// By `sticky cookie`.
    Cookie,
    /// By `sticky learn`, from the node's own session cookie.
    Session,
    /// By a cookie of ours, and a group for each node that a map picks.
    Maps,
    /// By the client's address: the way left where nodes are known by host name, which `$upstream_addr` does not tell.
    Address,
}

impl<'p> Group<'p> {
    pub(super) fn new(upstream: &'p Upstream, can: Abilities) -> Self {
        let alone = upstream.active().count() < 2;
        let stickiness = match upstream.affinity.filter(|_| !alone) {
            None => Stickiness::None,
            Some(affinity) if can.sticky => match affinity.by {
                StayBy::BalancerCookie => Stickiness::Cookie,
                StayBy::Session => Stickiness::Session,
            },
            Some(_) if upstream.servers.iter().all(|server| server.address.ip().is_some()) => Stickiness::Maps,
            Some(_) => Stickiness::Address,
        };
        Self { upstream, name: Symbol::new(&upstream.name), stickiness }
    }

    /// Whether there is no node to ask.
    pub(super) fn is_empty(&self) -> bool {
        self.upstream.servers.is_empty()
    }

    /// The cookie that names a client's node.
    pub(super) fn cookie(&self) -> Symbol {
        Symbol::new(&self.upstream.cookie())
    }

    /// The zone of the sessions that are known.
    pub(super) fn sessions(&self) -> Symbol {
        self.name.with("sessions")
    }

    /// The variable that holds the group of a client's node.
    pub(super) fn choice(&self) -> Symbol {
        self.name.with("group")
    }

    /// The variable that holds the cookie to send, if one is.
    pub(super) fn reply(&self) -> Symbol {
        self.name.with("cookie")
    }

    /// The location that asks its nodes for their health.
    pub(super) fn health(&self) -> Symbol {
        self.name.with("health")
    }
}
