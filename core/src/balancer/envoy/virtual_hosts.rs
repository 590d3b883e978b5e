use super::affinity::{self, Kept};
use super::connections::header;
use super::{Draft, networks, routes};
use crate::format::envoy::Template;
use crate::format::yaml::{Map, list, map};
use crate::plan::front::conduct::{self, Fact};
use crate::plan::{Action, Upstream, VirtualHost};
use crate::value::Port;

/// The name of the filter that runs the script.
pub(super) const SCRIPT: &str = "envoy.filters.http.lua";
/// The name of the filter that holds bodies.
pub(super) const BUFFER: &str = "envoy.filters.http.buffer";

/// A host name, and what happens to its requests.
pub(super) fn virtual_host(draft: &Draft<'_>, host: &VirtualHost) -> Map {
    let mut it = Map::new();
    it.set("name", format!("{}-{}", host.purpose.certificate(), host.port));
    it.set("domains", list(|all| all.add(host.name.to_string())).flow());
    match host.action {
        Action::Redirect(port) => redirect(host, port, &mut it),
        Action::Proxy(upstream) => {
            if let Some(upstream) = draft.front.upstreams.get(upstream) {
                proxy(draft, host, upstream, &mut it);
            }
        }
    }
    it
}

fn redirect(host: &VirtualHost, to: Port, it: &mut Map) {
    it.say("308 lets a POST stay a POST; the name is fixed, so that no request decides where it leads.");
    it.list("routes", |routes| {
        routes.map(|route| {
            route.set("match", map(|it| it.set("prefix", "/")).flow());
            route.map("redirect", |redirect| {
                redirect.set("https_redirect", true);
                redirect.set("host_redirect", host.name.to_string());
                if to.get() != 443 {
                    redirect.set("port_redirect", to.get());
                }
                redirect.set("response_code", "PERMANENT_REDIRECT");
            });
        });
    });
}

fn proxy(draft: &Draft<'_>, host: &VirtualHost, upstream: &Upstream, it: &mut Map) {
    it.map("typed_per_filter_config", |filters| filters.set(SCRIPT, affinity::context(draft, host, upstream)));
    it.gap();
    it.say("Set here, never taken over from a client; Host and X-Request-ID are as well.");
    it.list("request_headers_to_add", |headers| {
        for (name, fact) in conduct::FORWARDED {
            if let Some(value) = forwarded(host, name, fact) {
                headers.add(header(name, &value));
            }
        }
    });
    it.say("Not for a client to set at all; the two with certificates sign in where a node trusts its load balancer.");
    it.list("request_headers_to_remove", |headers| {
        conduct::PLANTED.iter().for_each(|name| headers.add(*name));
        [networks::HEADER, "x-envoy-internal", "x-envoy-external-address"].iter().for_each(|name| headers.add(*name));
    });
    it.gap();
    it.because(
        "response_headers_to_remove",
        list(|headers| conduct::HIDDEN.iter().for_each(|name| headers.add(*name))).flow(),
        "what runs there helps an attacker only",
    );
    response_headers(host, upstream, it);
    it.gap();
    routes::common_retries(upstream, it);
    it.gap();
    it.list("routes", |all| routes::routes(draft, host, upstream, all));
}

/// What a header says towards the node; none where Envoy has another way to say it.
fn forwarded(host: &VirtualHost, name: &str, fact: Fact) -> Option<Template> {
    Some(match fact {
        Fact::Client => Template::command("DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT"),
        // Each route sets it.
        Fact::Authority if name == "Host" => return None,
        Fact::Authority => Template::literal(&host.authority()),
        Fact::Host => Template::literal(&host.name),
        Fact::Scheme => Template::literal(&host.scheme()),
        Fact::Port => Template::literal(&host.port),
        // Envoy's own, since a client's was taken away.
        Fact::Request => return None,
    })
}

fn response_headers(host: &VirtualHost, upstream: &Upstream, it: &mut Map) {
    let kept = Kept::of(upstream) == Kept::ByCookie;
    if host.headers.is_empty() && !kept {
        return;
    }
    it.list("response_headers_to_add", |headers| {
        if !host.headers.is_empty() {
            headers.say("Ours instead of the node's: browsers ignore some headers that come twice.");
        }
        for (name, value) in &host.headers {
            headers.add(header(name, &Template::literal(value)));
        }
        if kept {
            headers.say("For the script, which takes it away.");
            headers.add(header("x-wso2-node", &Template::command("UPSTREAM_METADATA(wso2:node)")));
        }
        if kept && affinity::has_host_names(upstream) {
            headers.add(header("x-wso2-address", &Template::command("UPSTREAM_REMOTE_ADDRESS")));
        }
    });
}
