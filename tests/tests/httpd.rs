//! The real Apache httpd reads what is written for it: `apache2 -t` says `Syntax OK` and nothing else.
//!
//! `WSO2_DESIGN_HTTPD` names another binary than the `apache2` that is installed; files are written for its version.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;
use wso2_design_core::balancer;
use wso2_design_core::bundle::{Artifact, Content};
use wso2_design_core::check;
use wso2_design_core::design::{BalancerProgram, Design};
use wso2_design_core::plan::{self, Plan};
use wso2_design_core::read::{Syntax, read};
use wso2_design_core::value::SecretValues;
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
    let Some(httpd) = Httpd::find() else { return };
    for pattern in PATTERNS {
        for (product, release) in [("esb", "5.0.0"), ("as", "5.3.0"), ("ei", "6.6.0"), ("bps", "3.6.0")] {
            httpd.accepts(&design(product, release, pattern, &httpd.version));
        }
    }
    let distributed = json!({
        "format": 1, "name": "test", "product": "apim", "release": "2.6.0", "pattern": "distributed",
        "nodes": [
            { "role": "gateway", "addresses": "192.0.2.21-22" }, { "role": "key-manager", "addresses": "192.0.2.31-32" },
            { "role": "publisher", "addresses": "192.0.2.41-42" }, { "role": "store", "addresses": "192.0.2.43-44" },
            { "role": "traffic-manager", "addresses": "192.0.2.51-52" },
        ],
        "balancers": [{ "program": "httpd", "version": httpd.version, "stay-by": "session" }],
    });
    httpd.accepts(&distributed);
}

#[test]
fn accepts_what_a_design_may_change() {
    let Some(httpd) = Httpd::find() else { return };
    let with = |key: &str, value: Value| {
        let mut design = design("esb", "5.0.0", "worker-manager-2", &httpd.version);
        design[key] = value;
        httpd.accepts(&design);
    };
    with("managers", json!("active-active"));
    with("tls", json!({ "nodes": "unverified" }));
    with("access", json!({ "console": ["192.0.2.0/24", "2001:db8::/32"] }));
    let label = |letter: &str| letter.repeat(60);
    let long = format!("{}.example", [label("a"), label("b"), label("c"), label("d")].join("."));
    with("hosts", json!({ "service": long }));
    with("hosts", json!({ "service": "xn--bcher-kva.example", "console": "console.xn--bcher-kva.example" }));
    let balancer = |more: Value| {
        let mut one = json!({ "program": "httpd", "version": httpd.version });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        one
    };
    let moved = json!({ "address": "2001:db8::1", "http-port": 8080, "https-port": 8443 });
    with("balancers", json!([balancer(moved)]));
    with("balancers", json!([balancer(json!({ "redirect-http": true, "sticky": "never" }))]));
    with("balancers", json!([balancer(json!({ "stay-by": "session", "answer-timeout": 30, "body-limit": 10000 }))]));
    with("balancers", json!([balancer(json!({ "health-path": "/a/b~c_d.e-f" }))]));
    // Versions that lack something, and have it otherwise.
    for version in ["2.4.34", "2.4.38", "2.4.46", "2.4.58"] {
        with("balancers", json!([balancer(json!({ "version": version }))]));
    }
    let both = [json!({ "name": "one", "serves": "services" }), json!({ "name": "two", "serves": "console" })];
    with("balancers", json!(both.map(balancer)));
    with(
        "nodes",
        json!([
            { "role": "manager", "addresses": ["2001:db8::11", "localhost"] },
            { "role": "worker", "address": "2001:db8::21" },
            { "role": "worker", "name": "a".repeat(32), "address": long },
        ]),
    );
    with("nodes", json!([{ "role": "worker", "address": "192.0.2.21" }]));
    with(
        "nodes",
        json!([{ "role": "manager", "addresses": "192.0.2.11-13" }, { "role": "worker", "address": "192.0.2.21" }]),
    );
}

#[test]
fn accepts_a_thousand_nodes() {
    let Some(httpd) = Httpd::find() else { return };
    let nodes = || (0..4).map(|net| json!({ "name": format!("w{net}"), "addresses": format!("10.0.{net}.1-250") }));
    let mut esb = design("esb", "5.0.0", "worker-manager-2", &httpd.version);
    let workers = nodes().map(|mut node| {
        node["role"] = json!("worker");
        node
    });
    esb["nodes"] = workers.chain([json!({ "role": "manager", "addresses": "192.0.2.11-12" })]).collect();
    httpd.accepts(&esb);
    // Each may call admin services by a public name: a condition for every one.
    let mut identity = design("is", "5.8.0", "symmetric", &httpd.version);
    identity["nodes"] = nodes().collect();
    httpd.accepts(&identity);
}

