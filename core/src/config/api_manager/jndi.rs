use super::super::messaging::{self, SignIn};
use super::{ConfigFile, Generation, MANUAL, Of, Statements, Varies, traffic_managers};
use crate::catalogue::Feature;
use crate::design::Role;
use crate::edit::Why;
use crate::edit::properties::Edit;

pub(in super::super) static FILE: ConfigFile = ConfigFile {
    path: "jndi.properties",
    about: "The brokers at which nodes publish whom to throttle and whom to block.",
    generation: Generation::Xml,
    varies: Varies::ByNode,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    if !node.has(Feature::TrafficManager) {
        return None;
    }
    let sign_in = SignIn::admin(plan);
    let (url, why) = match node.role {
        // Its decisions are complete, so gateways that listen to it need no other's.
        Role::TrafficManager => (
            messaging::broker_url(&sign_in, "clientid", "carbon", [node]),
            Why::new("a traffic manager publishes its decisions at its own broker", "nodes.offset", MANUAL),
        ),
        Role::Publisher | Role::Node => (
            messaging::broker_url(&sign_in, "clientid", "carbon", traffic_managers(plan)),
            Why::new(
                "who is blocked is published at the broker that gateways listen to: the same list, in the same order, as in api-manager.xml",
                "nodes.address",
                MANUAL,
            ),
        ),
        _ => return None,
    };
    let edits = vec![
        Edit { key: "connectionfactory.TopicConnectionFactory".into(), value: url, why },
        Edit {
            key: "topic.throttleData".into(),
            value: "throttleData".into(),
            why: Why::new(
                "the topic that decisions and blocks go over, as the product comes with it",
                "pattern",
                MANUAL,
            ),
        },
    ];
    let mut statements = Statements::properties(edits);
    if plan.access.admin.is_some() {
        statements.holds_secret();
    }
    Some(statements)
}
