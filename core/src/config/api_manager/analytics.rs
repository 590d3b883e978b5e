use super::super::messaging::{self, ANALYTICS, ANALYTICS_SIGN_IN, Spread};
use super::{Of, Statements};
use crate::catalogue::{Feature, Generation};
use crate::design::Role;
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::plan::Node;

const SOURCE: &str = "API Manager 2.6.0, api-manager.xml";

/// Where events for the analytics go, if there are any.
pub(super) fn write(Of { plan, node, .. }: Of<'_>, statements: &mut Statements) {
    let analytics: Vec<&Node> = plan.of_role(Role::Analytics).collect();
    let Some(first) = analytics.first().filter(|_| node.role != Role::TrafficManager) else { return };
    // Up to 1.10 the section had another name, up to 2.2 the analytics another maker.
    let section = if node.has(Feature::TrafficManager) { "Analytics" } else { "APIUsageTracking" };
    let stream_processor = first.line().generation == Generation::Yaml;
    let place = Place::from(["APIManager"]).then(Step::named(section));
    let at = |name: &'static str| place.then(Step::named(name));
    let why = Why::new("there are nodes for it", "nodes.role", SOURCE);
    statements.text(at("Enabled"), true, why);
    let [events, sign_in] = match stream_processor {
        true => ["StreamProcessorServerURL", "StreamProcessorAuthServerURL"],
        false => ["DASServerURL", "DASAuthServerURL"],
    };
    let receivers = |kind| messaging::receivers(analytics.iter().copied(), kind, Spread::FailOver);
    let why = Why::new(
        "one of the analytics nodes takes events, the next while it is down: what both took would be counted twice",
        "nodes.address",
        "carbon-analytics-common, data bridge agent",
    );
    statements.text(at(events), receivers(ANALYTICS), why);
    let why = Why::new("where nodes sign in at those receivers", "nodes.address", SOURCE);
    statements.text(at(sign_in), receivers(ANALYTICS_SIGN_IN), why);
    if stream_processor && matches!(node.role, Role::Publisher | Role::Store | Role::Node) {
        let why = Why::new("the portals ask it for what they show", "nodes.address", SOURCE);
        statements.text(at("StreamProcessorRestApiURL"), format!("https://{}", messaging::place(first, 7443)), why);
    }
}
