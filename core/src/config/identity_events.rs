use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;
use crate::design::Role;
use crate::edit::Why;
use crate::edit::properties::Edit;

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "identity/identity-event.properties",
    about: "Handlers of events that publish sign-ins and sessions to the analytics.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    if !node.has(Feature::SignInHandlers) || plan.of_role(Role::Analytics).next().is_none() {
        return None;
    }
    let edit = |key: &'static str| Edit {
        key: key.into(),
        value: "true".into(),
        why: Why::new("the analytics learn of sign-ins and sessions", "pattern", "IS 5.8.0 manual, data publishers"),
    };
    let keys = ["analyticsLoginDataPublisher.enable", "analyticsSessionDataPublisher.enable"];
    Some(Statements::shipped("=", keys.map(edit).into()))
}
