use super::Book;
use crate::design::Artifacts;
use crate::edit::Value;
use crate::format::markdown::{Document, Inline, code, join, md};
use crate::plan::Purpose;

/// What must not be lost.
pub(super) fn back_up(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let layout = plan.layout();
    let mut items = Vec::new();
    if let Some(database) = &plan.database {
        let names = join(database.schemas.iter().map(|schema| code(&schema.name)), ", ");
        items.push(md!("The databases {}, at one and the same moment.", names));
    }
    items.push(match &plan.artifacts {
        Artifacts::Svn(svn) => md!("The repository {}.", code(Value::from(svn.url.clone()))),
        Artifacts::SharedFolder(_) => Inline::from("The shared folder."),
        Artifacts::Push => Inline::from("The pipeline's source of artifacts."),
    });
    items.push(md!(
        "Keystore and truststore in {}, apart from the rest and locked away. Without the keystore nothing that was encrypted \
         can be read again.",
        code(layout.security)
    ));
    items.push(Inline::from("The design and this bundle, and where each secret comes from."));
    items.push(md!("{} of each node, if anything was changed there by hand.", code(layout.conf)));
    items.push(Inline::from("Restore into an empty place once, before you need to."));
    doc.bullets(items);
}

/// What tells of trouble before users do.
pub(super) fn watch(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let mut items = Vec::new();
    if plan.cluster.enabled {
        items.push(md!(
            "{} and {} in every log: a member that leaves without anyone stopping it is the first sign of trouble. The \
             cluster has {} members.",
            code("Member left"),
            code("Member joined"),
            plan.nodes.len()
        ));
        if let Some(seconds) = plan
            .cluster
            .hazelcast
            .iter()
            .find(|(key, _)| key.as_str() == "hazelcast.max.no.heartbeat.seconds")
            .map(|(_, value)| value.as_str())
        {
            items.push(md!("A dead member is noticed after {} seconds of silence.", seconds));
        }
        items.push(md!("{} on more than one node: the cluster is split.", code("Elected this member")));
    }
    if plan.fronts.iter().flat_map(|front| &front.upstreams).any(|upstream| upstream.purpose == Purpose::Service) {
        items.push(Inline::from("Answers of 502, 503 and 504 at the load balancer, and the times of its nodes."));
    }
    if plan.database.is_some() {
        items.push(Inline::from("Connections and slow statements on the database server."));
    }
    items.push(Inline::from(
        "Heap and pauses of each Java process, free disk below each home, and the clocks' difference.",
    ));
    items.push(md!("The certificates' last day: they last {} days.", plan.tls.days));
    if let Artifacts::SharedFolder(_) = plan.artifacts {
        items.push(Inline::from("The shared folder's mount on every node."));
    }
    if let Artifacts::Svn(_) = plan.artifacts {
        items.push(Inline::from("Subversion conflicts in the log of the node that commits."));
    }
    doc.bullets(items);
}
