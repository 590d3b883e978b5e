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
    if plan.database.is_some() && first.line().launcher.options && !plan.has(Feature::MicroIntegrator) {
        steps.push(md!(
            "Did the product's scripts not run in step 2? Then, this once and on {} alone, let the product make the tables: \
             {}, as {}. It adds `-Dsetup`. Stop it when it is up. Two nodes with `-Dsetup` would make the same tables at once.",
            code(&first.name),
            code(format!("sh {}/{START} setup", plan.home(first))),
            code(&plan.jvm.user)
        ));
    }
    for role in order(plan) {
        if role == first.role {
            steps.push(md!("Start {}{}: {}.", code(&first.name), master(plan), enable(&unit)));
            steps.push(md!(
                "Wait for {} in {} of its home. Look for the lines of step 8 before you go on.",
                code(first.line().launcher.started),
                code(first.layout().log)
            ));
        }
        let others: Vec<&Node> = plan.of_role(role).filter(|node| node.name != first.name).collect();
        let Some(one) = others.first() else { continue };
        clear(plan, &others, &mut steps);
        let again = if role == first.role { "other " } else { "" };
        let what = match (others.len(), role == first.role) {
            (1, _) => role.name().to_owned(),
            (_, true) => format!("{} one by one", role.plural()),
            (_, false) => role.plural().to_owned(),
        };
        steps.push(md!(
            "Start the {}{}, {}: {}{}.",
            again,
            what,
            which(others.iter().map(|node| &node.name)),
            enable(&unit_name(plan, one)),
            rest(others.len())
        ));
        if one.is_worker() {
            steps.push(md!(
                "Look for {} in each {}'s command line. The flag makes a node a worker: no console, no commits, local changes \
                 thrown away. Without it a worker starts as one more manager.",
                code("-DworkerNode=true"),
                role.name()
            ));
        }
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

/// The roles in the order in which they start: who must be there for others first; those who take requests last.
fn order(plan: &Plan) -> Vec<Role> {
    let mut roles = plan.roles();
    // Equal nodes of a role keep their order; managers come before workers as in the list of roles.
    roles.sort_by_key(|role| match role {
        Role::Analytics => 0,
        Role::Dashboard => 1,
        Role::Manager | Role::Worker | Role::Node => 2,
        Role::KeyManager => 3,
        Role::TrafficManager | Role::ControlPlane => 4,
        Role::Publisher | Role::Store | Role::DevPortal => 5,
        Role::GatewayManager => 6,
        Role::GatewayWorker | Role::Gateway => 7,
    });
    roles
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
