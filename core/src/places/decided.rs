use super::samples::samples;
use crate::bundle::{Artifact, Content, Owner, StockFile};
use crate::catalogue::{Generation, Layout};
use crate::config;
use std::collections::BTreeMap;
use std::fmt;

/// Where one setting ends up, in each generation of configuration: what stands side by side here is the same thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// The setting, as a path of the design.
    pub setting: String,
    /// Places in XML and property files.
    pub xml: Vec<PlaceOf>,
    /// Keys of `deployment.toml`.
    pub toml: Vec<PlaceOf>,
    /// Keys of `deployment.yaml`.
    pub yaml: Vec<PlaceOf>,
}

/// One place that a setting decides.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlaceOf {
    /// The file, below the product's folder of configuration files.
    pub file: String,
    /// The place in it.
    pub place: String,
    /// Why it is set.
    pub reason: String,
}

impl Decided {
    /// Every place, XML first.
    pub fn all(&self) -> impl Iterator<Item = &PlaceOf> {
        self.xml.iter().chain(&self.toml).chain(&self.yaml)
    }
}

/// What the settings decide, over designs that together use every statement.
pub(super) fn places() -> Vec<Decided> {
    let mut found = BTreeMap::new();
    for plan in samples() {
        for artifact in config::artifacts(&plan) {
            let Owner::Node(name) = &artifact.owner else { continue };
            let Some(node) = plan.nodes.iter().find(|node| node.name == *name) else { continue };
            gather(&artifact, node.line().generation, node.layout(), &mut found);
        }
    }
    found.into_values().collect()
}

/// Adds what the statements of a file say to what is known of their settings.
pub(super) fn gather(
    artifact: &Artifact,
    generation: Generation,
    layout: &Layout,
    found: &mut BTreeMap<String, Decided>,
) {
    let Content::Stock(stock) = &artifact.content else { return };
    let file = artifact.path.strip_prefix(layout.conf).unwrap_or(&artifact.path).trim_start_matches('/');
    let mut add = |place: String, setting: &'static str, reason: &str| {
        if setting.is_empty() {
            return;
        }
        let decided = found.entry(setting.to_owned()).or_insert_with(|| Decided {
            setting: setting.to_owned(),
            xml: Vec::new(),
            toml: Vec::new(),
            yaml: Vec::new(),
        });
        let list = match generation {
            Generation::Xml => &mut decided.xml,
            Generation::Toml => &mut decided.toml,
            Generation::Yaml => &mut decided.yaml,
        };
        if !list.iter().any(|known| known.file == file && known.place == place) {
            list.push(PlaceOf { file: file.to_owned(), place, reason: reason.to_owned() });
        }
    };
    match &**stock {
        StockFile::Xml { edits, .. } => {
            edits.iter().for_each(|edit| add(edit.place(), edit.why.setting, &edit.why.reason));
        }
        StockFile::Properties(edits) | StockFile::Shipped { edits, .. } => {
            edits.iter().for_each(|edit| add(edit.key.to_string(), edit.why.setting, &edit.why.reason));
        }
        StockFile::Yaml(edits) => {
            edits.iter().for_each(|edit| add(edit.at.to_string(), edit.why.setting, &edit.why.reason));
        }
        StockFile::Toml(edits) => {
            edits.iter().for_each(|edit| add(edit.at.to_string(), edit.why.setting, &edit.why.reason));
        }
    }
}

impl fmt::Display for Decided {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  {}", self.setting)?;
        for place in &self.xml {
            writeln!(f, "    {:<15}  {}  {}", "XML", place.file, place.place)?;
        }
        for (name, places) in [("deployment.toml", &self.toml), ("deployment.yaml", &self.yaml)] {
            for place in places {
                writeln!(f, "    {name:<15}  {}", place.place)?;
            }
        }
        let mut said: Vec<&str> = Vec::new();
        for place in self.all() {
            if !said.contains(&place.reason.as_str()) {
                said.push(&place.reason);
                writeln!(f, "      {}", place.reason)?;
            }
        }
        Ok(())
    }
}
