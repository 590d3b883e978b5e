use crate::client::Request;
use crate::stage::Scene;
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
