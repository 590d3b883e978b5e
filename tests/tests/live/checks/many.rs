use super::{headers, routing, spread};
use crate::client::Request;
use crate::stage::{BALANCER_6, Scene};
use serde_json::json;
use std::time::Duration;

/// A thousand back-ends, of which none is there: the program starts all the same, and soon.
pub(crate) fn thousand(scene: Scene) {
    let workers = (0..4)
        .map(|net| json!({ "role": "worker", "name": format!("w{net}"), "addresses": format!("10.0.{net}.1-250") }));
    let managers = json!({ "role": "manager", "addresses": "192.0.2.11-12" });
    let nodes: serde_json::Value = [managers].into_iter().chain(workers).collect();
    let stage = scene.stage_with(json!({}), json!({ "nodes": nodes }));
    println!("{} nodes: listens after {:?}", stage.plan.nodes.len(), stage.started);
    assert!(stage.started < Duration::from_secs(5));
    let answer = stage.client.ask(&Request::get(&stage.console("/carbon/")));
    assert_eq!((answer.status, answer.node().as_str()), (200, "manager-1"));
    let answer = stage.client.ask(&Request::get(&stage.service(true, "/")));
    assert!([502, 503, 504].contains(&answer.status), "{}", answer.status);
}

/// IPv6 on both sides, other ports, names of another alphabet and of 253 characters, one manager alone.
pub(crate) fn unusual(scene: Scene) {
    let long = format!("{}.{}.{}.{}", "a".repeat(63), "b".repeat(63), "c".repeat(63), "d".repeat(61));
    assert_eq!(long.len(), 253);
    let nodes = json!([
        { "role": "manager", "address": "2001:db8:a::11" },
        { "role": "worker", "name": "default", "address": "2001:db8:a::21" },
        { "role": "worker", "name": "server", "address": "2001:db8:a::22" },
        { "role": "worker", "address": "192.0.2.23", "offset": 3 },
    ]);
    let more = json!({ "nodes": nodes, "hosts": { "service": long, "console": "xn--mnchen-3ya.example" } });
    let balancer = json!({ "address": BALANCER_6, "http-port": 8080, "https-port": 8443 });
    let mut stage = scene.stage_with(balancer, more);
    routing::check(&stage);
    headers::check(&stage);
    spread::check(&stage);
    stage.client = stage.with_ipv4();
    let (host, origin) = stage.front().hosts.iter().map(|host| (host.authority(), host.origin())).next().unwrap();
    let answer = stage.client.ask(&Request::get(&format!("{origin}/")).hosts(&[&host]));
    assert_eq!(answer.status, 200, "an IPv6 load balancer has IPv4 as well: {}", answer.text());
}

/// Clients that are kept by the session of their node, where the program can; new files make nobody forget them.
pub(crate) fn session(scene: Scene) {
    let stage = scene.stage_with(json!({ "stay-by": "session", "sticky": "always" }), json!({}));
    println!("kept by {:?}", stage.front().stay_by);
    spread::check(&stage);
    spread::reloaded(&stage);
}
