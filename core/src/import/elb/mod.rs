//! The retired WSO2 Elastic Load Balancer: its `loadbalancer.conf` (2.0 and 2.1) becomes designs, and what a design has no
//! place for becomes notes.
//!
//! The file says which host names lead to which cluster domain, and which of them to its managers and its workers. It knows no
//! node: nodes came to the ELB by themselves, as members of a domain. So a design made from it lacks their addresses.

mod cluster;
mod convert;
mod file;
mod setting;
mod syntax;
mod written;

pub use cluster::Cluster;
pub use convert::{Asked, convert};
pub use file::{File, LARGEST, read};
pub use written::written;

#[cfg(test)]
mod tests;
