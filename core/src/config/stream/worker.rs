use super::{Gather, Of, access, datasources, listener};
use crate::design::DatabaseUse;
use crate::edit::Why;
use crate::edit::yaml::Place;
use crate::plan::{Node, Plan};

/// The port on which a worker takes every event from the active one, before any offset.
pub(crate) const WORKER_SYNC: u16 = 9893;

const STOCK: &str = "EI 6.5.0, conf/worker/deployment.yaml";
const MANUAL: &str = "APIM 3.2.0 manual, Configure Analytics Workers as Active-Passive";

pub(super) fn state(Of { plan, node, .. }: Of<'_>, gather: &mut Gather) {
    listener::identity(node, gather);
    let secure = listener::ports(plan, node, &["default", "msf4j-https"], gather);
    if secure {
        listener::receivers(plan, node, gather);
    }
    persistence(plan, node, gather);
    datasources::state(plan, node, gather);
    group(plan, node, gather);
    synchronization(node, gather);
    access::state(plan, gather);
}

/// What queries remember lies in the database: files of one worker are of no use to the other.
fn persistence(plan: &Plan, node: &Node, gather: &mut Gather) {
    let Some(datasource) = datasources::name(plan, node, DatabaseUse::QueryState) else { return };
    let at = Place::from(["state.persistence"]);
    let why = |reason| Why::new(reason, "database", MANUAL);
    gather.truth(
        at.then("enabled"),
        true,
        why("without it a restart of both workers forgets what queries have counted"),
    );
    gather.number(at.then("intervalInMin"), 1, why("minutes between two times that the state is written down"));
    gather.number(at.then("revisionsToKeep"), 2, why("the last one may have been written halfway"));
    gather.text(
        at.then("persistenceStore"),
        "org.wso2.carbon.stream.processor.core.persistence.DBPersistenceStore",
        why("in the database, where the other worker finds it; stock writes files"),
    );
    let config = at.then("config");
    gather.text(config.then("datasource"), datasource, why("the database for it, the same on both workers"));
    gather.text(config.then("table"), "PERSISTENCE_TABLE", why("the table for it, which the product makes"));
}

fn group(plan: &Plan, node: &Node, gather: &mut Gather) {
    let at = Place::from(["cluster.config"]);
    let why = Why::new("the two workers watch each other by rows in the database", "pattern", MANUAL);
    gather.truth(at.then("enabled"), true, why);
    let domain = match node.product.id == plan.product.id {
        true => plan.domain().to_string(),
        // The analytics beside a product are a cluster of their own.
        false => node.product.domain.to_owned(),
    };
    let why = Why::new(
        "workers of one group form the pair; another pair on the same database needs another group",
        "cluster.domain",
        MANUAL,
    );
    gather.text(at.then("groupId"), domain, why);
    let why = Why::new("the only way to coordinate that there is", "pattern", STOCK);
    gather.text(
        at.then("coordinationStrategyClass"),
        "org.wso2.carbon.cluster.coordinator.rdbms.RDBMSCoordinationStrategy",
        why,
    );
    let strategy = at.then("strategyConfig");
    if let Some(datasource) = datasources::name(plan, node, DatabaseUse::Coordination) {
        let why = Why::new("the database for these rows, the same on both workers", "database", MANUAL);
        gather.text(strategy.then("datasource"), datasource, why);
    }
    for (key, value, reason) in [
        (
            "heartbeatInterval",
            5000,
            "milliseconds between two signs of life; at stock's second a long garbage collection looks like a death",
        ),
        ("heartbeatMaxRetry", 5, "so many missed signs, and the passive worker becomes the active one"),
        ("eventPollingInterval", 5000, "milliseconds between two looks at who joined or left"),
    ] {
        gather.number(strategy.then(key), value, Why::new(reason, "pattern", MANUAL));
    }
}

/// Where a worker takes every event from the active one. The numbers are those of the sample that stock has commented out.
fn synchronization(node: &Node, gather: &mut Gather) {
    let at = Place::from(["deployment.config"]);
    let why = Why::new("one of two workers answers, the other stands ready with the same state", "pattern", MANUAL);
    gather.text(at.then("type"), "ha", why);
    let server = at.then("eventSyncServer");
    let port = node.written(WORKER_SYNC);
    let says = |reason| Why::new(reason, "nodes.address", MANUAL);
    if let Some(address) = &node.address {
        let why = says("where this worker takes events from the active one: its own address, never localhost");
        gather.text(server.then("host"), address.to_string(), why);
    }
    let moved =
        || Why::new("no offset moves it, so workers on one machine have different ones", "nodes.offset", MANUAL);
    if let Some(port) = port {
        gather.port(server.then("port"), port, moved());
    }
    if let Some(address) = &node.address {
        gather.text(
            server.then("advertisedHost"),
            address.to_string(),
            says("the same, as the other worker is told it"),
        );
    }
    if let Some(port) = port {
        gather.port(server.then("advertisedPort"), port, moved());
    }
    for key in ["bossThreads", "workerThreads"] {
        gather.number(server.then(key), 10, Why::new("threads that take events", "pattern", STOCK));
    }
    let pool = at.then("eventSyncClientPool");
    for (key, value, reason) in [
        ("maxActive", 10, "connections to the other worker at once"),
        ("maxTotal", 10, "connections to it in all"),
        ("maxIdle", 10, "connections to it that are kept open"),
        ("maxWait", 60_000, "milliseconds to wait for one"),
        ("minEvictableIdleTimeMillis", 120_000, "milliseconds after which an idle one is closed"),
    ] {
        gather.number(pool.then(key), value, Why::new(reason, "pattern", STOCK));
    }
}
