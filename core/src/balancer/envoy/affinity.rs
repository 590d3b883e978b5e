//! What the script that keeps clients on their nodes and mends redirects is told.
//!
//! Envoy's own filter for sessions writes the node's address into the cookie, for everyone to read. Ours writes the node's
//! name, and looks the address up.

use super::{Draft, typed};
use crate::design::StayBy;
use crate::format::yaml::Map;
use crate::plan::{Upstream, VirtualHost};
use crate::value::{HostName, Port};

/// The script.
pub(super) const SCRIPT: &str = include_str!("wso2.lua");

/// Where an endpoint keeps its node's name.
pub(super) const METADATA: &str = "wso2";

/// How clients of an upstream are kept on their nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept {
    /// Not at all.
    Nowhere,
    /// By a cookie of ours.
    ByCookie,
    /// By the end of a session's id.
    InSession,
}

impl Kept {
    /// How those of an upstream are.
    pub(super) fn of(upstream: &Upstream) -> Self {
        match upstream.affinity {
            None => Self::Nowhere,
            // The address of a node that is named by its host name is known to Envoy alone: it must be in the cookie.
            Some(affinity) if affinity.by == StayBy::Session && !has_host_names(upstream) => Self::InSession,
            Some(_) => Self::ByCookie,
        }
    }
}

/// Whether an upstream has nodes that are named by host names.
pub(super) fn has_host_names(upstream: &Upstream) -> bool {
    upstream.servers.iter().any(|server| server.address.ip().is_none())
}

/// What the script is told about a virtual host.
pub(super) fn context(draft: &Draft<'_>, host: &VirtualHost, upstream: &Upstream) -> Map {
    typed("extensions.filters.http.lua.v3.LuaPerRoute", |filter| {
        filter.map("filter_context", |context| {
            context.say(
                "Redirects of a node name its own ports: where they lead to this host, the client gets the public ones, \
                 each scheme its own.",
            );
            context.set("host", host.name.to_string());
            context.set("to http", origin(&host.name, false, draft.front.http_port));
            context.set("to https", origin(&host.name, true, draft.front.https_port));
            for port in &host.redirect_ports {
                context.set(format!("port {port}"), true);
            }
            kept(host, upstream, context);
        });
    })
}

fn kept(host: &VirtualHost, upstream: &Upstream, context: &mut Map) {
    let (kept, Some(affinity)) = (Kept::of(upstream), upstream.affinity) else { return };
    context.gap();
    context.say(format!("A client stays with its node: {}.", affinity.reason));
    if kept == Kept::InSession {
        context.say("The id of a session ends with its node's name (jvmRoute of catalina-server.xml).");
        context.set("cookie", "JSESSIONID");
        context.set("in session", true);
    } else {
        context.set("cookie", upstream.cookie());
        let secure = if host.tls { "; Secure" } else { "" };
        context.set("attributes", format!("; Path=/; HttpOnly; SameSite=Lax{secure}"));
    }
    if has_host_names(upstream) {
        context.say(
            "Nodes that are named by host names are not here: only Envoy knows their addresses, which it writes into the \
             cookie.",
        );
    }
    for server in upstream.servers.iter().filter(|server| server.address.ip().is_some()) {
        context.set(format!("node {}", server.node), server.address.with_port(server.port));
    }
}

/// A public origin: the port is left out where it is the scheme's own.
fn origin(name: &HostName, tls: bool, port: Port) -> String {
    let (scheme, usual) = if tls { ("https", 443) } else { ("http", 80) };
    if port.get() == usual { format!("{scheme}://{name}") } else { format!("{scheme}://{name}:{port}") }
}
