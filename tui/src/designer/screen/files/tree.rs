use crate::designer::text::search::Pattern;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use wso2_design_core::bundle::Rendered;

/// Bundles of so few files are shown with every folder open.
const FEW: usize = 60;

/// The files of a bundle as a tree, in the order of a walk from the top.
#[derive(Debug, Default)]
pub(crate) struct Tree {
    pub(crate) entries: Vec<Entry>,
    files: usize,
}

/// A folder or a file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The whole path; a folder's ends with `/`.
    pub(crate) path: String,
    /// What is shown of it: of a folder that holds nothing but a folder, both.
    pub(crate) name: String,
    pub(crate) depth: usize,
    /// The number of the file in the bundle; none of a folder.
    pub(crate) file: Option<usize>,
    /// The entry behind everything that is in it.
    pub(crate) end: usize,
    /// Whether the last change of the design changed it, or something in it.
    pub(crate) changed: bool,
}

#[derive(Default)]
struct Branch<'f> {
    name: &'f str,
    file: Option<usize>,
    branches: Vec<Branch<'f>>,
    places: HashMap<&'f str, usize>,
}

impl Tree {
    /// Of a bundle, with what differs from the bundle before.
    pub(crate) fn of(rendered: &Rendered, before: Option<&Rendered>) -> Self {
        let changed = changed(rendered, before);
        let mut root = Branch::default();
        for (number, file) in rendered.files.iter().enumerate() {
            let mut branch = &mut root;
            for part in file.path.split('/') {
                branch = branch.below(part);
            }
            branch.file = Some(number);
        }
        let mut tree = Self { entries: Vec::new(), files: rendered.files.len() };
        tree.walk(&root, "", 0, &changed);
        tree
    }

    fn walk(&mut self, branch: &Branch<'_>, path: &str, depth: usize, changed: &[bool]) {
        for mut below in &branch.branches {
            let mut name = below.name.to_owned();
            while let (None, [only]) = (below.file, below.branches.as_slice()) {
                if only.file.is_some() {
                    break;
                }
                below = only;
                name = format!("{name}/{}", below.name);
            }
            let number = self.entries.len();
            let slash = if below.file.is_none() { "/" } else { "" };
            let path = format!("{path}{name}{slash}");
            let is_changed = below.file.and_then(|file| changed.get(file)).is_some_and(|it| *it);
            self.entries.push(Entry { path: path.clone(), name, depth, file: below.file, end: 0, changed: is_changed });
            self.walk(below, &path, depth + 1, changed);
            let end = self.entries.len();
            let any = self.entries.iter().skip(number).any(|entry| entry.changed);
            if let Some(entry) = self.entries.get_mut(number) {
                (entry.end, entry.changed) = (end, any);
            }
        }
    }

    /// What is seen: by their numbers, the entries of open folders, or those whose path has the text with what they are in.
    /// `turned` are the folders that are not as usual.
    pub(crate) fn rows(&self, turned: &BTreeSet<String>, filter: Option<&Pattern>) -> Vec<usize> {
        let mut rows = Vec::new();
        let mut number = 0;
        if let Some(filter) = filter {
            let mut above: Vec<usize> = Vec::new();
            while let Some(entry) = self.entries.get(number) {
                above.retain(|folder| self.entries.get(*folder).is_some_and(|it| it.end > number));
                if entry.file.is_none() {
                    above.push(number);
                } else if filter.is_in(&entry.path) {
                    let last = rows.last().copied();
                    rows.extend(above.iter().copied().filter(|folder| last.is_none_or(|last| *folder > last)));
                    rows.push(number);
                }
                number += 1;
            }
            return rows;
        }
        while let Some(entry) = self.entries.get(number) {
            rows.push(number);
            number = if entry.file.is_some() || self.is_open(entry, turned) { number + 1 } else { entry.end };
        }
        rows
    }

    /// Whether what is in a folder is seen.
    pub(crate) fn is_open(&self, entry: &Entry, turned: &BTreeSet<String>) -> bool {
        let usual = self.files <= FEW || entry.depth == 0;
        usual != turned.contains(&entry.path)
    }

    /// The folders around an entry, the outermost first.
    pub(crate) fn above(&self, number: usize) -> impl Iterator<Item = &Entry> {
        let around = move |(folder, entry): &(usize, &Entry)| *folder < number && number < entry.end;
        self.entries.iter().enumerate().filter(around).map(|(_, entry)| entry)
    }

    /// The first file of the first node.
    pub(crate) fn first_of_a_node(&self) -> Option<usize> {
        self.entries.iter().position(|entry| entry.file.is_some() && entry.path.starts_with("nodes/"))
    }

    /// The entry at a path.
    pub(crate) fn find(&self, path: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.path == path)
    }
}

impl<'f> Branch<'f> {
    fn below(&mut self, name: &'f str) -> &mut Self {
        let new = self.branches.len();
        let place = *self.places.entry(name).or_insert(new);
        if place == new {
            self.branches.push(Self { name, ..Self::default() });
        }
        &mut self.branches[place]
    }
}

/// Which files are new or other than before. What lists all of them, or is the design, changes always: it is not told.
fn changed(rendered: &Rendered, before: Option<&Rendered>) -> Vec<bool> {
    let Some(before) = before else { return Vec::new() };
    let old: HashMap<&str, &Arc<[u8]>> = before.files.iter().map(|file| (file.path.as_str(), &file.bytes)).collect();
    // Nodes share bytes: the same two are compared once.
    let mut known: HashMap<(*const u8, *const u8), bool> = HashMap::new();
    let all = rendered.files.iter().map(|file| {
        let Some(bytes) = old.get(file.path.as_str()) else { return true };
        let pair = (file.bytes.as_ptr(), bytes.as_ptr());
        *known.entry(pair).or_insert_with(|| file.bytes != **bytes) && !ALWAYS.contains(&file.path.as_str())
    });
    all.collect()
}

const ALWAYS: &[&str] = &["bundle.json", "design.toml"];

#[cfg(test)]
mod tests;
