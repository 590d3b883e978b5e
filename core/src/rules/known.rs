use crate::plan::Member;
use crate::value::{Address, AddressRange, MemberHost};
use std::collections::BTreeSet;

/// The hosts of a well-known list, single ones and ranges.
pub(super) struct Known<'p> {
    hosts: BTreeSet<&'p Address>,
    ranges: Vec<AddressRange>,
}

impl<'p> Known<'p> {
    pub(super) fn of(members: &'p [Member]) -> Self {
        let mut known = Self { hosts: BTreeSet::new(), ranges: Vec::new() };
        for member in members {
            match &member.host {
                MemberHost::One(address) => _ = known.hosts.insert(address),
                MemberHost::Range(range) => known.ranges.push(*range),
            }
        }
        known
    }

    /// Whether the list is one single host.
    pub(super) fn is_one(&self) -> bool {
        self.ranges.is_empty() && self.hosts.len() == 1
    }

    /// Whether an address is in the list.
    pub(super) fn covers(&self, address: &Address) -> bool {
        self.hosts.contains(address)
            || address.ip().is_some_and(|ip| self.ranges.iter().any(|range| range.contains(ip)))
    }
}
