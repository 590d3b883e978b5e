//! Every product in each pattern that Private PaaS can run: its cartridges have the form that the platform takes, and
//! what one document names, another one defines.

#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use wso2_design_core::bundle::Content;
use wso2_design_core::delivery::private_paas::FAMILIES;
use wso2_design_core::design::Design;
use wso2_design_core::plan::{Plan, resolve};
use wso2_design_core::{delivery, sample};

#[test]
fn every_cartridge_has_the_form_of_its_platform() {
    let old = schema(include_str!("../fixtures/private-paas/cartridge-4.0.schema.json"));
    let new = schema(include_str!("../fixtures/private-paas/cartridge-4.1.schema.json"));
    let mut products = BTreeSet::new();
    for (plan, version) in plans() {
        let what = format!("{} {} {} on {version}", plan.product.id, plan.release.version, plan.pattern.key);
        let documents = documents(&plan);
        let cartridges = below(&documents, "cartridges");
        let form = if version == "4.0.0" { &old } else { &new };
        for cartridge in &cartridges {
            let faults: Vec<String> = form.iter_errors(cartridge).map(|fault| fault.to_string()).collect();
            assert_eq!(faults, Vec::<String>::new(), "{what}: {cartridge:#}");
        }
        if !cartridges.is_empty() {
            products.insert((plan.product.id, version == "4.0.0"));
            agree(&what, &documents, &cartridges);
        }
    }
    for family in FAMILIES {
        // A family may be listed before its product.
        if wso2_design_core::catalogue::product(family.product).is_some() {
            assert!(products.contains(&(family.product, false)), "{}", family.product);
            assert_eq!(products.contains(&(family.product, true)), family.puppet.is_some(), "{}", family.product);
        }
    }
}

#[test]
fn the_forms_refuse_what_the_platform_would() {
    let plan = plans().find(|(plan, version)| plan.product.id == "esb" && version == "4.0.0").unwrap().0;
    let documents = documents(&plan);
    let good = below(&documents, "cartridges").remove(0);
    let form = schema(include_str!("../fixtures/private-paas/cartridge-4.0.schema.json"));
    assert!(form.is_valid(&good));
    for (pointer, bad) in [
        ("/multiTenant", json!(true)),
        ("/portMapping/0/port", json!(9763)),
        ("/property/0/name", json!("payload_parameter.SERVICE_GROUP")),
        ("/iaasProvider/0/type", json!("kubernetes")),
    ] {
        let mut changed = good.clone();
        *changed.pointer_mut(pointer).unwrap() = bad;
        assert!(!form.is_valid(&changed), "{pointer}");
    }
}

/// Whatever names a service type names one that there is a cartridge of.
fn agree(what: &str, documents: &BTreeMap<String, Value>, cartridges: &[Value]) {
    let types: BTreeSet<&str> = cartridges.iter().map(|it| it["type"].as_str().unwrap()).collect();
    assert_eq!(types.len(), cartridges.len(), "{what}");
    for cartridge in cartridges {
        let properties: Vec<&Value> = cartridge["property"].as_array().unwrap().iter().collect();
        let names: BTreeSet<&str> = properties.iter().map(|it| it["name"].as_str().unwrap()).collect();
        assert_eq!(names.len(), properties.len(), "{what}: a property twice");
        for property in properties.iter().filter(|it| it["name"].as_str().unwrap().ends_with("_SERVICE_TYPE")) {
            let partner = property["value"].as_str().unwrap();
            assert!(types.contains(partner) && cartridge["type"] != partner, "{what}: {partner}");
        }
    }
    let hosts: BTreeSet<&str> = cartridges.iter().map(|it| it["host"].as_str().unwrap()).collect();
    assert_eq!(hosts.len(), cartridges.len(), "{what}: one host name for two");
    let named = |document: &Value, list: &str| -> BTreeSet<String> {
        let all = document.pointer(list).and_then(Value::as_array).cloned().unwrap_or_default();
        all.iter().map(|it| it["type"].as_str().or(it.as_str()).unwrap().to_owned()).collect()
    };
    for group in below(documents, "groups") {
        assert_eq!(named(&group, "/cartridges"), types.iter().map(|it| (*it).to_owned()).collect(), "{what}");
        let order = named(&group, "/dependencies/startupOrders/0/aliases");
        assert_eq!(order, types.iter().map(|it| format!("cartridge.{it}")).collect(), "{what}");
    }
    for application in below(documents, "applications") {
        let mut all = named(&application, "/components/groups/0/cartridges");
        all.extend(named(&application, "/components/cartridges"));
        assert_eq!(all, types.iter().map(|it| (*it).to_owned()).collect(), "{what}");
    }
}

/// Every layout on each version and infrastructure of the platform.
fn plans() -> impl Iterator<Item = (Plan, String)> {
    let machines = json!({ "image": "region/image", "instance-type": "size", "network": "n", "security-group": "g" });
    let platforms = [
        ("4.0.0", json!({ "ec2": machines })),
        ("4.0.0", json!({ "openstack": machines })),
        ("4.1.0", json!({ "ec2": machines })),
        ("4.1.0", json!({ "openstack": machines })),
        ("4.1.2", json!({ "kubernetes": {} })),
        ("4.1.2", json!("mock")),
    ];
    sample::layouts().flat_map(move |(product, release, pattern)| {
        let plan = move |(version, infrastructure): (&'static str, Value)| {
            let design: Design = serde_json::from_value(json!({
                "format": 1, "name": "x", "product": product.id, "release": release.version.to_string(),
                "pattern": pattern.key, "nodes": sample::nodes(pattern, release),
                "delivery": { "private-paas": { "version": version, "infrastructure": infrastructure } },
            }))
            .unwrap();
            (resolve(&design).output.unwrap(), version.to_owned())
        };
        platforms.clone().into_iter().map(plan)
    })
}

fn documents(plan: &Plan) -> BTreeMap<String, Value> {
    let mut all = BTreeMap::new();
    for artifact in delivery::artifacts(plan) {
        if let (Some(path), Content::Whole(text)) = (artifact.path.strip_prefix("private-paas/"), &artifact.content)
            && path.ends_with(".json")
        {
            all.insert(path.to_owned(), serde_json::from_str(text).unwrap());
        }
    }
    all
}

fn below(documents: &BTreeMap<String, Value>, folder: &str) -> Vec<Value> {
    let inside = |path: &str| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'));
    documents.iter().filter(|(path, _)| inside(path)).map(|(_, document)| document.clone()).collect()
}

fn schema(text: &str) -> Validator {
    jsonschema::validator_for(&serde_json::from_str(text).unwrap()).unwrap()
}
