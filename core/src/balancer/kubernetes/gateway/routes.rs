use super::{Draft, Gateway, gateways};
use crate::balancer::kubernetes::backend::Backend;
use crate::balancer::kubernetes::labels;
use crate::catalogue::Transport;
use crate::format::yaml::{List, Map, Value};
use crate::plan::front::conduct;
use crate::plan::{Action, Refusal, VirtualHost};
use crate::value::Port;

/// The longest value of a match.
const LONGEST: usize = 1024;
/// How many characters stand around an expression: `(?i)` and `.*`.
const AROUND: usize = 6;

/// All paths, as the shortest expression.
const REST: &str = "/.*";

/// What stands above all routes.
pub(super) fn preface(draft: &Draft<'_>) -> String {
    let hosts = || draft.gateways.iter().flat_map(|gateway| &gateway.hosts);
    let mut text = String::new();
    if hosts().any(|host| !host.refusals.is_empty()) {
        text.push_str(
            "\n\nWhat is refused is matched by expressions, and so is all the rest of such a host: which kind of match comes \
             first is each implementation's own affair, but among expressions it is the longer or the earlier one. Where an \
             implementation knows no expressions, it takes none of the route, and nothing is open. A rule without a Service \
             answers 500, or 404 in some.",
        );
    }
    if hosts().any(|host| matches!(host.action, Action::Redirect(_))) {
        text.push_str(
            "\n\nRedirects are 301, which every implementation knows: some clients make a GET of a POST. The name is fixed, so \
             that no request decides where they lead.",
        );
    }
    text
}

/// The route of a host; none where nothing is behind it.
pub(super) fn object(draft: &Draft<'_>, gateway: &Gateway<'_>, host: &VirtualHost) -> Option<Map> {
    let mut rules = List::default();
    let mut object = Map::new();
    object.say(format!("{}, over {}.", host.purpose.heading(), host.scheme().to_uppercase()));
    match host.action {
        Action::Redirect(port) => {
            rules.map(|rule| rule.set("filters", [redirect(host, port)]));
        }
        Action::Proxy(_) => {
            let backend = draft.backend(host)?;
            proxied(draft, host, backend, &mut rules);
        }
    }
    object.set("apiVersion", "gateway.networking.k8s.io/v1");
    object.set("kind", "HTTPRoute");
    object.map("metadata", |metadata| {
        metadata.set("name", draft.names.of(&gateways::name(host)));
        metadata.set("labels", labels(draft.plan));
    });
    object.map("spec", |spec| {
        let parent = Map::new().with("name", gateway.name.clone()).with("sectionName", gateways::name(host));
        spec.set("parentRefs", [parent]);
        spec.set("hostnames", Value::texts([&host.name]));
        spec.set("rules", rules);
    });
    Some(object)
}

/// The rules of a host that leads to nodes: refusals without exceptions, exceptions, refusals with them, all the rest.
/// Expressions become shorter from one to the next.
fn proxied(draft: &Draft<'_>, host: &VirtualHost, backend: &Backend<'_>, rules: &mut List) {
    let plain = host.refusals.iter().filter(|refusal| refusal.paths.exception().is_none());
    plain.for_each(|refusal| refuse(refusal, rules));
    for refusal in &host.refusals {
        if let Some(exception) = refusal.paths.exception() {
            rules.say("What passes of what the next rule refuses.");
            rules.map(|rule| forward(draft, host, backend, Some(exception), rule));
            refuse(refusal, rules);
        }
    }
    if !host.refusals.is_empty() {
        rules.say("All the rest.");
    }
    let rest = (!host.refusals.is_empty()).then_some(REST);
    rules.map(|rule| forward(draft, host, backend, rest, rule));
}

