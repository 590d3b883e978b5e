use super::testing::{changed, examples, findings, good, plan};
use super::*;
use crate::catalogue::{PRODUCTS, pattern};
use crate::diagnostic::Severity;
use crate::sample;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const HEADINGS: [&str; 4] = ["What it does", "Why it matters", "Example", "What to do"];

#[test]
fn codes_are_unique_and_in_kebab_case() {
    let mut seen = BTreeSet::new();
    for page in pages() {
        assert!(seen.insert(page.code), "{} twice", page.code);
        let good = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        assert!(page.code.split('-').all(good), "{}", page.code);
        assert_eq!(super::page(page.code), Some(page));
    }
    assert_eq!(super::page("no-such-code"), None);
}

#[test]
fn every_page_has_its_headings_in_order_and_something_below_each() {
    for page in pages() {
        let found: Vec<&str> = page.text.lines().filter_map(|line| line.strip_prefix("# ")).collect();
        assert_eq!(found, HEADINGS, "{}", page.code);
        for section in page.text.split("# ").skip(1) {
            let body = section.split_once('\n').map_or("", |(_, body)| body).trim();
            assert!(!body.is_empty(), "{}: nothing below `{section}`", page.code);
        }
        assert!(!page.title.is_empty() && !page.title.ends_with('.'), "{}", page.code);
    }
}

#[test]
fn every_rule_finds_its_example_and_nothing_in_what_to_do() {
    for rule in RULES {
        let bad = examples(rule.page, "Example");
        assert!(!bad.is_empty(), "{}: no example", rule.code);
        for example in bad {
            let found = findings(rule, &changed(example));
            assert!(!found.is_empty(), "{}: silent about its example", rule.code);
            assert!(found.iter().all(|note| note.code == rule.code && !note.at.is_empty()), "{found:#?}");
        }
        let mut good: Vec<Value> = examples(rule.page, "What to do");
        if good.is_empty() {
            good.push(json!({}));
        }
        for example in good {
            let found = findings(rule, &changed(example));
            assert!(found.is_empty(), "{}: {found:#?}", rule.code);
        }
    }
}

#[test]
fn findings_come_by_severity_and_then_in_the_order_of_the_list() {
    let found = check(&plan(&changed(json!({
        "nodes": [{ "role": "manager", "address": "0.0.0.0" }, { "role": "worker", "address": "192.0.2.21" }],
        "jvm": { "user": "root" }, "tls": { "days": 1000 },
    }))));
    let severities: Vec<Severity> = found.iter().map(|note| note.severity).collect();
    assert!(severities.is_sorted_by(|a, b| a >= b), "{severities:?}");
    let order = |code: &str| RULES.iter().position(|rule| rule.code == code);
    for pair in found.windows(2).filter(|pair| pair[0].severity == pair[1].severity) {
        assert!(order(pair[0].code) <= order(pair[1].code));
    }
    assert!(severities.contains(&Severity::Error) && severities.contains(&Severity::Warning));
}

/// Nobody listens to a program that nags.
#[test]
fn a_good_design_draws_little_advice_and_nothing_worse() {
    let found = check(&plan(&good()));
    let codes: Vec<&str> = found.iter().map(|note| note.code).collect();
    assert_eq!(codes, ["one-manager", "hazelcast-xml-wins", "one-balancer", "admin-from-stock"]);
    assert!(found.iter().all(|note| note.severity == Severity::Advice));
}

/// Every product, release and pattern with what the manual asks for. What remains are the traps of those releases.
#[test]
fn no_ordinary_cluster_is_refused() {
    let mut warned = BTreeSet::new();
    for product in PRODUCTS {
        for release in product.releases {
            for pattern in release.line.patterns.iter().map(|key| pattern(*key)) {
                let nodes = sample::nodes(pattern, release);
                let mut change = json!({
                    "product": product.id, "release": release.version.to_string(), "pattern": pattern.key, "nodes": nodes,
                });
                if !pattern.shared_database {
                    change["database"] = Value::Null;
                }
                for note in check(&plan(&changed(change))) {
                    assert_ne!(note.severity, Severity::Error, "{note:#?}");
                    if note.severity == Severity::Warning {
                        warned.insert((product.id, pattern.key, note.code));
                    }
                }
            }
        }
    }
    let codes: BTreeSet<&str> = warned.iter().map(|(_, _, code)| *code).collect();
    let traps = [
        "apis-apart",
        "broker-coordinated-by-hazelcast",
        "coordinated-task-waits",
        "events-not-duplicated",
        "pair-may-stay-apart",
        "pattern-dropped",
        "process-locks-fail",
        "processes-apart",
        "several-masters",
        "symmetric-needs-update",
    ];
    assert_eq!(codes, BTreeSet::from(traps), "{warned:#?}");
}

/// What was decided, said, is judged as what decided it; above all it says nothing without effect.
#[test]
fn what_was_decided_says_nothing_that_nothing_heeds() {
    for product in PRODUCTS {
        for pattern in product.releases[0].line.patterns.iter().map(|key| pattern(*key)) {
            let count = |spec: crate::design::NodeSpec| json!({ "role": spec.role, "count": 2 });
            let nodes: Vec<Value> = sample::nodes(pattern, &product.releases[0]).into_iter().map(count).collect();
            let release = product.releases[0].version.to_string();
            let change = json!({ "product": product.id, "release": release, "pattern": pattern.key, "nodes": nodes });
            let said = plan(&changed(change)).to_design();
            let again = crate::plan::resolve(&said).output.unwrap();
            assert_eq!(again.unused, [], "{} {}", product.id, pattern.key);
        }
    }
}
