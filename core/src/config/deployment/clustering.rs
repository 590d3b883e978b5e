use super::{Of, Tables};
use crate::catalogue::Clustering;
use crate::edit::Why;
use crate::edit::toml::{Item, Place};
use crate::membership;
use crate::plan::MembershipPlan;

const SOURCE: &str = "IS 7.0.0, axis2.xml.j2";
const AGENT: &str = "kernel 4.4.40, HazelcastClusteringAgent";

/// `[clustering]`: that there is a table with a membership scheme switches clustering on.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    if node.line().clustering == Clustering::Never {
        return;
    }
    let place = Place::from(["clustering"]);
    let at = |key: &'static str| place.then(key);
    let Some(group) = plan.group(node) else {
        let why = Why::new("where it is absent, the node forms no group with others", "pattern", SOURCE);
        tables.absent(at("membership_scheme"), why);
        return;
    };
    let membership = &plan.cluster.membership;
    let scheme = membership::scheme(membership);
    let why = Why::new(
        "how members find each other; without it the node is alone, whatever else stands here",
        "cluster.membership",
        SOURCE,
    );
    tables.plain(at("membership_scheme"), scheme.keyword, why);
    let why = Why::new("members of one domain form one cluster", "cluster.domain", AGENT);
    tables.text(at("domain"), group.domain.clone(), why);
    let why = Why::new(
        "the address that this member tells the others, which is this node's own",
        "nodes.address",
        "IS 7.0.0, default.json",
    );
    tables.plain(at("local_member_host"), "$ref{server.node_ip}", why);
    let why = Why::new(
        "the port for cluster messages; no offset moves it, so members on one machine need different ones",
        "nodes.member-port",
        SOURCE,
    );
    tables.integer(at("local_member_port"), node.member_port.get(), why);
    if let MembershipPlan::WellKnown { .. } = membership {
        let why = Why::new(
            "every static member on every member: a partial list may not merge again after a partition",
            "cluster.membership.well-known.members",
            "kernel 4.4.40, WKABasedMembershipScheme",
        );
        let member = |member: &crate::plan::Member| Item::text(format!("{}:{}", member.host, member.port));
        tables.item(at("members"), Item::List(group.members.iter().map(member).collect()), why);
    }
    let properties = place.then("properties");
    for parameter in (scheme.parameters)(membership, node.release.kernel, &plan.secrets) {
        let at = properties.then(parameter.name);
        match &parameter.secret {
            Some(secret) => tables.secret(at, secret, &plan.secrets, parameter.why),
            None => tables.text(at, parameter.value, parameter.why),
        }
    }
}
