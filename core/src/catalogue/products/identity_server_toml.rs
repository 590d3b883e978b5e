//! The lines of Identity Server from 5.9 on, which is configured by `deployment.toml`.

use super::api_manager_toml::SHARED;
use super::{CARBON, Component, DatabaseNeed, Feature, Generation, Line};
use crate::catalogue::component::NODE;
use crate::catalogue::{Exposure, Guarded, Manual, ManualStep, Purpose};
use crate::design::{DatabaseUse, Pattern};

/// Up to 5.11 users are in a directory inside each node until another store is said.
pub(super) static LINE_59: Line = Line { guarded: &[], features: &[Feature::Identity, Feature::EmbeddedLdap], ..LINE };

/// From 6.0 on users are in the shared database as it comes.
pub(super) static LINE_60: Line = LINE;

/// From 7.0 on the clustering agent is another one, and AWS parameters have their usual names again.
pub(super) static LINE_70: Line = LINE;

/// No node differs from another, and the manual has neither managers nor workers. Nodes form a cluster always: without it a change on
/// one leaves the caches of the others as they are (product-is#13170), and these are built to stay local (product-is#4194).
const LINE: Line = Line {
    // Its distribution leaves the Version service out.
    health: "",
    guarded: &[CONSOLE_APPLICATION],
    generation: Generation::Toml,
    patterns: &[Pattern::Symmetric, Pattern::SharedDatabase, Pattern::StickySessions],
    // The registry is mounted by the product itself, from its shared database.
    components: &[Component { mounts: false, ..NODE }],
    databases: &[IDENTITY, SHARED],
    features: &[Feature::Identity],
    manuals: &[DEPLOYMENT_PATTERN],
    ..CARBON
};

/// The web application of administrators, beside the console of Carbon from 5.11 on. Users have another, `/myaccount`.
const CONSOLE_APPLICATION: Guarded = Guarded {
    purposes: &[Purpose::Service],
    contexts: &["console"],
    exposure: Exposure::Administrators,
    say: "The application `console` is for administrators; users have `myaccount`.",
};

/// Applications, tokens, sessions, and what users agreed to.
const IDENTITY: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::Identity,
    datasource: "WSO2_IDENTITY_DB",
    jndi: "jdbc/WSO2IdentityDB",
    file: "datasources/master-datasources.xml",
    in_stock: true,
    schema: "wso2identity_db",
    user: "wso2identity",
    content: "applications, tokens, sessions, consents",
    pool: 50,
    scripts: &["identity/{vendor}.sql", "consent/{vendor}.sql"],
    table: "identity_db",
};

/// The manual's clustered deployment, which followed deployment pattern 1 of the releases before.
const DEPLOYMENT_PATTERN: Manual = Manual {
    title: "Clustering the Identity Server - Deployment Pattern 1",
    patterns: &[Pattern::Symmetric],
    steps: &[
        ManualStep::new(
            "Configure the user store",
            "Users are in the shared database: `[user_store]` of each node's `deployment.toml`, where the release comes with a \
             directory inside each node instead. Another store, such as a directory of your own, is for you to write there.",
        ),
        ManualStep::new(
            "Configure the datasources",
            "`[database.identity_db]` and `[database.shared_db]` of each node's `deployment.toml`; the databases are made by the \
             scripts in `database/`.",
        ),
        ManualStep::new(
            "Mount the registry",
            "Need not be done: the product mounts configuration and governance from its shared database by itself.",
        ),
        ManualStep::new(
            "Cluster Identity Server for high availability",
            "`[clustering]` and `[hazelcast]` of each node's `deployment.toml`.",
        ),
        ManualStep::new(
            "Change hostnames and ports",
            "`[server]` of each node's `deployment.toml`, and the public ports in `[transport.https.properties]` and \
             `[transport.http.properties]`.",
        ),
        ManualStep::new(
            "Enable artifact synchronization",
            "The synchronizer is gone: let a pipeline bring user stores of your own and tenants' artifacts to every node, or give \
             all nodes one folder for them.",
        ),
        ManualStep::new(
            "Set up the dashboard",
            "Need not be done: the portals take the public name from `server.hostname`.",
        ),
        ManualStep::new(
            "Front with a load balancer (Nginx)",
            "The whole configuration is in `balancers/`, certificates are made by the script in `tls/`.",
        ),
        ManualStep::new(
            "Run the cluster",
            "Start the nodes one after the other, as the guide says; `bin/start-node.sh` of each node does it.",
        ),
        ManualStep::new(
            "Start up and verifying product nodes",
            "The guide's checks: members in each node's log, then a sign-in while one node after the other is down.",
        ),
    ],
};
