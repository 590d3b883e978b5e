//! Caddy: one file, `/etc/caddy/Caddyfile`, and the certificates beside it.
//!
//! What several sites need is a snippet, so that it stands there once; routes keep the order in which they are written.

mod global;
mod operation;
mod proxy;
mod refusals;
mod retries;
mod site;
mod snippets;

use super::{Balancer, BalancerProgram, Certificates, Lack, Need, Stays};
use crate::bundle::{Artifact, Mode, Owner};
use crate::design::StayBy;
use crate::format::caddyfile::{Argument, Block, write};
use crate::plan::{Front, Plan, Purpose, VirtualHost};
use crate::value::Version;

/// What is written for where nobody says a version.
const USUAL: Version = Version::new(2, 11, 7);
/// The oldest that reads these files: it tells a lost connection from an answer where a retry is decided. Older ones would
/// not retry, and some of them would carry out requests twice.
const OLDEST: Version = Version::new(2, 11, 3);

/// Caddy.
pub(super) static BALANCER: Balancer = Balancer {
    program: BalancerProgram::Caddy,
    key: "caddy",
    name: "Caddy",
    summary: "One file and one program without dependencies; ties clients to nodes and asks nodes for their health.",
    version: Some(USUAL),
    called: |version| format!("Caddy {}", version.unwrap_or(USUAL)),
    too_old: |version| (version < OLDEST).then_some(OLDEST),
    stays: |_, by| match by {
        StayBy::BalancerCookie => Stays::ByItself,
        StayBy::Session => Stays::Otherwise,
    },
    waits_for_names: false,
    certificates: Certificates::Pair,
    lacks: &[
        Lack {
            need: Need::Health,
            instead: "it knows only one class of status for alive: nodes of the pass-through transport are watched, and asked \
                      only where the design says a `health-path` that answers with 200",
        },
        Lack {
            need: Need::Reload,
            instead: "calls end as they would, but idle connections are closed: a request that is on its way on one of them \
                      fails, one in a thousand in our tests",
        },
    ],
    verified: "The tests read every pattern of every kind of product with `caddy validate` and `caddy fmt` (2.11), and run it in \
               front of nodes.",
    operation: operation::OPERATION,
    artifacts,
};

/// Where the files are on the load balancer.
const FOLDER: &str = "/etc/caddy/";

/// What the file of one front is written from.
struct Draft<'p> {
    plan: &'p Plan,
    front: &'p Front,
}

fn artifacts(plan: &Plan, front: &Front) -> Vec<Artifact> {
    let text = write(&Draft { plan, front }.file());
    vec![Artifact::whole(Owner::Balancer(front.name.clone()), "Caddyfile", Mode::Public, text)]
}

impl Draft<'_> {
    fn file(&self) -> Block {
        let mut file = self.head();
        file.add(global::options(self));
        file.gap();
        file.append(snippets::all(self));
        for host in &self.front.hosts {
            file.gap();
            match self.front.obstacle(host) {
                Some(why) => file.say(format!("{}, port {}: left out, because {why}.", host.name, host.port)),
                None => file.append(site::body(self, host)),
            }
        }
        file.gap();
        file.append(site::unknown(self));
        file
    }

    /// What the file is, for what, for which program, and who wrote it.
    fn head(&self) -> Block {
        let (plan, front) = (self.plan, self.front);
        let mut head = Block::new();
        head.say(format!(
            "The load balancer: its options, what its sites share, and a site for each host name.\n\n{} {}, {}; design `{}`, \
             load balancer `{}`.\nWritten for {} by wso2-design: change the design, not this file.",
            plan.product.name,
            plan.release.version,
            plan.pattern.name.to_lowercase(),
            plan.name,
            front.name,
            (BALANCER.called)(front.version),
        ));
        head
    }

    /// The virtual hosts that are written.
    fn hosts(&self) -> impl Iterator<Item = &VirtualHost> {
        self.front.hosts.iter().filter(|host| self.front.obstacle(host).is_none())
    }
}

/// A certificate of a purpose, or its key.
fn certificate(purpose: Purpose, ending: &'static str) -> Argument {
    Argument::from(FOLDER).then("ssl/").then(purpose.certificate()).then(ending)
}

#[cfg(test)]
mod tests;
