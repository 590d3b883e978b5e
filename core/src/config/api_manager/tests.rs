use super::super::artifacts;
use crate::bundle::{Content, Mode, StockFile};
use crate::design::Design;
use crate::edit::{properties, xml};
use crate::plan::{Plan, resolve};
use serde_json::{Value, json};

fn plan(release: &str, more: Value) -> Plan {
    let gateways = match release {
        "1.10.0" | "2.0.0" => json!([
            {"role": "gateway-manager", "address": "192.0.2.51"}, {"role": "gateway-worker", "addresses": "192.0.2.61-62"},
        ]),
        _ => json!([{"role": "gateway", "addresses": "192.0.2.51-52"}]),
    };
    let mut nodes = vec![
        json!({"role": "key-manager", "addresses": "192.0.2.11-12"}),
        json!({"role": "publisher", "addresses": "192.0.2.31-32"}),
        json!({"role": "store", "addresses": "192.0.2.41-42"}),
    ];
    if release != "1.10.0" {
        nodes.push(json!({"role": "traffic-manager", "addresses": ["192.0.2.21", "2001:db8::22"]}));
    }
    nodes.extend(gateways.as_array().unwrap().iter().cloned());
    let mut design = json!({
        "format": 1, "name": "x", "product": "apim", "release": release, "pattern": "distributed",
        "hosts": {"service": "api.example.com"}, "nodes": nodes,
    });
    for (key, value) in more.as_object().unwrap() {
        design[key] = value.clone();
    }
    resolve(&serde_json::from_value::<Design>(design).unwrap()).output.unwrap()
}

/// A file of a node, and whether it is for its owner's eyes only; nothing where the node has none.
fn file(plan: &Plan, node: &str, path: &str) -> Option<(String, bool)> {
    let all = artifacts(plan);
    let artifact = all.iter().find(|it| it.owner.folder() == format!("nodes/{node}/") && it.path.ends_with(path))?;
    let Content::Stock(stock) = &artifact.content else { panic!("{path} is not a stock file") };
    let text = match &**stock {
        StockFile::Xml { root, edits } => xml::fragment(root, edits),
        StockFile::Properties(edits) | StockFile::Shipped { edits, .. } => properties::fragment(edits, "="),
        _ => panic!("{path} is of another kind"),
    };
    Some((text, artifact.mode == Mode::Private))
}

fn text(plan: &Plan, node: &str, path: &str) -> String {
    file(plan, node, path).unwrap_or_else(|| panic!("{node} has no {path}")).0
}

/// What stands in an element that there is once below `section`.
fn value(text: &str, section: &str, name: &str) -> Option<String> {
    let (_, rest) = text.split_once(&format!("<{section}>"))?;
    let (inside, _) = rest.split_once(&format!("</{section}>"))?;
    let (_, rest) = inside.split_once(&format!("<{name}>"))?;
    Some(rest.split_once(&format!("</{name}>"))?.0.to_owned())
}

#[test]
fn each_component_takes_part_in_throttling_as_the_manual_says() {
    let plan = plan("2.6.0", json!({}));
    let parts = |node: &str| {
        let text = text(&plan, node, "api-manager.xml");
        ["DataPublisher", "PolicyDeployer", "BlockCondition", "JMSConnectionDetails"]
            .map(|section| value(&text, section, "Enabled").unwrap() == "true")
    };
    assert_eq!(parts("publisher-1"), [false, true, false, false]);
    assert_eq!(parts("store-1"), [false; 4]);
    assert_eq!(parts("key-manager-1"), [false; 4]);
    assert_eq!(parts("traffic-manager-1"), [false; 4]);
    assert_eq!(parts("gateway-2"), [true, false, true, true]);
    let groups = |node: &str| {
        let text = text(&plan, node, "api-manager.xml");
        value(&text, "TrafficManager", "ReceiverUrlGroup")
    };
    let both = "{tcp://192.0.2.21:9611},{tcp://[2001:db8::22]:9611}";
    assert_eq!(groups("gateway-1").as_deref(), Some(both));
    assert_eq!(groups("publisher-1").as_deref(), Some(both));
    assert_eq!(groups("store-1"), None);
}

