//! Envoy.
//!
//! The main file only says where the others are: listeners, clusters and secrets are read from files of their own, again
//! whenever something is moved into the folder. So new files are taken up without a new process.

mod affinity;
mod clusters;
mod connections;
mod listeners;
mod main_file;
mod networks;
mod paths;
mod routes;
mod secrets;
mod service;
mod virtual_hosts;

use super::{Balancer, Certificates, Operation, Stays, Trouble};
use crate::bundle::{Artifact, Mode, Owner};
use crate::design::{BalancerProgram, StayBy};
use crate::format::yaml::{List, Map, map, write};
use crate::plan::{Front, Plan, Upstream};
use crate::value::Version;

/// What is written for where nobody says a version.
const USUAL: Version = Version::new(1, 40, 0);
/// The oldest version that these files were tried with. Envoy mends a version for a year.
const OLDEST: Version = Version::new(1, 36, 0);
/// The folder that the files are in on their machine.
const FOLDER: &str = "/etc/envoy";

/// Envoy. Written for where nobody says: the version that the files were tested with.
pub(super) static BALANCER: Balancer = Balancer {
    program: BalancerProgram::Envoy,
    key: "envoy",
    name: "Envoy",
    summary: "Open source; asks nodes for their health, and takes up new nodes, hosts and certificates while it runs.",
    version: Some(USUAL),
    called: |version| format!("Envoy {}", version.unwrap_or(USUAL)),
    too_old: |version| (version < OLDEST).then_some(OLDEST),
    stays: |_, by| match by {
        StayBy::BalancerCookie => Stays::ByItself,
        StayBy::Session => Stays::ByRoute,
    },
    waits_for_names: false,
    certificates: Certificates::Pair,
    lacks: &[],
    verified: "Envoy 1.36 and 1.40 read the files of every pattern; 1.40 stands between clients and nodes in live tests.",
    operation: Operation {
        folder: Some("/etc/envoy/"),
        test: "sudo /etc/envoy/test.sh",
        reload: "sudo systemctl reload envoy",
        restart: "sudo systemctl restart envoy",
        drain: "Give the node's endpoints in `clusters.yaml` the line `health_status: DRAINING`; test and reload. Clients that \
                are tied to it go to another node with their next request.",
        prepare: &[
            "Envoy gives up no rights by itself, so it gets a user of its own: `sudo useradd --system --shell \
             /usr/sbin/nologin envoy`.",
            "Its packages bring no unit; the one of the bundle runs `/usr/bin/envoy`: `sudo systemctl enable \
             /etc/envoy/envoy.service`.",
        ],
        troubles: TROUBLES,
    },
    artifacts,
};

const TROUBLES: &[Trouble] = &[
    Trouble {
        sign: "`Filesystem config update rejected: unable to read file: /etc/envoy/ssl/wrk.key`",
        cause: "The key belongs to root alone. The unit gives Envoy's user what it needs at start and reload: reload it.",
    },
    Trouble {
        sign: "`cannot bind '0.0.0.0:443': Permission denied`",
        cause: "Envoy was started without the unit, and only root may listen below port 1024: start it by the unit.",
    },
    Trouble {
        sign: "`lds: listener 'https-443' config rejected`, or `cds` with a cluster",
        cause: "A file was changed by hand and is wrong; what ran before goes on. The test says where: make the bundle anew.",
    },
    Trouble {
        sign: "New files are in the folder, and nothing changes",
        cause: "Copying is not enough: Envoy reads its files when something is moved into the folder, which a reload does. \
                What stands in `envoy.yaml` and `wso2.lua` needs a restart.",
    },
    Trouble {
        sign: "503, and `no_healthy_upstream` in the log",
        cause: "`curl -s 127.0.0.1:9901/clusters | grep health_flags` shows which nodes failed (`/failed_active_hc`): they are \
                down, or `curl -s 127.0.0.1:9901/stats | grep ssl.fail_verify` counts their certificates, which are not of \
                the cluster's authority or not for the public host name.",
    },
];

/// What every file of one front is written from.
struct Draft<'p> {
    plan: &'p Plan,
    front: &'p Front,
}

fn artifacts(plan: &Plan, front: &Front) -> Vec<Artifact> {
    let draft = Draft { plan, front };
    let whole = |path: &str, mode, text: String| Artifact::whole(Owner::Balancer(front.name.clone()), path, mode, text);
    let file = |path: &str, what: &str, body: Map| {
        let mut text = draft.head(what);
        text.append(body);
        whole(path, Mode::Public, write(&text))
    };
    let mut files = vec![
        file(
            "envoy.yaml",
            "The main file: what holds for the whole process, and where the rest is.",
            main_file::body(&draft),
        ),
        file(
            "listeners.yaml",
            "What clients reach: ports, host names, and what happens to a request.",
            listeners::body(&draft),
        ),
        file("clusters.yaml", "The nodes, in the groups that requests are sent to.", clusters::body(&draft)),
    ];
    files.extend(secrets::files(&draft).into_iter().map(|(path, what, body)| file(&path, &what, body)));
    files.extend([
        whole("wso2.lua", Mode::Public, affinity::SCRIPT.to_owned()),
        whole("test.sh", Mode::Program, service::test()),
        whole("envoy.service", Mode::Public, service::unit()),
    ]);
    files
}

impl<'p> Draft<'p> {
    /// What a file is, for what, for which program, and who wrote it.
    fn head(&self, what: &str) -> Map {
        let (plan, front) = (self.plan, self.front);
        let mut head = Map::new();
        head.say(format!(
            "{what}\n\n{} {}, {}; design `{}`, load balancer `{}`.\nWritten for {} by wso2-design: change the design, not this file.",
            plan.product.name,
            plan.release.version,
            plan.pattern.name.to_lowercase(),
            plan.name,
            front.name,
            (BALANCER.called)(front.version),
        ));
        head.gap();
        head
    }

    /// The groups that have nodes.
    fn upstreams(&self) -> impl Iterator<Item = &'p Upstream> {
        self.front.upstreams.iter().filter(|upstream| !upstream.servers.is_empty())
    }
}

/// A message whose type must be said, by what stands behind `envoy.` in its name.
fn typed(kind: &'static str, fill: impl FnOnce(&mut Map)) -> Map {
    let mut message = Map::new();
    message.set("@type", format!("type.googleapis.com/envoy.{kind}"));
    fill(&mut message);
    message
}

/// An extension: its name, and its settings.
fn extension(all: &mut List, name: &'static str, kind: &'static str, fill: impl FnOnce(&mut Map)) {
    all.map(|it| {
        it.set("name", name);
        it.set("typed_config", typed(kind, fill));
    });
}

/// How long: a duration.
fn seconds(count: u16) -> String {
    format!("{count}s")
}

/// Where a file of this folder is read from, and again when something is moved into the folder. The version comes first: the
/// script that tests these files leaves out both lines.
fn read_from(source: &mut Map, file: &str) {
    source.set("resource_api_version", "V3");
    source.set(
        "path_config_source",
        map(|path| {
            path.set("path", format!("{FOLDER}/{file}"));
            path.set("watched_directory", map(|it| it.set("path", FOLDER)));
        })
        .flow(),
    );
}

#[cfg(test)]
mod tests;
