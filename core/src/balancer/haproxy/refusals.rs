//! Paths that are refused. HAProxy neither decodes a path nor resolves `..` before it compares one: that is done in a
//! variable (`txn.path`), and what cannot be compared is refused.

use super::global::deny;
use crate::format::haproxy::{Argument, Section, Symbol, line};
use crate::plan::{Refusal, VirtualHost};
use crate::value::Cidr;

/// Networks on one line: HAProxy reads 64 words of a line.
const ON_A_LINE: usize = 8;

/// The path as it is compared: decoded once, as a node does it, with one slash for several and for what Windows takes for one.
/// What cannot be compared is refused.
pub(super) fn comparable(section: &mut Section) {
    section.gap();
    section.say(
        "The path, decoded once, as a node does it. Refused is one that does not decode, has control characters, or `.` or `..` \
         for a segment: programs resolve those before they ask, and who does not wants to get past what follows.",
    );
    section.add(line("http-request set-var(txn.path)").arg(r#"path,url_dec,regsub("[/\\\\]+",/,g)"#));
    section
        .add(line("acl unclear_path var(txn.path) -m reg").matches([Argument::from(r"[\x00-\x1f\x7f]|/\.\.?(?:/|$)")]));
    section.add(deny(400).words("unless { var(txn.path) -m found }"));
    section.add(deny(400).words("if unclear_path"));
}

/// Who may ask at all, and which paths are refused.
pub(super) fn of(host: &VirtualHost, section: &mut Section) {
    if !host.allow.is_empty() {
        section.say("Open to these networks only.");
        networks(&Symbol::new("allowed"), &host.allow, section);
        section.add(deny(403).words("unless allowed"));
        section.gap();
    }
    for (number, refusal) in host.refusals.iter().enumerate() {
        section.gap();
        one(refusal, number + 1, section);
    }
    section.gap();
}

fn one(refusal: &Refusal, number: usize, section: &mut Section) {
    let name = |what: &str| Symbol::new(&format!("{what}_{number}"));
    let refused = name("refused");
    section.say(refusal.say);
    let acl = |name: &Symbol| line("acl").arg(name).words("var(txn.path) -m reg -i");
    section.add(acl(&refused).matches([&refusal.paths.pattern()]));
    let mut deny = deny(refusal.status).words("if").arg(&refused);
    if let Some(exception) = refusal.paths.exception() {
        let passes = name("passes");
        section.add(acl(&passes).matches([Argument::from(exception)]));
        deny = deny.arg(Argument::from("!").and(&passes));
    }
    if !refusal.but_for.is_empty() {
        let but_for = name("but_for");
        networks(&but_for, &refusal.but_for, section);
        deny = deny.arg(Argument::from("!").and(&but_for));
    }
    section.add(deny);
}

fn networks(name: &Symbol, networks: &[Cidr], section: &mut Section) {
    for some in networks.chunks(ON_A_LINE) {
        section.add(line("acl").arg(name).words("src").matches(some));
    }
}
