//! Does this cluster make sense? One rule a file, named after its code; one line in the list.
//!
//! A rule reads the plan and adds findings, each with its places in the design, what to do, and a fix where one is
//! known. Its doc comment is its manual page, and the page's examples are its first tests.

mod address_outside_network;
mod admin_from_stock;
mod admin_name_in_broker_url;
mod admin_services_open;
mod apis_apart;
mod assets_not_sticky;
mod aws_every_instance;
mod aws_port_range;
mod aws_quota;
mod aws_region_zone;
mod aws_role_not_read;
mod aws_without_credentials;
mod balancer_lacks;
mod balancer_leaves_open;
mod balancer_port_clash;
mod balancer_too_old;
mod broker_behind_http;
mod broker_coordinated_by_hazelcast;
mod broker_password_in_vault;
mod broker_without_address;
mod cartridge_missing;
mod cartridge_nodes_differ;
mod cartridge_of_other_release;
mod certificate_days;
mod console_open;
mod console_open_to_all;
mod coordinated_task_waits;
mod database_from_manual;
mod database_on_loopback;
mod database_superuser;
mod database_user_passwords;
mod default_password;
mod directory_admin;
mod directory_on_loopback;
mod directory_plain_text;
mod directory_url;
mod domain_of_stock;
mod event_sync_without_address;
mod events_not_duplicated;
mod front_without_nodes;
mod group_of_stock;
mod hazelcast_beside_hub;
mod hazelcast_value;
mod hazelcast_xml_wins;
mod heap_format;
mod heartbeat_hasty;
mod heartbeat_slow;
mod host_not_public;
mod hosts_equal;
mod hosts_from_manual;
mod identity_artifacts_apart;
mod jdbc_vendor;
mod key_manager_apart;
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
mod membership_of_platform;
mod mixed_address_families;
mod more_than_a_pair;
mod multicast_across_networks;
mod multicast_address;
mod multicast_in_cloud;
mod mysql_old;
mod mysql_strict_mode;
mod nginx_release_number;
mod no_effect;
mod nobody_serves_console;
mod nobody_serves_services;
mod node_tls_unverified;
mod one_balancer;
mod one_balancer_for_both;
mod one_machine;
mod one_manager;
mod one_network;
mod pages;
mod pair_may_stay_apart;
mod password_in_url;
mod path_not_absolute;
mod pattern_dropped;
mod payload_cut;
mod peer_without_address;
mod place;
mod plain_secret;
mod pools_exceed_server;
mod port_clash;
mod ports;
mod private_paas_version;
mod process_locks_fail;
mod processes_apart;
mod published_on_one_gateway;
mod registry_apart;
mod role_without_nodes;
mod route_without_jvm_route;
mod rule;
mod runs_as_root;
mod schema_shared;
mod scheme_broken;
mod scheme_needs_patch;
mod scheme_too_new;
mod secrets;
mod service_ports_differ;
mod several_masters;
mod shared_folder_blip;
mod shared_h2;
mod shared_without_cluster;
mod shutdown_hook_deletes_tasks;
mod sign_in_not_sticky;
mod spark_homes_differ;
mod sticky_emulated;
mod sticky_off;
mod stream_group_of_stock;
mod svn_active_managers;
mod svn_client_format;
mod svn_equal_nodes;
mod svn_gone;
mod svn_plain_text;
mod svn_url_scheme;
mod svn_without_cluster;
mod symmetric_needs_update;
mod task_count_low;
mod task_count_too_high;
mod task_may_run_twice;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod toml_ipv6_member;
mod toml_substitution;
mod too_few_nodes;
mod too_many_nodes_of_a_kind;
mod unusable_address;
mod upstream_by_name;
mod users_apart;
mod vault_in_sql;
mod well_known_empty;
mod well_known_incomplete;
mod well_known_port;
mod well_known_single;
mod well_known_stranger;
mod well_known_truncated;
mod well_known_unlisted;
mod well_known_wide_range;
mod workers_must_read_only;
mod workers_read_only;

pub use pages::PAGES;
pub use rule::{Page, Rule};

use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use std::cmp::Reverse;

