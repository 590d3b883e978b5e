use crate::diagnostic::Path;

/// Something that the design says and that changes nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unused {
    /// Where the design says it.
    pub at: Path,
    /// Why nothing heeds it.
    pub why: String,
}
