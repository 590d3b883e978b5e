//! Other readers of NGINX's language: crossplane must see the servers, sockets, names and nodes of the plan and nothing else,
//! gixy-next must find nothing to complain of.

use super::files::{Folders, design};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use wso2_design_core::design::BalancerProgram;
use wso2_design_core::plan::{Action, Front, Upstream};
use wso2_design_tests::{cases, plan_of, project};

/// What gixy-next says that is not so, each with the reason.
const NOT_SO: &[(&str, &str, &str)] = &[(
    "stale_dns_cache",
    "_group;",
    "the variable of a map whose values all are groups of these files (`Seen::choices`): no name is looked up",
)];

/// A Python with crossplane and gixy-next.
pub(crate) struct Judge {
    python: PathBuf,
}

/// What is seen in one load balancer's files.
#[derive(Debug, PartialEq, Eq, Default)]
pub(crate) struct Seen {
    /// Each server: its sockets, `default` behind those that it is the default of, and its names.
    servers: Vec<(Vec<String>, Vec<String>)>,
    /// Where servers send requests to.
    passes: BTreeSet<String>,
    /// Each group: its name, and the nodes in it.
    upstreams: BTreeMap<String, BTreeSet<String>>,
    /// Each map that chooses where a request goes: the groups that it chooses from.
    choices: BTreeMap<String, BTreeSet<String>>,
}

#[test]
fn others_see_in_every_case_what_the_plan_says() {
    let Some(judge) = Judge::find() else { return };
    let mut all = Vec::new();
    for case in cases().unwrap() {
        let Some(mut plan) = plan_of(&case.design) else { continue };
        plan.fronts.retain(|front| matches!(front.program, BalancerProgram::Nginx | BalancerProgram::NginxPlus));
        all.push(Folders::from(&plan, &case.name));
    }
    let judged = judge.judge(&all);
    assert!(judged > 50, "only {judged} load balancers in all cases");
}

#[test]
fn others_see_what_older_versions_are_given() {
    let Some(judge) = Judge::find() else { return };
    let of = |version: &str, product: &str, release: &str, pattern: &str| {
        Folders::of(&design(product, release, pattern, version))
    };
    let mut all = Vec::new();
    for version in ["1.18.0", "1.22.1", "1.26.3", "1.29.6", "1.31.3"] {
        for pattern in ["worker-manager-3", "symmetric", "sticky-sessions"] {
            all.extend([of(version, "esb", "5.0.0", pattern), of(version, "as", "5.3.0", pattern)]);
        }
        all.push(of(version, "is", "5.7.0", "symmetric"));
    }
    judge.judge(&all);
}

#[test]
fn the_judge_sees_what_is_wrong() {
    let Some(judge) = Judge::find() else { return };
    let folders = Folders::of(&design("esb", "5.0.0", "symmetric", "1.22.1"));
    let injected = folders.map_texts(|text| Some(text.replace("server_tokens", "server { listen 81; } server_tokens")));
    let verdict = &judge.ask(&injected.mains(), false)[0];
    assert_ne!(Seen::of(verdict), Seen::meant(&injected.plan.fronts[0]));
    let folders = Folders::of(&design("esb", "5.0.0", "symmetric", "1.22.1"));
    let careless = folders.map_texts(|text| Some(text.replace("worker_processes", "# worker_processes")));
    let verdict = &judge.ask(&careless.mains(), true)[0];
    let found: Vec<&Value> = verdict["findings"].as_array().unwrap().iter().map(|finding| &finding["plugin"]).collect();
    assert!(found.iter().any(|plugin| *plugin == "missing_worker_processes"), "{found:?}");
    let folders = Folders::of(&design("esb", "5.0.0", "symmetric", "1.22.1"));
    let broken = folders.map_texts(|text| Some(text.replace("http {", "http")));
    assert_ne!(judge.ask(&broken.mains(), true)[0]["errors"], Value::Array(Vec::new()));
}

impl Judge {
    /// The judge, where there is a Python with both: the one that `WSO2_DESIGN_PYTHON` names, that in `target/judge`, or the
    /// machine's own. Says what is missing.
    pub(crate) fn find() -> Option<Self> {
        let named = std::env::var_os("WSO2_DESIGN_PYTHON").map(PathBuf::from);
        let candidates = named.into_iter().chain([project().join("target/judge/bin/python3"), "python3".into()]);
        let able = |python: &PathBuf| {
            let imports = Command::new(python).args(["-c", "import crossplane, gixy"]).stderr(Stdio::null()).status();
            imports.is_ok_and(|status| status.success())
        };
        let python = candidates.into_iter().find(able);
        if python.is_none() {
            println!("skipped: no Python with crossplane and gixy-next is to be had (WSO2_DESIGN_PYTHON may name one)");
        }
        python.map(|python| Self { python })
    }

    /// Compares what is seen in the files with their plans, and has faults looked for; how many load balancers that were.
    fn judge(&self, all: &[Folders]) -> usize {
        self.compare(all, true)
    }

