//! HAProxy.
//!
//! One file, `haproxy.cfg`, with the certificates beside it in `ssl/`, which it names from its own folder. The front end has
//! what all host names share; each virtual host has a back end with everything that is its own.

mod abilities;
mod backend;
mod frontend;
mod global;
mod operation;
mod redirect;
mod refusals;
mod servers;

use super::{Balancer, BalancerProgram, Certificates, Lack, Need, Stays};
use crate::bundle::{Artifact, Mode, Owner};
use crate::design::StayBy;
use crate::format::haproxy::{File, Symbol, write};
use crate::plan::{Action, Front, Plan, Purpose, Upstream, VirtualHost};
use crate::value::Version;
use abilities::{Abilities, OLDEST};
use operation::OPERATION;

/// What is written for where nobody says a version: the line with long support that Debian 13 has.
const USUAL: Version = Version::new(3, 0, 0);

/// HAProxy.
pub(super) static BALANCER: Balancer = Balancer {
    program: BalancerProgram::Haproxy,
    key: "haproxy",
    name: "HAProxy",
    summary: "Open source; asks nodes for their health, eases a node in that comes back, and remembers sessions across reloads.",
    version: Some(USUAL),
    called: |version| format!("HAProxy {}", version.unwrap_or(USUAL)),
    too_old: |version| (!Abilities::of(version).new_enough).then_some(OLDEST),
    stays: |_, _| Stays::ByItself,
    waits_for_names: false,
    certificates: Certificates::Bundle,
    lacks: &[Lack {
        need: Need::BodyLimit,
        instead: "a body whose length is declared is refused with 413; a chunked one passes, and the node's own limit holds",
    }],
    verified: "HAProxy reads the files of every product and pattern without a warning, and serves clients by them in front of \
               nodes that are killed, hang and come back.",
    operation: OPERATION,
    artifacts,
};

/// What the file of one front is written from.
struct Draft<'p> {
    plan: &'p Plan,
    front: &'p Front,
    can: Abilities,
}

fn artifacts(plan: &Plan, front: &Front) -> Vec<Artifact> {
    let draft = Draft { plan, front, can: Abilities::of(front.version.unwrap_or(USUAL)) };
    vec![Artifact::whole(Owner::Balancer(front.name.clone()), "haproxy.cfg", Mode::Public, write(&draft.file()))]
}

impl Draft<'_> {
    fn file(&self) -> File {
        let mut file = File::new();
        self.head(&mut file);
        global::global(self, &mut file);
        global::defaults(self, &mut file);
        if self.remembers_sessions() {
            servers::peers(&mut file);
        }
        frontend::public(self, &mut file);
        for host in &self.front.hosts {
            backend::of(self, host, &mut file);
        }
        frontend::statistics(&mut file);
        file
    }

    /// What the file is, for what, for which program, and who wrote it.
    fn head(&self, file: &mut File) {
        let (plan, front) = (self.plan, self.front);
        file.say(format!(
            "Where requests come in, and the nodes that they go to.\n\n{} {}, {}; design `{}`, load balancer `{}`.\nWritten for {} \
             by wso2-design: change the design, not this file.",
            plan.product.name,
            plan.release.version,
            plan.pattern.name.to_lowercase(),
            plan.name,
            front.name,
            (super::balancer(front.program).called)(front.version),
        ));
        if !self.can.new_enough {
            file.say(format!(
                "\nTake a newer HAProxy: this file needs {OLDEST} or later, and versions as old as this one are no longer repaired."
            ));
        }
    }

    /// The virtual hosts that can be written.
    fn served(&self) -> impl Iterator<Item = &VirtualHost> {
        self.front.hosts.iter().filter(|host| self.front.obstacle(host).is_none())
    }

    /// Whether clients are kept on their nodes by what HAProxy remembers of their sessions.
    fn remembers_sessions(&self) -> bool {
        self.served().filter_map(|host| self.front.upstream(host)).any(by_session)
    }

    /// The name of a virtual host's back end: its upstream's, with a number where another host has that already.
    fn backend(&self, host: &VirtualHost) -> Option<Symbol> {
        let Action::Proxy(upstream) = host.action else { return None };
        let name = &self.front.upstreams.get(upstream)?.name;
        let before = self.served().take_while(|other| !std::ptr::eq(*other, host));
        Some(match before.filter(|other| other.action == host.action).count() {
            0 => Symbol::new(name),
            count => Symbol::new(&format!("{name}_{}", count + 1)),
        })
    }
}

fn by_session(upstream: &Upstream) -> bool {
    upstream.affinity.is_some_and(|affinity| affinity.by == StayBy::Session)
}

/// What is behind a virtual host, for a comment.
fn what(purpose: Purpose, tls: bool) -> String {
    match (purpose, tls) {
        (Purpose::Service, false) => "The services over HTTP".to_owned(),
        (Purpose::Service, true) => "The services over HTTPS".to_owned(),
        (Purpose::Console, _) => "The management console".to_owned(),
        (other, _) => other.heading().to_owned(),
    }
}

#[cfg(test)]
mod tests;
