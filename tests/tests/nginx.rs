//! The real NGINX reads what is written for it: `nginx -t` without an error and without a warning.
//!
//! `WSO2_DESIGN_NGINX` names another binary than the `nginx` that is installed; files are written for its version.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
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
    let Some(nginx) = Nginx::find() else { return };
    for pattern in PATTERNS {
        for (product, release) in [("esb", "5.0.0"), ("as", "5.3.0"), ("ei", "6.6.0"), ("bps", "3.6.0")] {
            nginx.accepts(design(product, release, pattern, &nginx.version));
        }
    }
}

#[test]
fn accepts_what_a_design_may_change() {
    let Some(nginx) = Nginx::find() else { return };
    let with = |key: &str, value: Value| {
        let mut design = design("esb", "5.0.0", "worker-manager-2", &nginx.version);
        design[key] = value;
        nginx.accepts(design);
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
    let lines = files(&design).iter().map(|file| text(file).lines().count()).max().unwrap();
    assert!(lines < 25_000, "{lines} lines");
    nginx.accepts(design);
}

#[test]
fn accepts_plus_without_what_only_plus_has() {
    let Some(nginx) = Nginx::find() else { return };
    let mut design = design("esb", "5.0.0", "worker-manager-2", &nginx.version);
    design["balancers"] = json!([{ "program": "nginx-plus", "version": nginx.version }]);
    let before = files(&design);
    let mut after = before.clone();
    after.retain(|file| file.path != "conf.d/20-plus-api.conf");
    for file in &mut after {
        file.content = Content::Whole(open_source(text(file)).into());
    }
    assert!(after.len() == before.len() - 1 && after != before);
    nginx.accepts_files(&after, &design);
}

/// A text of NGINX Plus with its own directives and parameters left out; `sticky` too, for open source before 1.29.6.
fn open_source(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in text.lines() {
        let words = line.trim_start();
        inside |= ["health_check ", "match ", "sticky "].iter().any(|own| words.starts_with(own));
        if !inside {
            let kept = line.split(' ').map(|word| match word {
                own if own.starts_with("route=") || own.starts_with("slow_start=") => {
                    &own[own.trim_end_matches(';').len()..]
                }
                other => other,
            });
            out.push_str(&kept.collect::<Vec<_>>().join(" "));
            out.push('\n');
        }
        inside &= !line.contains(';');
    }
    out
}

/// A program, its version, and a folder with certificates.
struct Nginx {
    program: String,
    version: String,
    ssl: tempfile::TempDir,
}

impl Nginx {
    fn find() -> Option<Self> {
        let program = std::env::var("WSO2_DESIGN_NGINX").unwrap_or_else(|_| "nginx".to_owned());
        let Ok(said) = Command::new(&program).arg("-v").output() else {
            println!("skipped: nginx is not installed");
            return None;
        };
        let said = String::from_utf8_lossy(&said.stderr).into_owned();
        let version: String =
            said.split_once("nginx/").unwrap().1.chars().take_while(|it| it.is_ascii_digit() || *it == '.').collect();
        let ssl = tempfile::tempdir().unwrap();
        for name in ["ca", "wrk", "mgt"] {
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
        Some(Self { program, version, ssl })
    }

    /// Every load balancer's folder passes the test, without a warning.
    fn accepts(&self, design: Value) {
        self.accepts_files(&files(&design), &design);
    }

    fn accepts_files(&self, files: &[Artifact], design: &Value) {
        let mut folders: Vec<String> = Vec::new();
        let dir = tempfile::tempdir().unwrap();
        for file in files {
            let folder = file.owner.folder();
            if !folders.contains(&folder) {
                std::fs::create_dir_all(dir.path().join(&folder).join("log")).unwrap();
                std::fs::create_dir_all(dir.path().join(&folder).join("ssl")).unwrap();
                for certificate in std::fs::read_dir(self.ssl.path()).unwrap() {
                    let certificate = certificate.unwrap();
                    let to = dir.path().join(&folder).join("ssl").join(certificate.file_name());
                    std::fs::copy(certificate.path(), to).unwrap();
                }
                folders.push(folder.clone());
            }
            let root = dir.path().join(&folder);
            let path = root.join(&file.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, contained(text(file), &root)).unwrap();
        }
        assert!(!folders.is_empty(), "{design} has no load balancer");
        for folder in folders {
            let root = dir.path().join(folder);
            let root = root.to_str().unwrap();
            let said = Command::new(&self.program)
                .args(["-t", "-p", root, "-c", "nginx.conf", "-e", "log/start.log", "-g"])
                .arg(format!("pid {root}/nginx.pid;"))
                .current_dir(root)
                .output()
                .unwrap();
            let spoken = String::from_utf8_lossy(&said.stderr);
            assert!(said.status.success() && !spoken.contains("[warn]"), "{spoken}\nof {design}");
        }
    }
}

/// The text with what NGINX opens for writing moved below a folder: logs, and the temporary folders of the build.
fn contained(text: &str, root: &Path) -> String {
    let temporary: String = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .iter()
        .map(|name| format!("    {name}_temp_path {}/{name};\n", root.display()))
        .collect();
    text.replace("/var/log/nginx/", &format!("{}/log/", root.display()))
        .replace("\nhttp {\n", &format!("\nhttp {{\n{temporary}"))
}

fn design(product: &str, release: &str, pattern: &str, version: &str) -> Value {
    let worker_manager = pattern.starts_with("worker-manager");
    let nodes = if worker_manager {
        json!([{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-23" }])
    } else {
        json!([{ "addresses": "192.0.2.21-23" }])
    };
    let balancers = if pattern == "worker-manager-3" {
        json!([{ "version": version }, { "version": version, "https-port": 8443 }])
    } else {
        json!([{ "version": version }])
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
