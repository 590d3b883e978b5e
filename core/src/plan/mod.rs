//! The plan: every decision made. What a person said is in the design; here is what holds.
//!
//! No field is optional that could have been decided. Whoever renders reads the plan and decides nothing.

mod cluster;
mod database;
mod delivery;
pub mod front;
mod node;
mod registry;
mod resolve;
mod said;
mod secrets;
mod unused;
mod user_store;

pub use crate::catalogue::{Exposure, Purpose};
pub use cluster::{AwsCredentials, ClusterPlan, Group, Member, MembershipPlan, WELL_KNOWN_LIMIT};
pub use database::{DatabasePlan, SchemaPlan};
pub use delivery::{DeliveryPlan, InfrastructurePlan, PrivatePaasPlan};
pub use front::{
    Action, Affinity, Front, Health, Limits, Paths, Pattern, Refusal, Server, ServiceName, Upstream, VirtualHost,
};
pub use node::{Node, Ports};
pub use registry::{Mount, RegistryPlan};
pub(crate) use resolve::{nearest, needs};
pub use resolve::{resolve, resolve_with};
pub use unused::Unused;
pub use user_store::{DirectoryKind, DirectoryPlan, UserStorePlan};

use crate::catalogue::{Feature, Layout, PatternTraits, Product, Release, Services};
use crate::design::{Artifacts, DatabaseUse, KeyKind, Managers, NodeTls, Role};
use crate::value::{Cidr, Domain, HostName, Name, Secret, SecretValues, Text};
use std::collections::{BTreeMap, BTreeSet};

/// Every decision about one cluster.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What the cluster is called.
    pub name: Name,
    /// What it is for; empty where nobody said.
    pub description: String,
    /// The product.
    pub product: &'static Product,
    /// Its release.
    pub release: &'static Release,
    /// The pattern.
    pub pattern: &'static PatternTraits,
    /// How several managers share the work.
    pub managers: Managers,
    /// The names that clients and administrators use.
    pub hosts: HostPlan,
    /// The group of nodes.
    pub cluster: ClusterPlan,
    /// The networks, by name; at least one.
    pub networks: Vec<Network>,
    /// The nodes: managers first, then in the order of the design.
    pub nodes: Vec<Node>,
    /// The load balancers, as what each front must do.
    pub fronts: Vec<Front>,
    /// The shared database; none where nodes share nothing.
    pub database: Option<DatabasePlan>,
    /// The user store that every node asks; none where the product's own stays as it is.
    pub user_store: Option<UserStorePlan>,
    /// The shared registry; none where nothing is mounted.
    pub registry: Option<RegistryPlan>,
    /// How deployed artifacts reach every node.
    pub artifacts: Artifacts,
    /// How many nodes must be up before tasks are scheduled; none where the release has no tasks-config.xml.
    pub task_server_count: Option<u16>,
    /// Certificates and keystores.
    pub tls: TlsPlan,
    /// Who may reach what, and who administers.
    pub access: AccessPlan,
    /// How a node is started.
    pub jvm: JvmPlan,
    /// Whether each node writes its name behind its session ids.
    pub jvm_route: bool,
    /// How the design reaches what runs it.
    pub delivery: DeliveryPlan,
    /// What secrets stand for, as far as the caller said.
    pub secrets: SecretValues,
    /// What the design says and no decision heeds.
    pub unused: Vec<Unused>,
}

/// The names that clients and administrators use.
#[derive(Debug, Clone, PartialEq)]
pub struct HostPlan {
    /// The name of the services.
    pub service: HostName,
    /// The name of the management console.
    pub console: HostName,
    /// The names of what else has one, such as portals and components.
    pub others: BTreeMap<Purpose, HostName>,
    /// Whether the names are the manual's examples, because nobody said one of the services (or, where there are none, of the console).
    pub from_manual: bool,
}

/// A network.
#[derive(Debug, Clone, PartialEq)]
pub struct Network {
    /// What it is called.
    pub name: Name,
    /// Its addresses, where they are known.
    pub cidr: Option<Cidr>,
}

