//! One virtual host: everything that is its own.

use super::global::deny;
use super::{Draft, redirect, refusals, servers, what};
use crate::format::haproxy::{Argument, File, Section, line};
use crate::plan::front::conduct::{self, Fact};
use crate::plan::{Purpose, VirtualHost};

pub(super) fn of(draft: &Draft<'_>, host: &VirtualHost, file: &mut File) {
    if draft.front.obstacle(host).is_some() {
        return;
    }
    let (Some(name), Some(upstream)) = (draft.backend(host), draft.front.upstream(host)) else { return };
    file.gap();
    file.say(format!("{}: {}.", what(host.purpose, host.tls), host.origin()));
    file.section(line("backend").arg(&name), |section| {
        refusals::of(host, section);
        body(host, section);
        section.gap();
        request(host, section);
        section.gap();
        response(draft, host, section);
        section.gap();
        servers::of(host, upstream, section);
    });
}

fn body(host: &VirtualHost, section: &mut Section) {
    section.say(format!(
        "{} MB, where a request declares its length: HAProxy does not count what it passes on in chunks.{}",
        host.body_limit,
        if host.purpose == Purpose::Console { " Composite applications are large." } else { "" },
    ));
    let bytes = u64::from(host.body_limit) * 1024 * 1024;
    section.add(deny(413).words("if { req.body_size gt").arg(&bytes).words("}"));
}

/// What the node is told of the host; the rest is said where requests come in.
fn request(host: &VirtualHost, section: &mut Section) {
    for (name, fact) in conduct::FORWARDED {
        let value = match fact {
            Fact::Authority => authority(host),
            Fact::Host => Argument::of(&host.name),
            Fact::Scheme => Argument::from(host.scheme()),
            Fact::Port => Argument::of(&host.port),
            Fact::Client | Fact::Request => continue,
        };
        section.add(line("http-request set-header").arg(name).arg(value));
    }
}

/// The host as clients write it: with the port where it is not the scheme's own.
pub(super) fn authority(host: &VirtualHost) -> Argument {
    let name = Argument::of(&host.name);
    if host.has_usual_port() { name } else { name.then(":").and(&host.port) }
}

fn response(draft: &Draft<'_>, host: &VirtualHost, section: &mut Section) {
    if !host.headers.is_empty() {
        section.say("Ours instead of the node's, and on errors too.");
    }
    for (name, value) in &host.headers {
        section.add(line("http-after-response set-header").arg(*name).arg(*value));
    }
    redirect::mended(draft.front, host, section);
}
