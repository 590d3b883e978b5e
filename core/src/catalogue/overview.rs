use super::{Line, PRODUCTS, Product, Release, pattern};
use crate::design::Role;

/// One line of releases, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overview {
    /// The product.
    pub product: &'static Product,
    /// Its releases in this line, oldest first.
    pub releases: String,
    /// The kernels under them.
    pub kernels: String,
    /// What its nodes are configured by.
    pub configured_by: &'static str,
    /// The patterns that it can be laid out in.
    pub patterns: String,
    /// The roles of its nodes.
    pub roles: String,
}

/// Every product, a row for each line of its releases that nodes are configured alike in.
pub fn overview() -> Vec<Overview> {
    let mut rows = Vec::new();
    for product in PRODUCTS {
        let mut lines: Vec<(&'static Line, Vec<&'static Release>)> = Vec::new();
        for release in product.releases {
            match lines.iter_mut().find(|(line, _)| alike(line, release.line)) {
                Some((_, releases)) => releases.push(release),
                None => lines.push((release.line, vec![release])),
            }
        }
        rows.extend(lines.into_iter().map(|(line, releases)| row(product, line, &releases)));
    }
    rows
}

/// Whether a list need not tell two lines apart.
fn alike(one: &Line, other: &Line) -> bool {
    let roles = |line: &Line| line.components.iter().map(|component| component.role).collect::<Vec<Role>>();
    one.generation == other.generation && one.patterns == other.patterns && roles(one) == roles(other)
}

fn row(product: &'static Product, line: &Line, releases: &[&'static Release]) -> Overview {
    let kernels: Vec<String> = releases.iter().map(|release| release.kernel.to_string()).collect();
    let kernels = match (kernels.first(), kernels.last()) {
        (Some(first), Some(last)) if first != last => format!("{first} to {last}"),
        (first, _) => first.cloned().unwrap_or_default(),
    };
    let mut roles: Vec<Role> = line
        .patterns
        .iter()
        .flat_map(|key| releases.iter().flat_map(|release| pattern(*key).roles.of(release)))
        .map(|(role, _)| role)
        .collect();
    roles.sort_unstable();
    roles.dedup();
    let joined = |words: Vec<&str>| words.join(", ");
    Overview {
        product,
        releases: releases.iter().map(|release| release.version.to_string()).collect::<Vec<_>>().join(", "),
        kernels,
        configured_by: line.generation.configured_by(),
        patterns: joined(line.patterns.iter().map(|key| pattern(*key).key).collect()),
        roles: joined(roles.into_iter().map(Role::key).collect()),
    }
}
