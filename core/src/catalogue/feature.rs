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
