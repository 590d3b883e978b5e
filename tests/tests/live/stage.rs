//! A load balancer with its rendered files in front of the nodes of one design, and clients around it.

use crate::client::{Client, Request};
use crate::namespace::{self, must};
use crate::nodes::Node;
use crate::programs::{Program, Running};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};
use wso2_design_core::balancer::{self, BALANCERS, Balancer, Need};
use wso2_design_core::bundle::{Artifact, Content};
use wso2_design_core::design::{Design, Role};
use wso2_design_core::plan::{self, Front, Plan};
use wso2_design_core::tls;

pub(crate) const SERVICE: &str = "esb.example.com";
pub(crate) const CONSOLE: &str = "mgt.esb.example.com";
/// Where the load balancer is.
const BALANCER: &str = "198.51.100.5";
/// The same where it has IPv6.
pub(crate) const BALANCER_6: &str = "2001:db8:b::5";
/// The networks of administrators.
const ADMINISTRATORS: [&str; 2] = ["203.0.113.0/28", "2001:db8:c::/64"];
/// One of them, and someone who is none.
const ADMINISTRATOR: &str = "203.0.113.1";
const STRANGER: &str = "203.0.113.201";
/// The same with IPv6.
const ADMINISTRATOR_6: &str = "2001:db8:c::1";
const STRANGER_6: &str = "2001:db8:d::1";
/// Addresses of clients, an administrator's as far as those reach.
const CLIENTS: std::ops::Range<u8> = 1..40;

/// What one test tests.
#[derive(Clone, Copy)]
pub(crate) struct Scene {
    pub(crate) program: &'static dyn Program,
    pub(crate) pattern: &'static str,
    /// Which of the design's load balancers, where it has several.
    pub(crate) front: usize,
}

/// The load balancer, its nodes and its clients.
pub(crate) struct Stage {
    pub(crate) scene: Scene,
    pub(crate) plan: Plan,
    pub(crate) work: PathBuf,
    pub(crate) entry: &'static Balancer,
    pub(crate) client: Client,
    pub(crate) running: Running,
    /// From the start of the program until it listens.
    pub(crate) started: Duration,
    /// Each with whether it is a worker.
    nodes: Vec<(bool, Mutex<Node>)>,
    /// What was found to be lacking.
    lacking: Mutex<BTreeSet<Need>>,
}

impl Scene {
    /// Runs a test in a namespace of its own; skips it where the program is not here.
    pub(crate) fn play(self, name: &str, test: impl FnOnce(Self)) {
        if self.program.version().is_some() {
            let name = name.split_once("::").map_or(name, |(_, rest)| rest);
            namespace::run(name, || test(self));
        }
    }

    /// The design, with `more` keys of the load balancer and of the whole.
    pub(crate) fn design(self, balancer: Value, more: Value) -> Value {
        let nodes = if self.pattern.starts_with("worker-manager") {
            json!([
                { "role": "manager", "addresses": "192.0.2.11-12" },
                { "role": "worker", "addresses": "192.0.2.21-23" },
            ])
        } else {
            json!([{ "addresses": "192.0.2.21-23" }])
        };
        let mut design = json!({
            "format": 1, "name": "live", "product": "esb", "release": "5.0.0", "pattern": self.pattern, "nodes": nodes,
            "hosts": { "service": SERVICE, "console": CONSOLE },
            "access": { "console": ADMINISTRATORS },
        });
        let one = json!({ "program": self.program.key(), "version": self.program.version(), "address": BALANCER });
        let with = |more: Value| {
            let mut all = one.clone();
            merge(&mut all, more);
            merge(&mut all, balancer.clone());
            all
        };
        design["balancers"] = if self.pattern == "worker-manager-3" {
            let other = json!({ "http-port": 8080, "https-port": 8443 });
            json!([with(json!({})), with(other)])
        } else {
            json!([with(json!({}))])
        };
        merge(&mut design, more);
        design
    }

    /// Everything running.
    pub(crate) fn stage(self) -> Stage {
        self.stage_with(json!({}), json!({}))
    }

