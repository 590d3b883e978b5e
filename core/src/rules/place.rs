//! Where findings point: the key paths of a design, from the things of a plan.

use crate::diagnostic::{Diagnostic, Path};
use crate::plan::{DatabasePlan, DirectoryPlan, Front, Plan, SchemaPlan};
use std::collections::BTreeSet;
use std::fmt::Display;

/// A key of the membership scheme in use.
pub(super) fn membership(plan: &Plan, key: &'static str) -> Path {
    Path::from("cluster.membership").key(plan.cluster.membership.key()).key(key)
}

/// A line of `hazelcast.properties`.
pub(super) fn hazelcast(key: impl Into<String>) -> Path {
    Path::from("cluster.hazelcast").key(key.into())
}

/// A key of the database server.
pub(super) fn database(database: &DatabasePlan, key: &'static str) -> Path {
    Path::from("database").key(database.vendor.key).key(key)
}

/// A key of the directory of users.
pub(super) fn directory(directory: &DirectoryPlan, key: &'static str) -> Path {
    Path::from("user-store").key(directory.kind.key()).key(key)
}

/// A key of one database.
pub(super) fn schema(plan: &DatabasePlan, schema: &SchemaPlan, key: &'static str) -> Path {
    database(plan, "schemas").key(schema.need.purpose.key()).key(key)
}

/// A load balancer; the list, where the design leaves the load balancers to the pattern.
pub(super) fn front(front: &Front) -> Path {
    if front.at.is_root() { Path::from("balancers") } else { front.at.clone() }
}

/// A key of a load balancer; the list, where the design leaves the load balancers to the pattern.
pub(super) fn balancer(front: &Front, key: &'static str) -> Path {
    if front.at.is_root() { self::front(front) } else { front.at.clone().key(key) }
}

/// The finding with these places more, each once.
pub(super) fn at_each(mut finding: Diagnostic, paths: impl IntoIterator<Item = Path>) -> Diagnostic {
    let mut seen: BTreeSet<Path> = finding.at.iter().cloned().collect();
    finding.at.extend(paths.into_iter().filter(|path| seen.insert(path.clone())));
    finding
}

/// The first few of many things, in a sentence: `a`, `a and b`, `a, b, c and 17 more`.
pub(super) fn list<T: Display>(things: impl IntoIterator<Item = T>) -> String {
    const SHOWN: usize = 4;
    let mut all: Vec<String> = things.into_iter().map(|thing| thing.to_string()).collect();
    if all.len() > SHOWN {
        let more = all.len() - (SHOWN - 1);
        all.truncate(SHOWN - 1);
        all.push(format!("{more} more"));
    }
    match all.pop() {
        None => String::new(),
        Some(last) if all.is_empty() => last,
        Some(last) => format!("{} and {last}", all.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::list;

    #[test]
    fn a_long_list_is_cut_short() {
        assert_eq!(list([] as [u8; 0]), "");
        assert_eq!(list([1]), "1");
        assert_eq!(list([1, 2]), "1 and 2");
        assert_eq!(list([1, 2, 3, 4]), "1, 2, 3 and 4");
        assert_eq!(list(1..=20), "1, 2, 3 and 17 more");
    }
}