/// A rule without a Service: nothing is forwarded.
fn refuse(refusal: &Refusal, rules: &mut List) {
    rules.say(refusal.say);
    if !refusal.but_for.is_empty() {
        rules.say(
            "The standard knows no networks of clients, so the nodes themselves are refused here too: let them call each \
             other at their Service instead of at the public name.",
        );
    }
    let parts = refusal.paths.within(LONGEST - AROUND);
    let matches: List = parts.iter().map(|part| path(&format!("(?i){}", part.pattern().through()))).collect();
    rules.map(|rule| rule.set("matches", matches));
}

/// A rule that leads to nodes, for paths that an expression matches; for all where there is none.
fn forward(draft: &Draft<'_>, host: &VirtualHost, backend: &Backend<'_>, paths: Option<&str>, rule: &mut Map) {
    match paths {
        Some(expression) => rule.set("matches", [path(expression)]),
        None => rule.set("matches", [prefix()]),
    }
    rule.set("filters", [request_headers(host), response_headers(host)]);
    let service = Map::new().with("name", backend.service.clone()).with("port", backend.port.get());
    rule.set("backendRefs", [service]);
    // An exception is for browsers without cookies; and a cookie of this name belongs to one rule.
    let is_whole = paths.is_none_or(|paths| paths == REST);
    if let Some(affinity) = backend.upstream.affinity.filter(|_| is_whole) {
        rule.say(format!("A client stays with its node: {}. Of the experimental channel.", affinity.reason));
        rule.map("sessionPersistence", |session| {
            session.set("sessionName", backend.upstream.cookie());
            session.set("type", "Cookie");
            session.set("cookieConfig", Value::Map(Map::new().with("lifetimeType", "Session")).flow());
        });
    }
    rule.map("timeouts", |timeouts| {
        let whole = match backend.upstream.transport {
            Transport::WebSocket => "0s".to_owned(),
            Transport::Services | Transport::Servlet => format!("{}s", draft.front.limits.answer),
        };
        timeouts.because("request", "0s", "none for the whole: a large body takes its time");
        timeouts.because("backendRequest", whole, "for a node's answer");
    });
}

fn path(expression: &str) -> Map {
    let path = Map::new().with("type", "RegularExpression").with("value", expression);
    Map::new().with("path", path)
}

fn prefix() -> Map {
    let path = Map::new().with("type", "PathPrefix").with("value", "/");
    Map::new().with("path", Value::Map(path).flow())
}

fn redirect(host: &VirtualHost, port: Port) -> Map {
    let mut redirect = Map::new();
    redirect.set("scheme", "https");
    redirect.set("hostname", Value::text(&host.name));
    redirect.set("port", port.get());
    redirect.set("statusCode", 301_u16);
    Map::new().with("type", "RequestRedirect").with("requestRedirect", redirect)
}

/// What the node is told of the request, and what no client may tell it.
fn request_headers(host: &VirtualHost) -> Map {
    let set = [
        ("X-Forwarded-Host", host.authority()),
        ("X-Forwarded-Server", host.name.to_string()),
        ("X-Forwarded-Proto", host.scheme().to_owned()),
        ("X-Forwarded-Port", host.port.to_string()),
    ];
    let set: List = set.into_iter().map(|(name, value)| header(name, value)).collect();
    let mut modifier = Map::new();
    modifier.set("set", set);
    modifier.set("remove", Value::texts(conduct::PLANTED.into_iter().chain(["X-Real-IP"])));
    Map::new().with("type", "RequestHeaderModifier").with("requestHeaderModifier", modifier)
}

/// What answers carry instead of what the node says.
fn response_headers(host: &VirtualHost) -> Map {
    let mut modifier = Map::new();
    let set: List = host.headers.iter().map(|(name, value)| header(name, *value)).collect();
    if !set.is_empty() {
        modifier.set("set", set);
    }
    modifier.set("remove", Value::texts(conduct::HIDDEN));
    Map::new().with("type", "ResponseHeaderModifier").with("responseHeaderModifier", modifier)
}

fn header(name: &'static str, value: impl Into<Value>) -> Value {
    Value::Map(Map::new().with("name", name).with("value", value)).flow()
}
