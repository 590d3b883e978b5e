//! x
mod address_outside_network;
mod aws_every_instance;
mod aws_port_range;
mod aws_region_zone;
mod aws_role_not_read;
mod aws_without_credentials;
mod domain_of_stock;
mod hazelcast_value;
mod hazelcast_xml_wins;
mod heartbeat_hasty;
mod heartbeat_slow;
mod known;
mod kubernetes_fixed_address;
mod kubernetes_headless_service;
mod kubernetes_member_ports;
mod kubernetes_needs_role;
mod kubernetes_tls_unverified;
mod kubernetes_without_services;
mod loopback_member;
mod manager_beside_worker;
mod member_by_host_name;
mod member_port_clash;
mod member_port_taken;
mod mixed_address_families;
mod multicast_across_networks;
mod multicast_address;
mod multicast_in_cloud;
mod one_machine;
mod one_manager;
mod one_network;
mod place;
mod port_clash;
mod ports;
mod role_without_nodes;
mod rule;
mod scheme_broken;
mod scheme_needs_patch;
mod shutdown_hook_deletes_tasks;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod too_few_nodes;
mod unusable_address;
mod well_known_empty;
mod well_known_incomplete;
mod well_known_port;
mod well_known_single;
mod well_known_stranger;
mod well_known_truncated;
mod well_known_unlisted;
mod well_known_wide_range;
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::Plan;
pub use rule::{Page, Rule};
pub static RULES: &[&Rule] = &[
    &role_without_nodes::RULE,
    &too_few_nodes::RULE,
    &one_manager::RULE,
    &one_machine::RULE,
    &manager_beside_worker::RULE,
    &one_network::RULE,
    &address_outside_network::RULE,
    &loopback_member::RULE,
    &unusable_address::RULE,
    &member_by_host_name::RULE,
    &mixed_address_families::RULE,
    &member_port_clash::RULE,
    &member_port_taken::RULE,
    &port_clash::RULE,
    &well_known_empty::RULE,
    &well_known_unlisted::RULE,
    &well_known_single::RULE,
    &well_known_incomplete::RULE,
    &well_known_stranger::RULE,
    &well_known_port::RULE,
    &well_known_truncated::RULE,
    &well_known_wide_range::RULE,
    &multicast_address::RULE,
    &multicast_across_networks::RULE,
    &multicast_in_cloud::RULE,
    &aws_port_range::RULE,
    &aws_without_credentials::RULE,
    &aws_role_not_read::RULE,
    &aws_region_zone::RULE,
    &aws_every_instance::RULE,
    &scheme_broken::RULE,
    &scheme_needs_patch::RULE,
    &kubernetes_without_services::RULE,
    &kubernetes_member_ports::RULE,
    &kubernetes_needs_role::RULE,
    &kubernetes_headless_service::RULE,
    &kubernetes_fixed_address::RULE,
    &kubernetes_tls_unverified::RULE,
    &domain_of_stock::RULE,
    &hazelcast_xml_wins::RULE,
    &shutdown_hook_deletes_tasks::RULE,
    &heartbeat_slow::RULE,
    &heartbeat_hasty::RULE,
    &hazelcast_value::RULE,
];
pub fn check(plan: &Plan) -> Vec<Diagnostic> {
    let mut n = Vec::new();
    for r in RULES {
        (r.check)(plan, &mut n);
    }
    n.sort_by_key(|x: &Diagnostic| std::cmp::Reverse(x.severity));
    n
}
pub fn page(code: &str) -> Option<Page> {
    pages().find(|p| p.code == code)
}
pub fn pages() -> impl Iterator<Item = Page> {
    RULES.iter().map(|r| Page::from(*r))
}
