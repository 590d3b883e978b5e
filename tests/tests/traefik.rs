//! The real Traefik starts on what is written for it, without an error and without a warning. It has no command that tests
//! files, so it runs for a moment, on ports that the system picks.
//!
//! `WSO2_DESIGN_TRAEFIK` names another binary than the `traefik` that is installed; files are written for its version.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};
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
fn accepts_every_pattern() {
    let Some(traefik) = Traefik::find() else { return };
    for pattern in PATTERNS {
        traefik.accepts(design("esb", "5.0.0", pattern, &traefik.version));
    }
}

#[test]
fn accepts_every_kind_of_product() {
    let Some(traefik) = Traefik::find() else { return };
    for (product, release) in [("as", "5.3.0"), ("ei", "6.6.0"), ("bps", "3.6.0")] {
        traefik.accepts(design(product, release, "worker-manager-2", &traefik.version));
    }
    for (product, release) in [("apim", "4.2.0"), ("is", "6.1.0")] {
        traefik.accepts(design(product, release, "symmetric", &traefik.version));
    }
}

#[test]
fn accepts_what_a_design_may_change() {
    let Some(traefik) = Traefik::find() else { return };
    let with = |key: &str, value: Value| {
        let mut design = design("esb", "5.0.0", "worker-manager-2", &traefik.version);
        design[key] = value;
        traefik.accepts(design);
    };
    let balancer = |more: Value| {
        let mut balancer = json!({ "program": "traefik", "version": traefik.version });
        balancer.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        balancer
    };
    with("tls", json!({ "nodes": "unverified" }));
    with("access", json!({ "console": ["192.0.2.0/24", "2001:db8::/32"] }));
    let long = format!("{}.example", ["a".repeat(60), "b".repeat(60), "c".repeat(60)].join("."));
    with("hosts", json!({ "service": long }));
    let elsewhere = json!({ "address": "2001:db8::1", "http-port": 8080, "https-port": 8443 });
    with("balancers", json!([balancer(elsewhere)]));
    with("balancers", json!([balancer(json!({ "redirect-http": true, "sticky": "never" }))]));
    with(
        "balancers",
        json!([balancer(json!({ "answer-timeout": 1200, "body-limit": 100, "health-path": "/health" }))]),
    );
    with(
        "nodes",
        json!([
            { "role": "manager", "addresses": ["2001:db8::11", "localhost"] },
            { "role": "worker", "name": "no", "address": "2001:db8::21" },
            { "role": "worker", "name": "true", "address": "192.0.2.21" },
        ]),
    );
    with("nodes", json!([{ "role": "worker", "addresses": "192.0.2.21-22" }]));
}

#[test]
fn accepts_a_thousand_nodes() {
    let Some(traefik) = Traefik::find() else { return };
    let mut design = design("esb", "5.0.0", "worker-manager-2", &traefik.version);
    let workers = (0..4)
        .map(|net| json!({ "role": "worker", "name": format!("w{net}"), "addresses": format!("10.0.{net}.1-250") }));
    design["nodes"] = workers.chain([json!({ "role": "manager", "addresses": "192.0.2.11-12" })]).collect();
    traefik.accepts(design);
}

/// A program, its version, and a folder with certificates.
struct Traefik {
    program: String,
    version: String,
    ssl: tempfile::TempDir,
}

impl Traefik {
    fn find() -> Option<Self> {
        let program = std::env::var("WSO2_DESIGN_TRAEFIK").unwrap_or_else(|_| "traefik".to_owned());
        let Ok(said) = Command::new(&program).arg("version").output() else {
            println!("skipped: traefik is not installed");
            return None;
        };
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let version = said.split_once("Version:").unwrap().1.split_whitespace().next().unwrap().to_owned();
        if Command::new("openssl").arg("version").output().is_err() {
            println!("skipped: openssl is not installed");
            return None;
        }
        let ssl = tempfile::tempdir().unwrap();
        Some(Self { program, version, ssl })
    }

