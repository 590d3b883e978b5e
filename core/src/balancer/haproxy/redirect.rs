//! Redirects of nodes, which name their own ports.

use crate::format::haproxy::{Argument, Section, line};
use crate::plan::{Front, VirtualHost};
use crate::value::{HostName, Port};

/// The client gets the public ports, each scheme its own. Redirects to other hosts pass as they are.
pub(super) fn mended(front: &Front, host: &VirtualHost, section: &mut Section) {
    section.say("Redirects of a node name its own ports: the client gets the public ones, each scheme its own.");
    for (tls, port) in [(false, front.http_port), (true, front.https_port)] {
        section.add(
            line("http-response replace-header Location")
                .arg(own_origin(host, tls))
                .arg(origin(tls, &host.name, port).then(r"\1")),
        );
    }
}

/// Where a host is, as the beginning of a URL: with the port where it is not the scheme's own.
pub(super) fn origin(tls: bool, name: &HostName, port: Port) -> Argument {
    let origin = Argument::from(if tls { "https://" } else { "http://" }).and(name);
    if port.get() == if tls { 443 } else { 80 } { origin } else { origin.then(":").and(&port) }
}

/// What matches this host's own origin in a redirect, with any port of a node or of a load balancer; the rest is `\1`.
fn own_origin(host: &VirtualHost, tls: bool) -> Argument {
    let scheme = if tls { "(?i)^https://" } else { "(?i)^http://" };
    let mut pattern = Argument::from(scheme).matching(&host.name).then("(?::(?:");
    for (number, port) in host.redirect_ports.iter().enumerate() {
        pattern = pattern.then(if number > 0 { "|" } else { "" }).and(port);
    }
    pattern.then("))?([/?#].*)?$")
}
