use super::business_process_server::PROCESSES;
use super::identity_server_toml::{LINE_59, LINE_60, LINE_70};
use super::{
    CARBON, Companion, DatabaseNeed, Feature, Kernel, Line, Product, REGISTRY, Release, USERS, Version,
    identity_server_analytics,
};
use crate::catalogue::component::NODE;
use crate::catalogue::{Component, Manual, ManualStep};
use crate::design::{DatabaseUse, Pattern};

/// Identity Server: XML files up to 5.8.0, `deployment.toml` from 5.9.0.
///
/// Its nodes are equal and always a cluster. `independent` is left out, because what one node changes (a role, a service
/// provider, a token) another goes on reading from its cache unless messages of the cluster invalidate it (product-is#13170);
/// `full-replication` is left out, because its caches are built to stay local and be invalidated (product-is#4194).
pub(super) static PRODUCT: Product = Product {
    id: "is",
    name: "WSO2 Identity Server",
    pack: "is",
    releases: &[
        Release::new(Version::new(5, 1, 0), Kernel::new(4, 4, 3), &LINE_51),
        with_analytics(Release::new(Version::new(5, 2, 0), Kernel::new(4, 4, 9), &LINE_52), Version::new(5, 2, 0)),
        with_analytics(Release::new(Version::new(5, 3, 0), Kernel::new(4, 4, 11), &LINE_52), Version::new(5, 3, 0)),
        with_analytics(Release::new(Version::new(5, 4, 0), Kernel::new(4, 4, 20), &LINE_52), Version::new(5, 4, 0)),
        with_analytics(Release::new(Version::new(5, 4, 1), Kernel::new(4, 4, 22), &LINE_52), Version::new(5, 4, 0)),
        with_analytics(Release::new(Version::new(5, 5, 0), Kernel::new(4, 4, 26), &LINE_55), Version::new(5, 5, 0)),
        with_analytics(Release::new(Version::new(5, 6, 0), Kernel::new(4, 4, 32), &LINE_55), Version::new(5, 6, 0)),
        with_analytics(Release::new(Version::new(5, 7, 0), Kernel::new(4, 4, 35), &LINE_57), Version::new(5, 7, 0)),
        with_analytics(Release::new(Version::new(5, 8, 0), Kernel::new(4, 4, 40), &LINE_58), Version::new(5, 8, 0)),
        Release::new(Version::new(5, 9, 0), Kernel::new(4, 5, 1), &LINE_59),
        Release::new(Version::new(5, 10, 0), Kernel::new(4, 6, 0), &LINE_59),
        Release::new(Version::new(5, 11, 0), Kernel::new(4, 6, 1), &LINE_59),
        Release::new(Version::new(6, 0, 0), Kernel::new(4, 7, 1), &LINE_60),
        Release::new(Version::new(6, 1, 0), Kernel::new(4, 9, 0), &LINE_60),
        Release::new(Version::new(7, 0, 0), Kernel::new(4, 10, 9), &LINE_70),
        Release::new(Version::new(7, 1, 0), Kernel::new(4, 10, 42), &LINE_70),
        Release::new(Version::new(7, 2, 0), Kernel::new(4, 10, 101), &LINE_70),
    ],
    domain: "wso2.is.domain",
    elb_services: &["identity", "is"],
    host: "is.wso2.com",
    console_label: "mgt",
    config_path: "/_system/isNodes",
    worker_manager: false,
};

/// The analytics that go with a release.
const fn with_analytics(release: Release, analytics: Version) -> Release {
    let companion = Companion { product: &identity_server_analytics::PRODUCT, release: analytics };
    Release { analytics: Some(companion), ..release }
}

/// 5.1.0 has nothing yet that publishes to analytics.
static LINE_51: Line = Line { features: FEATURES, ..LINE };

static LINE_52: Line = Line {
    patterns: PATTERNS,
    features: &[Feature::Identity, Feature::EmbeddedLdap, Feature::DashboardSignIn, Feature::SignInListeners],
    ..LINE
};

