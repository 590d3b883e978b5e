use serde_json::{Value, json};

const PATTERNS: [&str; 8] = [
    "worker-manager-1",
    "worker-manager-2",
    "worker-manager-3",
    "symmetric",
    "independent",
    "shared-database",
    "sticky-sessions",
    "full-replication",
];

/// Designs of every pattern and kind of product, and of what a design may change, each with a name.
pub(super) fn all(program: &str) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    for (product, release) in [("ei", "6.6.0"), ("bps", "3.6.0")] {
        all.push((product.to_owned(), design(product, release, "symmetric", program)));
    }
    for (product, release) in [("esb", "5.0.0"), ("as", "5.3.0")] {
        for pattern in PATTERNS {
            all.push((format!("{product}-{pattern}"), design(product, release, pattern, program)));
        }
    }
    all.extend(variations(program));
    all
}

fn variations(program: &str) -> Vec<(String, Value)> {
    let esb = |name: &str, key: &str, value: Value| {
        let mut design = design("esb", "5.0.0", "worker-manager-2", program);
        design[key] = value;
        (name.to_owned(), design)
    };
    let label = |letter: &str| letter.repeat(61);
    let long = format!("{}.example", [label("a"), label("b"), label("c"), "d".repeat(50)].join("."));
    let many: Vec<String> = (0..30).map(|net| format!("10.1.{net}.0/24")).chain(["2001:db8::/32".to_owned()]).collect();
    let balancer = |more: Value| {
        let mut balancer = json!({ "program": program });
        for (key, value) in more.as_object().unwrap() {
            balancer[key] = value.clone();
        }
        json!([balancer])
    };
    let both = json!([{ "program": program, "name": "internal-one-with-a-name-of-40-letters" },
                      { "program": program, "name": "2", "serves": "console" }]);
    let workers = (0..4)
        .map(|net| json!({ "role": "worker", "name": format!("w{net}"), "addresses": format!("10.0.{net}.1-250") }));
    vec![
        esb("active-active", "managers", json!("active-active")),
        esb("unverified", "tls", json!({ "nodes": "unverified" })),
        esb("networks", "access", json!({ "console": ["10.9.0.0/24", "2001:db8::/32"] })),
        esb("many-networks", "access", json!({ "console": many })),
        esb("long-name", "hosts", json!({ "service": long, "console": "mgt.example.com" })),
        esb("ipv6", "balancers", balancer(json!({ "address": "2001:db8::1", "http-port": 8080, "https-port": 8443 }))),
        esb("redirects", "balancers", balancer(json!({ "redirect-http": true, "sticky": "never", "body-limit": 1 }))),
        esb(
            "session",
            "balancers",
            balancer(json!({ "stay-by": "session", "sticky": "always", "answer-timeout": 9000 })),
        ),
        esb("two", "balancers", both),
        esb(
            "addresses-of-all-kinds",
            "nodes",
            json!([
                { "role": "manager", "addresses": ["2001:db8::11", "manager.example.com"] },
                { "role": "worker", "address": "2001:db8::21" },
                { "role": "worker", "address": "10.0.2.21" },
            ]),
        ),
        esb("no-addresses", "nodes", json!([{ "role": "manager", "count": 2 }, { "role": "worker", "count": 3 }])),
        esb("only-workers", "nodes", json!([{ "role": "worker", "addresses": "10.0.2.21-22" }])),
        esb(
            "one-machine",
            "nodes",
            json!([
                { "role": "manager", "address": "10.0.2.21" }, { "role": "worker", "addresses": ["10.0.2.21", "10.0.2.21"] },
            ]),
        ),
        esb("thousand", "nodes", workers.chain([json!({ "role": "manager", "addresses": "10.1.0.11-12" })]).collect()),
        ("apim".to_owned(), api_manager(program)),
        ("is".to_owned(), design("is", "7.0.0", "symmetric", program)),
        ("is-xml".to_owned(), design("is", "5.4.1", "shared-database", program)),
    ]
}

fn api_manager(program: &str) -> Value {
    let nodes: Vec<Value> = (1..)
        .zip(["publisher", "dev-portal", "key-manager", "traffic-manager", "gateway"])
        .map(|(net, role)| json!({ "role": role, "addresses": format!("10.0.{net}.1-2") }))
        .collect();
    json!({ "format": 1, "name": "apim", "product": "apim", "release": "3.2.0", "pattern": "distributed", "nodes": nodes,
            "access": { "console": ["10.9.0.0/24"] }, "balancers": [{ "program": program }] })
}

fn design(product: &str, release: &str, pattern: &str, program: &str) -> Value {
    let nodes = if pattern.starts_with("worker-manager") {
        json!([{ "role": "manager", "addresses": "10.0.1.11-12" }, { "role": "worker", "addresses": "10.0.2.21-23" }])
    } else {
        json!([{ "addresses": "10.0.2.21-23" }])
    };
    let balancers = if pattern == "worker-manager-3" {
        json!([{ "program": program }, { "program": program, "https-port": 8443 }])
    } else {
        json!([{ "program": program }])
    };
    json!({ "format": 1, "name": "test", "product": product, "release": release, "pattern": pattern, "nodes": nodes,
            "access": { "console": ["10.9.0.0/24"] }, "balancers": balancers })
}
