use super::super::words::{first, which};
use super::Book;
use crate::catalogue::Feature;
use crate::design::{Artifacts, Role};
use crate::format::markdown::{Document, Inline, code, md};
use crate::host::{START, unit_name};
use crate::plan::{Node, Plan};

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let Some(first) = first(plan) else {
        doc.paragraph("The design has no nodes.");
        return;
    };
    doc.paragraph(md!(
        "Start one node after another, each when the one before is up. {} in a node's home starts the product as that node, \
         with its flags; the unit beside it lets systemd do so.",
        code(START)
    ));
    let unit = unit_name(plan, first);
    let mut steps = vec![md!(
        "On every node, copy its unit from {} of its home to {}, such as {} on {}, and run {}.",
        code("bin/"),
        code("/etc/systemd/system/"),
        code(&unit),
        code(&first.name),
        code("systemctl daemon-reload")
    )];
    if plan.database.is_some() {
        steps.push(md!(
            "Did the product's scripts not run in step 2? Then, this once and on {} alone, let the product make the tables: \
             {}, as {}. It adds `-Dsetup`. Stop it when it is up. Two nodes with `-Dsetup` would make the same tables at once.",
            code(&first.name),
            code(format!("sh {}/{START} setup", plan.home(first))),
            code(&plan.jvm.user)
        ));
    }
    steps.push(md!("Start {}{}: {}.", code(&first.name), master(plan), enable(&unit)));
    steps.push(md!(
        "Wait for {} in {} of its home. Look for the lines of step 8 before you go on.",
        code("WSO2 Carbon started in"),
        code(plan.layout().log)
    ));
    for (role, what) in [(Role::Manager, "manager"), (Role::Node, "node")] {
        let others: Vec<&Node> = plan.of_role(role).filter(|node| node.name != first.name).collect();
        if let Some(one) = others.first() {
            clear(plan, &others, &mut steps);
            steps.push(md!(
                "Start the other {}, {}: {}{}.",
                if others.len() > 1 { format!("{what}s one by one") } else { what.to_owned() },
                which(others.iter().map(|node| &node.name)),
                enable(&unit_name(plan, one)),
                rest(others.len())
            ));
        }
    }
    let workers: Vec<&Node> = plan.of_role(Role::Worker).collect();
    if let Some(one) = workers.first() {
        clear(plan, &workers, &mut steps);
        steps.push(md!(
            "Start the workers, {}: {}{}.",
            which(workers.iter().map(|node| &node.name)),
            enable(&unit_name(plan, one)),
            rest(workers.len())
        ));
        steps.push(md!(
            "Look for {} in each worker's command line. The flag makes a node a worker: no console, no commits, local changes \
             thrown away. Without it a worker starts as one more manager.",
            code("-DworkerNode=true")
        ));
    }
    doc.steps(steps);
    doc.paragraph(md!(
        "By hand, without systemd, it is {} on {}.",
        code(format!("sh {}/{START} start", plan.home(first))),
        code(&first.name)
    ));
    if plan.nodes.iter().any(|node| node.shares_machine) {
        doc.paragraph("Nodes that share a machine have a home and a unit each, as the table of nodes says.");
    }
}

fn master(plan: &Plan) -> &'static str {
    match plan.has(Feature::ProcessEngine) && plan.separates_roles() {
        true => " first: it is the master, and slaves wait for its deployments",
        false => "",
    }
}

fn enable(unit: &str) -> Inline {
    code(format!("systemctl enable --now {unit}"))
}

fn rest(number: usize) -> &'static str {
    if number > 1 { ", and so on" } else { "" }
}

/// The first checkout needs an empty folder.
fn clear(plan: &Plan, nodes: &[&Node], steps: &mut Vec<Inline>) {
    if let (Artifacts::Svn(_), Some(one)) = (&plan.artifacts, nodes.first()) {
        steps.push(md!(
            "Before the first start of {}, empty {} there: {}{}.",
            which(nodes.iter().map(|node| &node.name)),
            code(plan.layout().artifacts),
            code(format!("sh {}/{START} clear-artifacts", plan.home(one))),
            rest(nodes.len())
        ));
    }
}