/// 5.5.0 brought the consents of users.
static LINE_55: Line = Line {
    patterns: PATTERNS,
    databases: &[USERS, REGISTRY, DatabaseNeed { scripts: &[IDENTITY_SCRIPT, CONSENT_SCRIPT], ..IDENTITY }, PROCESSES],
    features: &[
        Feature::Identity,
        Feature::EmbeddedLdap,
        Feature::DashboardSignIn,
        Feature::SignInListeners,
        Feature::Consent,
    ],
    ..LINE
};

/// 5.7.0 brought User-Managed Access.
static LINE_57: Line = Line { patterns: PATTERNS, databases: WITH_UMA, ..LINE_55 };

/// From 5.8.0 on handlers of events publish sign-ins and sessions.
static LINE_58: Line = Line {
    patterns: PATTERNS,
    databases: WITH_UMA,
    features: &[
        Feature::Identity,
        Feature::EmbeddedLdap,
        Feature::DashboardSignIn,
        Feature::SignInHandlers,
        Feature::Consent,
    ],
    ..LINE
};

const LINE: Line = Line {
    // Its distribution leaves the Version service out.
    health: "",
    patterns: WITHOUT_ANALYTICS,
    components: COMPONENTS,
    databases: &[USERS, REGISTRY, IDENTITY, PROCESSES],
    features: FEATURES,
    manuals: MANUALS,
    ..CARBON
};

const WITHOUT_ANALYTICS: &[Pattern] = &[Pattern::Symmetric, Pattern::SharedDatabase, Pattern::StickySessions];

const PATTERNS: &[Pattern] =
    &[Pattern::Symmetric, Pattern::SharedDatabase, Pattern::StickySessions, Pattern::SymmetricAnalytics];

const COMPONENTS: &[Component] = &[NODE];

const FEATURES: &[Feature] = &[Feature::Identity, Feature::EmbeddedLdap, Feature::DashboardSignIn];

const IDENTITY_SCRIPT: &str = "identity/{identity}.sql";
const CONSENT_SCRIPT: &str = "consent/{identity}.sql";
const UMA_SCRIPT: &str = "identity/uma/{kernel}.sql";

const WITH_UMA: &[DatabaseNeed] =
    &[USERS, REGISTRY, DatabaseNeed { scripts: &[IDENTITY_SCRIPT, CONSENT_SCRIPT, UMA_SCRIPT], ..IDENTITY }, PROCESSES];

/// Service providers, identity providers, tokens and sessions. The manual's own sample calls it by two names
/// (`WSO2IdentityDS` and `WSO2IDENTITYDB`), which then find nothing.
pub(super) const IDENTITY: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::Identity,
    datasource: "WSO2_IDENTITY_DB",
    jndi: "jdbc/WSO2IdentityDB",
    file: "datasources/master-datasources.xml",
    in_stock: false,
    schema: "wso2_identity_db",
    user: "wso2_identity",
    content: "service providers, tokens and sessions",
    pool: 50,
    scripts: &[IDENTITY_SCRIPT],
    table: "identity_db",
};

const MANUALS: &[Manual] = &[
    Manual { title: "Identity Server, deployment pattern 1", patterns: WITHOUT_ANALYTICS, steps: PATTERN_1 },
    Manual {
        title: "Identity Server, deployment pattern 2",
        patterns: &[Pattern::SymmetricAnalytics],
        steps: PATTERN_2,
    },
];

const PATTERN_1: &[ManualStep] =
    &[USER_STORE, DATASOURCES, MOUNTS, CLUSTER, HOST_NAMES, SYNCHRONIZATION, DASHBOARD, BALANCER, RUN, START];

