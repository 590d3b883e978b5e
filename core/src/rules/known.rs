use crate::plan::Member;
use crate::value::{Address, AddressRange};
use std::collections::BTreeSet;

/// The hosts of a well-known list, single ones and ranges.
pub(super) struct Known {
    hosts: BTreeSet<String>,
    ranges: Vec<AddressRange>,
}

impl Known {
    pub(super) fn of(members: &[Member]) -> Self {
        let ranges = members.iter().filter_map(|member| member.host.parse().ok()).collect();
        Self { hosts: members.iter().map(|member| member.host.clone()).collect(), ranges }
    }

    /// Whether the list is one single host.
    pub(super) fn is_one(&self) -> bool {
        self.ranges.is_empty() && self.hosts.len() == 1
    }

    /// Whether an address is in the list.
    pub(super) fn covers(&self, address: &Address) -> bool {
        self.hosts.contains(&address.to_string())
            || address.ip().is_some_and(|ip| self.ranges.iter().any(|range| range.contains(ip)))
    }
}

/// Whether an address is (one of) those that one entry of a well-known list writes.
pub(super) fn covers(host: &str, address: &Address) -> bool {
    match (host.parse::<AddressRange>(), address) {
        (Ok(range), Address::Ip(ip)) => range.contains(*ip),
        (Ok(_), Address::Name(_)) => false,
        (Err(_), _) => host.parse().is_ok_and(|one: Address| one == *address),
    }
}
