use super::*;
use crate::design::Design;
use crate::plan::{Plan, resolve};
use serde_json::{Value, json};

fn plan(change: Value) -> Plan {
    let mut design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "4.9.0", "pattern": "worker-manager-2",
        "hosts": {"service": "esb.example.com"},
        "nodes": [{"role": "manager", "addresses": "192.0.2.11-12"}, {"role": "worker", "addresses": "192.0.2.21-23"}],
        "delivery": {"private-paas": {"version": "4.1.2", "infrastructure": {"kubernetes": {}}}},
    });
    for (key, value) in change.as_object().cloned().unwrap_or_default() {
        design[&key] = value;
    }
    let design: Design = serde_json::from_value(design).unwrap();
    resolve(&design).output.unwrap()
}

fn v4_0() -> Value {
    json!({"private-paas": {"version": "4.0.0", "infrastructure":
        {"ec2": {"image": "eu-west-1/ami-1", "instance-type": "m1.medium"}}}})
}

fn file(plan: &Plan, path: &str) -> Value {
    serde_json::from_str(&text(plan, path)).unwrap()
}

fn text(plan: &Plan, path: &str) -> String {
    let path = format!("private-paas/{path}");
    let artifacts = crate::delivery::artifacts(plan);
    let found = artifacts.iter().find(|it| it.path == path).unwrap_or_else(|| panic!("no {path}"));
    let crate::bundle::Content::Whole(text) = &found.content else { panic!("{path}") };
    text.to_string()
}

/// The value of a property, by its name.
fn property<'j>(cartridge: &'j Value, name: &str) -> Option<&'j str> {
    let all = cartridge["property"].as_array().unwrap();
    assert!(all.iter().filter(|it| it["name"] == name).count() <= 1, "{name} twice");
    all.iter().find(|it| it["name"] == name)?["value"].as_str()
}

#[test]
fn manager_and_worker_of_4_0_know_each_other() {
    let plan = plan(json!({"release": "4.8.1", "delivery": v4_0()}));
    let manager = file(&plan, "cartridges/esbmgt.json");
    let worker = file(&plan, "cartridges/esbworker.json");
    for (it, deployment, commits) in [(&manager, "manager", "true"), (&worker, "worker", "false")] {
        assert_eq!(it["serviceGroup"], "esbgroup");
        assert_eq!(property(it, "payload_parameter.SERIVCE_GROUP"), Some("esbgroup"));
        assert_eq!(property(it, "payload_parameter.DEPLOYMENT"), Some(deployment));
        assert_eq!(property(it, "payload_parameter.COMMIT_ENABLED"), Some(commits));
        assert_eq!(property(it, "payload_parameter.CLUSTERING"), Some("true"));
        assert_eq!(property(it, "PRIMARY"), Some("true"));
    }
    assert_eq!(property(&worker, "payload_parameter.MANAGER_SERVICE_TYPE"), manager["type"].as_str());
    assert_eq!(property(&manager, "payload_parameter.WORKER_SERVICE_TYPE"), worker["type"].as_str());
    assert_eq!(property(&manager, "payload_parameter.WORKER_HOST_NAME"), worker["host"].as_str());
    assert_eq!(property(&worker, "payload_parameter.WORKER_SERVICE_TYPE"), None);
    assert_eq!((&manager["host"], &worker["host"]), (&json!("mgt.esb.example.com"), &json!("esb.example.com")));
    assert_eq!(
        manager["portMapping"],
        json!([
            {"protocol": "http", "port": "9763", "proxyPort": "80"},
            {"protocol": "https", "port": "9443", "proxyPort": "443"},
        ])
    );
    assert_eq!(file(&plan, "services/esbworker.json")["cartridgeType"], worker["type"]);
}

#[test]
fn equal_nodes_of_4_0_have_no_partner() {
    let plan = plan(json!({
        "product": "as", "release": "5.3.0", "pattern": "symmetric", "nodes": [{"count": 2}], "delivery": v4_0(),
    }));
    let only = file(&plan, "cartridges/appserver.json");
    assert_eq!(property(&only, "payload_parameter.DEPLOYMENT"), Some("default"));
    assert_eq!(only.get("serviceGroup"), None);
    for name in ["SERIVCE_GROUP", "MANAGER_SERVICE_TYPE", "WORKER_SERVICE_TYPE", "WORKER_HOST_NAME"] {
        assert_eq!(property(&only, &format!("payload_parameter.{name}")), None);
    }
    assert_eq!(only["iaasProvider"][0]["maxInstanceLimit"], "2");
}

