use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;
use crate::design::DatabaseUse;
use crate::edit::Why;
use crate::format::xml::Element;

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "consent-mgt-config.xml",
    about: "What users agreed to: in the identity database.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    plan.database.as_ref()?;
    let need = node.need(DatabaseUse::Identity).filter(|_| node.has(Feature::Consent))?;
    let root = Element::new("ConsentManager").attribute("xmlns", "http://wso2.org/carbon/consent/management");
    let mut statements = Statements::xml(root);
    let why = Why::new(
        "a consent that is given on one node is known to all; its tables are filled by the database's scripts",
        "database",
        "IS 5.5.0, consent-mgt-config.xml",
    );
    statements.text(["ConsentManager", "DataSource", "Name"], need.jndi, why);
    Some(statements)
}
