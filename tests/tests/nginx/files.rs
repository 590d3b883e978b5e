use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use wso2_design_core::balancer;
use wso2_design_core::bundle::{Artifact, Content};
use wso2_design_core::design::Design;
use wso2_design_core::plan::{self, Plan};

/// The load balancers' folders of one design, on disk: with certificates, and with what NGINX opens for writing moved into
/// them.
pub(crate) struct Folders {
    /// Of what they are, for messages.
    pub(crate) design: String,
    pub(crate) plan: Plan,
    files: Vec<(PathBuf, String)>,
    root: tempfile::TempDir,
}

impl Folders {
    /// Those of a design.
    pub(crate) fn of(design: &Value) -> Self {
        let folders = Self::from(&plan_of(design).unwrap(), &design.to_string());
        assert!(!folders.files.is_empty(), "{design} has no load balancer");
        folders
    }

    /// Those of a plan.
    pub(crate) fn from(plan: &Plan, design: &str) -> Self {
        let file = |file: Artifact| (PathBuf::from(file.owner.folder()).join(&file.path), text(file));
        let files = balancer::artifacts(plan).into_iter().map(file).collect();
        let folders = Self { design: design.to_owned(), plan: plan.clone(), files, root: tempfile::tempdir().unwrap() };
        folders.write();
        folders
    }

    /// The same with other texts; a file whose text is none is left out.
    pub(crate) fn map_texts(mut self, change: impl Fn(&str) -> Option<String>) -> Self {
        self.files = self.files.into_iter().filter_map(|(path, text)| Some((path, change(&text)?))).collect();
        fs::remove_dir_all(self.root.path()).unwrap();
        self.write();
        self
    }

    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|(_, text)| text.as_str())
    }

    /// The main file of every load balancer, in the order of the plan's fronts.
    pub(crate) fn mains(&self) -> Vec<PathBuf> {
        let mains = self.files.iter().filter(|(path, _)| path.ends_with("nginx.conf"));
        mains.map(|(path, _)| self.root.path().join(path)).collect()
    }

    fn write(&self) {
        for (path, text) in &self.files {
            let folder: PathBuf = path.iter().take(2).collect();
            let folder = self.root.path().join(folder);
            let path = self.root.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::create_dir_all(folder.join("log")).unwrap();
            fs::create_dir_all(folder.join("ssl")).unwrap();
            fs::write(path, contained(text, &folder)).unwrap();
            for name in certificates(text) {
                let (certificate, key) = certificate();
                let ending = Path::new(&name).extension().unwrap();
                fs::write(folder.join("ssl").join(&name), if ending == "key" { key } else { certificate }).unwrap();
            }
        }
    }
}

/// The certificates and keys that a file names.
fn certificates(text: &str) -> BTreeSet<String> {
    let names = text.split("ssl/").skip(1).filter_map(|rest| rest.split(';').next());
    names.filter(|name| name.ends_with(".crt") || name.ends_with(".key")).map(str::to_owned).collect()
}

/// A certificate of its own, and its key.
fn certificate() -> &'static (String, String) {
    static MADE: OnceLock<(String, String)> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let made = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"])
            .args(["-subj", "/CN=test", "-keyout", "key", "-out", "crt"])
            .current_dir(folder.path())
            .output()
            .unwrap();
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        let read = |name| fs::read_to_string(folder.path().join(name)).unwrap();
        (read("crt"), read("key"))
    })
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

/// A text of NGINX Plus with its own directives and parameters left out; `sticky` too, for open source before 1.29.6. None
/// of a file that has nothing else.
pub(crate) fn open_source(text: &str) -> Option<String> {
    if text.contains("write=off;") {
        return None;
    }
    let plus = text.contains("Written for NGINX Plus ");
    let mut out = String::new();
    let mut inside = false;
    for line in text.lines() {
        let words = line.trim_start();
        inside |= plus && ["health_check ", "match ", "sticky "].iter().any(|own| words.starts_with(own));
        if !inside {
            let kept = line.split(' ').map(|word| match word {
                own if plus && (own.starts_with("route=") || own.starts_with("slow_start=")) => {
                    &own[own.trim_end_matches(';').len()..]
                }
                other => other,
            });
            out.push_str(&kept.collect::<Vec<_>>().join(" "));
            out.push('\n');
        }
        inside &= !line.contains(';');
    }
    Some(out)
}

/// A design of a kind of product and a pattern.
pub(crate) fn design(product: &str, release: &str, pattern: &str, version: &str) -> Value {
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

/// The plan of a design, if it is one.
pub(crate) fn plan_of(design: &Value) -> Option<Plan> {
    let design: Design = serde_json::from_value(design.clone()).ok()?;
    plan::resolve(&design).output
}

fn text(file: Artifact) -> String {
    match file.content {
        Content::Whole(text) => text.to_string(),
        Content::Stock(_) => panic!("{} is no file of our own", file.path),
    }
}
