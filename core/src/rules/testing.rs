//! What the tests of rules share: a good design to change, and what must hold of every finding.

use super::Rule;
use crate::design::Design;
use crate::diagnostic::{Diagnostic, Fix, Path, Segment};
use crate::plan::{self, Plan};
use serde_json::{Map, Value, json};

/// A good ordinary design: rules speak about it only where they give advice.
pub(super) fn good() -> Value {
    json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-1",
        "hosts": { "service": "esb.example.com" },
        "nodes": [{ "role": "manager", "address": "192.0.2.11" }, { "role": "worker", "addresses": "192.0.2.21-22" }],
        "database": { "mysql": { "host": "db.example.com" } },
    })
}

/// The good design with this change has exactly one finding of the rule, with this first place and this message; its
/// fix, if it has one, mends it.
#[track_caller]
pub(super) fn fires(rule: &Rule, change: Value, at: &str, message: &str) -> Diagnostic {
    let mut design = changed(change);
    let mut found = findings(rule, &design);
    assert_eq!(found.len(), 1, "{}: {found:#?}", rule.code);
    let finding = found.remove(0);
    assert_eq!(finding.code, rule.code);
    assert_eq!(finding.severity, rule.severity);
    assert_eq!(finding.at.first().map(ToString::to_string).as_deref(), Some(at));
    assert_eq!(finding.message, message);
    assert!(!finding.help.is_empty(), "{}: no help", rule.code);
    if let Some(fix) = &finding.fix {
        apply(&mut design, fix);
        let left = findings(rule, &design);
        assert!(left.is_empty(), "{}: the fix leaves {left:#?}", rule.code);
    }
    finding
}

/// The good design with this change has no finding of the rule.
#[track_caller]
pub(super) fn silent(rule: &Rule, change: Value) {
    let found = findings(rule, &changed(change));
    assert!(found.is_empty(), "{}: {found:#?}", rule.code);
}

/// What the rule finds in a whole design.
#[track_caller]
pub(super) fn findings(rule: &Rule, design: &Value) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    (rule.check)(&plan(design), &mut found);
    found
}

/// The plan of a whole design.
#[track_caller]
pub(super) fn plan(design: &Value) -> Plan {
    let design: Design = serde_json::from_value(design.clone()).unwrap_or_else(|error| panic!("{error}: {design:#}"));
    plan::resolve(&design).output.expect("product and release are known")
}

/// The good design with a change: tables are merged, everything else is replaced, `null` takes a key out. A change that
/// says its format is a whole design.
pub(super) fn changed(change: Value) -> Value {
    if change.get("format").is_some() {
        return change;
    }
    let mut design = good();
    merge(&mut design, change);
    design
}

fn merge(base: &mut Value, change: Value) {
    match (base, change) {
        (Value::Object(base), Value::Object(change)) => {
            for (key, value) in change {
                // One of several: another one replaces it.
                let tagged = matches!(key.as_str(), "database" | "membership" | "artifacts" | "delivery");
                let slot = base.entry(key.clone()).or_insert(Value::Null);
                let same_tag = |slot: &Value| {
                    let (was, is) = (slot.as_object(), value.as_object());
                    was.zip(is).is_some_and(|(was, is)| was.keys().eq(is.keys()))
                };
                if value.is_null() {
                    base.shift_remove(&key);
                } else if tagged && !same_tag(slot) {
                    *slot = value;
                } else {
                    merge(slot, value);
                }
            }
        }
        (base, change) => *base = change,
    }
}

/// Does to a design what a fix says.
pub(super) fn apply(design: &mut Value, fix: &Fix) {
    for (path, value) in &fix.set {
        set(design, path, value);
    }
}

fn set(design: &mut Value, path: &Path, value: &Value) {
    let mut place = design;
    for (number, segment) in path.0.iter().enumerate() {
        let last = number + 1 == path.0.len();
        place = match segment {
            Segment::Key(key) => {
                if place.is_null() {
                    *place = Value::Object(Map::new());
                }
                let table = place.as_object_mut().unwrap_or_else(|| panic!("{path}: no table at `{key}`"));
                if last && value.is_null() {
                    table.shift_remove(key.as_ref());
                    return;
                }
                table.entry(key.clone()).or_insert(Value::Null)
            }
            Segment::Index(index) => place.get_mut(index).unwrap_or_else(|| panic!("{path}: no item {index}")),
        };
    }
    *place = value.clone();
}

/// The TOML blocks below a heading of a page.
pub(super) fn examples(page: &str, heading: &str) -> Vec<Value> {
    let Some((_, below)) = page.split_once(&format!("# {heading}\n")) else { return Vec::new() };
    let section = below.split("\n# ").next().unwrap_or_default();
    let blocks = section.split("```toml\n").skip(1).filter_map(|block| block.split("```").next());
    blocks.map(toml).collect()
}

fn toml(text: &str) -> Value {
    let document: toml_edit::DocumentMut = text.parse().unwrap_or_else(|error| panic!("{error}\n{text}"));
    item(document.as_item())
}

fn item(from: &toml_edit::Item) -> Value {
    if let Some(table) = from.as_table_like() {
        return Value::Object(table.iter().map(|(key, value)| (key.to_owned(), item(value))).collect());
    }
    match from {
        toml_edit::Item::ArrayOfTables(tables) => {
            tables.iter().map(|table| item(&toml_edit::Item::Table(table.clone()))).collect()
        }
        toml_edit::Item::Value(toml_edit::Value::Array(array)) => {
            array.iter().map(|value| item(&toml_edit::Item::Value(value.clone()))).collect()
        }
        other => None
            .or_else(|| other.as_str().map(Value::from))
            .or_else(|| other.as_integer().map(Value::from))
            .or_else(|| other.as_bool().map(Value::from))
            .unwrap_or_else(|| panic!("no example needs {other:?}")),
    }
}
