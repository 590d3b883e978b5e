//! The real HAProxy reads what is written for it: `haproxy -c` without an error and without a warning.
//!
//! `WSO2_DESIGN_HAPROXY` names another binary than the `haproxy` that is installed; files are written for its version.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod machine;

use machine::write;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};
use wso2_design_core::balancer::{self, BalancerProgram};
use wso2_design_core::bundle::Content;
use wso2_design_core::design::Design;
use wso2_design_core::plan::{self, Plan};
use wso2_design_core::sample;
use wso2_design_tests::cases;

#[test]
fn accepts_every_product_in_every_pattern() {
    let Some(haproxy) = Haproxy::find() else { return };
    for (product, release, pattern) in sample::layouts() {
        let serves = if pattern.key == "worker-manager-3" { 2 } else { 1 };
        let nodes = serde_json::to_value(sample::nodes(pattern, release)).unwrap();
        haproxy.accepts(json!({
            "format": 1, "name": "test", "product": product.id, "release": release.version, "pattern": pattern.key,
            "nodes": nodes, "balancers": vec![haproxy.balancer(json!({})); serves],
        }));
    }
}

#[test]
fn accepts_what_a_design_may_change() {
    let Some(haproxy) = Haproxy::find() else { return };
    let with = |changes: Value| {
        let mut design = haproxy.design();
        for (key, value) in changes.as_object().unwrap() {
            design[key] = value.clone();
        }
        haproxy.accepts(design);
    };
    let balancer = |more: Value| with(json!({ "balancers": [haproxy.balancer(more)] }));
    with(json!({ "managers": "active-active" }));
    with(json!({ "tls": { "nodes": "unverified" } }));
    let networks: Vec<String> = (0..500).map(|number| format!("10.{}.{}.0/24", number / 250, number % 250)).collect();
    with(json!({ "access": { "console": networks } }));
    with(json!({ "access": { "console": ["192.0.2.0/24", "2001:db8::/32"] } }));
    let label = |letter: &str, length| letter.repeat(length);
    let longest = [label("a", 63), label("b", 63), label("c", 63), label("d", 61)].join(".");
    assert_eq!(longest.len(), 253);
    with(json!({ "hosts": { "service": longest, "console": "xn--bcher-kva.example" } }));
    with(json!({ "hosts": { "service": "esb.example.com", "console": "esb.example.com" } }));
    balancer(json!({ "address": "2001:db8::1", "http-port": 8080, "https-port": 8443 }));
    balancer(json!({ "redirect-http": true, "sticky": "never" }));
    balancer(json!({ "sticky": "always", "stay-by": "session" }));
    balancer(json!({ "answer-timeout": 10000, "body-limit": 10000, "health-path": "/a/b-c_d.e~f/" }));
    let both = [json!({ "name": "one" }), json!({ "name": "two", "serves": "console" })];
    with(json!({ "balancers": both.map(|more| haproxy.balancer(more)) }));
    with(json!({ "nodes": [
        { "role": "manager", "addresses": ["2001:db8::11", "localhost"] },
        { "role": "worker", "name": "if", "address": "2001:db8::21" },
        { "role": "worker", "name": "backup", "address": "192.0.2.21" },
    ] }));
    with(json!({ "nodes": [{ "role": "worker", "addresses": "192.0.2.21-22" }] }));
    with(json!({ "nodes": [{ "role": "manager", "addresses": "192.0.2.11-12" }] }));
    with(
        json!({ "nodes": [{ "role": "manager", "address": "192.0.2.11" }, { "role": "worker", "address": "192.0.2.21" }] }),
    );
}

