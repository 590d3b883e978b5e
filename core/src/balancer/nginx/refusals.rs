//! What must not be reached under a host name. Each refusal is an `if` at the level of the server: they are looked at in the
//! order of the plan, before any location, so none hides another one.

use super::Draft;
use crate::format::nginx::{Argument, Block, Symbol, set, when};
use crate::plan::{Paths, Plan, Purpose, Refusal, VirtualHost};
use crate::value::Cidr;

/// The file of each list of refusals, with the host that it is named after.
pub(super) fn files<'d>(draft: &Draft<'d>) -> Vec<(String, &'d VirtualHost)> {
    let mut firsts: Vec<&VirtualHost> = Vec::new();
    for host in refusing(draft) {
        if !firsts.iter().any(|first| first.refusals == host.refusals) {
            firsts.push(host);
        }
    }
    let path = |host: &VirtualHost| match host.purpose {
        Purpose::Service => "snippets/wso2-deny.conf".to_owned(),
        other => format!("snippets/wso2-deny-{}.conf", other.key()),
    };
    firsts.into_iter().map(|host| (path(host), host)).collect()
}

/// The file that a virtual host includes: hosts that refuse the same share one.
pub(super) fn file(draft: &Draft<'_>, host: &VirtualHost) -> Argument {
    let first = refusing(draft).find(|first| first.refusals == host.refusals).unwrap_or(host);
    match first.purpose {
        Purpose::Service => Argument::from("snippets/wso2-deny.conf"),
        other => Argument::from("snippets/wso2-deny-").then(other.key()).then(".conf"),
    }
}

fn refusing<'d>(draft: &Draft<'d>) -> impl Iterator<Item = &'d VirtualHost> {
    let front = draft.front;
    front.hosts.iter().filter(|host| !host.refusals.is_empty() && front.obstacle(host).is_none())
}

/// What stands in the file of a list of refusals.
pub(super) fn body(draft: &Draft<'_>, refusals: &[Refusal]) -> Block {
    let mut file = Block::new();
    file.say(
        "The first that fits counts. NGINX has decoded a path and resolved its `..` and `//` before it is compared.",
    );
    for refusal in refusals {
        file.gap();
        file.say(refusal.say);
        let asked = match draft.strangers(&refusal.but_for) {
            Some(strangers) => {
                file.add(set("set").words("$wso2_asked").arg(Argument::variable(&strangers).then("$uri")));
                when("$wso2_asked", "~*", expression("^stranger", &refusal.paths))
            }
            None => when("$uri", "~*", expression("^", &refusal.paths)),
        };
        file.add(asked.block(|refused| refused.add(set("return").arg(&refusal.status))));
    }
    file
}

fn expression(beginning: &'static str, paths: &Paths) -> Argument {
    let all = Argument::from(beginning);
    let all = match paths.exception() {
        Some(exception) => all.then("(?!").then(exception.trim_start_matches('^')).then(")"),
        None => all,
    };
    all.and(&paths.pattern().unanchored())
}

/// For all virtual hosts: whether a request comes from elsewhere than networks that may ask more.
pub(super) fn networks(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    for (number, networks) in draft.trusted().into_iter().enumerate() {
        file.gap();
        if number == 0 {
            file.say(
                "Who asks from elsewhere. A machine is known by the address that it connects from: no router between may \
                 change it.",
            );
        }
        let Some(name) = draft.strangers(networks) else { continue };
        file.add(set("geo").arg(Argument::variable(&name)).block(|geo| {
            geo.add(set("default").words("stranger"));
            networks.iter().for_each(|network| geo.add(set(Argument::of(network)).arg("")));
        }));
    }
    file
}

impl Draft<'_> {
    /// The sets of networks that may reach what others may not, each once.
    fn trusted(&self) -> Vec<&[Cidr]> {
        let mut all: Vec<&[Cidr]> = Vec::new();
        for refusal in refusing(self).flat_map(|host| &host.refusals).filter(|refusal| !refusal.but_for.is_empty()) {
            if !all.contains(&refusal.but_for.as_slice()) {
                all.push(&refusal.but_for);
            }
        }
        all
    }

    /// The variable that is `stranger` for requests from elsewhere than these networks.
    fn strangers(&self, networks: &[Cidr]) -> Option<Symbol> {
        let all = self.trusted();
        let place = all.iter().position(|other| *other == networks)?;
        let name = Symbol::new("wso2_not_from").with(whose(self.plan, networks));
        let alike =
            all.iter().take(place).filter(|other| whose(self.plan, other) == whose(self.plan, networks)).count();
        Some(if alike == 0 { name } else { name.with(&(alike + 1).to_string()) })
    }
}

/// Whose networks they are.
fn whose(plan: &Plan, networks: &[Cidr]) -> &'static str {
    let administrators = &plan.access.console;
    if networks == administrators {
        "administrators"
    } else if !administrators.is_empty() && administrators.iter().all(|network| networks.contains(network)) {
        "members"
    } else {
        "nodes"
    }
}