#[test]
fn an_application_of_4_1_starts_managers_before_workers() {
    let plan = plan(json!({}));
    let group = file(&plan, "groups/wso2esb-490-group.json");
    assert_eq!(
        group["dependencies"]["startupOrders"],
        json!([{"aliases": ["cartridge.wso2esb-490-manager", "cartridge.wso2esb-490-worker"]}])
    );
    let application = file(&plan, "applications/esb-application.json");
    let cartridges = application["components"]["groups"][0]["cartridges"].as_array().unwrap();
    let numbers: Vec<_> =
        cartridges.iter().map(|it| (it["type"].as_str().unwrap(), it["cartridgeMin"].as_u64())).collect();
    assert_eq!(numbers, [("wso2esb-490-manager", Some(2)), ("wso2esb-490-worker", Some(3))]);
    for it in cartridges {
        let kind = it["type"].as_str().unwrap();
        assert_eq!(file(&plan, &format!("cartridges/{kind}.json"))["type"], *kind);
        assert_eq!(it["subscribableInfo"]["alias"], *kind);
    }
    let worker = file(&plan, "cartridges/wso2esb-490-worker.json");
    assert_eq!(
        worker["portMapping"][0],
        json!({
            "name": "pt-http", "protocol": "http", "port": 8280, "proxyPort": 0, "kubernetesPortType": "NodePort",
        })
    );
    assert_eq!(worker["iaasProvider"][0]["imageId"], "wso2/esb-4.9.0:4.1.2");
}

#[test]
fn equal_nodes_on_two_transports_have_one_public_port_each() {
    let machines = json!({"openstack": {"image": "R/1", "instance-type": "R/2", "network": "n"}});
    let plan = plan(json!({
        "pattern": "symmetric", "nodes": [{"count": 2}],
        "delivery": {"private-paas": {"version": "4.1.0", "infrastructure": machines}},
    }));
    let node = file(&plan, "cartridges/wso2esb-490.json");
    let ports: Vec<_> =
        node["portMapping"].as_array().unwrap().iter().map(|it| it["proxyPort"].as_u64().unwrap()).collect();
    assert_eq!(ports, [9763, 9443, 80, 443]);
    assert_eq!(node["iaasProvider"][0]["networkInterfaces"], json!([{"networkUuid": "n"}]));
    let application = file(&plan, "applications/esb-application.json");
    assert_eq!(
        application["components"]["cartridges"][0]["subscribableInfo"]["deploymentPolicy"],
        "deployment-policy-1"
    );
}

#[test]
fn values_are_spelled_for_the_xml_that_they_are_pasted_into() {
    let plan = plan(json!({"database": {"mysql": {"schemas": {
        "users": {"url": "jdbc:mysql://db/u?a=1&b=2", "password": "plain:p<\"&'"},
    }}}}));
    let manager = file(&plan, "cartridges/wso2esb-490-manager.json");
    let value = |name: &str| property(&manager, &format!("payload_parameter.CONFIG_PARAM_{name}")).unwrap().to_owned();
    assert_eq!(value("USER_MGT_DB_URL"), "jdbc:mysql://db/u?a=1&amp;b=2");
    assert_eq!(value("USER_MGT_DB_PASSWORD"), "p&lt;\"&amp;'");
    assert_eq!(value("CONFIG_DB_URL"), value("REGISTRY_DB_URL"));
    assert!(!text(&plan, "README.md").contains("p<"));
    let artifacts = crate::delivery::artifacts(&plan);
    let private = |path: &str| artifacts.iter().find(|it| it.path.ends_with(path)).unwrap().mode == Mode::Private;
    assert!(private("wso2esb-490-worker.json") && !private("README.md") && !private("esb-application.json"));
}

#[test]
fn a_product_without_cartridges_has_no_files() {
    let plan = plan(json!({"product": "ei", "release": "6.5.0", "pattern": "symmetric", "nodes": [{"count": 2}]}));
    assert_eq!(crate::delivery::artifacts(&plan), []);
}
