use super::super::words::{about, programs};
use super::Book;
use crate::catalogue::Feature;
use crate::design::Artifacts;
use crate::format::markdown::{Document, Inline, code, md};

/// The production guidelines' rolling procedure.
pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let order = match plan.separates_roles() {
        true if plan.has(Feature::ProcessEngine) => {
            "For an update, a new configuration or a new artifact: the master first, then the slaves, one at a time."
        }
        true => {
            "For an update or a new configuration: the managers that stand by, the active one, then workers, one at a time."
        }
        false => "For an update or a new configuration: one node at a time.",
    };
    doc.paragraph(order);
    let mut steps = Vec::new();
    let all = programs(plan).len();
    steps.extend(programs(plan).map(|program| about(program, all, program.operation.drain)));
    steps.push(match (plan.offers_services(), plan.fronts.iter().map(|front| front.limits.answer).max()) {
        (true, Some(seconds)) => md!(
            "Wait until no request runs on it: {} seconds are the longest that the load balancer lets an answer take.",
            seconds
        ),
        (true, None) => {
            Inline::from("Take it out of the platform's load balancer, and wait until no request runs on it.")
        }
        (false, _) => Inline::from("Its clients change over to the other nodes by themselves when it stops."),
    });
    let closing = match plan.cluster.enabled {
        true => "a node that closes itself gives its tasks and its place in the cluster back",
        false => "a node that closes itself answers what it has begun",
    };
    let stop = code(format!("systemctl stop {}-<node>", plan.name));
    steps.push(md!("Stop it with {}. Do not kill it: {}.", stop, closing));
    steps.push(Inline::from("Install the update, the configuration or the artifact."));
    steps.push(md!("Start it with {}.", code(format!("systemctl start {}-<node>", plan.name))));
    if plan.cluster.enabled {
        steps.push(md!("Wait for {} on another node.", code("Member joined")));
    }
    steps.push(Inline::from(match plan.offers_services() {
        true => "Call something on the node itself, at its own address and port.",
        false => "Send a message through the node itself, at its own address and port.",
    }));
    if !plan.fronts.is_empty() {
        steps.push(Inline::from(
            "Put it back into the load balancer. Look at its error rate before you take the next node.",
        ));
    }
    doc.steps(steps);
    if let Artifacts::Svn(_) = plan.artifacts {
        doc.paragraph(
            "The synchronizer hands a new artifact to all nodes at once. To try it on one node first, switch the synchronizer \
             off on the others (`DeploymentSynchronizer/Enabled`) for that time, or deploy by a pipeline.",
        );
    }
    if plan.release.shutdown_hook_off_deletes_tasks {
        doc.paragraph(
            "On this release `hazelcast.shutdownhook.enabled=false` makes an orderly stop delete scheduled tasks and message \
             processors unless updates are installed. It is not set here; do not add it.",
        );
    }
}
