use super::{Of, Tables};
use crate::catalogue::DatabaseNeed;
use crate::edit::Why;
use crate::edit::toml::Place;
use crate::plan::SchemaPlan;

const SOURCE: &str = "IS 7.0.0, master-datasources.xml.j2";

/// `[database.…]`, or a `[[datasource]]` of its own.
pub(super) fn holds(of @ Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let Some(database) = &plan.database else {
        node.line().databases.iter().filter(|need| need.in_stock).for_each(|need| shipped(need, tables));
        return;
    };
    for (need, schema) in database.of(node) {
        database_of(of, need, schema, tables);
    }
}

/// Where nothing is shared, the node's own database stays as the product comes with it. Defaults refer to these keys, so
/// that a file without them keeps the product from starting.
fn shipped(need: &'static DatabaseNeed, tables: &mut Tables) {
    let place = Place::from(["database"]).then(need.table);
    let file = need.datasource.replacen("WSO2_", "WSO2", 1);
    let url = format!("jdbc:h2:./repository/database/{file};DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=60000");
    let why = || Why::new("as the product comes: this node shares no database", "pattern", "IS 7.0.0, deployment.toml");
    for (key, value) in [("type", "h2".to_owned()), ("url", url)] {
        tables.present(place.then(key), value, why());
    }
    for key in ["username", "password"] {
        tables.present(place.then(key), "wso2carbon", why());
    }
}

fn database_of(Of { plan, .. }: Of<'_>, need: &'static DatabaseNeed, schema: &SchemaPlan, tables: &mut Tables) {
    let Some(vendor) = plan.database.as_ref().map(|database| database.vendor) else { return };
    let place = if need.table.is_empty() {
        Place(Vec::new()).entry("datasource", "id", need.datasource)
    } else {
        Place::from(["database"]).then(need.table)
    };
    let at = |key: &'static str| place.then(key);
    let why = || Why::new("every node of the cluster uses the same database", "database", SOURCE);
    if !need.table.is_empty() {
        tables.plain(at("type"), vendor.toml, why());
    }
    tables.text(at("url"), schema.url.clone(), why());
    tables.text(at("username"), schema.user.clone(), why());
    tables.secret(at("password"), &schema.password, &plan.secrets, why());
    let why = Why::new("the class in the vendor's JDBC driver", "database", "kernel 4.6.1, infer.json");
    tables.plain(at("driver"), vendor.driver, why);
    let pool = place.then("pool_options");
    let why = Why::new("connections that this node may hold open", "database", SOURCE);
    tables.integer(pool.then("maxActive"), schema.pool, why);
    let proves = |reason| Why::new(reason, "database", "Apache Tomcat 9, JDBC connection pool");
    if !need.in_stock {
        tables.integer(pool.then("maxWait"), 60_000, proves("milliseconds to wait for a connection"));
        tables.bool(pool.then("testOnBorrow"), true, proves("a connection that the database closed is not handed out"));
        let why = proves("milliseconds for which a connection counts as proved");
        tables.integer(pool.then("validationInterval"), 30_000, why);
    }
    let why = proves("the query that proves a connection; another vendor's fails every time");
    tables.plain(pool.then("validationQuery"), vendor.validation, why);
}
