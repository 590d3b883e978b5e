//! The real Caddy reads what is written for it: `caddy validate` without an error and without a warning, and `caddy fmt` has
//! nothing to change.
//!
//! `WSO2_DESIGN_CADDY` names another binary than the `caddy` that is installed; files are written for its version.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Output};
use wso2_design_core::balancer;
use wso2_design_core::bundle::{Artifact, Content};
use wso2_design_core::design::Design;
use wso2_design_core::plan;

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
    let Some(caddy) = Caddy::find() else { return };
    for pattern in PATTERNS {
        for (product, release) in [("esb", "5.0.0"), ("as", "5.3.0"), ("ei", "6.6.0"), ("bps", "3.6.0")] {
            caddy.accepts(design(product, release, pattern, &caddy.version));
        }
    }
    for (product, release) in [("apim", "4.2.0"), ("is", "6.1.0")] {
        caddy.accepts(design(product, release, "symmetric", &caddy.version));
    }
}

#[test]
fn accepts_what_a_design_may_change() {
    let Some(caddy) = Caddy::find() else { return };
    let with = |key: &str, value: Value| {
        let mut design = design("esb", "5.0.0", "worker-manager-2", &caddy.version);
        design[key] = value;
        caddy.accepts(design);
    };
    let balancer = |more: Value| {
        let mut balancer = json!({ "program": "caddy", "version": caddy.version });
        balancer.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        balancer
    };
    with("managers", json!("active-active"));
    with("tls", json!({ "nodes": "unverified" }));
    with("access", json!({ "console": ["192.0.2.0/24", "2001:db8::/32"] }));
    let long = format!("{}.example", ["a".repeat(60), "b".repeat(60), "c".repeat(60)].join("."));
    with("hosts", json!({ "service": long }));
    let elsewhere = json!({ "address": "2001:db8::1", "http-port": 8080, "https-port": 8443 });
    with("balancers", json!([balancer(elsewhere)]));
    with("balancers", json!([balancer(json!({ "redirect-http": true, "sticky": "never" }))]));
    with("balancers", json!([balancer(json!({ "stay-by": "session", "sticky": "always" }))]));
    with(
        "balancers",
        json!([balancer(json!({ "answer-timeout": 1200, "body-limit": 100, "health-path": "/health" }))]),
    );
    let both = [balancer(json!({ "name": "one" })), balancer(json!({ "name": "two", "serves": "console" }))];
    with("balancers", json!(both));
    with(
        "nodes",
        json!([
            { "role": "manager", "addresses": ["2001:db8::11", "localhost"] },
            { "role": "worker", "name": "default", "address": "2001:db8::21" },
            { "role": "worker", "name": "import", "address": "192.0.2.21" },
        ]),
    );
    with("nodes", json!([{ "role": "worker", "addresses": "192.0.2.21-22" }]));
    with(
        "nodes",
        json!([{ "role": "worker", "address": "192.0.2.21" }, { "role": "manager", "address": "192.0.2.11" }]),
    );
}

#[test]
fn accepts_a_thousand_nodes() {
    let Some(caddy) = Caddy::find() else { return };
    let mut design = design("esb", "5.0.0", "worker-manager-2", &caddy.version);
    let workers = (0..4)
        .map(|net| json!({ "role": "worker", "name": format!("w{net}"), "addresses": format!("10.0.{net}.1-250") }));
    design["nodes"] = workers.chain([json!({ "role": "manager", "addresses": "192.0.2.11-12" })]).collect();
    let lines = files(&design).iter().map(|file| text(file).lines().count()).max().unwrap();
    assert!(lines < 3_000, "{lines} lines");
    caddy.accepts(design);
}

/// A program, its version, and a folder with certificates.
struct Caddy {
    program: String,
    version: String,
    ssl: tempfile::TempDir,
}

impl Caddy {
    fn find() -> Option<Self> {
        let program = std::env::var("WSO2_DESIGN_CADDY").unwrap_or_else(|_| "caddy".to_owned());
        let Ok(said) = Command::new(&program).arg("version").output() else {
            println!("skipped: caddy is not installed");
            return None;
        };
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let version: String = said.chars().skip(1).take_while(|it| it.is_ascii_digit() || *it == '.').collect();
        let ssl = tempfile::tempdir().unwrap();
        let pair = ["-keyout", "any.key", "-out", "any.crt", "-subj", "/CN=any", "-days", "2"];
        let made = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"])
            .args(pair)
            .current_dir(ssl.path())
            .output();
        match made {
            Ok(made) => assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr)),
            Err(_) => {
                println!("skipped: openssl is not installed");
                return None;
            }
        }
        Some(Self { program, version, ssl })
    }

    /// Every load balancer's file passes the test, without a warning, and is laid out as Caddy does.
    fn accepts(&self, design: Value) {
        let files = files(&design);
        assert!(!files.is_empty(), "{design} has no load balancer");
        for file in files {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("Caddyfile");
            std::fs::write(&path, contained(text(&file), dir.path(), self.ssl.path())).unwrap();
            let said = self.run(&["validate", "--config", "Caddyfile"], dir.path());
            let spoken = String::from_utf8_lossy(&said.stderr);
            let warned = ["warn", "error"].iter().any(|level| spoken.contains(&format!("\"level\":\"{level}\"")));
            assert!(said.status.success() && !warned, "{spoken}\nof {design}");
            std::fs::write(&path, text(&file)).unwrap();
            let said = self.run(&["fmt", "Caddyfile"], dir.path());
            assert_eq!(String::from_utf8_lossy(&said.stdout), text(&file), "{design}");
        }
    }

    fn run(&self, arguments: &[&str], dir: &Path) -> Output {
        let mut command = Command::new(&self.program);
        command.args(arguments).current_dir(dir).env("XDG_DATA_HOME", dir).env("XDG_CONFIG_HOME", dir);
        command.output().unwrap()
    }
}

/// The text with what Caddy opens moved below a folder: logs, its socket, and one certificate for all.
fn contained(text: &str, root: &Path, ssl: &Path) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let moved = line.split(' ').map(|word| match word.strip_prefix("/etc/caddy/ssl/") {
            Some(name) => format!("{}/any.{}", ssl.display(), if name.ends_with(".key") { "key" } else { "crt" }),
            None => word.replace("/var/log/caddy/", &format!("{}/", root.display())),
        });
        out.push_str(&moved.collect::<Vec<_>>().join(" "));
        out.push('\n');
    }
    out
}

fn design(product: &str, release: &str, pattern: &str, version: &str) -> Value {
    let worker_manager = pattern.starts_with("worker-manager");
    let nodes = if worker_manager {
        json!([{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-23" }])
    } else {
        json!([{ "addresses": "192.0.2.21-23" }])
    };
    let balancers = if pattern == "worker-manager-3" {
        json!([{ "program": "caddy", "version": version }, { "program": "caddy", "version": version, "https-port": 8443 }])
    } else {
        json!([{ "program": "caddy", "version": version }])
    };
    json!({ "format": 1, "name": "test", "product": product, "release": release, "pattern": pattern, "nodes": nodes,
            "balancers": balancers })
}

fn files(design: &Value) -> Vec<Artifact> {
    let design: Design = serde_json::from_value(design.clone()).unwrap();
    balancer::artifacts(&plan::resolve(&design).output.unwrap())
}

fn text(file: &Artifact) -> &str {
    match &file.content {
        Content::Whole(text) => text,
        Content::Stock(_) => panic!("{} is no file of our own", file.path),
    }
}
