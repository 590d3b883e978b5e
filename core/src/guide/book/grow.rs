use super::Book;
use crate::catalogue::{Feature, Generation};
use crate::design::Artifacts;
use crate::format::markdown::{Document, Inline, code, md};
use crate::plan::{MembershipPlan, Plan};
use crate::{config, host, tls};

/// Another node: what changes on it, and what changes elsewhere.
pub(super) fn add(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let kind = if plan.separates_roles() { "worker" } else { "node" };
    doc.paragraph(md!(
        "A copy of a {} is not a new {}. Add it under `[[nodes]]` of the design, make the bundle again, and compare it with \
         this one: what changed is what is to be done.",
        kind,
        kind
    ));
    let mut steps = vec![md!(
        "Run {} again: it makes what the new node needs, and keeps the rest.",
        code(format!("sh {}", tls::SCRIPT))
    )];
    let own = match (plan.cluster.enabled, plan.has(Feature::ProcessEngine)) {
        (false, _) if plan.has(Feature::TaskCoordination) => {
            "are the port offset and `cluster_config.node_id`; two nodes with one id would count as one"
        }
        (false, _) => "is the port offset",
        (true, _) if plan.has(Feature::Broker) => {
            "are `localMemberHost`, `localMemberPort`, the port offset, and `nodeID`, `thriftServerHost` and `thriftServerPort` of \
             `broker.xml`"
        }
        (true, false) if plan.release.line.generation == Generation::Toml => {
            "are `server.node_ip`, `server.offset` and `clustering.local_member_port`"
        }
        (true, false) => "are `localMemberHost`, `localMemberPort`, the port offset",
        (true, true) => "are `localMemberHost`, `localMemberPort`, the port offset and `NodeId` of `bps.xml`",
    };
    steps.push(md!(
        "On the new node: unpack a fresh pack and put its files of {} in. Its own {}.",
        code("nodes/<node>/"),
        Inline::from(own)
    ));
    steps.push(Inline::from(match plan.cluster.enabled {
        true => "On a machine that has a node already it needs an offset, a member port and a home of its own.",
        false => "On a machine that has a node already it needs an offset and a home of its own.",
    }));
    steps.extend(elsewhere(plan));
    if let Artifacts::Svn(_) = plan.artifacts {
        let clear = format!("sh {} clear-artifacts", host::START);
        steps.push(md!("Empty its {}: {} in its home.", code(plan.layout().artifacts), code(clear)));
    }
    steps.push(md!(
        "Start it as in step 7: {}. Never with `-Dsetup`.",
        code(format!("systemctl enable --now {}-<node>.service", plan.name))
    ));
    if plan.cluster.enabled {
        steps.push(md!("Wait for {} on every other node.", code("Member joined")));
    }
    if !plan.fronts.is_empty() {
        steps.push(Inline::from("Take the load balancer's new files up as in step 4: test, then load."));
    }
    if plan.has(Feature::Broker) && !plan.offers_services() {
        steps.push(Inline::from("Give clients the new list of brokers (step 4). Until then they use the old ones."));
    }
    doc.steps(steps);
}

/// What other machines' files say about a new node.
fn elsewhere(plan: &Plan) -> Vec<Inline> {
    let mut steps = Vec::new();
    if plan.cluster.enabled {
        steps.push(match &plan.cluster.membership {
            MembershipPlan::WellKnown { said: false, left_out: 0, .. } => md!(
                "On every other node: {} lists the new member. It takes effect at the node's next start; until then the new \
                 node joins by its own, full list. Restart them node by node soon, so that all find each other again after a \
                 partition.",
                code(config::clustering(plan.release.line).path_in(plan.layout()))
            ),
            MembershipPlan::WellKnown { said: false, left_out, .. } => md!(
                "On every other node nothing changes: the list of well-known members is full, and {} nodes are not in it \
                 already.",
                *left_out
            ),
            MembershipPlan::WellKnown { .. } => Inline::from(
                "The design writes the list of well-known members itself: add the node to \
                 `cluster.membership.well-known.members`, unless a range there covers it.",
            ),
            MembershipPlan::Multicast { .. } => {
                Inline::from("On other nodes nothing changes: multicast finds the member, if it is in the same subnet.")
            }
            MembershipPlan::Aws { .. } => Inline::from(
                "On other nodes nothing changes: EC2 tells them. The instance needs the same security group or tag, and a \
                 member port within 5701 to 5800.",
            ),
            MembershipPlan::AwsEcs { .. } => {
                Inline::from("On other nodes nothing changes: raise the service's number of tasks, and EC2 tells them.")
            }
            MembershipPlan::Kubernetes { .. } => {
                Inline::from("On other nodes nothing changes: scale the workload, and Kubernetes tells them.")
            }
            MembershipPlan::Custom { .. } => Inline::from("Other nodes learn of it as your membership scheme says."),
        });
    }
    if let (Some(count), true) = (plan.task_server_count, plan.cluster.enabled) {
        steps.push(md!(
            "On every node: `taskServerCount` in {} is {} now. Raise it with the number of nodes that run tasks, or tasks begin \
             before the new one is up; never set it higher than that number.",
            code(config::tasks(plan.release.line).path_in(plan.layout())),
            count
        ));
    }
    if plan.has(Feature::TaskCoordination) {
        steps.push(Inline::from(
            "On every node: raise `task_server_count` in `deployment.toml` with the number of nodes, never above it.",
        ));
    }
    if plan.database.is_some() {
        steps.push(Inline::from(
            "On the database server: let its address in, and count the connections again (step 2).",
        ));
    }
    steps.push(Inline::from("In DNS and the firewall: its line of `hosts` and its rows of `firewall.md`."));
    steps
}

/// One node less.
pub(super) fn remove(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let mut steps = Vec::new();
    if !plan.fronts.is_empty() {
        steps.push(Inline::from(
            "Take it out of the load balancer as in «Restart node by node», and wait until no request runs on it.",
        ));
    }
    if plan.has(Feature::TaskCoordination) {
        steps.push(Inline::from(
            "Lower `task_server_count` in `deployment.toml` of the nodes that stay, before their next start: tasks wait for ever for \
             a node that does not come.",
        ));
    }
    if plan.task_server_count.is_some() && plan.cluster.enabled {
        steps.push(Inline::from(
            "Lower `taskServerCount` on the nodes that stay, before their next start: tasks wait for ever for a node that \
             does not come.",
        ));
    }
    steps.push(md!("Stop it with {}.", code(format!("systemctl disable --now {}-<node>.service", plan.name))));
    if plan.cluster.enabled {
        steps.push(md!("Expect {} on every other node.", code("Member left")));
    }
    steps.push(Inline::from(
        "Take it out of the design, make the bundle again, and bring the changed files to the other nodes.",
    ));
    if let (MembershipPlan::WellKnown { .. }, true) = (&plan.cluster.membership, plan.cluster.enabled) {
        steps.push(Inline::from(
            "A well-known member that is gone does no harm until its address is given to another machine: restart the nodes \
             with the new list before that.",
        ));
    }
    if let (Artifacts::Svn(_), true) = (&plan.artifacts, plan.separates_roles()) {
        steps.push(Inline::from(
            "Was it the first manager? The next one commits and sets up from then on: its files change, so make and bring \
             them before anyone deploys.",
        ));
    }
    steps.push(Inline::from(match plan.database.is_some() {
        true => "Take its address out of the database's grants and the firewall.",
        false => "Take its address out of the firewall.",
    }));
    doc.steps(steps);
}
