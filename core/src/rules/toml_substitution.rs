use crate::bundle::{Content, StockFile};
use crate::catalogue::Generation;
use crate::config;
use crate::diagnostic::{Diagnostic, Path};
use crate::edit::toml::{Item, Want};
use crate::plan::Plan;
use crate::rules::rule::rule;
use crate::value::shown;
use serde_json::Value;
use std::collections::BTreeSet;

rule! {
    /// # What it does
    /// Finds values with `$ref{…}`, `$env{…}`, `$sys{…}` or `$secret{…}` that stand in a `deployment.toml`.
    ///
    /// # Why it matters
    /// The product puts something else there when it starts: another key's value, a variable, a secret. It knows no way of
    /// writing these characters as they are. Where what they name is not there, the node does not start.
    ///
    /// # Example
    /// ```toml
    /// product = "is"
    /// release = "7.0.0"
    /// pattern = "symmetric"
    /// access = { admin-user = "$env{ADMIN}", admin-password = "env:ADMIN_PASSWORD" }
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    ///
    /// # What to do
    /// Write the value itself; for passwords write a reference such as `env:NAME` or `vault:ALIAS`:
    ///
    /// ```toml
    /// product = "is"
    /// release = "7.0.0"
    /// pattern = "symmetric"
    /// access = { admin-user = "operator", admin-password = "env:ADMIN_PASSWORD" }
    /// nodes = [{ addresses = "192.0.2.11-12" }]
    /// ```
    Warning "toml-substitution": "the product replaces a part of a value when it starts";
    source: "carbon-kernel 4.6.1, config-mapper: placeholders of deployment.toml"
}

/// What a value begins that the product replaces.
const MARKS: [&str; 4] = ["$ref{", "$env{", "$sys{", "$secret{"];

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.nodes.iter().all(|node| node.line().generation != Generation::Toml) {
        return;
    }
    // A design is always a tree of plain values.
    let Ok(said) = serde_json::to_value(plan.to_design()) else { return };
    let mut marked = Vec::new();
    gather(&said, Path::root(), &mut marked);
    if marked.is_empty() {
        return;
    }
    let written = written(plan);
    for (path, text) in marked {
        if written.iter().any(|value| value.contains(text)) {
            let message = format!("the product replaces a part of `{}` when it starts", shown(text));
            notes.push(RULE.finding(message, "write the value itself").at(path));
        }
    }
}

/// The texts of a design with such a mark, and where they stand.
fn gather<'v>(value: &'v Value, path: Path, found: &mut Vec<(Path, &'v str)>) {
    match value {
        Value::String(text) if MARKS.iter().any(|mark| text.contains(mark)) => found.push((path, text)),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(number, value)| gather(value, path.clone().index(number), found));
        }
        Value::Object(values) => {
            values.iter().for_each(|(key, value)| gather(value, path.clone().key(key.clone()), found));
        }
        _ => {}
    }
}

/// What stands in any `deployment.toml` and has a mark.
fn written(plan: &Plan) -> BTreeSet<String> {
    let mut texts = BTreeSet::new();
    for artifact in config::artifacts(plan) {
        let Content::Stock(file) = &artifact.content else { continue };
        let StockFile::Toml(edits) = &**file else { continue };
        for edit in edits {
            match &edit.want {
                Want::Value(item) | Want::Present(item) => add(item, &mut texts),
                Want::Tables(tables) => tables.iter().flatten().for_each(|(_, item)| add(item, &mut texts)),
                Want::Absent => {}
            }
        }
    }
    texts
}

fn add(item: &Item, texts: &mut BTreeSet<String>) {
    match item {
        Item::Text(value) | Item::Plain(value) if MARKS.iter().any(|mark| value.text().contains(mark)) => {
            texts.insert(value.text().to_owned());
        }
        Item::List(items) => items.iter().for_each(|item| add(item, texts)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn marks_are_found_where_they_reach_the_file() {
        let change = |product: &str, release: &str, user: &str| {
            json!({
                "product": product, "release": release, "pattern": "symmetric", "nodes": [{"addresses": "192.0.2.11-12"}],
                "access": {"admin-user": user}, "description": "$env{NOWHERE}",
            })
        };
        fires(
            &RULE,
            change("is", "7.0.0", "a$ref{b}"),
            "access.admin-user",
            "the product replaces a part of `a$ref{b}` when it starts",
        );
        silent(&RULE, change("is", "7.0.0", "operator$"));
        silent(&RULE, change("ei", "6.5.0", "a$ref{b}"));
    }
}