const PATTERN_2: &[ManualStep] = &[
    USER_STORE,
    DATASOURCES,
    MOUNTS,
    CLUSTER,
    HOST_NAMES,
    SYNCHRONIZATION,
    DASHBOARD,
    BALANCER,
    RUN,
    ManualStep::new("Start up and verify product nodes", "Step 8: Verify, with one node stopped after the other."),
    ManualStep::new(
        "Configure minimum High availability deployment for WSO2 IS Analytics",
        "Done in the files of the two analytics nodes. On the others the publishers in \
         `repository/deployment/server/eventpublishers` name both, and what publishes sign-ins and sessions is switched on.",
    ),
    ManualStep::new(
        "Start the cluster",
        "Step 7: Start. The analytics first: events that nobody takes are lost once the publishers' queues are full.",
    ),
    ManualStep::new(
        "Test the HA deployment",
        "Step 8: Verify. Sign in with one of the two analytics nodes stopped; the dashboards show it all the same.",
    ),
];

const USER_STORE: ManualStep = ManualStep::new(
    "Configure the user store",
    "Done in `user-mgt.xml` and `identity/embedded-ldap.xml`: every node asks the same store (`user-store` in the design; a \
         database where it is left out), and none starts a directory of its own.",
);

const DATASOURCES: ManualStep = ManualStep::new(
    "Configure the datasources",
    "Done in `master-datasources.xml`, `bps-datasources.xml` and `identity/identity.xml`; Step 2: Databases makes and fills \
         the databases. The manual names the identity datasource in two ways, of which neither finds the other; here it is \
         `jdbc/WSO2IdentityDB` everywhere.",
);

const MOUNTS: ManualStep = ManualStep::new(
    "Mount the registry",
    "Done in `registry.xml`. `versionResourcesOnChange` is false as the product comes, and stays so.",
);

const CLUSTER: ManualStep = ManualStep::new(
    "Cluster Identity Server for high availability",
    "Done in `axis2.xml`, and in `carbon.xml` with ForceLocalCache: caches stay on their node, and the cluster invalidates \
         them.",
);

const HOST_NAMES: ManualStep = ManualStep::new(
    "Change hostnames and ports",
    "Done in `carbon.xml` and `catalina-server.xml`. What `identity/identity.xml` says of addresses follows from these two; \
         the web applications' own calls go to their own node (`identity/EndpointConfig.properties`).",
);

const SYNCHRONIZATION: ManualStep = ManualStep::new(
    "Enable artifact synchronization",
    "Step 6: Artifacts. User stores, tenants and policies that the console deploys lie in `repository/deployment` and \
         `repository/tenants`; a shared folder carries both.",
);

const DASHBOARD: ManualStep = ManualStep::new(
    "Set up the dashboard",
    "`identity/sso-idp-config.xml` is done. Three more files name the load balancer and lie outside of the configuration, so set \
     them by hand, below `repository/deployment/server`. In `jaggeryapps/dashboard/conf/site.json` and \
     `jaggeryapps/portal/conf/site.json`: `\"proxyHost\" : \"<hosts.service>\"` and `\"proxyHTTPSPort\" : \"443\"` below \
     `\"proxy\"`; from 5.8.0 on also `\"serviceOrigin\" : \"https://localhost:9443\"` below `\"server\"` (9443 with the node's \
     offset), so that gadgets ask their own node. In `webapps/shindig/WEB-INF/web.xml`, up to 5.3.0: `shindig.host=<hosts.service>` \
     and `shindig.port=443`. Before 5.8.0 gadgets call admin services by the public name, which the load balancer lets the \
     cluster's own nodes do.",
);

const BALANCER: ManualStep = ManualStep::new(
    "Front with a load balancer (Nginx)",
    "Step 4: Load balancers. Clients stay with a node, which the manual says «may» be needed: console, dashboard and password \
         recovery keep their sessions in one node's memory.",
);

const RUN: ManualStep = ManualStep::new(
    "Run the cluster",
    "Step 7: Start. The first node alone, until it has made its administrator; then the others.",
);

const START: ManualStep =
    ManualStep::new("Start up and verifying product nodes", "Step 8: Verify, with one node stopped after the other.");
