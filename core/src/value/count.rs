/// How many of a thing: 1 to 10000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Count(u16);

super::number_leaf!(Count, "a count", 1..=10000, "counts go from 1 to 10000");

/// A Carbon port offset, added to every port but the cluster's: 0 to 50000.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Offset(u16);

super::number_leaf!(Offset, "a port offset", 0..=50000, "offsets go from 0 to 50000");

impl Offset {
    /// An offset decided by this crate; what is too large becomes the largest.
    pub(crate) fn decided(number: usize) -> Self {
        Self(u16::try_from(number).unwrap_or(50000).min(50000))
    }
}
