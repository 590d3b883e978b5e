use crate::value::{Address, HostName, Identifier, Port, Secret, Url, Version};
use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;

/// The database server that the nodes share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum Database {
    /// MySQL.
    Mysql(DatabaseServer),
    /// MariaDB.
    Mariadb(DatabaseServer),
    /// PostgreSQL.
    Postgresql(DatabaseServer),
    /// Oracle.
    Oracle(DatabaseServer),
    /// Microsoft SQL Server.
    Mssql(DatabaseServer),
}

impl Database {
    /// What is said of the server, to change it.
    pub fn server_mut(&mut self) -> &mut DatabaseServer {
        match self {
            Self::Mysql(server)
            | Self::Mariadb(server)
            | Self::Postgresql(server)
            | Self::Oracle(server)
            | Self::Mssql(server) => server,
        }
    }

    /// What is said of the server, whoever makes it.
    pub fn server(&self) -> &DatabaseServer {
        match self {
            Self::Mysql(server)
            | Self::Mariadb(server)
            | Self::Postgresql(server)
            | Self::Oracle(server)
            | Self::Mssql(server) => server,
        }
    }
}

/// Where a database server is, and what is in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DatabaseServer {
    /// Its host name, as the nodes say it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub host: Option<HostName>,
    /// Its address, for the hosts file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// Its port; the vendor's usual one where it is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub port: Option<Port>,
    /// Its version, where scripts differ by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<Version>,
    /// Oracle: the service name that the URL ends with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Identifier>,
    /// The databases; all that the product needs are decided where they are left out.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub schemas: BTreeMap<DatabaseUse, SchemaSpec>,
    /// Connections that each node may hold open to each database; 50 where it is left out, 100 to that of BPEL
    /// processes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pool_size: Option<crate::value::Count>,
    /// Connections that the server allows in all, for the sum to be checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_connections: Option<crate::value::Count>,
}

/// What a database is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub enum DatabaseUse {
    /// Users, roles and permissions.
    Users,
    /// The shared registry.
    Registry,
    /// BPEL processes and human tasks.
    Processes,
    /// BPMN processes.
    Activiti,
    /// Users, permissions and the registry in one, as products with a `deployment.toml` have it.
    Shared,
    /// Identity Server: service providers, tokens, sessions.
    Identity,
    /// API Manager: APIs, applications, subscriptions.
    ApiManagement,
    /// API Manager up to 2.6: what its analytics found.
    Statistics,
    /// Message Broker: messages and who subscribes to them.
    Messages,
    /// Analytics: events as they came.
    Events,
    /// Analytics: what was found in them.
    ProcessedEvents,
    /// Who leads: rows that nodes renew.
    Coordination,
    /// Analytics: the state of running queries.
    QueryState,
    /// Analytics: dashboards and business rules.
    Dashboards,
    /// Governance Registry: comments and ratings.
    Social,
}

impl DatabaseUse {
    /// Its key in a design.
    pub fn key(self) -> &'static str {
        match self {
            Self::Users => "users",
            Self::Registry => "registry",
            Self::Processes => "processes",
            Self::Activiti => "activiti",
            Self::Shared => "shared",
            Self::Identity => "identity",
            Self::ApiManagement => "api-management",
            Self::Statistics => "statistics",
            Self::Messages => "messages",
            Self::Events => "events",
            Self::ProcessedEvents => "processed-events",
            Self::Coordination => "coordination",
            Self::QueryState => "query-state",
            Self::Dashboards => "dashboards",
            Self::Social => "social",
        }
    }
}

/// One database.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct SchemaSpec {
    /// Its name on the server.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Identifier>,
    /// Who connects to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user: Option<Identifier>,
    /// Their password.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub password: Option<Secret>,
    /// The whole JDBC URL, where the usual one does not do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<Url>,
}
