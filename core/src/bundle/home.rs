//! Finding the product's files: in its home, in its zip, or in a folder with some of them.

use super::{Artifact, Content, artifacts};
use crate::catalogue::{PRODUCTS, Product, Release};
use crate::plan::Plan;
use std::collections::{BTreeMap, BTreeSet};

/// The file in a product's home that names its release. Source: the Carbon kernel's `VersionUtil`; every product since Carbon 3.
pub const VERSION: &str = "bin/version.txt";

/// Which file of a source is meant by a path of the product's home.
#[derive(Debug, Clone)]
pub struct Home {
    /// The folder that holds the home, with `/` at its end or empty; none where there is just a folder of files.
    home: Option<String>,
    /// The files of each name.
    by_name: BTreeMap<String, Vec<usize>>,
}

/// What was found for a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Nothing.
    None,
    /// A file, by its number.
    One(usize),
    /// Several that are as near: it is not clear which is meant. Some of them, by their paths.
    Several(Vec<String>),
}

impl Home {
    /// `conf` is the product's folder of configuration files: where it has its main file, there is a home around it.
    pub fn of(paths: &[String], conf: &str) -> Self {
        let marks = ["carbon.xml", "deployment.toml", "deployment.yaml"].map(|file| format!("{conf}/{file}"));
        let home = paths
            .iter()
            .filter_map(|path| marks.iter().find_map(|mark| path.strip_suffix(mark.as_str())))
            .filter(|home| home.is_empty() || home.ends_with('/'))
            .min_by_key(|home| (home.matches('/').count(), *home))
            .map(str::to_owned);
        let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (number, path) in paths.iter().enumerate() {
            by_name.entry(name(path).to_owned()).or_default().push(number);
        }
        Self { home, by_name }
    }

    /// The folder that holds the home, with `/` at its end or empty; none where there is just a folder of files.
    pub fn folder(&self) -> Option<&str> {
        self.home.as_deref()
    }

    /// In a home, the very path. In a folder of files, the file that shares the most folders with the path, if only
    /// one does.
    pub fn find(&self, paths: &[String], wanted: &str) -> Found {
        let candidates = self.by_name.get(name(wanted)).map_or(&[][..], Vec::as_slice);
        let path = |number: &usize| paths.get(*number).map_or("", String::as_str);
        if let Some(home) = &self.home {
            let whole = format!("{home}{wanted}");
            return candidates.iter().find(|number| path(number) == whole).map_or(Found::None, |it| Found::One(*it));
        }
        let best = candidates.iter().map(|number| shared(path(number), wanted)).max().unwrap_or(0);
        let mut meant = candidates.iter().filter(|number| shared(path(number), wanted) == best);
        match (meant.next(), meant.next()) {
            (None, _) => Found::None,
            (Some(one), None) => Found::One(*one),
            (Some(one), Some(two)) => {
                Found::Several([one, two].into_iter().chain(meant.take(3)).map(|it| path(it).to_owned()).collect())
            }
        }
    }
}

/// The stock files that a plan speaks of, by their product's key and their path in its home, each once.
pub fn wanted(plan: &Plan) -> BTreeSet<(&'static str, String)> {
    wanted_of(&artifacts(plan))
}

/// The same of files that are at hand.
pub fn wanted_of(artifacts: &[Artifact]) -> BTreeSet<(&'static str, String)> {
    let stock = artifacts.iter().filter(|artifact| matches!(artifact.content, Content::Stock(_)));
    stock.map(|artifact| (artifact.product, artifact.path.clone())).collect()
}

/// Every product of a plan with its release, each once: its own first, then those that run beside it.
pub fn products(plan: &Plan) -> Vec<(&'static Product, &'static Release)> {
    let mut all = vec![(plan.product, plan.release)];
    for node in &plan.nodes {
        if all.iter().all(|(product, _)| product.id != node.product.id) {
            all.push((node.product, node.release));
        }
    }
    all
}

