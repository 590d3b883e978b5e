//! What must not be reached under a host name: locations for what nobody may reach, and for what some networks may a
//! variable that knows them.

use super::Draft;
use crate::format::nginx::{Argument, Block, Directive, set};
use crate::plan::{Purpose, Refusal, VirtualHost};
use crate::value::Cidr;

/// Where the refusals of a purpose are.
pub(super) fn path(purpose: Purpose) -> String {
    match purpose {
        Purpose::Service => "snippets/wso2-deny.conf".to_owned(),
        other => format!("snippets/wso2-deny-{}.conf", other.key()),
    }
}

/// The same, for the virtual host that includes it.
pub(super) fn file(host: &VirtualHost) -> Argument {
    match host.purpose {
        Purpose::Service => Argument::from("snippets/wso2-deny.conf"),
        other => Argument::from("snippets/wso2-deny-").then(other.key()).then(".conf"),
    }
}

pub(super) fn body(draft: &Draft<'_>, host: &VirtualHost) -> Block {
    let mut file = Block::new();
    file.say("Paths are compared decoded and without `..` and `//`.");
    for refusal in &host.refusals {
        file.gap();
        file.say(refusal.say);
        let answer = set("return").arg(&refusal.status);
        match draft.limited().position(|other| other == refusal) {
            Some(number) => {
                let refused = Argument::from("($wso2_refused_").and(&number).then(")");
                file.add(set("if").arg(refused).block(|it| it.add(answer)));
            }
            None => file.add(location(refusal).block(|it| it.add(answer))),
        }
    }
    file
}

fn location(refusal: &Refusal) -> Directive {
    let pattern = refusal.paths.pattern();
    let pattern = match refusal.paths.exception() {
        Some(exception) => Argument::from("(?!").then(exception).then(")").and(&pattern),
        None => Argument::of(&pattern),
    };
    set("location").words("~*").arg(pattern)
}

impl Draft<'_> {
    /// What some networks may reach and others not, each once.
    pub(super) fn limited(&self) -> impl Iterator<Item = &Refusal> {
        let all =
            || self.front.hosts.iter().flat_map(|host| &host.refusals).filter(|refusal| !refusal.but_for.is_empty());
        all()
            .enumerate()
            .filter(move |(number, refusal)| !all().take(*number).any(|other| other == *refusal))
            .map(|(_, it)| it)
    }
}

/// For all virtual hosts: who asks, and whether that is refused.
pub(super) fn maps(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    for (number, refusal) in draft.limited().enumerate() {
        file.gap();
        file.say(refusal.say);
        let stranger = Argument::from("$wso2_stranger_").and(&number);
        file.add(set("geo").arg(stranger.clone()).block(|geo| {
            geo.add(set("default").words("1"));
            refusal.but_for.iter().for_each(|network: &Cidr| geo.add(set(Argument::of(network)).words("0")));
        }));
        file.add(set("map").arg(stranger.then("$uri")).arg(Argument::from("$wso2_refused_").and(&number)).block(
            |map| {
                map.add(set("default").words("0"));
                map.add(set(Argument::from("~*^1").and(&refusal.paths.pattern().unanchored())).words("1"));
            },
        ));
    }
    file
}
