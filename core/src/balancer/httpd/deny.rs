//! What must not be reached under a host name.

use crate::format::httpd::{Argument, Block, set};
use crate::plan::{Purpose, Refusal, VirtualHost};

/// Where the refusals of a purpose are.
pub(super) fn path(purpose: Purpose) -> String {
    match purpose {
        Purpose::Service => "wso2/deny.conf".to_owned(),
        other => format!("wso2/deny-{}.conf", other.key()),
    }
}

/// The same, for the virtual host that includes it.
pub(super) fn file(purpose: Purpose) -> Argument {
    match purpose {
        Purpose::Service => Argument::from("wso2/deny.conf"),
        other => Argument::from("wso2/deny-").then(other.key()).then(".conf"),
    }
}

pub(super) fn body(host: &VirtualHost) -> Block {
    let mut file = Block::new();
    file.say("Paths are compared decoded, `%2F` too, and without `..` and `//`.");
    for refusal in &host.refusals {
        file.gap();
        file.say(refusal.say);
        rule(refusal, &mut file);
    }
    file
}

fn rule(refusal: &Refusal, file: &mut Block) {
    if let Some(exception) = refusal.paths.exception() {
        file.add(set("RewriteCond").words("%{REQUEST_URI}").arg(Argument::from("!").then(exception)).words("[NC]"));
    }
    for network in &refusal.but_for {
        file.add(set("RewriteCond").words("expr").arg(Argument::from("! -R '").and(network).then("'")));
    }
    let flags = Argument::from("[NC,R=").and(&refusal.status).then("]");
    file.add(set("RewriteRule").arg(Argument::pattern(&refusal.paths.pattern())).words("-").arg(flags));
}
