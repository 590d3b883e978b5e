/// A TCP or UDP port, 1 to 65535.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Port(u16);

super::number_leaf!(Port, "a port", 1..=65535, "ports go from 1 to 65535");

impl Port {
    /// A port known when the program was written; 0 becomes 1.
    pub(crate) const fn known(number: u16) -> Self {
        Self(if number == 0 { 1 } else { number })
    }

    /// This port moved up, or nothing where that would pass 65535.
    pub fn shifted(self, by: u16) -> Option<Self> {
        self.0.checked_add(by).map(Self)
    }
}
