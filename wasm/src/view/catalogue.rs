use serde::Serialize;
use wso2_design_core::catalogue::{self, PatternTraits};

/// A product.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Product {
    /// Its key in a design.
    id: &'static str,
    /// Its name.
    name: &'static str,
    /// Its releases, oldest first.
    releases: Vec<Release>,
}

/// A release of a product.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Release {
    /// Its version.
    version: String,
    /// The Carbon kernel under it.
    kernel: String,
    /// What its nodes are configured by.
    configured_by: &'static str,
    /// The keys of the patterns that it can be laid out in; the usual one first.
    patterns: Vec<&'static str>,
    /// What its archive is called, such as `wso2esb-5.0.0.zip`.
    archive: String,
}

/// A clustering pattern.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Pattern {
    /// Its key in a design.
    key: &'static str,
    /// Its name.
    name: &'static str,
    /// One sentence.
    summary: &'static str,
    /// When to choose it.
    choose: &'static str,
    /// When not to.
    avoid: &'static str,
    /// What goes on when one node of a kind is lost.
    survives: &'static str,
}

impl Product {
    pub(crate) fn of(product: &catalogue::Product) -> Self {
        let release = |release: &'static catalogue::Release| {
            let usual = wso2_design_core::starter::Starter::usual_pattern(product, release).map(|it| it.key);
            let others = release.line.patterns.iter().map(|key| catalogue::pattern(*key).key);
            Release {
                version: release.version.to_string(),
                kernel: release.kernel.to_string(),
                configured_by: release.line.generation.configured_by(),
                patterns: usual.into_iter().chain(others.filter(|key| Some(*key) != usual)).collect(),
                archive: format!("wso2{}-{}.zip", product.pack, release.version),
            }
        };
        Self { id: product.id, name: product.name, releases: product.releases.iter().map(release).collect() }
    }
}

impl Pattern {
    pub(crate) fn of(traits: &PatternTraits) -> Self {
        let PatternTraits { key, name, summary, choose, avoid, survives, .. } = traits;
        Self { key, name, summary, choose, avoid, survives }
    }
}
