use super::{MembershipPlan, Parameter, Scheme};
use crate::edit::Why;
use crate::value::Cidr;
use std::net::IpAddr;

const SOURCE: &str = "kernel 4.6.0, AWSECSBasedMembershipScheme; IS 7.0.0, infer.json";

pub(super) static SCHEME: Scheme = Scheme {
    key: "aws-ecs",
    keyword: "aws-ecs",
    name: "Amazon ECS",
    summary: "Asks EC2 for the containers of an ECS cluster; kernels from 4.6. Member ports lie in 5701 to 5708.",
    parameters: |membership, _, _| match membership {
        MembershipPlan::AwsEcs { region, cluster, vpc } => vec![
            Parameter::new(
                "region",
                region.clone(),
                Why::new("the region, without the letter of a zone", "cluster.membership.aws-ecs.region", SOURCE),
            ),
            Parameter::new(
                "clusterName",
                cluster.clone(),
                Why::new(
                    "the ECS cluster: its instances bear the tag of the stack that made it",
                    "cluster.membership.aws-ecs.cluster",
                    SOURCE,
                ),
            ),
            Parameter::new(
                "vpcCidrBlock",
                pattern(*vpc),
                Why::new(
                    "the addresses of the VPC, as Hazelcast writes them: a container takes the interface among its own \
                     that has one",
                    "cluster.membership.aws-ecs.vpc",
                    SOURCE,
                ),
            ),
        ],
        _ => Vec::new(),
    },
};

/// A network as Hazelcast's patterns of interfaces have it, an octet at a time: `10.0.*.*`, `10.0.16-31.*`. It knows no other
/// way of writing one for IPv6 than the address itself.
fn pattern(network: Cidr) -> String {
    let (IpAddr::V4(first), IpAddr::V4(mask)) = (network.address(), network.mask()) else {
        return network.address().to_string();
    };
    let octets = first.octets().into_iter().zip(mask.octets()).map(|(first, mask)| match mask {
        0 => "*".to_owned(),
        255 => first.to_string(),
        part => format!("{first}-{}", first | !part),
    });
    octets.collect::<Vec<_>>().join(".")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_is_a_pattern() {
        for (network, expected) in [
            ("10.0.0.0/16", "10.0.*.*"),
            ("10.0.16.0/20", "10.0.16-31.*"),
            ("192.0.2.0/24", "192.0.2.*"),
            ("192.0.2.64/26", "192.0.2.64-127"),
            ("192.0.2.1/32", "192.0.2.1"),
        ] {
            assert_eq!(pattern(network.parse().unwrap()), expected);
        }
    }
}
