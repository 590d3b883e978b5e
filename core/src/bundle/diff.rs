use super::{File, Mask};
use crate::difference::{Line, counts, unified};
use std::collections::BTreeMap;

/// A file of a bundle that is otherwise than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its path in the bundle.
    pub path: String,
    /// How.
    pub change: Change,
    /// How many lines are more.
    pub added: u32,
    /// How many lines are gone.
    pub removed: u32,
    /// The lines that differ, with some around them; empty where only who may read it changed. Secrets that a design says itself are
    /// stars; where nothing but one of them changed, the lines look alike.
    pub lines: Vec<Line>,
}

/// What happened to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// Its text is another, or who may read it.
    Changed,
}

/// What differs between two bundles, by path. `mask` knows the secrets that either design says itself.
pub fn diff(before: &[File], after: &[File], mask: &Mask) -> Vec<Changed> {
    let mut pairs: BTreeMap<&str, (Option<&File>, Option<&File>)> = BTreeMap::new();
    before.iter().for_each(|file| pairs.entry(&file.path).or_default().0 = Some(file));
    after.iter().for_each(|file| pairs.entry(&file.path).or_default().1 = Some(file));
    pairs.into_iter().filter_map(|(path, (before, after))| changed(path, before, after, mask)).collect()
}

fn changed(path: &str, before: Option<&File>, after: Option<&File>, mask: &Mask) -> Option<Changed> {
    let change = match (before, after) {
        (None, _) => Change::Added,
        (_, None) => Change::Removed,
        (Some(one), Some(other)) if one.bytes == other.bytes && one.mode == other.mode => return None,
        _ => Change::Changed,
    };
    let plain =
        |file: Option<&File>| file.map_or_else(String::new, |it| String::from_utf8_lossy(&it.bytes).into_owned());
    let (added, removed) = counts(&plain(before), &plain(after));
    let shown = |file: Option<&File>| file.map_or_else(String::new, |file| mask.text(file).0);
    Some(Changed { path: path.to_owned(), change, added, removed, lines: unified(&shown(before), &shown(after)) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{Mode, Owner};
    use crate::read::{Syntax, read};

    fn file(path: &str, mode: Mode, text: &str) -> File {
        File { path: path.to_owned(), mode, owner: Owner::Cluster, bytes: text.as_bytes().into() }
    }

    #[test]
    fn tells_what_is_new_gone_and_other() {
        let before =
            [file("a", Mode::Public, "1\n"), file("b", Mode::Public, "1\n2\n"), file("c", Mode::Public, "x\n")];
        let after =
            [file("b", Mode::Public, "1\n3\n"), file("c", Mode::Private, "x\n"), file("d", Mode::Public, "n\n")];
        let all = diff(&before, &after, &Mask::default());
        let short: Vec<_> = all.iter().map(|it| (it.path.as_str(), it.change, it.added, it.removed)).collect();
        let wanted = [
            ("a", Change::Removed, 0, 1),
            ("b", Change::Changed, 1, 1),
            ("c", Change::Changed, 0, 0),
            ("d", Change::Added, 1, 0),
        ];
        assert_eq!(short, wanted);
        let line = |text: &str| text.to_owned();
        assert_eq!(
            all[1].lines,
            [Line::Head(1, 1), Line::Same(line("1")), Line::Removed(line("2")), Line::Added(line("3"))]
        );
        assert!(all[2].lines.is_empty());
        assert_eq!(diff(&before, &before, &Mask::default()), []);
    }

    #[test]
    fn secrets_are_stars() {
        let mask = Mask::of(&read("a = \"plain:h&t!\"\n", Syntax::Toml));
        let all = diff(&[], &[file("a.xml", Mode::Private, "<p>h&amp;t!</p>\n")], &mask);
        assert!(!format!("{all:?}").contains("h&amp;t!"), "{all:?}");
        assert_eq!(all[0].added, 1);
    }
}
