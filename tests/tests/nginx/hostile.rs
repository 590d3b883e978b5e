//! Hostile texts at every place of a design that takes text: what is not refused never changes what others see.

use super::files::{Folders, design, plan_of};
use super::judge::Judge;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What has broken out of, or into, somebody's configuration.
const HOSTILE: &[&str] = &[
    "",
    " ",
    "a b",
    "a;b",
    "a{b",
    "a}b",
    "a\"b",
    "a'b",
    "a\\",
    "a\\\"b",
    "a#b",
    "x #y",
    "#",
    "$host",
    "${PATH}",
    "${x}",
    "$1",
    "a\nb",
    "a\rb",
    "a\tb",
    "a\0b",
    "\u{2028}",
    "\u{202e}moc.elpmaxe",
    "\u{feff}a",
    "a; } server { listen 127.0.2.21:8082; return 200 pwned",
    "a\"; } server { listen 81; } #",
    "a';\nserver { listen 81; }\n#",
    "~^(.*)$",
    "~*.",
    "~",
    ".example.com",
    "*.example.com",
    "www.example.*",
    "*",
    "_",
    "\"\"",
    "''",
    "default",
    "hostnames",
    "include",
    "volatile",
    "include /etc/passwd",
    "https://example.com/",
    "example.com/",
    "example.com:80",
    "example.com.",
    "-example.com",
    "EXAMPLE.com",
    "bücher.example",
    "xn--bcher-kva.example",
    "127.1",
    "0x7f000001",
    "017700000001",
    "unix:/run/x",
    "[::1]",
    "::1",
    "fe80::1%eth0",
    "2001:db8::1:8243",
    "192.0.2.1:80",
    "192.0.2.0/24",
    "0.0.0.0/0",
    "/x;y",
    "/a b",
    "/$uri",
    "/\"",
    "/%0a",
    "/{}",
    "//evil.example/",
    "/services/Version?x=1",
    "1g; }",
    "-1",
    "NaN",
    "1e9",
];

/// The places, as pointers into the design.
const PLACES: &[&str] = &[
    "/name",
    "/description",
    "/hosts/service",
    "/hosts/console",
    "/nodes/0/name",
    "/nodes/1/name",
    "/nodes/0/address",
    "/nodes/1/address",
    "/nodes/1/network",
    "/access/console/0",
    "/access/admin-user",
    "/balancers/0/name",
    "/balancers/0/address",
    "/balancers/0/network",
    "/balancers/0/version",
    "/balancers/0/health-path",
    "/balancers/0/sticky",
    "/balancers/0/stay-by",
    "/balancers/0/body-limit",
    "/balancers/0/answer-timeout",
    "/balancers/0/http-port",
    "/cluster/domain",
];

#[test]
fn what_is_accepted_never_changes_what_is_seen() {
    let Some(judge) = Judge::find() else { return };
    let (mut accepted, mut distinct) = (0, BTreeMap::new());
    for version in ["1.22.1", "1.31.3", "plus"] {
        for place in PLACES {
            for hostile in HOSTILE {
                let mut design = base(version);
                *design.pointer_mut(place).unwrap() = json!(hostile);
                let Some(plan) = plan_of(&design) else { continue };
                accepted += 1;
                // Many texts never reach the load balancer's files.
                let folders = Folders::from(&plan, &format!("{hostile:?} at {place}"));
                distinct.entry(folders.texts().collect::<String>()).or_insert(folders);
            }
        }
    }
    let all = 3 * PLACES.len() * HOSTILE.len();
    println!("{accepted} of {all} accepted, {} of them different", distinct.len());
    assert!(accepted < all / 2 && distinct.len() > 100);
    judge.compare(&distinct.into_values().collect::<Vec<_>>(), false);
}

fn base(version: &str) -> Value {
    let mut design = design("esb", "5.0.0", "worker-manager-2", "1.22.1");
    let balancer = match version {
        "plus" => json!({ "program": "nginx-plus", "version": "33" }),
        version => json!({ "version": version }),
    };
    design["balancers"] = json!([balancer]);
    for (key, value) in [
        ("name", "lb"),
        ("address", "192.0.2.5"),
        ("network", "default"),
        ("health-path", "/alive"),
        ("sticky", "https"),
        ("stay-by", "session"),
    ] {
        design["balancers"][0][key] = json!(value);
    }
    for key in ["body-limit", "answer-timeout", "http-port"] {
        design["balancers"][0][key] = json!(81);
    }
    design["description"] = json!("What it is for");
    design["hosts"] = json!({ "service": "esb.example.com", "console": "mgt.esb.example.com" });
    design["access"] = json!({ "console": ["192.0.2.0/24"], "admin-user": "admin" });
    design["cluster"] = json!({ "domain": "wso2.esb.domain" });
    design["nodes"] = json!([
        { "role": "manager", "name": "m1", "address": "192.0.2.11", "network": "default" },
        { "role": "worker", "name": "w1", "address": "192.0.2.21", "network": "default" },
        { "role": "worker", "name": "w2", "address": "192.0.2.22", "network": "default" },
    ]);
    design
}
