use super::Gather;
use crate::catalogue::DatabaseNeed;
use crate::design::DatabaseUse;
use crate::edit::Why;
use crate::edit::yaml::Place;
use crate::plan::{DatabasePlan, Node, Plan, SchemaPlan};

const SOURCE: &str = "EI 6.5.0, conf/worker/deployment.yaml";

/// What dashboards keep besides: stock has a database for each, here they are one. Their tables have different names.
const BESIDE_DASHBOARDS: &[(&str, &str)] = &[
    ("BUSINESS_RULES_DB", "jdbc/BUSINESS_RULES_DB"),
    ("WSO2_STATUS_DASHBOARD_DB", "jdbc/wso2_status_dashboard"),
    ("WSO2_PERMISSIONS_DB", "jdbc/PERMISSION_DB"),
];

/// The name of the datasource for a purpose; none where the node has no database for it.
pub(super) fn name(plan: &Plan, node: &Node, purpose: DatabaseUse) -> Option<&'static str> {
    let database = plan.database.as_ref()?;
    database.of(node).find(|(need, _)| need.purpose == purpose).map(|(need, _)| need.datasource)
}

/// The shared databases of a node.
pub(super) fn state(plan: &Plan, node: &Node, gather: &mut Gather) {
    let Some(database) = &plan.database else { return };
    for (need, schema) in database.of(node) {
        let beside = if need.purpose == DatabaseUse::Dashboards { BESIDE_DASHBOARDS } else { &[] };
        let pool = usize::from(schema.pool) / (beside.len() + 1);
        let pool = i64::try_from(pool.max(1)).unwrap_or(1);
        let source = Source { plan, database, need, schema, pool };
        source.state(need.datasource, need.jndi, gather);
        for (name, jndi) in beside {
            source.state(name, jndi, gather);
        }
    }
}

struct Source<'p> {
    plan: &'p Plan,
    database: &'p DatabasePlan,
    need: &'static DatabaseNeed,
    schema: &'p SchemaPlan,
    pool: i64,
}

impl Source<'_> {
    /// One datasource. What stock has keeps the rest of its pool; what is added gets the pool of the others.
    fn state(&self, name: &'static str, jndi: &'static str, gather: &mut Gather) {
        let Self { plan, database, need, schema, pool } = self;
        let at = Place::from(["wso2.datasources", "dataSources"]).item(&["name"], name);
        let definition = at.then("definition");
        let configuration = definition.then("configuration");
        let same = || Why::new("every node uses the same database", "database", SOURCE);
        let added = || Why::new("as the datasources that stock has", "database", SOURCE);
        if !need.in_stock {
            gather.text(at.then("description"), need.content, added());
            gather.text(at.then("jndiConfig").then("name"), jndi, added());
            gather.text(definition.then("type"), "RDBMS", added());
        }
        gather.text(configuration.then("jdbcUrl"), schema.url.clone(), same());
        gather.text(configuration.then("username"), schema.user.to_string(), same());
        gather.secret(plan, configuration.then("password"), &schema.password, same());
        gather.text(configuration.then("driverClassName"), database.vendor.driver, same());
        let why = Why::new("connections that this node holds open to it at most", "database", SOURCE);
        gather.number(configuration.then("maxPoolSize"), *pool, why);
        if !need.in_stock {
            gather.number(configuration.then("idleTimeout"), 60_000, added());
        }
        let why = Why::new("asks whether a connection is still alive, in this vendor's words", "database", SOURCE);
        gather.text(configuration.then("connectionTestQuery"), database.vendor.validation, why);
        if !need.in_stock {
            gather.number(configuration.then("validationTimeout"), 30_000, added());
            gather.truth(configuration.then("isAutoCommit"), false, added());
        }
    }
}
