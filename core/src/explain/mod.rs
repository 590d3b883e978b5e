//! What a setting of the design is, and which places in which files it decides, in either generation of configuration.

mod fronts;
mod walk;

pub use fronts::FrontFiles;

use crate::diagnostic::{Path, Segment};
use crate::places::{Decided, places};
use crate::plan::nearest;
use crate::schema;
use walk::{choices, find, gather, properties};

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
    /// Where it, and each setting inside it, ends up in the files of nodes.
    pub decides: Vec<Decided>,
    /// Where it ends up in the files of load balancers.
    pub fronts: Vec<FrontFiles>,
}

/// Explains a setting by its path, such as `cluster.domain`. None where there is no such setting.
pub fn setting(path: &str) -> Option<Setting> {
    let path: Vec<String> = keys(path);
    let schema = schema();
    let (description, here) = find(&schema, &schema, &path)?;
    let inside =
        properties(&schema, here).into_iter().map(|(key, value)| (key, walk::description(&schema, value))).collect();
    let path = path.join(".");
    let inside_it =
        |setting: &str| setting == path || setting.strip_prefix(&path).is_some_and(|rest| rest.starts_with('.'));
    let decides = places().iter().filter(|decided| inside_it(&decided.setting));
    let (choices, decides, fronts) = (choices(&schema, here), decides.cloned().collect(), fronts::files(&path));
    Some(Setting { path, description, choices, inside, decides, fronts })
}

/// The settings that decide a place: a key of `deployment.toml` such as `clustering.domain`, a place of an XML file, or the name
/// of a parameter there.
pub fn deciding(place: &str) -> Vec<Setting> {
    let place = place.trim();
    let names = |written: &str| {
        written == place || written.rsplit(['.', '/']).next() == Some(place) || written.contains(&format!("'{place}'"))
    };
    let deciding = places().iter().filter(|decided| decided.all().any(|of| names(&of.place)));
    deciding.filter_map(|decided| setting(&decided.setting)).collect()
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
        if !self.decides.is_empty() {
            writeln!(f, "\nIt decides:")?;
            self.decides.iter().try_for_each(|decided| write!(f, "{decided}"))?;
        }
        if !self.fronts.is_empty() {
            writeln!(f, "\nIt ends up in the load balancer's files:")?;
            for found in &self.fronts {
                writeln!(f, "  {:<22}  {}", found.program, found.files.join(", "))?;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
