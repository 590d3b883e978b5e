use crate::design::Role;

/// A connection to nodes of a line, besides requests through load balancers and the cluster's own messages.
#[derive(Debug, PartialEq, Eq)]
pub struct Link {
    /// Who opens it.
    pub from: Peers,
    /// Who takes it.
    pub to: Peers,
    /// The ports of whoever takes it, before any offset.
    pub ports: &'static [u16],
    /// What an offset does to these ports.
    pub moves: Moves,
    /// What is spoken over TCP, by name.
    pub protocol: &'static str,
    /// One clause on what goes over it.
    pub what: &'static str,
}

/// The parties of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Peers {
    /// Clients outside the cluster.
    Clients,
    /// Every node of the line that has the link.
    Line,
    /// The nodes of one role.
    Role(Role),
    /// The nodes of the product that the line's runs beside; clients where it runs alone.
    Beside,
    /// Those of them that show portals.
    PortalsBeside,
}

/// What an offset does to a port.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moves {
    /// The product adds it.
    WithOffset,
    /// Nothing.
    Never,
    /// The product adds it, and takes one of so many ports further on where a port is taken.
    Seeks(u16),
    /// The configuration names it, moved as far as the node's offset is beyond its line's own, so that nodes of one machine differ; the
    /// product adds nothing.
    Written,
    /// The configuration adds as much as the node's offset is beyond its line's own, so that nodes of one machine differ. Some
    /// builds of the product add the offset besides, others do not, so either may be in use.
    AsWritten,
}
