//! What may be answered, where the catalogue knows better than the schema.

use super::Choice;
use super::fill::{Scene, plain};
use super::sheet::Variant;
use crate::balancer::BALANCERS;
use crate::catalogue::{self, PATTERNS, PRODUCTS, Product, Release, VENDORS};
use crate::delivery::DELIVERIES;
use crate::diagnostic::{Path, Segment};
use crate::membership::SCHEMES;
use serde_json::Value;

/// A variant as a choice.
pub(super) fn of(variant: &Variant) -> Choice {
    let known = SPOKEN.iter().find(|(word, _)| *word == variant.word);
    let label = known.map_or_else(|| plain(&variant.word), |(_, spoken)| (*spoken).to_owned());
    choice(&variant.word, label, &variant.help)
}

/// Answers that are written in another way than their words.
const SPOKEN: &[(&str, &str)] = &[
    ("active-active", "Active-active"),
    ("active-directory", "Active Directory"),
    ("active-passive", "Active-passive"),
    ("openstack", "OpenStack"),
];

/// The choices of a setting, by its path without places in lists; none where the catalogue has no say.
pub(super) fn known(path: &Path, scene: &Scene<'_>) -> Option<Vec<Choice>> {
    let all = match path.to_string().as_str() {
        "product" => PRODUCTS.iter().map(|it| choice(it.id, it.name, "")).collect(),
        "release" => releases(product(scene)?),
        "pattern" => {
            let known = release(scene).map(|release| release.line.patterns);
            let counts = |pattern: &&catalogue::PatternTraits| known.is_none_or(|some| some.contains(&pattern.pattern));
            PATTERNS.iter().filter(counts).map(|it| choice(it.key, it.name, it.summary)).collect()
        }
        "nodes.role" => {
            let plan = scene.plan?;
            let about = |role: crate::design::Role| choice(role.key(), plain(role.name()), "");
            plan.pattern.roles.of(plan.release).into_iter().map(|(role, _)| about(role)).collect()
        }
        "nodes.network" | "balancers.network" => {
            let plan = scene.plan?;
            plan.networks.iter().map(|it| choice(it.name.as_str(), it.name.to_string(), "")).collect()
        }
        "balancers.program" => BALANCERS.iter().map(|it| choice(it.key, it.name, it.summary)).collect(),
        "database" => VENDORS.iter().map(|it| choice(it.key, it.name, "")).collect(),
        "cluster.membership" => SCHEMES.iter().map(|it| choice(it.key, it.name, it.summary)).collect(),
        "delivery" => DELIVERIES.iter().map(|it| choice(it.key, it.name, it.summary)).collect(),
        _ => return None,
    };
    Some(all)
}

/// The names that count in a table by names.
pub(super) fn names(path: &Path, scene: &Scene<'_>) -> Vec<String> {
    let Some(plan) = scene.plan else { return Vec::new() };
    match path.0.last() {
        Some(Segment::Key(key)) if key == "components" => plan
            .hosts
            .others
            .keys()
            .filter_map(|purpose| match purpose {
                catalogue::Purpose::Component(role) => Some(role.key().to_owned()),
                _ => None,
            })
            .collect(),
        Some(Segment::Key(key)) if key == "schemas" => {
            let schemas = plan.database.iter().flat_map(|database| &database.schemas);
            schemas
                .filter_map(|schema| Some(serde_json::to_value(schema.need.purpose).ok()?.as_str()?.to_owned()))
                .collect()
        }
        _ => Vec::new(),
    }
}

fn releases(product: &Product) -> Vec<Choice> {
    let one = |release: &Release| {
        let version = release.version.to_string();
        choice(&version, version.clone(), &format!("kernel {}", release.kernel))
    };
    // The newest first: it is what most people want.
    product.releases.iter().rev().map(one).collect()
}

/// The product that is said, even if nothing else could be decided.
fn product(scene: &Scene<'_>) -> Option<&'static Product> {
    let said = scene.tree.get("product").and_then(Value::as_str)?;
    PRODUCTS.iter().copied().find(|product| product.id == said)
}

fn release(scene: &Scene<'_>) -> Option<&'static Release> {
    let said = scene.tree.get("release").and_then(Value::as_str)?;
    product(scene)?.releases.iter().find(|release| release.version.to_string() == said)
}

fn choice(value: &str, label: impl Into<String>, help: &str) -> Choice {
    Choice { value: value.into(), label: label.into(), help: help.to_owned() }
}
