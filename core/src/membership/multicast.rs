use super::{MembershipPlan, Parameter, Scheme};
use crate::edit::Why;

const SOURCE: &str = "kernel 4.4.40, MulticastBasedMembershipScheme";

pub(super) static SCHEME: Scheme = Scheme {
    key: "multicast",
    keyword: "multicast",
    name: "Multicast",
    summary: "One subnet that lets multicast pass; clouds do not. No address need be fixed.",
    parameters: |membership, _, _| match membership {
        MembershipPlan::Multicast { address, port, ttl, timeout } => vec![
            Parameter::new(
                "mcastAddress",
                address.clone(),
                Why::new(
                    "every member joins this group; stock has it commented out",
                    "cluster.membership.multicast.address",
                    SOURCE,
                ),
            ),
            Parameter::new(
                "mcastPort",
                *port,
                Why::new("the group's UDP port, which no offset moves", "cluster.membership.multicast.port", SOURCE),
            ),
            Parameter::new(
                "mcastTTL",
                *ttl,
                Why::new("how many routers a packet may pass", "cluster.membership.multicast.ttl", SOURCE),
            ),
            Parameter::new(
                "mcastTimeout",
                *timeout,
                Why::new("seconds to wait for an answer", "cluster.membership.multicast.timeout", SOURCE),
            ),
        ],
        _ => Vec::new(),
    },
};
