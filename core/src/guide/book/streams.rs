use super::super::words::url;
use crate::design::Role;
use crate::format::markdown::{Document, Inline, code, md};
use crate::plan::{Plan, Purpose};
use crate::value::Port;

/// What the logs of workers and dashboards say.
pub(super) fn lines(plan: &Plan, doc: &mut Document) {
    let mut roles = Vec::new();
    let mut rows = Vec::new();
    for node in &plan.nodes {
        if !roles.contains(&node.role) {
            roles.push(node.role);
            rows.push(md!(
                "{}: {} in {}.",
                node.role.heading(),
                code(node.line().launcher.started),
                code(node.layout().log)
            ));
        }
    }
    doc.bullets(rows);
    doc.paragraph(
        "The worker that starts first says in its log that it is the active one, the other that it is passive. The passive one opens no \
         receiver: its ports for events stay closed until it takes over.",
    );
}

/// What can be seen through the load balancer.
pub(super) fn outside(plan: &Plan) -> Vec<Inline> {
    let mut steps = Vec::new();
    let port = plan.service_front().map_or(Port::known(443), |front| front.https_port);
    if plan.of_role(Role::Dashboard).next().is_some() {
        let name = plan.hosts.of(Purpose::Component(Role::Dashboard));
        steps.push(md!("Open {} and sign in.", code(url(true, name, port, "/portal"))));
        steps.push(md!(
            "Open {} and add each worker by its address and the port of its listener with TLS: it is shown as active or passive.",
            code(url(true, name, port, "/monitoring"))
        ));
    }
    if plan.access.admin.is_none() {
        steps.push(Inline::from(
            "The administrator is the product's own, whose password everyone knows: set `access.admin-user` before this serves anybody.",
        ));
    }
    steps.push(Inline::from(
        "Send an event, such as a request to the product beside. Within a minute the dashboard counts it.",
    ));
    steps
}

/// The passive worker takes over.
pub(super) fn fail_over() -> Vec<Inline> {
    vec![
        Inline::from(
            "Stop the worker that is active. Within half a minute the other's log says that it became active, and its receivers open.",
        ),
        Inline::from("Send an event. The dashboard counts on from where it was."),
        Inline::from("Start the first one again: it becomes the passive one."),
    ]
}