    /// Everything running, where the design says more.
    pub(crate) fn stage_with(self, balancer: Value, more: Value) -> Stage {
        let design = self.design(balancer, more);
        let design: Design = serde_json::from_value(design).unwrap();
        let plan = plan::resolve(&design).output.unwrap();
        let work = tempfile::Builder::new().prefix("wso2-design-live-").tempdir().unwrap().keep();
        fs::set_permissions(&work, fs::Permissions::from_mode(0o755)).unwrap();
        let front = &plan.fronts[self.front];
        let entry = BALANCERS.iter().find(|entry| entry.key == self.program.key()).unwrap();

        let bundle = bundle(&plan, &work);
        let folder = Path::new(entry.operation.folder.unwrap());
        overlay(&bundle.join(format!("balancers/{}", front.name)), folder, &work.join("folder"));
        for fresh in ["/run", "/var/log"].iter().chain(self.program.folders()) {
            namespace::fresh(fresh);
        }
        let clients: Vec<String> = CLIENTS.map(|number| format!("203.0.113.{number}")).collect();
        let others = [BALANCER, BALANCER_6, STRANGER, ADMINISTRATOR_6, STRANGER_6];
        clients.iter().map(String::as_str).chain(others).for_each(namespace::add_address);
        let nodes = plan.nodes.iter().filter(|node| is_near(node)).map(|node| {
            (
                node.role != Role::Manager,
                Mutex::new(Node::start(node, plan.jvm_route, &bundle.join("tls/nodes"), &work)),
            )
        });
        let nodes = nodes.collect();

        let ports = (front.http_port.get(), front.https_port.get());
        let six = front.listens_on_ipv6();
        let (client, balancer) = if six { (ADMINISTRATOR_6, BALANCER_6) } else { (ADMINISTRATOR, BALANCER) };
        let client = Client::new(client, balancer, ports, &bundle.join(tls::AUTHORITY));
        let begun = Instant::now();
        let running = start(self.program, folder, &work);
        let mut stage = Stage {
            scene: self,
            entry,
            client,
            running,
            started: Duration::ZERO,
            nodes,
            lacking: Mutex::default(),
            plan,
            work,
        };
        stage.listens(begun + Duration::from_secs(20));
        stage.started = begun.elapsed();
        stage.ready(begun + Duration::from_secs(30));
        stage
    }
}

impl Stage {
    /// What the load balancer must do.
    pub(crate) fn front(&self) -> &Front {
        &self.plan.fronts[self.scene.front]
    }

    /// Whether the program says that it cannot do something: then the caller asserts what is done instead. Printed.
    pub(crate) fn lacks(&self, need: Need) -> bool {
        let lack = self.entry.lacks.iter().find(|lack| lack.need == need);
        if let Some(lack) = lack
            && self.lacking.lock().unwrap().insert(need)
        {
            println!("{} cannot {}; instead: {}", self.entry.name, need.verb(), lack.instead);
        }
        lack.is_some()
    }

    /// Someone who is no administrator.
    pub(crate) fn stranger(&self) -> Client {
        self.client.from(if self.front().listens_on_ipv6() { STRANGER_6 } else { STRANGER })
    }

    /// The same administrator, who reaches the same load balancer with IPv4.
    pub(crate) fn with_ipv4(&self) -> Client {
        self.client.at(ADMINISTRATOR, BALANCER)
    }

    /// A URL of the services.
    pub(crate) fn service(&self, tls: bool, path: &str) -> String {
        self.url(SERVICE, tls, path)
    }

    /// A URL of the console.
    pub(crate) fn console(&self, path: &str) -> String {
        self.url(CONSOLE, true, path)
    }

    fn url(&self, host: &str, tls: bool, path: &str) -> String {
        format!("{}://{host}{path}", if tls { "https" } else { "http" })
    }

    /// The nodes, workers or managers; in a symmetric cluster all are workers.
    pub(crate) fn nodes(&self, worker: bool) -> Vec<MutexGuard<'_, Node>> {
        self.nodes.iter().filter(|(it, _)| *it == worker).map(|(_, node)| node.lock().unwrap()).collect()
    }

    /// Each node that requests for these hosts may reach, by name.
    pub(crate) fn names(&self, worker: bool) -> Vec<String> {
        self.nodes(worker).iter().map(|node| node.name.clone()).collect()
    }

    /// Tells the program to take up its files once more.
    pub(crate) fn reload(&self) {
        self.scene.program.reload(&self.running);
    }

    /// The certificate of the cluster's authority; its key is beside it.
    pub(crate) fn authority(&self) -> PathBuf {
        self.work.join("bundle").join(tls::AUTHORITY)
    }

    fn listens(&mut self, until: Instant) {
        while self.client.socket(true).is_err() {
            self.alive();
            assert!(Instant::now() < until, "{} does not listen:\n{}", self.entry.name, self.output());
            thread::sleep(Duration::from_millis(20));
        }
    }

    fn alive(&mut self) {
        if let Ok(Some(status)) = self.running.0.try_wait() {
            panic!("{} ended with {status}:\n{}", self.entry.name, self.output());
        }
    }

    /// Waits until every upstream with nodes answers through the load balancer, thrice in a row: health checks take their
    /// time.
    fn ready(&mut self, until: Instant) {
        let names: Vec<String> = [true, false].into_iter().flat_map(|worker| self.names(worker)).collect();
        let front = &self.plan.fronts[self.scene.front];
        let hosts = front.hosts.iter().filter(|host| {
            let upstream = front.upstream(host).filter(|_| front.obstacle(host).is_none());
            upstream.is_some_and(|it| it.active().any(|server| names.contains(&server.node.to_string())))
        });
        let hosts: Vec<Request> = hosts
            .map(|host| Request::get(&format!("{}://{}/ready", host.scheme(), host.name)).hosts(&[&host.authority()]))
            .collect();
        let client = self.client.waits(5.0);
        let mut good = 0;
        while good < 3 {
            let answers: Vec<_> = hosts.iter().map(|request| client.send(request)).collect();
            if answers.iter().all(|answer| answer.as_ref().is_ok_and(|answer| answer.status == 200)) {
                good += 1;
                continue;
            }
            good = 0;
            self.alive();
            assert!(Instant::now() < until, "{} is not ready: {answers:#?}\n{}", self.entry.name, self.output());
            thread::sleep(Duration::from_millis(100));
        }
    }

    /// What the program has said on its standard output and error.
    pub(crate) fn said(&self) -> String {
        fs::read_to_string(self.work.join("output")).unwrap_or_default()
    }

    /// The same, and what it has written to its logs of errors.
    pub(crate) fn output(&self) -> String {
        let mut all = self.said();
        let logs = fs::read_dir(self.scene.program.logs()).into_iter().flatten().flatten();
        for log in logs.filter(|log| log.file_name().to_string_lossy().contains("err")) {
            all.push_str(&fs::read_to_string(log.path()).unwrap_or_default());
        }
        all
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        if thread::panicking() {
            let said = self.output();
            let last: Vec<&str> = said.lines().rev().take(40).collect();
            println!("{} said at last:\n{}", self.entry.name, last.into_iter().rev().collect::<Vec<_>>().join("\n"));
            println!("its files: {}", self.work.display());
        } else {
            let _ = fs::remove_dir_all(&self.work);
        }
    }
}

