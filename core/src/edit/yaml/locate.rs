use super::place::{Place, Step};
use crate::edit::Trouble;
use crate::format::yaml::{Document, Kind, Mark, Node, Pair};

/// A node that stands elsewhere: what is in it cannot be said here.
pub(super) const ALIAS: &str = "an alias";

/// What stands at a place.
pub(super) enum Target<'d> {
    /// A value of a key.
    Value(Found<'d, &'d Pair>),
    /// An item of a list, by its number.
    Item(Found<'d, usize>),
    /// Nothing.
    Absent(Gap<'d>),
}

/// Something that is there.
pub(super) struct Found<'d, W> {
    /// The collection that it is in.
    pub(super) parent: &'d Node,
    /// Which of it.
    pub(super) which: W,
    /// The node itself.
    pub(super) node: &'d Node,
    /// Why it is left alone, if it is: itself, or something on the way, is written in a form of its own.
    pub(super) fragile: Option<Trouble>,
}

/// Where something is missing.
pub(super) struct Gap<'d> {
    /// What is there of the way to it.
    pub(super) parent: Parent<'d>,
    /// How many steps of the way lead there.
    pub(super) steps: usize,
}

/// What something is added to.
#[derive(Clone, Copy)]
pub(super) enum Parent<'d> {
    /// The file.
    File,
    /// A collection.
    Node(&'d Node),
    /// A key that stands there without a value.
    Key(&'d Pair),
}

/// Follows a place into a document.
pub(super) fn locate<'d>(document: &'d Document<'_>, place: &Place) -> Result<Target<'d>, Trouble> {
    let (Some(last), Some(mut node)) = (place.0.len().checked_sub(1), document.root()) else {
        return Ok(Target::Absent(Gap { parent: Parent::File, steps: 0 }));
    };
    let mut through = None;
    let mut fragile = form(node, || "the file".to_owned());
    for (at, step) in place.0.iter().enumerate() {
        let here = || if at == 0 { "the file".to_owned() } else { place.up_to(at) };
        let absent = || match fragile.clone() {
            Some(trouble) => Err(trouble),
            None => Ok(Target::Absent(Gap { parent: through.map_or(Parent::Node(node), Parent::Key), steps: at })),
        };
        let next = match (step, &node.kind) {
            _ if node.is_empty() => return absent(),
            (Step::Key(key), Kind::Mapping { .. }) => {
                let mut pairs = node.values(key);
                let Some(pair) = pairs.next() else {
                    return match fragile {
                        Some(trouble) => Err(trouble),
                        None => Ok(Target::Absent(Gap { parent: Parent::Node(node), steps: at })),
                    };
                };
                several(1 + pairs.count(), place, at)?;
                let fragile = fragile.clone().or_else(|| form(&pair.value, || place.up_to(at + 1)));
                if at == last {
                    return Ok(Target::Value(Found { parent: node, which: pair, node: &pair.value, fragile }));
                }
                through = pair.value.is_empty().then_some(pair);
                &pair.value
            }
            (Step::Item { key, text }, Kind::List { items, .. }) => {
                let mut found = items.iter().enumerate().filter(|(_, item)| tells(item, key) == Some(text));
                let Some((number, item)) = found.next() else {
                    return match fragile {
                        Some(trouble) => Err(trouble),
                        None => Ok(Target::Absent(Gap { parent: Parent::Node(node), steps: at })),
                    };
                };
                several(1 + found.count(), place, at)?;
                let fragile = fragile.clone().or_else(|| form(item, || place.up_to(at + 1)));
                if at == last {
                    return Ok(Target::Item(Found { parent: node, which: number, node: item, fragile }));
                }
                through = None;
                item
            }
            (_, Kind::Alias) => return Err(Trouble::Shape { place: here(), shape: ALIAS }),
            (_, Kind::Scalar { .. }) => return Err(Trouble::Shape { place: here(), shape: "a single value" }),
            (Step::Key(_), Kind::List { .. }) => return Err(Trouble::Shape { place: here(), shape: "a list" }),
            (Step::Item { .. }, Kind::Mapping { .. }) => {
                return Err(Trouble::Shape { place: here(), shape: "a mapping" });
            }
        };
        fragile = fragile.or_else(|| form(next, || place.up_to(at + 1)));
        node = next;
    }
    Ok(Target::Absent(Gap { parent: Parent::File, steps: 0 }))
}

/// What an item has at the keys that tell items apart.
fn tells<'d>(item: &'d Node, key: &[&str]) -> Option<&'d str> {
    let mut node = item;
    for key in key {
        node = &node.values(key).next()?.value;
    }
    node.scalar()
}

fn several(count: usize, place: &Place, at: usize) -> Result<(), Trouble> {
    if count > 1 {
        return Err(Trouble::Ambiguous { place: place.up_to(at + 1), count });
    }
    Ok(())
}

/// Why a node is not changed, if it is not: a change of it could change what stands elsewhere, or the look of its lines.
fn form(node: &Node, place: impl FnOnce() -> String) -> Option<Trouble> {
    let shape = match (node.mark, &node.kind) {
        (Some(Mark::Anchor), _) => "repeated elsewhere by an anchor",
        (Some(Mark::Tag), _) => "marked with a tag",
        (None, Kind::Alias) => ALIAS,
        (None, Kind::Mapping { flow: true, .. } | Kind::List { flow: true, .. }) => "written in braces or brackets",
        _ => return None,
    };
    Some(Trouble::Shape { place: place(), shape })
}