#[test]
fn components_ask_each_other_through_the_load_balancer() {
    for (release, gateways) in [("1.10.0", "gateway-manager"), ("2.0.0", "gateway-manager"), ("2.6.0", "gateway")] {
        let plan = plan(release, json!({"balancers": [{"https-port": 8443}]}));
        let publisher = text(&plan, "publisher-2", "api-manager.xml");
        let deployed = value(&publisher, "Environment", "ServerURL");
        assert_eq!(deployed, Some(format!("https://{gateways}.api.example.com:8443/services/")));
        let endpoints = value(&publisher, "Environment", "GatewayEndpoint");
        assert_eq!(endpoints.as_deref(), Some("http://api.example.com,https://api.example.com:8443"));
        let store = text(&plan, "store-1", "api-manager.xml");
        let keys = value(&store, "APIKeyValidator", "ServerURL");
        assert_eq!(keys.as_deref(), Some("https://key-manager.api.example.com:8443/services/"));
        let clients = value(&store, "APIKeyValidator", "KeyValidatorClientType");
        assert_eq!(clients.as_deref(), Some("WSClient"));
        assert_eq!(publisher.contains("ThrottlingConfigurations"), release != "1.10.0");
    }
}

#[test]
fn publishers_name_every_broker_and_a_traffic_manager_its_own() {
    let plan = plan("2.6.0", json!({}));
    let publisher = text(&plan, "publisher-1", "jndi.properties");
    assert!(
        publisher
            .contains("brokerlist='tcp://192.0.2.21:5672?retries='5'%26connectdelay='50';tcp://[2001:db8::22]:5672?")
    );
    let manager = text(&plan, "traffic-manager-2", "jndi.properties");
    assert!(manager.contains("/carbon?brokerlist='tcp://[2001:db8::22]:5672'\n"), "{manager}");
    for other in ["store-1", "key-manager-1", "gateway-1"] {
        assert_eq!(file(&plan, other, "jndi.properties"), None);
    }
}

#[test]
fn a_traffic_manager_has_files_of_its_own_and_no_database() {
    let plan = plan("2.6.0", json!({}));
    assert!(text(&plan, "traffic-manager-1", "axis2/axis2_TM.xml").contains("<clustering enable=\"false\"/>"));
    for absent in ["axis2/axis2.xml", "registry.xml", "master-datasources.xml"] {
        assert_eq!(file(&plan, "traffic-manager-1", absent), None, "{absent}");
    }
    assert_eq!(file(&plan, "gateway-1", "axis2/axis2_TM.xml"), None);
}

#[test]
fn a_password_is_written_where_the_product_would_not_encode_it() {
    let said = |password: &str| plan("2.6.0", json!({"access": {"admin-user": "boss", "admin-password": password}}));
    let connection = |plan: &Plan| {
        let (text, private) = file(plan, "gateway-1", "api-manager.xml").unwrap();
        let from = text.find("amqp://").unwrap();
        (text[from..].split_once("@clientid").unwrap().0.to_owned(), private)
    };
    assert_eq!(connection(&plan("2.6.0", json!({}))), ("amqp://${admin.username}:${admin.password}".to_owned(), false));
    assert_eq!(connection(&said("plain:p@ss&<")), ("amqp://boss:p%40ss%26%3C".to_owned(), true));
    assert_eq!(connection(&said("env:BOSS")), ("amqp://boss:@env:BOSS@".to_owned(), true));
    assert_eq!(connection(&said("vault:boss")), ("amqp://${admin.username}:${admin.password}".to_owned(), false));
    assert!(file(&said("env:BOSS"), "publisher-1", "jndi.properties").unwrap().1);
}

#[test]
fn equal_nodes_publish_on_the_first_unless_they_share_a_folder() {
    let equal = |more: Value| {
        let mut design = json!({"pattern": "symmetric", "nodes": [{"addresses": "192.0.2.11-12"}]});
        for (key, value) in more.as_object().unwrap() {
            design[key] = value.clone();
        }
        text(&plan("2.6.0", design), "node-2", "api-manager.xml")
    };
    let pushed = equal(json!({}));
    assert_eq!(value(&pushed, "Environment", "ServerURL").as_deref(), Some("https://192.0.2.11:9443/services/"));
    assert_eq!(value(&pushed, "PolicyDeployer", "ServiceURL").as_deref(), Some("https://192.0.2.11:9443/services/"));
    let shared = equal(json!({"artifacts": {"shared-folder": {"source": "nfs.example.com:/apim"}}}));
    assert_eq!(value(&shared, "Environment", "ServerURL"), None);
    assert_eq!(value(&shared, "PolicyDeployer", "ServiceURL"), None);
}

#[test]
fn components_of_different_groups_have_configuration_of_their_own() {
    let plan = plan("2.0.0", json!({}));
    let target = |node: &str| value(&text(&plan, node, "registry.xml"), "wso2registry", "targetPath").unwrap();
    assert_eq!(target("gateway-manager-1"), "/_system/config/apim-gw");
    assert_eq!(target("gateway-manager-1"), target("gateway-worker-2"));
    assert_eq!(target("key-manager-1"), "/_system/config/apim-km");
    assert_eq!(target("publisher-1"), target("store-2"));
}
