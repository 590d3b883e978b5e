//! What must not be reached under a host name: matchers of the cleaned, decoded path.

use super::Draft;
use crate::format::caddyfile::{Argument, Block, Directive, set};
use crate::plan::{Purpose, Refusal, VirtualHost};
use crate::value::Cidr;

/// The snippet of a purpose.
pub(super) fn name(purpose: Purpose) -> Argument {
    Argument::from("wso2_refuse_").then(purpose.key())
}

/// A snippet for each purpose that has refusals.
pub(super) fn snippets(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    let mut done: Vec<Purpose> = Vec::new();
    for host in draft.hosts().filter(|host| !host.refusals.is_empty() && draft.front.upstream(host).is_some()) {
        if !done.contains(&host.purpose) {
            done.push(host.purpose);
            file.gap();
            file.say(format!(
                "What of a node must not be reached under {}. Caddy compares paths decoded and without `..` and `//`.",
                host.name
            ));
            let snippet = Argument::from("(").join(&name(host.purpose)).then(")");
            file.add(set(snippet).block(|snippet| body(host, snippet)));
        }
    }
    file
}

fn body(host: &VirtualHost, snippet: &mut Block) {
    for (number, refusal) in host.refusals.iter().enumerate() {
        snippet.gap();
        snippet.say(refusal.say);
        let matcher = Argument::from("@refused_").and(&number);
        snippet.add(set(matcher.clone()).block(|all| matches(refusal, all)));
        snippet.add(set("respond").arg(matcher).arg(&refusal.status));
    }
}

fn matches(refusal: &Refusal, all: &mut Block) {
    all.add(set("path_regexp").arg(Argument::from("(?i)").and(&refusal.paths.pattern())));
    if let Some(exception) = refusal.paths.exception() {
        all.add(set("not").words("path_regexp").arg(Argument::from("(?i)").then(exception)));
    }
    if !refusal.but_for.is_empty() {
        all.add(of(set("not").words("remote_ip"), &refusal.but_for));
    }
}

/// A matcher of addresses, with these networks.
pub(super) fn of(matcher: Directive, networks: &[Cidr]) -> Directive {
    networks.iter().fold(matcher, |all, network| all.arg(network))
}
