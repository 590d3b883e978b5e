use super::{file, lines, plan};
use expect_test::expect;
use serde_json::{Value, json};

fn by(by: &str) -> Value {
    json!([{ "program": "httpd", "stay-by": by }])
}

fn servlet(balancers: &Value) -> Value {
    json!({
        "product": "as", "release": "5.3.0", "pattern": "symmetric", "nodes": [{ "addresses": "192.0.2.21-22" }],
        "balancers": balancers,
    })
}

#[test]
fn a_cookie_of_its_own_names_the_node() {
    let host = file(json!({}), "wso2/esb.https.conf");
    expect![[r#"
        Header always add Set-Cookie "wso2_esb_https_node=.%{BALANCER_WORKER_ROUTE}e; Path=/; HttpOnly; SameSite=Lax; Secure" env=BALANCER_ROUTE_CHANGED
        ProxyPass / balancer://wso2_esb_https/ lbmethod=bybusyness maxattempts=1 stickysession=wso2_esb_https_node nocanon
    "#]].assert_eq(&lines(&host, &["Set-Cookie", "ProxyPass"]));
    assert!(!file(json!({}), "wso2/esb.http.conf").contains("Set-Cookie"));
}

#[test]
fn the_session_names_the_node_where_the_node_writes_its_name() {
    let design = servlet(&by("session"));
    let upstreams = file(design.clone(), "wso2/upstreams.conf");
    for host in ["wso2/as.http.conf", "wso2/as.https.conf", "wso2/mgt.as.https.conf"] {
        let host = file(design.clone(), host);
        assert!(host.contains("stickysession=JSESSIONID|jsessionid") && !host.contains("Set-Cookie"), "{host}");
    }
    // The route here is the route there.
    let plan = plan(design);
    assert!(plan.jvm_route);
    let routes: Vec<String> =
        upstreams.split("route=").skip(1).map(|it| it.split(' ').next().unwrap().to_owned()).collect();
    assert_eq!(routes.len(), 6);
    for artifact in crate::config::artifacts(&plan).iter().filter(|it| it.path.ends_with("catalina-server.xml")) {
        let crate::bundle::Owner::Node(node) = &artifact.owner else { panic!("{artifact:?}") };
        assert_eq!(routes.iter().filter(|route| *route == node.as_str()).count(), 3);
        assert!(format!("{artifact:?}").contains("jvmRoute"));
    }
}

#[test]
fn sessions_behind_the_pass_through_transport_name_no_node() {
    let both = json!({ "balancers": by("session"), "managers": "active-active" });
    assert!(file(both.clone(), "wso2/upstreams.conf").contains("although the design says by session"));
    assert!(file(both.clone(), "wso2/esb.https.conf").contains("stickysession=wso2_esb_https_node"));
    assert!(file(both, "wso2/mgt.esb.https.conf").contains("stickysession=JSESSIONID|jsessionid"));
    assert!(file(json!({ "balancers": by("session") }), "wso2/esb.https.conf").contains("wso2_esb_https_node=."));
}

#[test]
fn nodes_write_a_route_only_where_it_is_looked_for() {
    let writes = |changes: Value| plan(changes).jvm_route;
    assert!(writes(servlet(&by("session"))));
    assert!(!writes(servlet(&by("balancer-cookie"))));
    // No servlet session stays anywhere: one manager is asked at a time.
    assert!(!writes(json!({ "balancers": by("session") })));
    assert!(writes(json!({ "balancers": by("session"), "managers": "active-active" })));
}

#[test]
fn one_node_is_nothing_to_stay_with() {
    let one = json!([{ "role": "manager", "address": "192.0.2.11" }, { "role": "worker", "address": "192.0.2.21" }]);
    assert!(!file(json!({ "nodes": one }), "wso2/esb.https.conf").contains("stickysession"));
    assert!(!file(json!({ "nodes": one }), "wso2/esb.https.conf").contains("Set-Cookie"));
}
