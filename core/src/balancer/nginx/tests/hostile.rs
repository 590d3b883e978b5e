use super::*;
use crate::format::nginx::reader::read;
use proptest::prelude::*;

/// Where a design takes text that may end up in a file.
const PLACES: [&str; 10] = [
    "/name",
    "/hosts/service",
    "/hosts/console",
    "/nodes/0/name",
    "/nodes/1/name",
    "/nodes/1/address",
    "/access/console/0",
    "/balancers/0/name",
    "/balancers/0/address",
    "/balancers/0/health-path",
];

fn design() -> Value {
    json!({
        "format": 1, "name": "test", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "hosts": { "service": "esb.example.com", "console": "mgt.example.com" }, "access": { "console": ["192.0.2.0/24"] },
        "nodes": [
            { "role": "manager", "name": "m1", "address": "192.0.2.11" },
            { "role": "worker", "name": "w1", "address": "192.0.2.21" },
            { "role": "worker", "name": "w2", "address": "192.0.2.22" },
        ],
        "balancers": [
            { "program": "nginx-plus", "version": "33", "name": "lb", "address": "192.0.2.5", "health-path": "/alive" },
        ],
    })
}

/// What NGINX reads in a design's files: every directive and how many words it has, but for the tables of nodes, and for the
/// sockets, which an address may double. None of what is no design.
fn read_back(design: Value) -> Option<Vec<(String, usize)>> {
    let plan = plan::resolve(&serde_json::from_value::<Design>(design).ok()?).output?;
    let mut all = Vec::new();
    for (path, text) in texts(&plan) {
        let directives = read(&text).unwrap_or_else(|| panic!("{path} does not end: {text}"));
        let mut inside = false;
        for words in directives {
            inside |= words[0] == "map";
            if !inside && words[0] != "listen" {
                all.push((words[0].clone(), words.len()));
            }
            inside &= words[0] != "}";
        }
    }
    Some(all)
}

#[test]
fn what_a_text_could_do_would_be_seen() {
    let good = read_back(design()).unwrap();
    assert!(good.iter().filter(|(word, _)| word == "server").count() > 10);
    assert_ne!(
        read("server_name a; } server { listen 1;").unwrap(),
        read("server_name \"a; } server { listen 1\";").unwrap()
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_changes_what_nginx_reads(
        place in proptest::sample::select(&PLACES[..]),
        text in prop_oneof![
            any::<String>(),
            "[a-z0-9.:/ ;{}$\"'\\\\#~*_%\n-]{1,12}",
            "[a-z0-9.-]{1,12}",
            "/[a-zA-Z0-9._~!$&'()*+,;=:@%/?-]{0,12}",
            Just("default".to_owned()),
            Just("volatile".to_owned()),
        ],
    ) {
        let mut changed = design();
        *changed.pointer_mut(place).unwrap() = Value::String(text);
        if let Some(changed) = read_back(changed) {
            prop_assert_eq!(changed, read_back(design()).unwrap());
        }
    }
}