    /// Every load balancer's files are taken up: Traefik says so, and complains of nothing but nodes that are not there.
    fn accepts(&self, design: Value) {
        let files = files(&design);
        let mut folders: Vec<String> = files.iter().map(|file| file.owner.folder()).collect();
        folders.dedup();
        assert!(!folders.is_empty(), "{design} has no load balancer");
        for folder in folders {
            let dir = tempfile::tempdir().unwrap();
            std::fs::create_dir(dir.path().join("dynamic")).unwrap();
            for file in files.iter().filter(|file| file.owner.folder() == folder) {
                let text = contained(text(file), dir.path(), self.ssl.path());
                std::fs::write(dir.path().join(&file.path), text).unwrap();
            }
            let log = self.run(dir.path());
            let complaints = |line: &&str| line.contains("\"warn\"") || line.contains("\"error\"");
            let told = |line: &&str| !line.contains("Health check failed.");
            let complaints: Vec<&str> = log.lines().filter(complaints).filter(told).collect();
            assert!(complaints.is_empty(), "{complaints:#?}\nof {design}");
            let routers =
                log.matches("\"message\":\"Creating server").count() + log.matches("Creating load-balancer").count();
            assert!(routers > 0, "{log}\nof {design}");
        }
    }

    /// What Traefik says until it has taken up the dynamic file, and a moment longer.
    fn run(&self, dir: &Path) -> String {
        let output = dir.join("output");
        let file = std::fs::File::create(&output).unwrap();
        let mut running = Command::new(&self.program)
            .arg(format!("--configFile={}", dir.join("traefik.yml").display()))
            .stdin(Stdio::null())
            .stdout(file.try_clone().unwrap())
            .stderr(file)
            .spawn()
            .unwrap();
        let begun = Instant::now();
        let mut taken_up = None;
        while begun.elapsed() < Duration::from_secs(20) {
            std::thread::sleep(Duration::from_millis(50));
            let said = std::fs::read_to_string(&output).unwrap();
            if taken_up.is_none() && (said.contains("Adding route for") || said.contains("Creating load-balancer")) {
                taken_up = Some(Instant::now());
            }
            let settled = taken_up.is_some_and(|it| it.elapsed() > Duration::from_millis(500));
            if settled || running.try_wait().unwrap().is_some() {
                break;
            }
        }
        let _ = running.kill();
        let _ = running.wait();
        std::fs::read_to_string(&output).unwrap()
    }
}

/// The text with what Traefik opens moved below a folder: logs, certificates, ports that are free; and with all that it has
/// to say.
fn contained(text: &str, root: &Path, ssl: &Path) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let indent = &line[..line.len() - line.trim_start().len()];
        match line.trim_start().split_once(": ") {
            Some(("address", _)) => out.push_str(&format!("{indent}address: \"127.0.0.1:0\"")),
            Some(("level", _)) => out.push_str(&format!("{indent}level: DEBUG\n{indent}format: json")),
            _ => {
                if let Some((_, name)) = line.split_once("/etc/traefik/ssl/") {
                    certificate(ssl, name.split('.').next().unwrap());
                }
                let moved = line.replace("/etc/traefik/ssl/", &format!("{}/", ssl.display()));
                let moved = moved.replace("/etc/traefik/", &format!("{}/", root.display()));
                out.push_str(&moved.replace("/var/log/traefik/", &format!("{}/", root.display())));
            }
        }
        out.push('\n');
    }
    out
}

/// Makes a certificate and its key, once.
fn certificate(ssl: &Path, name: &str) {
    let [key, crt] = ["key", "crt"].map(|ending| ssl.join(format!("{name}.{ending}")));
    if key.exists() {
        return;
    }
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"])
        .args(["-subj", &format!("/CN={name}"), "-addext", &format!("subjectAltName=DNS:{name}.example"), "-keyout"])
        .arg(&key)
        .arg("-out")
        .arg(&crt)
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

fn design(product: &str, release: &str, pattern: &str, version: &str) -> Value {
    let worker_manager = pattern.starts_with("worker-manager");
    let nodes = if worker_manager {
        json!([{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-23" }])
    } else {
        json!([{ "addresses": "192.0.2.21-23" }])
    };
    let one = json!({ "program": "traefik", "version": version });
    let other = json!({ "program": "traefik", "version": version, "https-port": 8443 });
    let balancers = if pattern == "worker-manager-3" { json!([one, other]) } else { json!([one]) };
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