/// Whether what [`VERSION`] says, such as `WSO2 Enterprise Service Bus v5.0.0`, is another release than this or another
/// pack's product. What cannot be understood is no reason to object, nor is a name that no product of the catalogue has:
/// the analytics profile of Enterprise Integrator calls itself a Stream Processor.
pub fn is_other(said: &str, product: &Product, release: &Release) -> bool {
    let Some((name, version)) = said.trim().rsplit_once(" v") else { return false };
    let is_number = version.starts_with(|first: char| first.is_ascii_digit());
    if is_number && version != release.version.to_string() {
        return true;
    }
    let name = name.strip_prefix("WSO2 ").unwrap_or(name);
    let named = PRODUCTS.iter().filter(|it| name.starts_with(it.plain_name()));
    // Several products of one pack share a name, and one name may begin with another.
    let longest = named.max_by_key(|it| (it.plain_name().len(), it.pack == product.pack));
    longest.is_some_and(|it| it.pack != product.pack)
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// How many parts two paths have in common, counted from their ends.
fn shared(one: &str, other: &str) -> usize {
    one.rsplit('/').zip(other.rsplit('/')).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find(paths: &[&str], wanted: &str) -> Found {
        let paths: Vec<String> = paths.iter().map(ToString::to_string).collect();
        Home::of(&paths, "repository/conf").find(&paths, wanted)
    }

    #[test]
    fn in_a_home_only_the_very_path_counts() {
        let home = ["wso2esb-5.0.0/repository/conf/carbon.xml", "wso2esb-5.0.0/samples/conf/axis2.xml"];
        assert_eq!(find(&home, "repository/conf/carbon.xml"), Found::One(0));
        assert_eq!(find(&home, "repository/conf/axis2/axis2.xml"), Found::None);
    }

    #[test]
    fn the_outermost_home_counts() {
        let homes = ["ei/wso2/business-process/repository/conf/carbon.xml", "ei/repository/conf/carbon.xml"];
        assert_eq!(find(&homes, "repository/conf/carbon.xml"), Found::One(1));
        assert_eq!(find(&["xrepository/conf/carbon.xml"], "repository/conf/tasks.xml"), Found::None);
    }

    #[test]
    fn among_loose_files_the_longest_common_end_counts() {
        let loose = ["axis2.xml", "axis2/axis2.xml", "etc/tasks-config.xml"];
        assert_eq!(find(&loose, "repository/conf/axis2/axis2.xml"), Found::One(1));
        assert_eq!(find(&loose, "repository/conf/etc/tasks-config.xml"), Found::One(2));
        assert_eq!(find(&loose, "repository/conf/registry.xml"), Found::None);
    }

    #[test]
    fn two_that_are_as_near_are_neither() {
        let loose = ["a/carbon.xml", "b/carbon.xml"];
        assert_eq!(
            find(&loose, "repository/conf/carbon.xml"),
            Found::Several(vec!["a/carbon.xml".into(), "b/carbon.xml".into()])
        );
    }

    #[test]
    fn a_plan_wants_the_files_that_it_changes() {
        let design = serde_json::json!({
            "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
            "nodes": [{"role": "manager", "addresses": "192.0.2.11-12"}, {"role": "worker", "addresses": "192.0.2.21-22"}],
        });
        let plan = crate::plan::resolve(&serde_json::from_value(design).unwrap()).output.unwrap();
        let wanted = wanted(&plan);
        assert!(wanted.contains(&("esb", "repository/conf/carbon.xml".to_owned())), "{wanted:?}");
        assert_eq!(products(&plan).iter().map(|(product, _)| product.id).collect::<Vec<_>>(), ["esb"]);
    }

    #[test]
    fn a_product_says_which_release_of_what_it_is() {
        let other = |said: &str, id: &str, version: &str| {
            let product = PRODUCTS.iter().find(|it| it.id == id).unwrap();
            let release = product.releases.iter().find(|it| it.version.to_string() == version).unwrap();
            is_other(said, product, release)
        };
        assert!(!other("WSO2 Enterprise Service Bus v5.0.0\n", "esb", "5.0.0"));
        assert!(other("WSO2 Enterprise Service Bus v4.9.0\n", "esb", "5.0.0"));
        assert!(!other("Application Server v5.3.0\n", "as", "5.3.0"));
        assert!(other("WSO2 Identity Server v5.3.0\n", "as", "5.3.0"));
        assert!(other("WSO2 API Manager v2.6.0", "apim-analytics", "2.6.0"));
        assert!(!other("WSO2 API Manager Analytics Server v2.6.0", "apim-analytics", "2.6.0"));
        assert!(other("WSO2 API Manager Analytics Server v2.6.0", "apim", "2.6.0"));
        assert!(!other("WSO2 Enterprise Integrator v6.5.0", "ei-broker", "6.5.0"));
        for unclear in ["", "WSO2", "WSO2 Server", "version", "v"] {
            assert!(!other(unclear, "esb", "5.0.0"), "{unclear}");
        }
    }
}