    /// Compares what is seen in the files with their plans.
    pub(crate) fn compare(&self, all: &[Folders], critical: bool) -> usize {
        let mains: Vec<PathBuf> = all.iter().flat_map(Folders::mains).collect();
        let fronts = all.iter().flat_map(|folders| folders.plan.fronts.iter().map(move |front| (folders, front)));
        let fronts: Vec<_> = fronts.collect();
        assert_eq!(mains.len(), fronts.len());
        for (verdict, (folders, front)) in self.ask(&mains, critical).iter().zip(fronts) {
            let what = format!("{} of {}", front.name, folders.design);
            assert_eq!(verdict["errors"], Value::Array(Vec::new()), "{what}");
            assert_eq!(Seen::of(verdict), Seen::meant(front), "{what}");
            let so = |finding: &&Value| {
                let said = |key: &str, text: &str| finding[key].as_str().is_some_and(|said| said.contains(text));
                !NOT_SO.iter().any(|(plugin, text, _)| said("plugin", plugin) && said("reason", text))
            };
            let findings: Vec<&Value> = verdict["findings"].as_array().unwrap().iter().filter(so).collect();
            assert!(findings.is_empty(), "{what}: {findings:#?}");
        }
        mains.len()
    }

    fn ask(&self, mains: &[PathBuf], critical: bool) -> Vec<Value> {
        let jobs: Vec<_> = mains.iter().map(|main| (main, critical)).collect();
        let mut child = Command::new(&self.python)
            .arg(project().join("tests/judge/nginx.py"))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        stdin.write_all(serde_json::to_string(&jobs).unwrap().as_bytes()).unwrap();
        drop(stdin);
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "the judge failed");
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

impl Seen {
    /// What crossplane saw.
    fn of(verdict: &Value) -> Self {
        let words = |value: &Value| -> Vec<String> {
            value.as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect()
        };
        let socket = |listen: &Value| {
            let words = words(listen);
            let default = if words.iter().any(|word| word == "default_server") { " default" } else { "" };
            format!("{}{default}", words[0])
        };
        let servers = verdict["servers"].as_array().into_iter().flatten();
        let mut seen = Self::default();
        for server in servers {
            let sockets = server["listen"].as_array().unwrap().iter().map(socket).collect();
            let names = server["names"].as_array().unwrap().iter().flat_map(words).collect();
            seen.servers.push((sockets, names));
            seen.passes.extend(words(&server["passes"]));
        }
        seen.servers.sort();
        let first = |server: &Value| words(server)[0].clone();
        for (name, servers) in verdict["upstreams"].as_object().into_iter().flatten() {
            seen.upstreams.insert(name.clone(), servers.as_array().unwrap().iter().map(first).collect());
        }
        for (variable, values) in verdict["maps"].as_object().into_iter().flatten() {
            if variable.ends_with("_group") {
                seen.choices.insert(variable.clone(), words(values).into_iter().collect());
            }
        }
        seen
    }

    /// What the plan says.
    fn meant(front: &Front) -> Self {
        let version = front.version.unwrap();
        let plus = front.program == BalancerProgram::NginxPlus;
        let sockets = |port, default: &str| {
            let six = front.listens_on_ipv6().then(|| format!("[::]:{port}{default}"));
            [format!("{port}{default}")].into_iter().chain(six).collect::<Vec<_>>()
        };
        let mut meant = Self::default();
        let defaults = front.listeners().into_iter().map(|(port, _)| (sockets(port, " default"), vec!["_".to_owned()]));
        meant.servers.extend(defaults);
        if plus {
            meant.servers.push((vec!["127.0.0.1:8090".to_owned()], Vec::new()));
        }
        let maps = |upstream: &Upstream| {
            let named = upstream.servers.iter().any(|server| server.address.ip().is_none());
            let old = !plus && version < "1.29.6".parse().unwrap();
            upstream.affinity.is_some() && upstream.active().count() > 1 && old && !named
        };
        for host in front.hosts.iter().filter(|host| front.obstacle(host).is_none()) {
            meant.servers.push((sockets(host.port, ""), vec![host.name.to_string()]));
            if let Action::Proxy(upstream) = host.action {
                let upstream = &front.upstreams[upstream];
                let scheme = if upstream.tls { "https" } else { "http" };
                meant.passes.insert(match maps(upstream) {
                    true => format!("{scheme}://${}_group", upstream.name),
                    false => format!("{scheme}://{}", upstream.name),
                });
            }
        }
        meant.servers.sort();
        for upstream in front.upstreams.iter().filter(|upstream| !upstream.servers.is_empty()) {
            let endpoints: Vec<(String, String)> = upstream
                .servers
                .iter()
                .map(|server| (server.node.to_string(), server.address.with_port(server.port)))
                .collect();
            meant.upstreams.insert(upstream.name.clone(), endpoints.iter().map(|it| it.1.clone()).collect());
            if maps(upstream) {
                let groups = upstream.active().map(|server| format!("{}_{}", upstream.name, server.node));
                let groups = groups.chain([upstream.name.clone()]).collect();
                meant.choices.insert(format!("${}_group", upstream.name), groups);
                for (number, (node, _)) in endpoints.iter().enumerate() {
                    let stand_ins = if endpoints.len() > 8 { 3 } else { endpoints.len() - 1 };
                    let group = endpoints.iter().cycle().skip(number).take(1 + stand_ins);
                    let group = group.map(|it| it.1.clone()).collect();
                    meant.upstreams.insert(format!("{}_{node}", upstream.name), group);
                }
            }
        }
        meant
    }
}
