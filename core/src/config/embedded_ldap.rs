use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::format::xml::Element;

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "identity/embedded-ldap.xml",
    about: "The directory inside the node, which nobody asks in a cluster: off.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds,
};

fn holds(Of { node, .. }: Of<'_>) -> Option<Statements> {
    if !node.has(Feature::EmbeddedLdap) {
        return None;
    }
    let mut statements = Statements::xml(Element::new("EmbeddedLDAPConfig"));
    let at =
        Place::from(["EmbeddedLDAPConfig", "EmbeddedLDAP"]).then(Step::with_attribute("Property", "name", "enable"));
    let why = Why::new(
        "each node would keep users of its own in it, and its password is in every manual",
        "user-store",
        "IS 5.5.0, embedded-ldap.xml; production guidelines",
    );
    statements.text(at, false, why);
    Some(statements)
}