/// Every rule, in the order in which findings of one severity are listed.
pub static RULES: &[&Rule] = &[
    // Is the pattern kept?
    &role_without_nodes::RULE,
    &too_few_nodes::RULE,
    &too_many_nodes_of_a_kind::RULE,
    &one_manager::RULE,
    &one_machine::RULE,
    &manager_beside_worker::RULE,
    &one_network::RULE,
    &address_outside_network::RULE,
    &pattern_dropped::RULE,
    &no_effect::RULE,
    &more_than_a_pair::RULE,
    &key_manager_apart::RULE,
    // Do nodes find each other?
    &unusable_address::RULE,
    &loopback_member::RULE,
    &broker_without_address::RULE,
    &member_by_host_name::RULE,
    &mixed_address_families::RULE,
    &toml_ipv6_member::RULE,
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
    &aws_quota::RULE,
    &aws_without_credentials::RULE,
    &aws_role_not_read::RULE,
    &aws_region_zone::RULE,
    &aws_every_instance::RULE,
    &scheme_broken::RULE,
    &scheme_needs_patch::RULE,
    &scheme_too_new::RULE,
    &kubernetes_without_services::RULE,
    &kubernetes_member_ports::RULE,
    &kubernetes_fixed_address::RULE,
    &kubernetes_tls_unverified::RULE,
    &kubernetes_needs_role::RULE,
    &kubernetes_headless_service::RULE,
    &event_sync_without_address::RULE,
    &domain_of_stock::RULE,
    &hazelcast_xml_wins::RULE,
    &group_of_stock::RULE,
    &hazelcast_value::RULE,
    &shutdown_hook_deletes_tasks::RULE,
    &heartbeat_slow::RULE,
    &heartbeat_hasty::RULE,
    &peer_without_address::RULE,
    // Does the work get done, once?
    &pair_may_stay_apart::RULE,
    &spark_homes_differ::RULE,
    &symmetric_needs_update::RULE,
    &task_count_too_high::RULE,
    &task_count_low::RULE,
    &task_may_run_twice::RULE,
    &process_locks_fail::RULE,
    &broker_coordinated_by_hazelcast::RULE,
    &coordinated_task_waits::RULE,
    &processes_apart::RULE,
    &several_masters::RULE,
    // Is everything shared that must be?
    &workers_must_read_only::RULE,
    &workers_read_only::RULE,
    &registry_apart::RULE,
    &shared_without_cluster::RULE,
    &apis_apart::RULE,
    &events_not_duplicated::RULE,
    &hazelcast_beside_hub::RULE,
    &svn_gone::RULE,
    &svn_url_scheme::RULE,
    &svn_active_managers::RULE,
    &svn_equal_nodes::RULE,
    &svn_without_cluster::RULE,
    &svn_plain_text::RULE,
    &svn_client_format::RULE,
    &published_on_one_gateway::RULE,
    &shared_folder_blip::RULE,
    &identity_artifacts_apart::RULE,
    // Does the database serve all of them?
    &database_on_loopback::RULE,
    &shared_h2::RULE,
    &jdbc_vendor::RULE,
    &schema_shared::RULE,
    &database_superuser::RULE,
    &database_user_passwords::RULE,
    &mysql_strict_mode::RULE,
    &mysql_old::RULE,
    &pools_exceed_server::RULE,
    &database_from_manual::RULE,
    &users_apart::RULE,
    &directory_url::RULE,
    &directory_on_loopback::RULE,
    &directory_admin::RULE,
    // Do requests arrive?
    &hosts_equal::RULE,
    &host_not_public::RULE,
    &hosts_from_manual::RULE,
    &balancer_port_clash::RULE,
    &front_without_nodes::RULE,
    &upstream_by_name::RULE,
    &balancer_too_old::RULE,
    &balancer_lacks::RULE,
    &balancer_leaves_open::RULE,
    &nginx_release_number::RULE,
    &nobody_serves_services::RULE,
    &nobody_serves_console::RULE,
    &one_balancer_for_both::RULE,
    &service_ports_differ::RULE,
    &broker_behind_http::RULE,
    &sticky_off::RULE,
    &stream_group_of_stock::RULE,
    &assets_not_sticky::RULE,
    &sign_in_not_sticky::RULE,
    &sticky_emulated::RULE,
    &route_without_jvm_route::RULE,
    &one_balancer::RULE,
    // Who gets in?
    &console_open_to_all::RULE,
    &console_open::RULE,
    &admin_services_open::RULE,
    &plain_secret::RULE,
    &default_password::RULE,
    &password_in_url::RULE,
    &directory_plain_text::RULE,
    &vault_in_sql::RULE,
    &admin_from_stock::RULE,
    &admin_name_in_broker_url::RULE,
    &broker_password_in_vault::RULE,
    &node_tls_unverified::RULE,
    &certificate_days::RULE,
    // Can the platform start it?
    &private_paas_version::RULE,
    &cartridge_missing::RULE,
    &cartridge_of_other_release::RULE,
    &membership_of_platform::RULE,
    &cartridge_nodes_differ::RULE,
    &payload_cut::RULE,
    // Does it start?
    &toml_substitution::RULE,
    &path_not_absolute::RULE,
    &heap_format::RULE,
    &runs_as_root::RULE,
];

/// Everything that the rules find, the worst first; findings of one severity in the order of [`RULES`].
pub fn check(plan: &Plan) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        (rule.check)(plan, &mut found);
    }
    found.sort_by_key(|finding| Reverse(finding.severity));
    found
}

/// The manual page of a code.
pub fn page(code: &str) -> Option<Page> {
    pages().find(|page| page.code == code)
}

/// Every manual page: of the rules, and of what is found before there is a plan.
pub fn pages() -> impl Iterator<Item = Page> {
    RULES.iter().map(|rule| Page::from(*rule)).chain(PAGES.iter().copied())
}
