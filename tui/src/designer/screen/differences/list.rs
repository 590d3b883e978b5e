use super::base::Base;
use crate::designer::text::difference::counts;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use wso2_design_core::bundle::{MANIFEST, Rendered};

/// A file that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Differing {
    pub(super) path: String,
    /// As it was; none where it is new.
    pub(super) old: Option<Arc<[u8]>>,
    /// As it is; none where it is gone.
    pub(super) new: Option<Arc<[u8]>>,
    /// How many lines are more.
    pub(super) added: u32,
    /// How many lines are gone.
    pub(super) removed: u32,
}

/// Every file that differs, those of the bundle in its order, then those that are gone. The list of all files is left out:
/// it differs whenever another does.
pub(super) fn differing(base: &Base, rendered: &Rendered) -> Vec<Differing> {
    let mut gone: BTreeMap<&str, &Arc<[u8]>> = base.files.iter().map(|(path, bytes)| (path.as_str(), bytes)).collect();
    gone.remove(MANIFEST);
    let mut pairs = Vec::new();
    for file in rendered.files.iter().filter(|file| file.path != MANIFEST) {
        match gone.remove(file.path.as_str()) {
            None if !base.is_whole => {}
            Some(old) if *old == file.bytes => {}
            old => pairs.push((file.path.as_str(), old, Some(&file.bytes))),
        }
    }
    if base.is_whole {
        pairs.extend(gone.into_iter().map(|(path, bytes)| (path, Some(bytes), None)));
    }
    // Nodes share bytes: the same two are compared once.
    let mut known = HashMap::new();
    let place = |bytes: Option<&Arc<[u8]>>| bytes.map_or(std::ptr::null(), |bytes| bytes.as_ptr());
    let text =
        |bytes: Option<&Arc<[u8]>>| bytes.map_or_else(String::new, |it| String::from_utf8_lossy(it).into_owned());
    let all = pairs.into_iter().map(|(path, old, new)| {
        let (added, removed) = *known.entry((place(old), place(new))).or_insert_with(|| counts(&text(old), &text(new)));
        Differing { path: path.to_owned(), old: old.cloned(), new: new.cloned(), added, removed }
    });
    all.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use wso2_design_core::bundle::{File, Mode, Owner};

    #[test]
    fn new_gone_and_changed_files_differ() {
        let file = |path: &str, text: &str| File {
            path: path.to_owned(),
            mode: Mode::Public,
            owner: Owner::Cluster,
            bytes: text.as_bytes().into(),
        };
        let files = vec![file("a", "1\n2\n"), file("b", "1\n"), file("same", "s"), file("bundle.json", "x")];
        let rendered = Rendered { files, findings: Vec::new() };
        let old = [("a", "1\n"), ("same", "s"), ("z", "1\n2\n")];
        let files = old.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().into())).collect();
        let mut base = Base { files, is_whole: true, ..Base::default() };
        let shown = |base: &Base| -> Vec<String> {
            let line = |it: &Differing| format!("{} +{} -{}", it.path, it.added, it.removed);
            differing(base, &rendered).iter().map(line).collect()
        };
        assert_eq!(shown(&base), ["a +1 -0", "b +1 -0", "z +0 -2"]);
        base.is_whole = false;
        assert_eq!(shown(&base), ["a +1 -0"]);
    }
}