#[test]
fn accepts_every_case_of_it() {
    let Some(httpd) = Httpd::find() else { return };
    let mut count = 0;
    for case in cases().unwrap() {
        let Some(mut plan) = check(&read(&case.design, Syntax::Toml), SecretValues::default()).plan else { continue };
        plan.fronts.retain(|front| front.program == BalancerProgram::Httpd);
        if !plan.fronts.is_empty() {
            httpd.accepts_plan(&plan, &case.name);
            count += 1;
        }
    }
    assert!(count > 0, "no case has a load balancer of it");
}

#[test]
fn what_it_says_of_a_fault_is_heard() {
    let Some(httpd) = Httpd::find() else { return };
    let plan = resolved(&design("esb", "5.0.0", "worker-manager-2", &httpd.version));
    let mut files = balancer::artifacts(&plan);
    let broken = files.iter_mut().find(|file| file.path == "wso2/common.conf").unwrap();
    broken.content = Content::Whole(format!("{}Nonsense on\n", text(broken)).into());
    assert!(httpd.said(&files)[0].contains("Invalid command 'Nonsense'"));
}

/// A program, its version, and a folder with certificates.
struct Httpd {
    program: String,
    version: String,
    ssl: tempfile::TempDir,
}

impl Httpd {
    fn find() -> Option<Self> {
        let program = std::env::var("WSO2_DESIGN_HTTPD").unwrap_or_else(|_| "apache2".to_owned());
        let Ok(said) = Command::new(&program).arg("-v").output() else {
            println!("skipped: apache2 (Apache httpd) is not installed");
            return None;
        };
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let version = said.split_once("Apache/").unwrap().1;
        let version: String = version.chars().take_while(|it| it.is_ascii_digit() || *it == '.').collect();
        let ssl = tempfile::tempdir().unwrap();
        let made = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"])
            .args(["-subj", "/CN=test", "-keyout", "any.key", "-out", "any.crt"])
            .current_dir(ssl.path())
            .output();
        let Ok(made) = made else {
            println!("skipped: openssl is not installed");
            return None;
        };
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        Some(Self { program, version, ssl })
    }

    fn accepts(&self, design: &Value) {
        self.accepts_plan(&resolved(design), &design.to_string());
    }

    /// Every load balancer's folder passes the test, and nothing more is said.
    fn accepts_plan(&self, plan: &Plan, what: &str) {
        let all = self.said(&balancer::artifacts(plan));
        assert!(!all.is_empty(), "{what} has no load balancer");
        for said in all {
            assert_eq!(said, "Syntax OK\n", "of {what}");
        }
    }

    /// What it says of the folder of each load balancer.
    fn said(&self, files: &[Artifact]) -> Vec<String> {
        let dir = tempfile::tempdir().unwrap();
        let mut folders: Vec<String> = files.iter().map(|file| file.owner.folder()).collect();
        folders.dedup();
        let test = |folder: &String| {
            let root = dir.path().join(folder);
            for own in ["run", "log", "ssl"] {
                fs::create_dir_all(root.join(own)).unwrap();
            }
            for file in files.iter().filter(|file| &file.owner.folder() == folder) {
                let text = contained(text(file), &root);
                for (name, _) in
                    text.match_indices("ssl/").map(|(at, _)| text[at + 4..].split_once(['\n', ' ']).unwrap())
                {
                    let from = if name.ends_with(".key") { "any.key" } else { "any.crt" };
                    fs::copy(self.ssl.path().join(from), root.join("ssl").join(name)).unwrap();
                }
                let path = root.join(&file.path);
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, text).unwrap();
            }
            let both = ["apache2.conf", "conf/httpd.conf"].map(|main| {
                let mut command = Command::new(&self.program);
                let said = command.arg("-t").arg("-d").arg(&root).args(["-f", main]).output().unwrap();
                format!("{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr))
            });
            assert_eq!(both[0], both[1]);
            both[0].clone()
        };
        folders.iter().map(test).collect()
    }
}

/// The text with what httpd opens for writing moved below a folder.
fn contained(text: &str, root: &Path) -> String {
    let root = root.display();
    text.replace("/run/apache2", &format!("{root}/run"))
        .replace("/var/log/apache2", &format!("{root}/log"))
        .replace("/etc/apache2", &root.to_string())
}

fn design(product: &str, release: &str, pattern: &str, version: &str) -> Value {
    let nodes = if pattern.starts_with("worker-manager") {
        json!([{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-23" }])
    } else {
        json!([{ "addresses": "192.0.2.21-23" }])
    };
    let one = json!({ "program": "httpd", "version": version });
    let mut other = one.clone();
    other["https-port"] = json!(8443);
    let balancers = if pattern == "worker-manager-3" { json!([one, other]) } else { json!([one]) };
    json!({ "format": 1, "name": "test", "product": product, "release": release, "pattern": pattern, "nodes": nodes,
            "balancers": balancers })
}

fn resolved(design: &Value) -> Plan {
    let design: Design = serde_json::from_value(design.clone()).unwrap();
    plan::resolve(&design).output.unwrap()
}

fn text(file: &Artifact) -> &str {
    match &file.content {
        Content::Whole(text) => text,
        Content::Stock(_) => panic!("{} is no file of our own", file.path),
    }
}
