//! The real NGINX reads what is written for it: `nginx -t` without an error and without a warning. Others who read its
//! files see what was meant, and find nothing to complain of.
//!
//! `WSO2_DESIGN_NGINX` names another binary than the `nginx` that is installed; files are written for its version.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod files;
mod hostile;
mod judge;
mod program;

use files::{Folders, design, open_source};
use program::Nginx;
use serde_json::{Value, json};
use wso2_design_core::design::BalancerProgram;
use wso2_design_tests::cases;

const PATTERNS: [&str; 8] = [
    "worker-manager-1",
    "worker-manager-2",
    "worker-manager-3",
    "symmetric",
    "independent",
    "shared-database",
    "sticky-sessions",
    "full-replication",
];

#[test]
fn accepts_every_pattern_of_every_kind_of_product() {
    let Some(nginx) = Nginx::find() else { return };
    for pattern in PATTERNS {
        for (product, release) in [("esb", "5.0.0"), ("as", "5.3.0"), ("ei", "6.6.0"), ("bps", "3.6.0")] {
            nginx.accepts(&Folders::of(&design(product, release, pattern, &nginx.version)));
        }
    }
}

#[test]
fn accepts_every_case_for_its_own_version() {
    let Some(nginx) = Nginx::find() else { return };
    let mut accepted = 0;
    for case in cases().unwrap() {
        let mut plan = wso2_design_tests::plan_of(&case.design);
        let Some(plan) = &mut plan else { continue };
        plan.fronts.retain(|front| matches!(front.program, BalancerProgram::Nginx | BalancerProgram::NginxPlus));
        for front in &mut plan.fronts {
            front.version = nginx.version.parse().ok();
            // No name of a node is known here.
            let servers = front.upstreams.iter_mut().flat_map(|upstream| &mut upstream.servers);
            servers.filter(|server| server.address.ip().is_none()).for_each(|server| {
                server.address = "localhost".parse().unwrap();
            });
        }
        let folders = Folders::from(&*plan, &case.name).map_texts(open_source);
        accepted += folders.mains().len();
        nginx.accepts(&folders);
    }
    assert!(accepted > 50, "only {accepted} load balancers in all cases");
}

#[test]
fn accepts_what_a_design_may_change() {
    let Some(nginx) = Nginx::find() else { return };
    let with = |key: &str, value: Value| {
        let mut design = design("esb", "5.0.0", "worker-manager-2", &nginx.version);
        design[key] = value;
        nginx.accepts(&Folders::of(&design));
    };
    with("managers", json!("active-active"));
    with("tls", json!({ "nodes": "unverified" }));
    with("access", json!({ "console": ["192.0.2.0/24", "2001:db8::/32"] }));
    with(
        "hosts",
        json!({ "service": format!("{}.example", ["a".repeat(60), "b".repeat(60), "c".repeat(60)].join(".")) }),
    );
    let version = &nginx.version;
    with("balancers", json!([{ "version": version, "address": "2001:db8::1", "http-port": 8080, "https-port": 8443 }]));
    with("balancers", json!([{ "version": version, "redirect-http": true, "sticky": "never" }]));
    with("balancers", json!([{ "version": version, "sticky": "always", "stay-by": "session" }]));
    with("balancers", json!([{ "version": version, "answer-timeout": 1, "body-limit": 1000 }]));
    let both =
        json!([{ "version": version, "name": "one" }, { "version": version, "name": "two", "serves": "console" }]);
    with("balancers", both);
    with(
        "nodes",
        json!([
            { "role": "manager", "addresses": ["2001:db8::11", "localhost"] },
            { "role": "worker", "name": "default", "address": "2001:db8::21" },
            { "role": "worker", "name": "volatile", "address": "192.0.2.21" },
        ]),
    );
    with("nodes", json!([{ "role": "worker", "addresses": "192.0.2.21-22" }]));
    with(
        "nodes",
        json!([{ "role": "worker", "addresses": "192.0.2.21-30" }, { "role": "manager", "address": "192.0.2.11" }]),
    );
}

#[test]
fn accepts_a_thousand_nodes_in_a_file_that_grows_with_them() {
    let Some(nginx) = Nginx::find() else { return };
    let mut design = design("esb", "5.0.0", "worker-manager-2", &nginx.version);
    let workers = (0..4)
        .map(|net| json!({ "role": "worker", "name": format!("w{net}"), "addresses": format!("10.0.{net}.1-250") }));
    design["nodes"] = workers.chain([json!({ "role": "manager", "addresses": "192.0.2.11-12" })]).collect();
    let folders = Folders::of(&design);
    let lines = folders.texts().map(|text| text.lines().count()).max().unwrap();
    assert!(lines < 25_000, "{lines} lines");
    let begun = std::time::Instant::now();
    nginx.accepts(&folders);
    println!("a thousand nodes: {lines} lines, read in {:?}", begun.elapsed());
}

#[test]
fn accepts_plus_without_what_only_plus_has() {
    let Some(nginx) = Nginx::find() else { return };
    let mut design = design("esb", "5.0.0", "worker-manager-2", &nginx.version);
    design["balancers"] = json!([{ "program": "nginx-plus", "version": nginx.version }]);
    let before = Folders::of(&design);
    assert!(before.texts().any(|text| text.contains(" health_check ")));
    let after = Folders::of(&design).map_texts(open_source);
    assert!(!after.texts().any(|text| ["health_check ", "match=", "slow_start="].iter().any(|own| text.contains(own))));
    nginx.accepts(&after);
}
