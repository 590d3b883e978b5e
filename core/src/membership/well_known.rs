use super::{MembershipPlan, Scheme, connection_timeout};

pub(super) static SCHEME: Scheme = Scheme {
    key: "well-known",
    keyword: "wka",
    name: "Well-known addresses",
    summary: "Any network, unicast; at least two well-known members must keep their addresses.",
    parameters: |membership, _, _| match membership {
        MembershipPlan::WellKnown { connection_timeout: seconds, .. } => {
            connection_timeout(*seconds, "cluster.membership.well-known.connection-timeout").into_iter().collect()
        }
        _ => Vec::new(),
    },
};
