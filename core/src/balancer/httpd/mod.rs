//! Apache httpd 2.4.
//!
//! The files make a folder that is copied to `/etc/apache2` (Debian and its kin) or `/etc/httpd` (Red Hat and its kin) as it
//! is. The main file takes the place of the package's, so that its unit, `apachectl` and log rotation work as ever, while
//! nothing else of the package is loaded: no default site, no `Listen` in another file, no compression, no status page, and
//! only the modules that are needed. What was tested is what runs, whatever `a2enmod` or a package's update did before. Paths are below
//! the server's root; what differs between the two families of packages stands once, at the top of the main file.

mod abilities;
mod common;
mod deny;
mod errors;
mod headers;
mod host;
mod main_file;
mod modules;
mod operation;
mod unknown;
mod upstreams;

use super::{Balancer, BalancerProgram, Certificates, Lack, Need, Stays};
use crate::bundle::{Artifact, Mode, Owner};
use crate::design::StayBy;
use crate::format::httpd::{Argument, Block, write};
use crate::plan::{Front, Plan, Purpose, Upstream, VirtualHost};
use crate::value::Version;
use abilities::{Abilities, OLDEST};

/// What is written for where nobody says a version: that of Debian 12 and of Red Hat Enterprise Linux 9.
const USUAL: Version = Version::new(2, 4, 62);

/// Apache httpd.
pub(super) static BALANCER: Balancer = Balancer {
    program: BalancerProgram::Httpd,
    key: "httpd",
    name: "Apache httpd",
    summary: "In every distribution; asks nodes for their health, and ties clients by a cookie or by the session's route.",
    version: Some(USUAL),
    called: |version| format!("Apache httpd {}", version.unwrap_or(USUAL)),
    too_old: |version| (version < OLDEST).then_some(OLDEST),
    stays: |_, by| match by {
        StayBy::BalancerCookie => Stays::ByItself,
        StayBy::Session => Stays::ByRoute,
    },
    waits_for_names: false,
    certificates: Certificates::Pair,
    lacks: &[
        Lack {
            need: Need::Retries,
            instead: "a request that a node had already is never made again, whatever its method: the client gets 502, or \
                      its connection is closed and it asks again by itself; only a node that takes no connection is \
                      passed over",
        },
        Lack {
            need: Need::BodyLimit,
            instead: "a body of declared length is refused before it is read; one that comes in chunks is limited by the \
                      node alone",
        },
    ],
    verified: "httpd 2.4 of Debian reads the files of every pattern, and runs unchanged in front of nodes that are killed, \
               stopped and restarted.",
    operation: operation::OPERATION,
    artifacts,
};

/// What every file of one front is written from.
struct Draft<'p> {
    plan: &'p Plan,
    front: &'p Front,
    can: Abilities,
}

fn artifacts(plan: &Plan, front: &Front) -> Vec<Artifact> {
    let draft = Draft { plan, front, can: Abilities::of(front.version.unwrap_or(USUAL)) };
    let artifact = |path: String, text| Artifact::whole(Owner::Balancer(front.name.clone()), path, Mode::Public, text);
    let files = draft.files().into_iter().map(|File { path, what, body }| {
        let mut text = draft.head(&what);
        text.append(body);
        artifact(path, write(&text))
    });
    let said = errors::ALL.iter().map(|error| artifact(error.path(), error.text()));
    files.chain(said).collect()
}

/// One file of directives.
struct File {
    path: String,
    /// What it is: a sentence.
    what: String,
    body: Block,
}

impl File {
    fn new(path: impl Into<String>, what: impl Into<String>, body: Block) -> Self {
        Self { path: path.into(), what: what.into(), body }
    }

    /// Where the virtual hosts of a name on a scheme are.
    fn hosts(name: &str, scheme: &str) -> String {
        format!("wso2/{name}.{scheme}.conf")
    }
}

