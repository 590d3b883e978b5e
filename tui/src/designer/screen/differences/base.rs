use crate::designer::background::{Background, Kind, Later};
use crate::designer::text::Mask;
use crate::stock::Stocks;
use crate::write;
use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File};
use std::io::Read;
use std::path::Path;
use std::sync::Arc;
use wso2_design_core::bundle::{self, Content, Stock};
use wso2_design_core::plan::Plan;
use wso2_design_core::read::{self, Syntax};
use wso2_design_core::value::SecretValues;

/// The largest file that is read, in bytes. Those of a bundle have tens of kilobytes.
const LARGEST_FILE: u64 = 4 * 1024 * 1024;
/// The most that is read of a bundle, in bytes.
const LARGEST_SUM: u64 = 256 * 1024 * 1024;

/// What the files are compared with.
#[derive(Default)]
pub(crate) struct Base {
    pub(super) files: BTreeMap<String, Arc<[u8]>>,
    /// The secrets that stand in them.
    pub(super) mask: Mask,
    /// Whether a file that is not here is one that is new.
    pub(super) is_whole: bool,
    /// How many files could not be read.
    pub(super) left_out: usize,
    /// Why there is nothing to compare with; empty where there is.
    pub(super) trouble: &'static str,
}

impl Base {
    /// The bundle in a folder, by its `bundle.json`.
    pub(crate) fn of_folder(folder: &Path, background: &Background) -> Arc<Later<Self>> {
        let folder = folder.to_owned();
        background.later(Kind::Base, move || read_folder(&folder))
    }

    /// The files of the design as it was saved.
    pub(super) fn of_saved(
        text: &str,
        syntax: Syntax,
        stock: Option<Arc<Stocks>>,
        on: &Background,
    ) -> Arc<Later<Self>> {
        let text = text.to_owned();
        on.later(Kind::Base, move || {
            let document = read::read(&text, syntax);
            let checked = wso2_design_core::check(&document, SecretValues::default());
            let is_sound = !checked.has_errors();
            let Some(plan) = checked.plan.filter(|_| is_sound) else {
                return Self { trouble: "The saved design has errors, so it has no files.", ..Self::default() };
            };
            let design = read::as_toml(&text, syntax);
            let rendered = bundle::render(&plan, &design, stock.as_deref().and_then(Stocks::given));
            let files = rendered.files.into_iter().map(|file| (file.path, file.bytes)).collect();
            Self { files, mask: Mask::of(&document), is_whole: true, ..Self::default() }
        })
    }

    /// The files of the product, as it was downloaded, that the design changes.
    pub(super) fn of_product(plan: Arc<Plan>, stock: Option<Arc<Stocks>>, background: &Background) -> Arc<Later<Self>> {
        background.later(Kind::Base, move || {
            let Some(stock) = stock.as_deref().and_then(Stocks::given) else {
                let trouble = "There is no product to compare with: start with --stock and its home or zip.";
                return Self { trouble, ..Self::default() };
            };
            Self { files: product(&plan, stock), ..Self::default() }
        })
    }
}

fn product(plan: &Plan, stock: &dyn Stock) -> BTreeMap<String, Arc<[u8]>> {
    // Nodes of the same product share its files.
    let mut known: HashMap<(&str, String), Option<Arc<[u8]>>> = HashMap::new();
    let mut files = BTreeMap::new();
    for artifact in bundle::artifacts(plan) {
        if let Content::Stock(_) = artifact.content {
            let key = (artifact.product, artifact.path.clone());
            let bytes = known.entry(key).or_insert_with(|| stock.file(artifact.product, &artifact.path).map(Arc::from));
            files.extend(bytes.clone().map(|bytes| (format!("{}{}", artifact.owner.folder(), artifact.path), bytes)));
        }
    }
    files
}

fn read_folder(folder: &Path) -> Base {
    let Some(paths) = write::written(folder) else {
        return Base { trouble: "There is no bundle of this program in that folder.", ..Base::default() };
    };
    let mut base = Base { is_whole: true, ..Base::default() };
    let mut left = LARGEST_SUM;
    for path in paths {
        // A file that is gone is one that would be new.
        let Ok(metadata) = fs::symlink_metadata(folder.join(&path)) else { continue };
        let bytes = metadata.is_file().then(|| read_file(&folder.join(&path), left.min(LARGEST_FILE))).flatten();
        match bytes {
            Some(bytes) => {
                left = left.saturating_sub(bytes.len() as u64);
                base.files.insert(path, bytes.into());
            }
            None => base.left_out += 1,
        }
    }
    if let Some(design) = base.files.get("design.toml") {
        base.mask = Mask::of(&read::read(&String::from_utf8_lossy(design), Syntax::Toml));
    }
    base
}

fn read_file(path: &Path, most: u64) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(most + 1).read_to_end(&mut bytes).ok()?;
    (bytes.len() as u64 <= most).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bundle_is_read_by_its_list() {
        let folder = tempfile::tempdir().unwrap();
        let base = read_folder(folder.path());
        assert!(!base.trouble.is_empty() && base.files.is_empty());
        let entry = r#"{"sha256":"00","mode":"0644"}"#;
        let list = format!(
            r#"{{"made-by":"wso2-design 1.0.0","files":{{"a":{entry},"b":{entry},"../c":{entry},"gone":{entry}}}}}"#
        );
        fs::write(folder.path().join("bundle.json"), list).unwrap();
        fs::write(folder.path().join("a"), "A").unwrap();
        fs::create_dir(folder.path().join("b")).unwrap();
        let base = read_folder(folder.path());
        assert_eq!(base.files.keys().collect::<Vec<_>>(), ["a"]);
        assert_eq!((base.left_out, base.trouble), (1, ""));
    }
}
