//! What a setting of the design is, and which places in which files it decides.

use crate::bundle::{Content, StockFile};
use crate::design::{Design, NodeSpec};
use crate::diagnostic::{Path, Segment};
use crate::plan::{Plan, nearest, resolve};
use crate::{config, sample, schema};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A setting, explained.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Setting {
    /// Its path, without list places: `nodes.member-port`.
    pub path: String,
    /// What it is.
    pub description: String,
    /// The values that it may have, each with what it means; empty where they are too many to list.
    pub choices: Vec<(String, String)>,
    /// The settings inside it, each with what it is; `<name>` where the design makes up the names.
    pub inside: Vec<(String, String)>,
    /// Where it ends up: the file, the place, and why.
    pub places: Vec<(String, String, String)>,
}

/// Explains a setting by its path, such as `cluster.domain`. None where there is no such setting.
pub fn setting(path: &str) -> Option<Setting> {
    let path: Vec<String> = keys(path);
    let schema = schema();
    let (description, here) = find(&schema, &schema, &path)?;
    let inside =
        properties(&schema, here).into_iter().map(|(key, value)| (key, self::description(&schema, value))).collect();
    let path = path.join(".");
    let (choices, places) = (choices(&schema, here), places(&path));
    Some(Setting { path, description, choices, inside, places })
}

/// The setting that a person most likely meant.
pub fn near(path: &str) -> Option<String> {
    let schema = schema();
    let mut all = Vec::new();
    gather(&schema, &schema, "", &mut all, 0);
    let written = keys(path).join(".");
    let by_last = || all.iter().find(|known| known.rsplit('.').next() == Some(written.as_str())).cloned();
    nearest(&written, all.iter().map(String::as_str)).map(str::to_owned).or_else(by_last)
}

fn keys(path: &str) -> Vec<String> {
    let keys = Path::from(path).0.into_iter().filter_map(|segment| match segment {
        Segment::Key(key) => Some(key.into_owned()),
        Segment::Index(_) => None,
    });
    keys.collect()
}

fn find<'s>(schema: &'s Value, from: &'s Value, path: &[String]) -> Option<(String, &'s Value)> {
    let mut here = from;
    let mut text = String::new();
    for key in path {
        let known = properties(schema, here);
        let (_, next) =
            known.iter().find(|(known, _)| known == key).or_else(|| known.iter().find(|(known, _)| known == NAME))?;
        text = description(schema, next);
        here = next;
    }
    (!path.is_empty()).then_some((text, here))
}

/// What a schema stands for once references, lists and «or nothing» are looked through.
fn inner<'s>(schema: &'s Value, value: &'s Value) -> Vec<&'s Value> {
    if let Some(name) = value.get("$ref").and_then(Value::as_str) {
        let target = name.strip_prefix('#').and_then(|pointer| schema.pointer(pointer));
        return target.map_or_else(Vec::new, |target| inner(schema, target));
    }
    if let Some(items) = value.get("items") {
        return inner(schema, items);
    }
    for several in ["anyOf", "oneOf"] {
        if let Some(Value::Array(options)) = value.get(several) {
            return options.iter().flat_map(|option| inner(schema, option)).collect();
        }
    }
    vec![value]
}

/// Stands for a key that the design makes up.
const NAME: &str = "<name>";

fn properties<'s>(schema: &'s Value, value: &'s Value) -> Vec<(String, &'s Value)> {
    let mut all = Vec::new();
    for value in inner(schema, value) {
        if let Some(known) = value.get("properties").and_then(Value::as_object) {
            all.extend(known.iter().map(|(key, inside)| (key.clone(), inside)));
        }
        let any = value.get("additionalProperties").filter(|any| any.is_object());
        all.extend(any.map(|any| (NAME.to_owned(), any)));
    }
    all
}

/// The words that a value may be, or the tables with one key that it may be instead.
fn choices(schema: &Value, value: &Value) -> Vec<(String, String)> {
    let words = inner(schema, value).into_iter().filter_map(|value| {
        let word = value.get("const")?.as_str()?.to_owned();
        Some((word, description(schema, value)))
    });
    words.collect()
}

fn description(schema: &Value, value: &Value) -> String {
    let own = value.get("description").and_then(Value::as_str);
    let found = own.map(str::to_owned).or_else(|| {
        inner(schema, value).into_iter().find_map(|inside| Some(inside.get("description")?.as_str()?.to_owned()))
    });
    found.unwrap_or_default().replace('\n', " ")
}

fn gather(schema: &Value, value: &Value, path: &str, all: &mut Vec<String>, depth: usize) {
    if depth > 6 {
        return;
    }
    for (key, inside) in properties(schema, value) {
        let path = if path.is_empty() { key } else { format!("{path}.{key}") };
        gather(schema, inside, &path, all, depth + 1);
        all.push(path);
    }
}

