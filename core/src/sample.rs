//! Examples: nodes at the addresses that documentation may use.

use crate::catalogue::{PRODUCTS, PatternTraits, Product, Release, pattern};
use crate::design::NodeSpec;

/// The nodes of a pattern in the least number that it needs, two of a kind that may be left out.
pub fn nodes(pattern: &PatternTraits, release: &'static Release) -> Vec<NodeSpec> {
    let roles = pattern.roles.of(release);
    let says_roles = roles.len() > 1;
    let spec = |(place, (role, number)): (usize, (crate::design::Role, crate::catalogue::Number))| {
        let count = if number.least == 0 { 2 } else { number.least };
        let addresses = (1..=count).filter_map(|host| format!("192.0.2.{}", place * 10 + host).parse().ok());
        NodeSpec {
            role: says_roles.then_some(role),
            addresses: Some(crate::design::Addresses::List(addresses.collect())),
            ..NodeSpec::default()
        }
    };
    roles.into_iter().enumerate().map(spec).collect()
}

/// Every product in each pattern that it can be laid out in, with the last release of each of its lines.
pub fn layouts() -> impl Iterator<Item = (&'static Product, &'static Release, &'static PatternTraits)> {
    PRODUCTS.iter().flat_map(|product| {
        let last = |release: &&'static Release| {
            product
                .releases
                .iter()
                .rfind(|other| std::ptr::eq(other.line, release.line))
                .is_some_and(|it| std::ptr::eq(it, *release))
        };
        product
            .releases
            .iter()
            .filter(last)
            .flat_map(move |release| release.line.patterns.iter().map(move |key| (*product, release, pattern(*key))))
    })
}
