use crate::catalogue::VendorId;
use crate::design::DatabaseUse;
use crate::edit::Value;
use crate::plan::{DatabasePlan, Node, Plan, SchemaPlan};
use crate::value::{Address, Cidr};
use std::collections::BTreeSet;

/// What the server must hold, as administrators see it: a database once, a user once, whatever they are used for.
pub(super) struct Server<'p> {
    pub(super) plan: &'p Plan,
    pub(super) database: &'p DatabasePlan,
    /// The databases, or Oracle's schemas.
    pub(super) stores: Vec<Store<'p>>,
    /// The users.
    pub(super) users: Vec<User<'p>>,
    /// Where nodes connect from.
    pub(super) origins: Vec<Origin<'p>>,
}

/// One database; in Oracle, where a user is a schema, the schema of one user.
pub(super) struct Store<'p> {
    pub(super) name: &'p str,
    /// What is in it, for a comment.
    pub(super) content: String,
    /// Who uses it.
    pub(super) users: Vec<&'p str>,
    /// The product's scripts that fill it, in order.
    pub(super) scripts: Vec<&'p str>,
    /// Whether the product makes and drops tables in it as it runs, so that its users keep the rights for that.
    pub(super) makes_tables: bool,
    /// Whether the kernel's own tables are in it.
    pub(super) kernel_tables: bool,
}

/// One user.
pub(super) struct User<'p> {
    pub(super) name: &'p str,
    pub(super) password: Value,
    /// Where the nodes that are this user connect from.
    pub(super) origins: Vec<Origin<'p>>,
}

/// Where nodes connect from.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Origin<'p> {
    /// A node whose address is known.
    Address(&'p Address),
    /// The network of nodes that get their addresses at start.
    Network(Cidr),
    /// Nobody knows.
    Anywhere,
}

impl<'p> Server<'p> {
    pub(super) fn of(plan: &'p Plan, database: &'p DatabasePlan) -> Self {
        let mut users: Vec<User<'p>> = Vec::new();
        let mut stores: Vec<Store<'p>> = Vec::new();
        for schema in &database.schemas {
            let name = schema.user.as_str();
            if !users.iter().any(|user| user.name == name) {
                let password = plan.secrets.value(&schema.password);
                users.push(User { name, password, origins: origins(plan, &users_of(plan, database, name)) });
            }
            let name = match database.vendor.id {
                VendorId::Oracle => schema.user.as_str(),
                _ => schema.name.as_str(),
            };
            match stores.iter_mut().find(|store| store.name == name) {
                Some(store) => store.add(schema),
                None => {
                    let mut store = Store {
                        name,
                        content: String::new(),
                        users: Vec::new(),
                        scripts: Vec::new(),
                        makes_tables: false,
                        kernel_tables: false,
                    };
                    store.add(schema);
                    stores.push(store);
                }
            }
        }
        Self { plan, database, stores, users, origins: origins(plan, &plan.nodes.iter().collect::<Vec<_>>()) }
    }

    /// The databases whose tables are there once and for all, so that their users need no rights on them at run time.
    pub(super) fn settled(&self) -> impl Iterator<Item = &Store<'p>> {
        self.stores.iter().filter(|store| !store.makes_tables)
    }

    /// Every account's user and origin that may use a store.
    pub(super) fn accounts<'s>(&'s self, store: &'s Store<'p>) -> impl Iterator<Item = (&'p str, &'s Origin<'p>)> {
        let users = self.users.iter().filter(|user| store.users.contains(&user.name));
        users.flat_map(|user| user.origins.iter().map(move |origin| (user.name, origin)))
    }

    /// What a script that creates users says and stops at, where it holds marks for passwords: run as it is, it would
    /// make the marks the passwords.
    pub(super) fn unknown_passwords(&self) -> Option<String> {
        let marks: Vec<&str> =
            self.users.iter().filter(|user| !user.password.is_secret()).map(|user| user.password.text()).collect();
        (!marks.is_empty())
            .then(|| format!("write the passwords in place of {}, then remove this statement", marks.join(" and ")))
    }

    /// What every script says first.
    pub(super) fn title(&self) -> String {
        format!("Cluster {}: {} {}", self.plan.name, self.plan.product.name, self.plan.release.version)
    }
}

impl<'p> Store<'p> {
    fn add(&mut self, schema: &'p SchemaPlan) {
        if !self.content.is_empty() {
            self.content.push_str("; ");
        }
        self.content.push_str(schema.need.content);
        if !self.users.contains(&schema.user.as_str()) {
            self.users.push(schema.user.as_str());
        }
        for script in &schema.scripts {
            if !self.scripts.contains(&script.as_str()) {
                self.scripts.push(script);
            }
        }
        self.makes_tables |= schema.need.scripts.is_empty();
        self.kernel_tables |= matches!(schema.need.purpose, DatabaseUse::Users | DatabaseUse::Registry);
    }
}

/// The nodes that connect as a user; all, where the only ones that would are not there yet.
fn users_of<'p>(plan: &'p Plan, database: &DatabasePlan, user: &str) -> Vec<&'p Node> {
    let connects = |node: &&Node| database.of(node).any(|(_, schema)| schema.user.as_str() == user);
    let nodes: Vec<&Node> = plan.nodes.iter().filter(connects).collect();
    if nodes.is_empty() { plan.nodes.iter().collect() } else { nodes }
}

/// Each once: the addresses of nodes, then the networks of those without.
fn origins<'p>(plan: &'p Plan, nodes: &[&'p Node]) -> Vec<Origin<'p>> {
    let origin = |node: &&'p Node| match &node.address {
        Some(_) => None,
        None => {
            let network = plan.networks.iter().find(|network| network.name == node.network);
            Some(network.and_then(|network| network.cidr).map_or(Origin::Anywhere, Origin::Network))
        }
    };
    let known: BTreeSet<&Address> = nodes.iter().filter_map(|node| node.address.as_ref()).collect();
    let unknown: BTreeSet<Origin<'_>> = nodes.iter().filter_map(origin).collect();
    known.into_iter().map(Origin::Address).chain(unknown).collect()
}
