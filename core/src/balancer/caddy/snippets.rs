//! What several sites share, each once.

use super::{Draft, FOLDER, global, proxy, refusals, retries};
use crate::format::caddyfile::{Argument, Block, Directive, set};
use crate::plan::front::conduct::{self, Fact, tls};
use crate::plan::{Action, Health, Upstream};

/// All that this front needs.
pub(super) fn all(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    if draft.hosts().next().is_none() {
        return file;
    }
    file.say("Access logs are for machines: one line of JSON for each request.");
    file.add(set("(wso2_log)").block(|snippet| snippet.add(global::format())));
    if draft.hosts().any(|host| host.tls) {
        file.gap();
        file.say(format!("TLS towards clients. {}", tls::REASON));
        file.add(set("(wso2_tls)").block(tls_to_clients));
    }
    let upstreams: Vec<&Upstream> = draft.upstreams().collect();
    if upstreams.is_empty() {
        return file;
    }
    file.gap();
    file.say("What every request to a node needs. Nothing of it is taken over from a client.");
    file.add(set("(wso2_node)").block(headers));
    if upstreams.iter().any(|upstream| proxy::is_sticky(upstream)) {
        file.gap();
        file.say(
            "The cookie by which a client stays with its node is a hash of the node's address: with WSO2_LB_SECRET in the \
             service's environment nobody can find out the address by trying.",
        );
        file.add(set("(wso2_sticky)").block(|snippet| {
            let policy = set("lb_policy").words("cookie {args[0]} {$WSO2_LB_SECRET}");
            let why = "a hung node keeps its share of connections; in turn it would get all";
            snippet.add(policy.block(|policy| policy.add(set("fallback").words("least_conn").why(why))));
        }));
    }
    if upstreams.iter().any(|upstream| upstream.servers.len() > 1) {
        file.gap();
        file.append(retries::snippets(draft, &upstreams));
    }
    file.gap();
    file.say("What a client reads when no node answers. An answer of a node passes as it is.");
    file.add(set("(wso2_errors)").block(errors));
    file.gap();
    file.append(refusals::snippets(draft));
    file
}

impl Draft<'_> {
    /// The upstreams behind virtual hosts that are written.
    pub(super) fn upstreams(&self) -> impl Iterator<Item = &Upstream> {
        let used = |number| self.hosts().any(|host| host.action == Action::Proxy(number));
        self.front.upstreams.iter().enumerate().filter(move |(number, _)| used(*number)).map(|(_, upstream)| upstream)
    }
}

fn tls_to_clients(snippet: &mut Block) {
    snippet.add(set("protocols").words("tls1.2 tls1.3"));
    let suites = tls::suites().fold(set("ciphers"), |all, suite| all.arg(&suite));
    snippet.add(suites);
    snippet.add(set("curves").words("x25519mlkem768 x25519 secp256r1 secp384r1"));
}

fn headers(snippet: &mut Block) {
    for (name, fact) in conduct::FORWARDED {
        let value = match fact {
            Fact::Client => "{http.request.remote.host}",
            Fact::Request => "{http.request.uuid}",
            // Caddy says the scheme by itself, and the rest differs from host to host.
            Fact::Scheme | Fact::Authority | Fact::Host | Fact::Port => continue,
        };
        // Caddy sets this one by itself, to the address that the client connected from.
        if name != "X-Forwarded-For" {
            snippet.add(set("header_up").words(name).words(value));
        }
    }
    for name in conduct::PLANTED {
        snippet.add(set("header_up").arg(Argument::from("-").then(name)));
    }
}

fn errors(snippet: &mut Block) {
    snippet.add(set("handle_errors").words("502 503 504").block(|errors| {
        errors.add(set("route").block(|route| {
            route.add(set("header").block(|header| {
                header.add(set("Content-Type").words("application/json"));
                header.add(set("Cache-Control").words("no-store"));
                header.add(set("-Server"));
                header.add(set("-Set-Cookie").why("of nodes that were tried in vain"));
            }));
            route.gap();
            route.say("No Retry-After where the request may have been carried out.");
            route.add(set("@no_answer").words("expression").arg("{http.error.status_code} == 504"));
            route.add(answer("@no_answer", conduct::NO_ANSWER, "504"));
            let broken = "{http.error.status_code} == 502 && !string({http.error.message}).startsWith(\"dial \")";
            route.add(set("@broken_off").words("expression").arg(broken));
            route.add(answer("@broken_off", conduct::BROKEN_OFF, "502"));
            route.gap();
            route.add(set("header").words("Retry-After").arg(&conduct::RETRY_AFTER));
            route.add(answer("*", conduct::NO_NODE, "503"));
        }));
    }));
}

fn answer(matcher: &'static str, what: &'static str, status: &'static str) -> Directive {
    let body = Argument::from("{\"error\":\"").then(what).then("\",\"id\":\"{http.request.uuid}\"}");
    set("respond").words(matcher).arg(body).words(status)
}

/// Whether Caddy can ask the nodes of an upstream for their health.
pub(super) fn asks(upstream: &Upstream) -> bool {
    matches!(upstream.health, Health::Succeeds(_))
}

/// TLS towards the nodes of an upstream, within its transport.
pub(super) fn tls_to_nodes(upstream: &Upstream, transport: &mut Block) {
    if upstream.verified {
        transport.add(trusted());
    } else {
        transport.say(
            "NOT verified, as the design says (tls.nodes): whoever takes a node's address can read and change what is sent \
             to it. The certificate that the products come with proves nothing: its key is public.",
        );
        transport.add(set("tls_insecure_skip_verify"));
    }
    transport
        .add(set("tls_server_name").arg(&upstream.host).why("asked for, and checked: else it is the node's address"));
}

fn trusted() -> Directive {
    set("tls_trust_pool").words("file").arg(Argument::from(FOLDER).then("ssl/ca.crt"))
}