impl Draft<'_> {
    fn files(&self) -> Vec<File> {
        let sites = self.sites();
        let mut files = vec![
            File::new(
                "apache2.conf",
                "The main file: what depends on the package, modules, processes, and the files that make up the rest.",
                main_file::body(self, &sites),
            ),
            File::new(
                "conf/httpd.conf",
                "The main file where a package has it here: Red Hat Enterprise Linux and its kin.",
                main_file::elsewhere(),
            ),
            File::new("wso2/common.conf", "What all virtual hosts share.", common::body(self)),
            File::new(
                "wso2/upstreams.conf",
                "The nodes, in the groups that requests are sent to.",
                upstreams::body(self),
            ),
            File::new(
                "wso2/unknown.conf",
                "What happens to host names that are not served: the first virtual host of a port has what no other has.",
                unknown::body(self),
            ),
            File::new("wso2/errors.conf", "What a client reads when no node answers.", errors::rules()),
        ];
        for host in self.refusing() {
            let what = format!("What of a node must not be reached under {}.", host.name);
            files.push(File::new(deny::path(host.purpose), what, deny::body(host)));
        }
        files.extend(sites);
        files
    }

    /// The files of the virtual hosts.
    fn sites(&self) -> Vec<File> {
        let id = self.plan.product.id;
        let mut files = Vec::new();
        for tls in [false, true] {
            let hosts = self.hosts(|host| host.purpose == Purpose::Service && host.tls == tls);
            let scheme = if tls { "https" } else { "http" };
            let what = format!("The services over {}.", scheme.to_uppercase());
            files.push((File::hosts(id, scheme), what, hosts));
        }
        for purpose in self.plan.hosts.others.keys().copied().chain([Purpose::Console]) {
            let label = match purpose {
                Purpose::Console => self.plan.product.console_label,
                other => other.key(),
            };
            let what = format!("{} over HTTPS; over HTTP only the way there.", purpose.heading());
            let hosts = self.hosts(|host| host.purpose == purpose);
            files.push((File::hosts(&format!("{label}.{id}"), "https"), what, hosts));
        }
        let some = files.into_iter().filter(|(_, _, hosts)| !hosts.is_empty());
        some.map(|(path, what, hosts)| File::new(path, what, host::body(self, &hosts))).collect()
    }

    /// A virtual host of each purpose of which something is refused.
    fn refusing(&self) -> Vec<&VirtualHost> {
        let mut all: Vec<&VirtualHost> = Vec::new();
        for host in self.hosts(|host| !host.refusals.is_empty()) {
            if !all.iter().any(|other| other.purpose == host.purpose) {
                all.push(host);
            }
        }
        all
    }

    /// What a file is, for what, for which program, and who wrote it.
    fn head(&self, what: &str) -> Block {
        let (plan, front) = (self.plan, self.front);
        let mut head = Block::new();
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

    fn hosts(&self, which: impl Fn(&VirtualHost) -> bool) -> Vec<&VirtualHost> {
        self.front.hosts.iter().filter(|host| which(host)).collect()
    }
}

/// How httpd keeps a client on its node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sticky {
    /// By a cookie of its own.
    Cookie,
    /// By the route at the end of the session's id.
    Session,
}

/// How a client stays with a node of this upstream, if it does: where there is more than one to stay with. The route is
/// at the end of ids that a node's servlet container gives. Sessions of services behind the pass-through transport are
/// others', and end as they like: a cookie of httpd's own ties their clients, whatever the design says.
fn sticky(upstream: &Upstream) -> Option<Sticky> {
    let affinity = upstream.affinity.filter(|_| upstream.active().count() > 1)?;
    Some(match affinity.by {
        StayBy::Session if upstream.servlet => Sticky::Session,
        StayBy::Session | StayBy::BalancerCookie => Sticky::Cookie,
    })
}

/// The name of an upstream as httpd's URL: `balancer://wso2_esb_https`.
fn balancer(upstream: &Upstream) -> Argument {
    Argument::from("balancer://").join(&Argument::symbol(&upstream.name))
}

#[cfg(test)]
mod tests;
