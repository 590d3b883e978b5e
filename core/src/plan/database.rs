use crate::catalogue::{DatabaseNeed, Vendor};
use crate::value::{Address, HostName, Identifier, Port, Secret, Url, Version};

/// The shared database.
#[derive(Debug, Clone, PartialEq)]
pub struct DatabasePlan {
    /// Who makes it.
    pub vendor: &'static Vendor,
    /// Its host name.
    pub host: HostName,
    /// Whether the host name is the manual's example, because nobody said one.
    pub from_manual: bool,
    /// Its address, for the hosts file.
    pub address: Option<Address>,
    /// Its port.
    pub port: Port,
    /// Its version, where somebody said.
    pub version: Option<Version>,
    /// Oracle's service name.
    pub service: Identifier,
    /// Connections that each node may hold open to each database, where somebody said.
    pub pool_size: Option<u16>,
    /// Connections that the server allows in all, where somebody said.
    pub max_connections: Option<u16>,
    /// The databases.
    pub schemas: Vec<SchemaPlan>,
}

/// One database.
#[derive(Debug, Clone, PartialEq)]
pub struct SchemaPlan {
    /// What the product needs it for.
    pub need: &'static DatabaseNeed,
    /// Its name on the server.
    pub name: Identifier,
    /// Who connects to it.
    pub user: Identifier,
    /// Their password.
    pub password: Secret,
    /// The JDBC URL.
    pub url: Url,
    /// Whether the design wrote the URL itself.
    pub url_said: bool,
    /// Connections that each node may hold open to it.
    pub pool: u16,
    /// The product's own scripts that fill it, below its home, in order.
    pub scripts: Vec<String>,
}

impl DatabasePlan {
    /// Connections that one node may hold open to all of them.
    pub fn connections(&self) -> usize {
        self.schemas.iter().map(|schema| usize::from(schema.pool)).sum()
    }

    /// Connections that these nodes may hold open, each to those that it uses.
    pub fn connections_of<'n>(&self, nodes: impl IntoIterator<Item = &'n super::Node>) -> usize {
        let of = |node| self.of(node).map(|(_, schema)| usize::from(schema.pool)).sum::<usize>();
        nodes.into_iter().map(of).sum()
    }

    /// The databases that a node uses, each with what the node's product needs of it.
    pub fn of<'p>(&'p self, node: &'p super::Node) -> impl Iterator<Item = (&'static DatabaseNeed, &'p SchemaPlan)> {
        self.schemas.iter().filter_map(|schema| Some((node.need(schema.need.purpose)?, schema)))
    }

    /// The database for a purpose.
    pub fn schema(&self, purpose: crate::design::DatabaseUse) -> Option<&SchemaPlan> {
        self.schemas.iter().find(|schema| schema.need.purpose == purpose)
    }
}
