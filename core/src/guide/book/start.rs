use super::super::words::first;
use super::Book;
use crate::design::{Artifacts, Role};
use crate::format::markdown::{Document, Inline, code, md};
use crate::plan::{Node, Plan};

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let script = plan.product.layout.start;
    let Some(first) = first(plan) else {
        doc.paragraph("The design has no nodes.");
        return;
    };
    doc.paragraph(md!("Start one node after another, each as {}, when the one before is up.", code(&plan.jvm.user)));
    let mut steps = Vec::new();
    match plan.database {
        Some(_) => steps.push(md!(
            "Start {}{}, this once, with {}. `-Dsetup` makes the tables that are still missing; leave it out if step 2 filled \
             the databases. Never give it to two nodes: they would make the same tables at once.",
            code(&first.name),
            master(plan),
            command(plan, first, script, " -Dsetup")
        )),
        None => steps.push(md!("Start {} with {}.", code(&first.name), command(plan, first, script, ""))),
    }
    steps.push(md!(
        "Wait for {} in {} of its home. Look for the lines of step 8 before you go on.",
        code("WSO2 Carbon started in"),
        code(plan.product.layout.log)
    ));
    if plan.database.is_some() {
        steps.push(Inline::from("Stop it and start it again without `-Dsetup`, as from now on."));
    }
    for (role, what) in [(Role::Manager, "manager"), (Role::Node, "node")] {
        let others: Vec<&Node> = plan.of_role(role).filter(|node| node.name != first.name).collect();
        if let Some(one) = others.first() {
            steps.push(md!(
                "Start the other {}, {}: {}.",
                if others.len() > 1 { format!("{what}s one by one") } else { what.to_owned() },
                super::super::words::which(others.iter().map(|node| &node.name)),
                command(plan, one, script, "")
            ));
        }
    }
    let workers: Vec<&Node> = plan.of_role(Role::Worker).collect();
    if let Some(one) = workers.first() {
        if let Artifacts::Svn(_) = plan.artifacts {
            steps.push(md!("Empty {} of each worker.", code(plan.product.layout.artifacts)));
        }
        steps.push(md!(
            "Start the workers, {}: {}. The flag makes a node a worker: no console, no commits, local changes are thrown \
             away. Without it a worker starts as a second manager.",
            super::super::words::which(workers.iter().map(|node| &node.name)),
            command(plan, one, script, " -DworkerNode=true")
        ));
    }
    doc.steps(steps);
    if plan.nodes.iter().any(|node| node.shares_machine) {
        doc.paragraph(
            "Nodes that share a machine have a home each, as the table of nodes says: start each from its own.",
        );
    }
}

fn master(plan: &Plan) -> &'static str {
    match plan.product.slaves_by_read_only_mount && plan.separates_roles() {
        true => " first: it is the master, and slaves wait for its deployments",
        false => "",
    }
}

fn command(plan: &Plan, node: &Node, script: &str, flags: &str) -> Inline {
    code(format!("sh {}/{script}{flags}", plan.home(node)))
}