#[test]
fn accepts_a_thousand_nodes_soon_in_a_file_that_grows_with_them() {
    let Some(haproxy) = Haproxy::find() else { return };
    let mut design = haproxy.design();
    let workers = (0..4)
        .map(|net| json!({ "role": "worker", "name": format!("w{net}"), "addresses": format!("10.0.{net}.1-250") }));
    design["nodes"] = workers.chain([json!({ "role": "manager", "addresses": "192.0.2.11-12" })]).collect();
    let plan = plan(&design);
    let Content::Whole(text) = &balancer::artifacts(&plan)[0].content else { panic!("a file of our own") };
    assert!(text.lines().count() < 2400, "{} lines", text.lines().count());
    let begun = Instant::now();
    haproxy.accepts_plan(&plan, "1,000 nodes");
    println!("1,000 nodes: read in {:?}", begun.elapsed());
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn accepts_the_cases() {
    let Some(haproxy) = Haproxy::find() else { return };
    let mut found = 0;
    let installed = haproxy.version.parse().unwrap();
    for case in cases().unwrap().iter().filter(|case| case.design.contains("haproxy")) {
        let mut plan = wso2_design_tests::plan(&case.design);
        // What is written for a newer one is written for this one instead.
        for front in &mut plan.fronts {
            front.version = front.version.map(|version| version.min(installed));
        }
        haproxy.accepts_plan(&plan, &case.name);
        found += 1;
    }
    assert!(found >= 5, "{found} cases have HAProxy");
}

#[test]
fn refuses_what_it_is_not_written() {
    let Some(haproxy) = Haproxy::find() else { return };
    // The test sees warnings, and files that are not there.
    for (from, to) in
        [("mode http", "mode htttp"), ("    option redispatch 1", "    option forceclose"), ("ca.crt", "no.crt")]
    {
        let plan = plan(&haproxy.design());
        let folder = haproxy.folder(&plan);
        let file = folder.path().join("balancers/lb/haproxy.cfg");
        assert!(haproxy.reads(&file).0);
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.contains(from));
        fs::write(&file, text.replace(from, to)).unwrap();
        assert!(!haproxy.reads(&file).0, "{to} is accepted");
    }
}

/// A program, its version, and a certificate with its key.
struct Haproxy {
    program: String,
    version: String,
    pem: String,
}

impl Haproxy {
    fn find() -> Option<Self> {
        let program = std::env::var("WSO2_DESIGN_HAPROXY").unwrap_or_else(|_| "haproxy".to_owned());
        let Ok(said) = Command::new(&program).arg("-v").output() else {
            println!("skipped: haproxy is not installed");
            return None;
        };
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let version = said.split_once("ersion ").unwrap().1;
        let version = version.chars().take_while(|it| it.is_ascii_digit() || *it == '.').collect();
        let folder = tempfile::tempdir().unwrap();
        let made = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"])
            .args(["-subj", "/CN=test", "-keyout", "key", "-out", "crt"])
            .current_dir(folder.path())
            .output();
        let Ok(made) = made else {
            println!("skipped: openssl is not installed");
            return None;
        };
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        Some(Self { program, version, pem: read("crt") + &read("key") })
    }

    fn balancer(&self, more: Value) -> Value {
        let mut balancer = json!({ "program": "haproxy", "version": self.version });
        for (key, value) in more.as_object().unwrap() {
            balancer[key] = value.clone();
        }
        balancer
    }

    fn design(&self) -> Value {
        json!({
            "format": 1, "name": "test", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
            "nodes": [
                { "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-23" },
            ],
            "balancers": [self.balancer(json!({}))],
        })
    }

    fn accepts(&self, design: Value) {
        self.accepts_plan(&plan(&design), &design.to_string());
    }

    /// Every load balancer's folder passes the test, without a warning.
    fn accepts_plan(&self, plan: &Plan, what: &str) {
        let folder = self.folder(plan);
        for front in plan.fronts.iter().filter(|front| front.program == BalancerProgram::Haproxy) {
            let file = folder.path().join(format!("balancers/{}/haproxy.cfg", front.name));
            let (good, said) = self.reads(&file);
            assert!(good && !said.contains("[WARNING]"), "{said}\nof {what}");
        }
    }

    /// The files of a plan's load balancers, and certificates where they are made.
    fn folder(&self, plan: &Plan) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        write(&balancer::artifacts(plan), folder.path());
        for front in &plan.fronts {
            let ssl = folder.path().join(format!("balancers/{}/ssl", front.name));
            fs::create_dir_all(&ssl).unwrap();
            fs::write(ssl.join("ca.crt"), self.pem.split_inclusive("END CERTIFICATE-----\n").next().unwrap()).unwrap();
            let names: BTreeSet<&str> =
                front.certificates().into_iter().map(|(purpose, _)| purpose.certificate()).collect();
            for name in names {
                fs::write(ssl.join(format!("{name}.pem")), &self.pem).unwrap();
            }
        }
        folder
    }

    fn reads(&self, file: &Path) -> (bool, String) {
        let said = Command::new(&self.program).args(["-dW", "-c", "-f"]).arg(file).output().unwrap();
        let spoken = [said.stdout, said.stderr].map(|it| String::from_utf8_lossy(&it).into_owned()).concat();
        (said.status.success(), spoken)
    }
}

fn plan(design: &Value) -> Plan {
    let design: Design = serde_json::from_value(design.clone()).unwrap();
    plan::resolve(&design).output.unwrap()
}
