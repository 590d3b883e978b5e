use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;
use crate::design::{DatabaseUse, Role};
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::format::xml::Element;

const SOURCE: &str = "IS 5.5.0, identity.xml";

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "identity/identity.xml",
    about: "The identity database, and sessions that outlive their node.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds,
};

fn holds(of: Of<'_>) -> Option<Statements> {
    let Of { plan, node, .. } = of;
    if !node.has(Feature::Identity) {
        return None;
    }
    let root = Element::new("Server").attribute("xmlns", "http://wso2.org/projects/carbon/carbon.xml");
    let mut statements = Statements::xml(root);
    let manager = Place::from(["Server", "JDBCPersistenceManager"]);
    if let Some(need) = plan.database.as_ref().and_then(|_| node.need(DatabaseUse::Identity)) {
        let why = Why::new("service providers, tokens and sessions are the same on every node", "database", SOURCE);
        statements.text(manager.then(Step::named("DataSource")).then(Step::named("Name")), need.jndi, why);
    }
    let sessions = manager.then(Step::named("SessionDataPersist"));
    let why = Why::new("a session that one node opened is found by the others, in the database", "pattern", SOURCE);
    statements.text(sessions.then(Step::named("Enable")), true, why);
    let why = Why::new(
        "so are steps of a sign-in that has not ended: the next request may come to another node",
        "pattern",
        SOURCE,
    );
    statements.text(sessions.then(Step::named("Temporary")), true, why);
    listeners(of, &mut statements);
    Some(statements)
}

/// What publishes sign-ins and sessions is off as the product comes.
fn listeners(Of { plan, node, .. }: Of<'_>, statements: &mut Statements) {
    if !node.has(Feature::SignInListeners) || plan.of_role(Role::Analytics).next().is_none() {
        return;
    }
    for class in ["DASLoginDataPublisherImpl", "DASSessionDataPublisherImpl"] {
        let name = format!("org.wso2.carbon.identity.data.publisher.application.authentication.impl.{class}");
        let at = Place::from(["Server", "EventListeners"]).then(Step::with_attribute("EventListener", "name", name));
        let why = Why::new("the analytics learn of sign-ins and sessions", "pattern", SOURCE);
        statements.attribute(at, "enable", true, why);
    }
}
