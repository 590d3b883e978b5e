use super::statements::secret_element;
use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::{DatabaseNeed, Kernel};
use crate::design::DatabaseUse;
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::format::xml::Element;
use crate::plan::{DatabasePlan, Node, Plan, SchemaPlan};

const SOURCE: &str = "ADMIN44x manual, sharing databases in a cluster";

pub(super) static MASTER: ConfigFile = ConfigFile {
    path: "datasources/master-datasources.xml",
    about: "The shared databases for users and registry; each node keeps its local one besides.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds: |of| holds(of, MASTER.path),
};

pub(super) static BPS: ConfigFile = ConfigFile {
    path: "datasources/bps-datasources.xml",
    about: "The shared database for BPEL processes and human tasks.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds: |of| holds(of, BPS.path),
};

pub(super) static ACTIVITI: ConfigFile = ConfigFile {
    path: "datasources/activiti-datasources.xml",
    about: "The shared database for BPMN processes.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds: |of| holds(of, ACTIVITI.path),
};

pub(super) static ANALYTICS: ConfigFile = ConfigFile {
    path: "datasources/analytics-datasources.xml",
    about: "The shared databases for events and for what was found in them.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds: |of| holds(of, ANALYTICS.path),
};

fn holds(Of { plan, node, .. }: Of<'_>, file: &str) -> Option<Statements> {
    let database = plan.database.as_ref()?;
    let mut schemas = database.of(node).filter(|(need, _)| need.file == file).peekable();
    schemas.peek()?;
    let mut statements = Statements::xml(Element::new("datasources-configuration"));
    statements.holds_secret();
    for (need, schema) in schemas {
        let at = Place::from(["datasources-configuration", "datasources"]).then(Step::with_child(
            "datasource",
            "name",
            need.datasource,
        ));
        statements.vault(&schema.password, &at);
        let why = Why::new("every node of the cluster uses the same database", "database", SOURCE);
        statements.element(at, datasource(plan, node, database, need, schema), why);
    }
    Some(statements)
}

/// What stock has on H2 keeps the rest of its pool; what is added gets the pool that stock gives its local database.
fn datasource(plan: &Plan, node: &Node, database: &DatabasePlan, need: &DatabaseNeed, schema: &SchemaPlan) -> Element {
    let vendor = database.vendor;
    let mut configuration = Element::new("configuration")
        .child(Element::text("url", schema.url.clone()))
        .child(Element::text("username", schema.user.clone()))
        .child(secret_element("password", &schema.password, &plan.secrets))
        .child(Element::text("driverClassName", vendor.driver));
    if need.in_stock {
        configuration = configuration
            .child(Element::text("maxActive", schema.pool))
            .child(Element::text("testOnBorrow", true))
            .child(Element::text("validationQuery", vendor.validation));
        // The message store ends its transactions itself.
        if need.purpose == DatabaseUse::Messages {
            configuration = configuration.child(Element::text("defaultAutoCommit", false));
        }
    } else {
        configuration = configuration
            .child(Element::text("maxActive", schema.pool))
            .child(Element::text("maxWait", "60000"))
            .child(Element::text("testOnBorrow", true))
            .child(Element::text("validationQuery", vendor.validation))
            .child(Element::text("validationInterval", "30000"));
        // Stock says so of its own database from this kernel on.
        if node.release.kernel >= Kernel::new(4, 3, 0) {
            configuration = configuration.child(Element::text("defaultAutoCommit", false));
        }
    }
    let mut datasource = Element::new("datasource").child(Element::text("name", need.datasource));
    if !need.in_stock {
        datasource = datasource.child(Element::text("description", need.content));
    }
    if !need.jndi.is_empty() {
        datasource = datasource.child(Element::new("jndiConfig").child(Element::text("name", need.jndi)));
    }
    datasource.child(Element::new("definition").attribute("type", "RDBMS").child(configuration))
}
