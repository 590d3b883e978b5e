/// Something that a product is made of and that needs settings of its own in a cluster. What a product has stands in its
/// line of the catalogue; a configuration file asks for features, never for products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Feature {
    /// The process engine of `bps.xml` with its locks. A node is a slave because its `/_system/config` mount is read-only, so workers'
    /// mounts must be.
    ProcessEngine,
    /// `identity/identity.xml`: the identity database, sessions and caches.
    Identity,
    /// `identity/embedded-ldap.xml`: a directory inside the node, which must be off in a cluster.
    EmbeddedLdap,
    /// The sign-in of dashboards by SAML, which names the load balancer's host; and their gadgets, which call admin services
    /// by that name from the nodes.
    DashboardSignIn,
    /// `consent-mgt-config.xml`: what users agreed to, in the identity database.
    Consent,
    /// Listeners of `identity/identity.xml` that publish sign-ins and sessions to analytics.
    SignInListeners,
    /// Handlers of `identity/identity-event.properties` that publish sign-ins and sessions to analytics.
    SignInHandlers,
    /// `api-manager.xml` with its components.
    ApiManager,
    /// API Manager from 2.0: a traffic manager counts requests, and its broker tells gateways; before, Hazelcast counted.
    TrafficManager,
    /// API Manager from 3.2: deployed APIs are in the database, where gateways fetch them; before, nodes share a folder.
    ArtifactStore,
    /// API Manager from 3.2: what one of two nodes decides it also tells the other's broker, by `event_duplicate_url`.
    EventDuplication,
    /// API Manager 4: APIs, subscriptions and keys reach the other nodes as events of the control plane.
    EventHub,
    /// API Manager from 4.5: each gateway tells the control plane what it has deployed, by an id of its own.
    GatewayNotification,
    /// Micro Integrator: no servlet transport, and paths of keystores from the home on.
    MicroIntegrator,
    /// Micro Integrator from 1.2: nodes share scheduled tasks through rows of a database.
    TaskCoordination,
    /// `broker.xml`: messages and the slots that nodes share.
    Broker,
    /// `event-processor.xml`: which of two nodes answers.
    EventProcessor,
    /// `analytics/spark/spark-defaults.conf`: Spark within the nodes.
    Spark,
    /// Siddhi queries in a Carbon 5 runtime that `deployment.yaml` configures: two workers, one of which answers, and dashboards.
    StreamProcessor,
    /// A store and a publisher of assets that name the load balancer's host.
    AssetStore,
}
