use serde::Serialize;
use std::collections::BTreeSet;
use wso2_design_core::bundle::{Found, Home, VERSION};
use wso2_design_core::catalogue::{Product, Release};

/// A file of a product that a design speaks of.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Wanted {
    /// The product's key.
    pub(crate) product: &'static str,
    /// The path in its home.
    pub(crate) path: String,
}

/// The files of a product among the paths of a zip or a folder.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Located {
    /// The product's key.
    product: &'static str,
    /// The product's name.
    name: &'static str,
    /// The release that the design wants.
    release: String,
    /// The folder that holds its home, with `/` at its end or empty; `null` where there is just a folder of files.
    home: Option<String>,
    /// Where the file is that names the release (`bin/version.txt`), as a place in the list of paths.
    version: Option<usize>,
    /// What was found.
    files: Vec<LocatedFile>,
    /// The paths in the product's home of which it is not clear which file is meant.
    unclear: Vec<String>,
    /// The paths in the product's home that are not there. Most products come without some of their property files.
    missing: Vec<String>,
}

/// A file of a product, and where it is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct LocatedFile {
    /// The path in the product's home.
    path: String,
    /// The place in the list of paths.
    entry: usize,
}

impl Located {
    pub(crate) fn of(
        product: &'static Product,
        release: &'static Release,
        wanted: &BTreeSet<(&'static str, String)>,
        paths: &[String],
    ) -> Self {
        let home = Home::of(paths, release.line.layout.conf);
        let version = match home.find(paths, VERSION) {
            Found::One(entry) => Some(entry),
            Found::None | Found::Several(_) => None,
        };
        let (name, release, folder) = (product.name, release.version.to_string(), home.folder().map(str::to_owned));
        let (mut files, mut unclear, mut missing) = (Vec::new(), Vec::new(), Vec::new());
        for (_, path) in wanted.iter().filter(|(of, _)| *of == product.id) {
            match home.find(paths, path) {
                Found::One(entry) => files.push(LocatedFile { path: path.clone(), entry }),
                Found::None => missing.push(path.clone()),
                Found::Several(_) => unclear.push(path.clone()),
            }
        }
        Self { product: product.id, name, release, home: folder, version, files, unclear, missing }
    }

    /// Whether nothing of the product is there.
    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.unclear.is_empty()
    }
}