/// Certificates and keystores.
#[derive(Debug, Clone, PartialEq)]
pub struct TlsPlan {
    /// The kind of key of the load balancers' certificates.
    pub key: KeyKind,
    /// How many days a certificate lasts.
    pub days: u16,
    /// Whether load balancers check the nodes' certificates.
    pub nodes: NodeTls,
    /// The password of the nodes' TLS keystores.
    pub keystore_password: Secret,
}

/// Who may reach what, and who administers.
#[derive(Debug, Clone, PartialEq)]
pub struct AccessPlan {
    /// The networks that may reach the console; empty: whoever reaches the load balancer.
    pub console: Vec<Cidr>,
    /// The administrator; none where the product's own stays (`admin`).
    pub admin: Option<Admin>,
}

/// The administrator that the first start creates.
#[derive(Debug, Clone, PartialEq)]
pub struct Admin {
    /// The name.
    pub user: Text,
    /// The password.
    pub password: Secret,
}

/// How a node is started.
#[derive(Debug, Clone, PartialEq)]
pub struct JvmPlan {
    /// Where the product is; nodes that share a machine have `-<node>` behind it.
    pub home: String,
    /// The operating system's user that runs it.
    pub user: Name,
    /// The Java home; empty where the machine's own is taken.
    pub java_home: String,
    /// `-Xms` and `-Xmx`; empty where the product's own stays.
    pub heap: String,
}

impl HostPlan {
    /// The host name for a purpose.
    pub fn of(&self, purpose: Purpose) -> &HostName {
        match purpose {
            Purpose::Console => &self.console,
            Purpose::Service => &self.service,
            other => self.others.get(&other).unwrap_or(&self.service),
        }
    }
}

