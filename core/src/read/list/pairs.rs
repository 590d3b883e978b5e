use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What a new row is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Origin {
    /// The old row of this number, as it is.
    Same(usize),
    /// The old row of this number, with another meaning.
    Changed(usize),
    /// Nothing.
    New,
}

/// What each new row is made from; no old row is taken twice.
///
/// Equal rows belong together, wherever they stand now. What is left between them is paired in order, where it stands
/// between the same rows as before: a row that was changed in place, and not one that came for another that went elsewhere.
pub(super) fn origins(old: &[Value], new: &[&Map<String, Value>]) -> Vec<Origin> {
    let is_same = |old: &Value, new: &Map<String, Value>| old.as_object() == Some(new);
    let head = old.iter().zip(new).take_while(|(old, new)| is_same(old, new)).count();
    let rest = old.len().min(new.len()) - head;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(old, new)| is_same(old, new)).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);

    let mut origins: Vec<Origin> = (0..head).map(Origin::Same).collect();
    let mut unused: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
    for (number, row) in old.iter().enumerate().take(old_end).skip(head) {
        unused.entry(in_order(row.as_object())).or_default().push_back(number);
    }
    for row in &new[head..new_end] {
        let same = unused.get_mut(&in_order(Some(row))).and_then(VecDeque::pop_front);
        origins.push(same.map_or(Origin::New, Origin::Same));
    }
    pair_what_is_left(&mut origins, unused.into_values().flatten().collect(), old_end);
    origins.extend((old_end..old.len()).map(Origin::Same));
    origins
}

/// Pairs new rows with old ones that nobody took and that stood between the same rows.
fn pair_what_is_left(origins: &mut [Origin], mut left: BTreeSet<usize>, end: usize) {
    let mut next = end;
    let mut ends = vec![end; origins.len()];
    for (place, origin) in ends.iter_mut().zip(&*origins).rev() {
        *place = next;
        if let Origin::Same(row) = origin {
            next = *row;
        }
    }
    let mut from = 0;
    for (origin, end) in origins.iter_mut().zip(ends) {
        let row = match origin {
            Origin::Same(row) => *row,
            _ if from < end => match left.range(from..end).next().copied() {
                Some(row) => row,
                None => continue,
            },
            _ => continue,
        };
        if left.remove(&row) {
            *origin = Origin::Changed(row);
        }
        from = row + 1;
    }
}

/// A row's text that is the same for equal rows, whatever the order of their keys.
fn in_order(row: Option<&Map<String, Value>>) -> String {
    let sorted: BTreeMap<_, _> = row.into_iter().flatten().collect();
    serde_json::to_string(&sorted).unwrap_or_default()
}
