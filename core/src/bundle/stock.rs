use super::Owner;
use crate::edit::Trouble;
use std::fmt;

/// The product as it lies on disk, in a zip or in a page: whoever has it answers for its files.
pub trait Stock {
    /// Whether this product is at hand at all, by its key.
    fn has(&self, product: &str) -> bool;
    /// The bytes of a file, by the key of its product and its path in that product's home; none where it is not there.
    fn file(&self, product: &str, path: &str) -> Option<&[u8]>;
}

/// Something about a stock file that was not as expected. The rest is still done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StockFinding {
    /// The file's path in the product's home.
    pub path: String,
    /// The first node or load balancer that it concerns.
    pub owner: Owner,
    /// What.
    pub trouble: StockTrouble,
}

/// What can be wrong with a stock file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StockTrouble {
    /// It is not there; a fragment is written instead.
    Missing,
    /// It cannot be read; a fragment is written instead.
    Unreadable(String),
    /// One statement could not be applied.
    Statement {
        /// The statement, as a person would follow it.
        statement: String,
        /// Why.
        trouble: Trouble,
    },
}

impl fmt::Display for StockFinding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.trouble {
            StockTrouble::Missing => write!(f, "{}: not in the product; a fragment is written instead", self.path),
            StockTrouble::Unreadable(fault) => write!(f, "{}: {fault}; a fragment is written instead", self.path),
            StockTrouble::Statement { statement, trouble } => {
                write!(f, "{}: {trouble}; not done: {statement}", self.path)
            }
        }
    }
}
