use super::{Builder, classes};
use crate::design::Role;
use crate::plan::{MembershipPlan, Node};
use crate::topology::{Edge, Ends, Party, Ports, Protocol, Purpose, Spans};
use crate::value::Port;
use std::collections::BTreeSet;

impl Builder<'_> {
    pub(super) fn membership(&mut self) {
        if !self.plan.cluster.enabled {
            return;
        }
        let edge = |from: Ends, to, targets, ports, protocol, what: &'static str| Edge {
            from: Party::Members,
            to,
            sources: from,
            targets,
            ports,
            protocol,
            purpose: Purpose::Membership,
            what: what.into(),
        };
        let members = self.members();
        let between = "cluster messages, both ways between all members";
        match &self.plan.cluster.membership {
            // The scheme scans this range, whatever port each member took of it.
            MembershipPlan::Aws { .. } => {
                let ports = Ports::range(5701, 5800);
                let all = members.clone();
                self.edges.push(edge(members.clone(), Party::Members, all, ports, Protocol::Hazelcast, between));
            }
            MembershipPlan::AwsEcs { .. } => {
                let ports = Ports::range(5701, 5708);
                let all = members.clone();
                self.edges.push(edge(members.clone(), Party::Members, all, ports, Protocol::Hazelcast, between));
            }
            _ if self.plan.cluster.groups.len() > 1 => self.member_groups(),
            _ => {
                for (ports, targets) in classes(self.plan.nodes.iter(), |node| node.member_port) {
                    let edge = edge(members.clone(), Party::Members, targets, ports, Protocol::Hazelcast, between);
                    self.edges.push(edge);
                }
            }
        }
        match &self.plan.cluster.membership {
            MembershipPlan::Multicast { address, port, .. } => {
                let group = Ends::Machines(Spans::of([Some(address)]));
                let protocol = Protocol::Udp("multicast");
                let what = "finding members; it must stay within one subnet";
                let ports = Ports::of([*port]);
                self.edges.push(edge(members, Party::MulticastGroup, group, ports, protocol, what));
            }
            MembershipPlan::Aws { .. } | MembershipPlan::AwsEcs { .. } => {
                let target = Ends::Words("the EC2 endpoint of the region");
                let ports = Ports::of([Port::known(443)]);
                let what = "finding members";
                self.edges.push(edge(members, Party::Directory, target, ports, Protocol::Https, what));
            }
            MembershipPlan::Kubernetes { use_dns, .. } => {
                let (target, port, protocol) = match use_dns {
                    true => ("the cluster's DNS", 53, Protocol::Udp("DNS")),
                    false => ("the API server", 443, Protocol::Https),
                };
                let ports = Ports::of([Port::known(port)]);
                let what = "finding members";
                self.edges.push(edge(members, Party::Directory, Ends::Words(target), ports, protocol, what));
            }
            MembershipPlan::WellKnown { .. } | MembershipPlan::Custom { .. } => {}
        }
    }

    /// Members of different groups have nothing to say to each other.
    fn member_groups(&mut self) {
        for group in 0..self.plan.cluster.groups.len() {
            let of_group = |node: &&Node| node.group == Some(group);
            let roles: BTreeSet<Role> = self.plan.nodes.iter().filter(of_group).map(|node| node.role).collect();
            let party = match roles.first() {
                Some(role) if roles.len() == 1 => self.party(*role),
                _ => Party::Members,
            };
            let all = self.plan.nodes.iter().filter(of_group);
            let sources = Ends::Machines(Spans::of(all.clone().map(|node| node.address.as_ref())));
            for (ports, targets) in classes(all, |node| node.member_port) {
                self.edges.push(Edge {
                    from: party,
                    to: party,
                    sources: sources.clone(),
                    targets,
                    ports,
                    protocol: Protocol::Hazelcast,
                    purpose: Purpose::Membership,
                    what: "cluster messages, both ways between the members of one group".into(),
                });
            }
        }
    }
}
