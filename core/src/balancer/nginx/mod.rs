//! NGINX, open source and Plus.
//!
//! The files make a folder that is copied to `/etc/nginx` as it is: every include and certificate is named from
//! there, only logs have absolute paths (`/var/log/nginx/`, which every package makes). User and pid file stay those
//! that the package was built with.

mod abilities;
mod affinity;
mod common;
mod group;
mod host;
mod main_file;
mod operation;
mod plus;
mod refusals;
mod snippets;
mod upstreams;

use super::{Balancer, Certificates, Lack, Need, Stays};
use crate::bundle::{Artifact, Mode, Owner};
use crate::design::{BalancerProgram, StayBy};
use crate::format::nginx::{Block, write};
use crate::plan::{Front, Plan, Purpose, VirtualHost};
use crate::value::Version;
use abilities::{Abilities, OLDEST};
use group::Group;

/// What is written for where nobody says a version.
const USUAL: Version = Version::new(1, 30, 0);
/// The same of NGINX Plus: R33.
const USUAL_PLUS: Version = Version::new(1, 27, 2);

/// Open-source NGINX. Written for where nobody says: the stable line that has `sticky`.
pub(super) static OPEN_SOURCE: Balancer = Balancer {
    program: BalancerProgram::Nginx,
    key: "nginx",
    name: "NGINX",
    summary: "Open source; ties clients to nodes by itself from 1.29.6 on, by maps of ours before.",
    version: Some(USUAL),
    called: |version| format!("NGINX {}", version.unwrap_or(USUAL)),
    too_old: |version| too_old(BalancerProgram::Nginx, version),
    stays: |version, by| match (Abilities::of(BalancerProgram::Nginx, version.unwrap_or(USUAL)).sticky, by) {
        (true, _) => Stays::ByItself,
        (false, StayBy::BalancerCookie) => Stays::Emulated,
        (false, StayBy::Session) => Stays::Otherwise,
    },
    waits_for_names: true,
    certificates: Certificates::Pair,
    lacks: &[Lack {
        need: Need::Health,
        instead: "a node is set aside when requests to it fail, and a hung one when they time out",
    }],
    verified: "NGINX 1.22 and 1.31 read every pattern and every case without a warning, crossplane sees in them what the \
               design says, gixy-next finds nothing; both stood in front of nodes that die, hang, vanish and misbehave.",
    operation: operation::OPEN_SOURCE,
    artifacts,
};

/// NGINX Plus. Written for where nobody says: R33, on open source 1.27.2.
pub(super) static PLUS: Balancer = Balancer {
    program: BalancerProgram::NginxPlus,
    key: "nginx-plus",
    name: "NGINX Plus",
    summary: "Commercial; asks nodes for their health and eases a node in that comes back.",
    version: Some(USUAL_PLUS),
    called: |version| format!("NGINX Plus (on NGINX {})", version.unwrap_or(USUAL_PLUS)),
    too_old: |version| too_old(BalancerProgram::NginxPlus, version),
    stays: |_, _| Stays::ByItself,
    waits_for_names: true,
    certificates: Certificates::Pair,
    lacks: &[],
    verified: "crossplane sees in its files what the design says, gixy-next finds nothing; open-source NGINX reads them \
               without what only NGINX Plus has. NGINX Plus itself was not run.",
    operation: operation::PLUS,
    artifacts,
};

fn too_old(program: BalancerProgram, version: Version) -> Option<Version> {
    (!Abilities::of(program, version).new_enough).then_some(OLDEST)
}

/// What every file of one front is written from.
struct Draft<'p> {
    plan: &'p Plan,
    front: &'p Front,
    can: Abilities,
    /// One for each of the front's upstreams, in their order.
    groups: Vec<Group<'p>>,
}

fn artifacts(plan: &Plan, front: &Front) -> Vec<Artifact> {
    let can = Abilities::of(front.program, front.version.unwrap_or(USUAL));
    let groups = front.upstreams.iter().map(|upstream| Group::new(upstream, can)).collect();
    let draft = Draft { plan, front, can, groups };
    let file = |(path, what, body): File| {
        let mut text = draft.head(&what);
        text.append(body);
        Artifact::whole(Owner::Balancer(front.name.clone()), path, Mode::Public, write(&text))
    };
    draft.files().into_iter().map(file).collect()
}

/// Where a file is, what it is, and what stands in it.
type File = (String, String, Block);

impl Draft<'_> {
    fn files(&self) -> Vec<File> {
        let id = self.plan.product.id;
        let file = |path: &str, what: &str, body| (path.to_owned(), what.to_owned(), body);
        let mut files = vec![
            file("nginx.conf", "The main file: processes, and the files that make up the rest.", main_file::body(self)),
            file(
                "conf.d/00-wso2-common.conf",
                "What all virtual hosts share, and what happens to host names that are none of them.",
                common::body(self),
            ),
            file(
                &format!("conf.d/10-{id}-upstreams.conf"),
                "The nodes, in the groups that requests are sent to.",
                upstreams::body(self),
            ),
        ];
        if self.can.plus {
            files.push(file("conf.d/20-plus-api.conf", "The state of the nodes, for this machine only.", plus::api()));
        }
        for tls in [false, true] {
            let hosts = self.hosts(|host| host.purpose == Purpose::Service && host.tls == tls);
            if !hosts.is_empty() {
                let scheme = if tls { "https" } else { "http" };
                let what = format!("The services over {}.", scheme.to_uppercase());
                let name = format!("{id}.{scheme}");
                files.push((format!("conf.d/{name}.conf"), what, host::body(self, &hosts)));
            }
        }
        for purpose in self.plan.hosts.others.keys() {
            let hosts = self.hosts(|host| host.purpose == *purpose);
            if !hosts.is_empty() {
                let path = format!("conf.d/{}.{id}.https.conf", purpose.key());
                let what = format!("{} over HTTPS; over HTTP only the way there.", purpose.heading());
                files.push((path, what, host::body(self, &hosts)));
            }
        }
        let console = self.hosts(|host| host.purpose == Purpose::Console);
        if !console.is_empty() {
            let path = format!("conf.d/{}.{id}.https.conf", self.plan.product.console_label);
            let what = "The management console over HTTPS; over HTTP only the way there.".to_owned();
            files.push((path, what, host::body(self, &console)));
        }
        files.push(file(
            "snippets/wso2-proxy.conf",
            "What every request to a node needs: headers, time-outs, retries, room.",
            snippets::proxy(self),
        ));
        for verified in [true, false] {
            let towards = |group: &Group<'_>| group.upstream.tls && group.upstream.verified == verified;
            if self.groups.iter().any(|group| !group.is_empty() && towards(group)) {
                let what = if verified { "TLS towards the nodes." } else { "TLS towards nodes that prove nothing." };
                files.push(file(snippets::node_tls_file(verified), what, snippets::node_tls(verified)));
            }
        }
        files.push(file("snippets/wso2-tls.conf", "TLS towards clients.", snippets::tls(self)));
        files.push(file("snippets/wso2-errors.conf", "What a client reads when no node answers.", snippets::errors()));
        for (path, host) in refusals::files(self) {
            let what = format!("What of a node must not be reached under {}.", host.name);
            files.push((path, what, refusals::body(self, &host.refusals)));
        }
        files
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
            (super::balancer(front.program).called)(front.version),
        ));
        head.gap();
        head
    }

    fn hosts(&self, which: impl Fn(&VirtualHost) -> bool) -> Vec<&VirtualHost> {
        self.front.hosts.iter().filter(|host| which(host)).collect()
    }
}

#[cfg(test)]
mod tests;
