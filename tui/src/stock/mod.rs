//! The product as it was downloaded: its home, its zip, or some of its configuration files in a folder.
//!
//! Files are looked for when they are asked for, so that of a product of hundreds of megabytes only the few files that
//! the cluster changes are read. Whatever cannot be read is told, and the rest is done without it.

mod folder;
mod several;
mod zip;

pub(crate) use several::Stocks;

use crate::failure::Failure;
use folder::Folder;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use wso2_design_core::bundle::{self, Found, Home, VERSION};
use wso2_design_core::catalogue::{Product, Release};
use zip::Zip;

/// The largest file that is read, in bytes. Configuration files have tens of kilobytes.
const LARGEST_FILE: u64 = 16 * 1024 * 1024;
/// The most that is read of all files together, in bytes.
const LARGEST_SUM: u64 = 64 * 1024 * 1024;
/// How many entries a folder or a zip may have.
const MOST_ENTRIES: usize = 200_000;

/// Where files of the product come from. The designer reads them on a thread of its own.
trait Source: Send + Sync {
    /// The files that there are, by their paths with `/` between.
    fn paths(&self) -> &[String];
    /// One of them, by its number; an error is a sentence without the path.
    fn read(&self, number: usize, most: u64) -> Result<Vec<u8>, String>;
}

/// The product's files, read as they are asked for.
struct Stock {
    /// The key of the product whose files these are.
    product: &'static str,
    shown: String,
    source: Box<dyn Source>,
    home: Home,
    /// One cell for each file of the source.
    read: Vec<OnceLock<Option<Vec<u8>>>>,
    left: AtomicU64,
    troubles: Mutex<BTreeMap<String, String>>,
}

impl Stock {
    /// Opens the product at a path.
    fn open(path: &Path, product: &'static Product, release: &'static Release) -> Result<Self, Failure> {
        let conf = release.line.layout.conf;
        let shown = path.display().to_string();
        let metadata =
            std::fs::metadata(path).map_err(|error| Failure::file("cannot read the product", path, &error))?;
        let mut troubles = BTreeMap::new();
        let source: Box<dyn Source> = if metadata.is_dir() {
            Box::new(Folder::open(path, conf, &mut troubles))
        } else {
            Box::new(Zip::open(path, &mut troubles)?)
        };
        let home = Home::of(source.paths(), conf);
        let read = source.paths().iter().map(|_| OnceLock::new()).collect();
        Ok(Self {
            product: product.id,
            shown,
            source,
            home,
            read,
            left: AtomicU64::new(LARGEST_SUM),
            troubles: Mutex::new(troubles),
        })
    }

    /// What could not be used and why, as sentences; after the files were asked for.
    fn troubles(&self) -> Vec<String> {
        self.told().iter().map(|(path, why)| format!("{}: {path}: {why}", self.shown)).collect()
    }

    /// A sentence where the product says that it is another, or another release.
    fn other_release(&self, product: &Product, release: &Release) -> Option<String> {
        let text = String::from_utf8_lossy(bundle::Stock::file(self, self.product, VERSION)?).trim().to_owned();
        bundle::is_other(&text, product, release).then(|| {
            format!("{} says that it is `{text}`; the design says {} {}", self.shown, product.name, release.version)
        })
    }

    fn told(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.troubles.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn load(&self, number: usize, path: &str) -> Option<Vec<u8>> {
        let most = LARGEST_FILE.min(self.left.load(Ordering::Relaxed));
        match self.source.read(number, most) {
            Ok(bytes) => {
                let length = bytes.len() as u64;
                let less = |left: u64| Some(left.saturating_sub(length));
                // The closure always gives a value.
                let _ = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less);
                Some(bytes)
            }
            Err(why) => {
                self.told().insert(path.to_owned(), why);
                None
            }
        }
    }
}

impl bundle::Stock for Stock {
    fn has(&self, product: &str) -> bool {
        product == self.product
    }

    fn file(&self, product: &str, path: &str) -> Option<&[u8]> {
        if product != self.product {
            return None;
        }
        let number = match self.home.find(self.source.paths(), path) {
            Found::One(number) => number,
            Found::None => return None,
            Found::Several(paths) => {
                let why = format!("it is not clear which is meant: {}", paths.join(", "));
                self.told().insert(path.to_owned(), why);
                return None;
            }
        };
        let shown = self.source.paths().get(number)?;
        self.read.get(number)?.get_or_init(|| self.load(number, shown)).as_deref()
    }
}

/// What is said of a file that is too large.
fn too_large(most: u64) -> String {
    if most < LARGEST_FILE {
        format!("the files together unpack to more than {} MiB", LARGEST_SUM / (1024 * 1024))
    } else {
        format!("it is larger than {} MiB, so it is no configuration file", LARGEST_FILE / (1024 * 1024))
    }
}

#[cfg(test)]
mod tests;
