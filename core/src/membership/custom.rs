use super::{MembershipPlan, Parameter, Scheme};
use crate::edit::Why;

pub(super) static SCHEME: Scheme = Scheme {
    key: "custom",
    keyword: "custom",
    name: "A class of one's own",
    summary: "A class on the product's class path decides; kernels from 4.4.2, but not 4.4.6 to 4.4.10.",
    parameters: |membership, _, _| {
        let MembershipPlan::Custom { class, parameters } = membership else {
            return Vec::new();
        };
        let why = Why::new(
            "the class that finds members",
            "cluster.membership.custom.class",
            "kernel 4.4.2, HazelcastClusteringAgent",
        );
        let own = parameters.iter().map(|(name, value)| {
            let why = Why::new("the class asks for it", "cluster.membership.custom.parameters", "");
            Parameter::new(name.to_string(), value.clone(), why)
        });
        std::iter::once(Parameter::new("membershipSchemeClassName", class.clone(), why)).chain(own).collect()
    },
};
