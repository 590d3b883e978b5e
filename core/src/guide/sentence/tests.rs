use super::super::tests::{plan, walk_through};
use super::*;
use crate::catalogue::{self, PRODUCTS};
use expect_test::{Expect, expect};
use serde_json::{Value, json};

fn says(design: Value, expected: Expect) {
    expected.assert_eq(&sentence(&plan(design)));
}

fn of(product: &str, release: &str, pattern: &str, nodes: Value) -> Value {
    json!({"format": 1, "name": "x", "product": product, "release": release, "pattern": pattern, "nodes": nodes})
}

#[test]
fn what_can_be_lost() {
    let pairs = json!([{"role": "manager", "count": 2}, {"role": "worker", "count": 3}]);
    says(
        of("esb", "5.0.0", "worker-manager-2", pairs),
        expect!["2 managers, 3 workers; loses one worker without interruption; two databases"],
    );
    let lone = json!([{"role": "manager", "count": 2}, {"role": "worker", "address": "192.0.2.3"}]);
    says(
        of("esb", "5.0.0", "worker-manager-3", lone),
        expect!["2 managers, 1 worker; cannot lose its one worker; sticky on 8243 only; two databases"],
    );
    says(
        walk_through(),
        expect![
            "1 manager, 2 workers; loses one worker without interruption; no deployment while its one manager is down; sticky on 8243 only; two databases"
        ],
    );
}

#[test]
fn equal_nodes() {
    let two = || json!([{"addresses": "192.0.2.1-2"}]);
    says(
        of("ei", "6.5.0", "symmetric", two()),
        expect!["2 nodes; survives the loss of one node; sticky on 8243, 9443 only; two databases"],
    );
    says(
        of("as", "5.3.0", "sticky-sessions", two()),
        expect!["2 nodes; loses one node with its sessions; sticky everywhere; two databases"],
    );
    says(
        of("as", "5.3.0", "independent", two()),
        expect!["2 nodes; survives the loss of one node; sticky everywhere; no shared database"],
    );
    says(
        of("mb", "3.2.0", "symmetric", two()),
        expect!["2 nodes; survives the loss of one node; sticky everywhere; three databases"],
    );
    says(
        of("ei", "6.5.0", "symmetric", json!([{"address": "192.0.2.1"}])),
        expect!["1 node; cannot lose its one node; sticky on 8243 only; two databases"],
    );
}

#[test]
fn components() {
    let design = |product, release: &str| {
        let product = catalogue::product(product).unwrap();
        let release = product.releases.iter().find(|it| it.version.to_string() == release).unwrap();
        let pattern = catalogue::pattern(crate::design::Pattern::Distributed);
        of(product.id, &release.version.to_string(), pattern.key, json!(crate::sample::nodes(pattern, release)))
    };
    says(
        design("apim", "2.6.0"),
        expect![
            "2 key managers, 2 traffic managers, 2 publishers, 2 stores, 2 gateways, 2 analytics nodes, 2 dashboard nodes; survives the loss of one of each kind; sticky for five of nine host names; seven databases"
        ],
    );
    says(
        design("apim", "4.5.0"),
        expect![
            "2 key managers, 2 traffic managers, 2 control plane nodes, 2 gateways; survives the loss of one of each kind; sticky on 9443 only; two databases"
        ],
    );
}

#[test]
fn it_is_one_line_for_every_pattern_and_product() {
    for product in PRODUCTS {
        for release in product.releases {
            for pattern in release.line.patterns.iter().map(|key| catalogue::pattern(*key)) {
                let nodes = json!(crate::sample::nodes(pattern, release));
                let text = sentence(&plan(of(product.id, &release.version.to_string(), pattern.key, nodes)));
                assert!(text.chars().count() <= 240 && !text.contains('\n'), "{text}");
                assert!(!text.contains("sticky in part"), "{} {}: {text}", product.id, pattern.key);
            }
        }
    }
}