impl Plan {
    /// The nodes of one role.
    pub fn of_role(&self, role: Role) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(move |node| node.role == role)
    }

    /// The nodes of the design's own product, without those of the analytics beside it.
    pub fn own(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.product.id == self.product.id)
    }

    /// The nodes of the analytics beside it.
    pub fn beside(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.product.id != self.product.id)
    }

    /// The nodes that serve requests: workers, or every equal node.
    pub fn serving(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.serves())
    }

    /// Whether clients come over HTTP at all, through a load balancer where there is one. To a broker they do not.
    pub fn offers_services(&self) -> bool {
        self.pattern.offers_services(self.release)
    }

    /// Whether nodes of the pattern are reached for a purpose through a load balancer.
    pub fn opens(&self, purpose: Purpose) -> bool {
        let components = self.pattern.roles.of(self.release).into_iter();
        components.filter_map(|(role, _)| self.release.component(role)).any(|it| it.door(purpose).is_some())
    }

    /// The nodes that have a console: managers, or every equal node.
    pub fn with_console(&self) -> impl Iterator<Item = &Node> {
        self.nodes.iter().filter(|node| node.has_console())
    }

    /// Whether the pattern separates workers from managers.
    pub fn separates_roles(&self) -> bool {
        matches!(self.pattern.roles, crate::catalogue::Roles::WorkerManager { .. })
    }

    /// Whether nodes of the pattern differ, so that each says its role.
    pub fn says_roles(&self) -> bool {
        self.pattern.roles.only(self.release).is_none()
    }

    /// The front through which clients reach the services.
    pub fn service_front(&self) -> Option<&Front> {
        self.fronts.iter().find(|front| front.serves_services()).filter(|_| self.offers_services())
    }

    /// The front through which administrators reach the console.
    pub fn console_front(&self) -> Option<&Front> {
        self.fronts.iter().find(|front| front.serves_console()).filter(|_| self.opens(Purpose::Console))
    }

    /// The name that stands for a node in addresses: of its portals, or else of its component, or else of the services; of the console
    /// where there are none. What runs beside the product has names of its own.
    pub fn public_name(&self, node: &Node) -> &HostName {
        let rank = |purpose: Purpose| match purpose {
            Purpose::Portal => Some(0),
            // A component that serves too is known by its services.
            Purpose::Component(_) if node.door(Purpose::Service).is_none() => Some(1),
            Purpose::Service => Some(2),
            _ => None,
        };
        let doors = || node.component.doors.iter().map(|door| door.purpose);
        let best = doors().filter_map(|purpose| Some((rank(purpose)?, purpose))).min().map(|(_, purpose)| purpose);
        let usual = || match self.offers_services() {
            _ if node.product.id != self.product.id => doors().next().unwrap_or(Purpose::Console),
            true => Purpose::Service,
            false => Purpose::Console,
        };
        self.hosts.of(best.unwrap_or_else(usual))
    }

    /// Where clients find what a host name is for: `https://api.example.com`, with the load balancer's port where it is not the
    /// usual one. `scheme` is `http`, `https`, `ws` or `wss`.
    pub fn origin(&self, purpose: Purpose, scheme: &str) -> String {
        let tls = matches!(scheme, "https" | "wss");
        let serves = |front: &&Front| front.hosts.iter().any(|host| host.purpose == purpose && host.tls == tls);
        let front = self.fronts.iter().find(serves);
        let port = front.map(|front| if tls { front.https_port } else { front.http_port });
        let usual = if tls { 443 } else { 80 };
        let host = self.hosts.of(purpose);
        match port.filter(|port| port.get() != usual) {
            Some(port) => format!("{scheme}://{host}:{port}"),
            None => format!("{scheme}://{host}"),
        }
    }

    /// Where the product of a node is on its machine.
    pub fn home(&self, node: &Node) -> String {
        let beside = if node.product.id == self.product.id { "" } else { "-analytics" };
        let own = if node.shares_machine { format!("-{}", node.name) } else { String::new() };
        format!("{}{beside}{own}", self.jvm.home)
    }

    /// How many nodes must be up before a node's tasks are given out; none where it has no tasks-config.xml.
    pub fn task_servers(&self, node: &Node) -> Option<u16> {
        let shipped = node.release.task_server_count?;
        if node.product.id == self.product.id {
            return self.task_server_count;
        }
        let running = self.nodes.iter().filter(|other| other.product.id == node.product.id && other.serves()).count();
        Some(u16::try_from(running).unwrap_or(shipped))
    }

    /// Where Spark finds the product on every node; none where the home is at the same path anyway, or where two of the nodes share
    /// a machine, which cannot have one link for both.
    pub fn spark_link(&self, node: &Node) -> Option<String> {
        let all = || self.nodes.iter().filter(|other| other.product.id == node.product.id);
        let addresses: BTreeSet<_> = all().map(|node| node.address.as_ref()).collect();
        let homes: BTreeSet<String> = all().map(|node| self.home(node)).collect();
        (homes.len() > 1 && addresses.len() == all().count()).then(|| format!("{}-spark", self.jvm.home))
    }

    /// The directory that every node asks for users, if the user store is one.
    pub fn directory(&self) -> Option<&DirectoryPlan> {
        self.user_store.as_ref()?.directory()
    }

    /// The Hazelcast group of a node.
    pub fn group(&self, node: &Node) -> Option<&Group> {
        self.cluster.groups.get(node.group?)
    }

    /// The roles that have nodes, in order.
    pub fn roles(&self) -> Vec<Role> {
        let mut roles: Vec<Role> = self.nodes.iter().map(|node| node.role).collect();
        roles.sort_unstable();
        roles.dedup();
        roles
    }

    /// Whether its nodes share tasks through a coordination database, in a group that has the domain's name.
    pub fn shares_tasks(&self) -> bool {
        let coordinates = |database: &DatabasePlan| database.schema(DatabaseUse::Coordination).is_some();
        self.has(Feature::TaskCoordination) && self.database.as_ref().is_some_and(coordinates)
    }

    /// Whether its nodes are made of this.
    pub fn has(&self, feature: Feature) -> bool {
        self.release.line.has(feature)
    }

    /// How the design's product takes requests.
    pub fn services(&self) -> Services {
        self.release.line.services
    }

    /// Where things are in the home of the design's product.
    pub fn layout(&self) -> &'static Layout {
        self.release.line.layout
    }

    /// Whether the cluster has a name that its nodes write: of a Hazelcast domain, or of a group that coordinates in the database.
    pub fn names_a_group(&self) -> bool {
        self.cluster.enabled || self.shares_tasks() || self.has(Feature::StreamProcessor)
    }

    /// The domain of the cluster.
    pub fn domain(&self) -> &Domain {
        &self.cluster.domain
    }
}