/// Starts the program on the files in `folder`.
pub(crate) fn start(program: &dyn Program, folder: &Path, work: &Path) -> Running {
    let output = File::create(work.join("output")).unwrap();
    let mut command = program.command(folder);
    command.stdin(Stdio::null()).stdout(output.try_clone().unwrap()).stderr(output);
    Running(command.spawn().unwrap_or_else(|fault| panic!("{command:?}: {fault}")))
}

/// The files of the load balancers and the script of the certificates, which is run.
fn bundle(plan: &Plan, work: &Path) -> PathBuf {
    let folder = work.join("bundle");
    for artifact in balancer::artifacts(plan).into_iter().chain(tls::artifacts(plan)) {
        write(&artifact, &folder);
    }
    // A thousand keys take minutes, and nobody looks at those of nodes that are not there.
    let script = folder.join(tls::SCRIPT);
    let text = fs::read_to_string(&script).unwrap();
    let far = |line: &&str| plan.nodes.iter().any(|it| !is_near(it) && line.starts_with(&format!("node {} ", it.name)));
    fs::write(&script, text.lines().filter(|line| !far(line)).collect::<Vec<_>>().join("\n")).unwrap();
    let tools = work.join("tools");
    fs::create_dir_all(&tools).unwrap();
    let keytool = tools.join("keytool");
    fs::write(&keytool, KEYTOOL).unwrap();
    fs::set_permissions(&keytool, fs::Permissions::from_mode(0o755)).unwrap();
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap_or_default());
    let mut command = Command::new("sh");
    command.arg(script).env("PATH", path).env_remove("JAVA_HOME").current_dir("/");
    must(command.env("WSO2_KEYSTORE_PASSWORD", "wso2carbon"));
    folder
}

/// Stands in for Java's, which takes seconds and makes what only Java reads: our nodes read what openssl makes.
const KEYTOOL: &str = r#"#!/bin/sh
while [ $# -gt 1 ]; do
    case $1 in -keystore | -destkeystore) [ -e "$2" ] || : >"$2" ;; esac
    shift
done
"#;

fn write(artifact: &Artifact, folder: &Path) {
    let Content::Whole(text) = &artifact.content else { panic!("{} is not whole", artifact.path) };
    let path = folder.join(format!("{}{}", artifact.owner.folder(), artifact.path));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, text.as_bytes()).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(artifact.mode.bits())).unwrap();
}

/// Whether a node is there: the others are far away, and nobody is.
fn is_near(node: &plan::Node) -> bool {
    !node.address.as_ref().unwrap().to_string().starts_with("10.")
}

/// Shows the rendered files at the program's folder, over those that this machine has there: as copied by an operator.
fn overlay(rendered: &Path, folder: &Path, copy: &Path) {
    fs::create_dir_all(copy).unwrap();
    fs::set_permissions(copy, fs::Permissions::from_mode(0o755)).unwrap();
    for from in [folder, rendered].into_iter().filter(|from| from.is_dir()) {
        // What this user may not read of the machine's own files is not needed either.
        let _ = Command::new("cp").args(["-a", "--no-preserve=ownership"]).arg(from.join(".")).arg(copy).output();
    }
    namespace::show(copy, folder.to_str().unwrap());
}

fn merge(into: &mut Value, more: Value) {
    if let Value::Object(more) = more {
        for (key, value) in more {
            into[key] = value;
        }
    }
}
