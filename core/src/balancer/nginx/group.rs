use super::abilities::Abilities;
use crate::format::nginx::Symbol;
use crate::plan::{Server, Upstream};

/// One upstream as NGINX will have it.
pub(super) struct Group<'p> {
    pub(super) upstream: &'p Upstream,
    pub(super) name: Symbol,
    /// The nodes that are asked; one at least, unless there is none at all.
    pub(super) active: Vec<&'p Server>,
    /// The nodes that are asked while those are down.
    pub(super) standby: Vec<&'p Server>,
    pub(super) stickiness: Stickiness,
    /// Whether its nodes are spoken to on the servlet transport, which serves console and admin services too.
    pub(super) servlet: bool,
}

/// How a client is kept on its node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stickiness {
    /// It is not.
    None,
    /// By `sticky cookie`.
    Cookie,
    /// By a cookie of ours, and a group for each node that a map picks.
    Maps,
    /// By the client's address: the way left where nodes are known by host name, which `$upstream_addr` does not tell.
    Address,
}

impl<'p> Group<'p> {
    pub(super) fn new(upstream: &'p Upstream, can: Abilities) -> Self {
        let (standby, active): (Vec<&Server>, Vec<&Server>) = upstream.servers.iter().partition(|it| it.standby);
        // NGINX refuses a group of `backup` servers only.
        let (standby, active) = if active.is_empty() { (active, standby) } else { (standby, active) };
        let stickiness = match upstream.affinity {
            None => Stickiness::None,
            Some(_) if active.len() < 2 => Stickiness::None,
            Some(_) if can.sticky => Stickiness::Cookie,
            Some(_) if upstream.servers.iter().all(|server| server.address.ip().is_some()) => Stickiness::Maps,
            Some(_) => Stickiness::Address,
        };
        Self { upstream, name: Symbol::new(&upstream.name), active, standby, stickiness, servlet: upstream.servlet }
    }

    /// Whether there is no node to ask.
    pub(super) fn is_empty(&self) -> bool {
        self.active.is_empty()
    }

    /// The cookie that names a client's node; another one for every group, as clients of one host may use several.
    pub(super) fn cookie(&self) -> Symbol {
        self.name.with("node")
    }

    /// The variable that holds the group of a client's node.
    pub(super) fn choice(&self) -> Symbol {
        self.name.with("group")
    }

    /// The variable that holds the cookie to send, if one is.
    pub(super) fn reply(&self) -> Symbol {
        self.name.with("cookie")
    }
}