/// Every place that carries the setting's name in its reason, over designs that together use every statement.
fn places(path: &str) -> Vec<(String, String, String)> {
    let mut seen = BTreeSet::new();
    let mut places = Vec::new();
    for plan in samples() {
        for artifact in config::artifacts(&plan) {
            let Content::Stock(stock) = &artifact.content else { continue };
            let mut add = |place: String, setting: &str, reason: &str| {
                let inside = setting == path || setting.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
                let file = artifact.path.strip_prefix(plan.layout().conf).unwrap_or(&artifact.path);
                let file = file.trim_start_matches('/').to_owned();
                if inside && seen.insert((file.clone(), place.clone())) {
                    places.push((file, place, reason.to_owned()));
                }
            };
            match &**stock {
                StockFile::Xml { edits, .. } => {
                    edits.iter().for_each(|edit| add(edit.at.to_string(), edit.why.setting, &edit.why.reason));
                }
                StockFile::Properties(edits) | StockFile::Spaced(edits) => {
                    edits.iter().for_each(|edit| add(edit.key.to_string(), edit.why.setting, &edit.why.reason));
                }
                StockFile::Toml(edits) => {
                    edits.iter().for_each(|edit| add(edit.at.to_string(), edit.why.setting, &edit.why.reason));
                }
            }
        }
    }
    places
}

/// One plan for each product and pattern, with every membership scheme and the synchronizer among them.
fn samples() -> Vec<Plan> {
    let memberships = [
        json!({"well-known": {"connection-timeout": 10}}),
        json!({"multicast": {}}),
        json!({"aws": {"iam-role": "r", "security-group": "g", "tag-key": "k", "tag-value": "v", "host-header": "h"}}),
        json!({"aws": {"access-key": "env:A", "secret-key": "env:S"}}),
        json!({"kubernetes": {"services": ["s"], "api-server": "https://k", "token": "env:T", "skip-tls-verification": true}}),
        json!({"custom": {"class": "a.B", "parameters": {"p": "v"}}}),
    ];
    let mut samples = Vec::new();
    for (number, (product, release, pattern)) in sample::layouts().enumerate() {
        let mut nodes = sample::nodes(pattern, release);
        // One that gets its address at start.
        if let Some(role) = nodes.first().map(|first| first.role) {
            nodes.push(NodeSpec { role, ..NodeSpec::default() });
        }
        let design = serde_json::from_value::<Design>(json!({
            "format": 1, "name": "x", "product": product.id, "pattern": pattern.key, "nodes": nodes,
            "release": release.version.to_string(),
            "cluster": {"membership": memberships[number % memberships.len()], "jvm-route": true},
            "artifacts": {"svn": {"url": "https://svn.example.com/", "user": "u", "password": "env:P"}},
            "access": {"admin-user": "boss"},
        }));
        samples.extend(design.ok().and_then(|design| resolve(&design).output));
    }
    samples
}

impl std::fmt::Display for Setting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        writeln!(f, "{}\n\n{}", self.path, self.description)?;
        if !self.choices.is_empty() {
            writeln!(f, "\nIt may be:")?;
            for (word, description) in &self.choices {
                writeln!(f, "  {word}  {description}")?;
            }
        }
        if !self.inside.is_empty() {
            writeln!(f, "\nInside it:")?;
            for (key, description) in &self.inside {
                writeln!(f, "  {key}  {description}")?;
            }
        }
        if !self.places.is_empty() {
            writeln!(f, "\nIt decides:")?;
            for (file, place, reason) in &self.places {
                writeln!(f, "  {file}  {place}\n      {reason}")?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_setting_knows_its_places() {
        let domain = setting("cluster.domain").unwrap();
        assert!(domain.places.iter().any(|(file, place, _)| {
            file == "axis2/axis2.xml" && place == "/axisconfig/clustering/parameter[@name='domain']"
        }));
        assert!(domain.description.contains("domain"));
        assert_eq!(setting("nodes[2].member-port"), setting("nodes.member-port"));
        assert_eq!(setting("cluster.nonsense"), None);
        assert!(setting("balancers.sticky").unwrap().choices.iter().any(|(word, _)| word == "https"));
        assert!(setting("database.mysql.schemas.users.password").unwrap().description.contains("password"));
        assert_eq!(near("cluster.domian"), Some("cluster.domain".to_owned()));
        assert_eq!(near("domain"), Some("cluster.domain".to_owned()));
    }

    #[test]
    fn every_statement_names_a_setting_that_exists() {
        let schema = schema();
        for plan in samples() {
            for artifact in config::artifacts(&plan) {
                let Content::Stock(stock) = &artifact.content else { continue };
                let settings: Vec<&str> = match &**stock {
                    StockFile::Xml { edits, .. } => edits.iter().map(|edit| edit.why.setting).collect(),
                    StockFile::Properties(edits) | StockFile::Spaced(edits) => {
                        edits.iter().map(|edit| edit.why.setting).collect()
                    }
                    StockFile::Toml(edits) => edits.iter().map(|edit| edit.why.setting).collect(),
                };
                for path in settings {
                    let keys = keys(path);
                    assert!(find(&schema, &schema, &keys).is_some(), "{path}");
                }
            }
        }
    }
}
