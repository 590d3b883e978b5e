//! The core of wso2-design: one design in, every file of every node and load balancer out.
//!
//! ```text
//!  text (TOML, JSON)
//!    │ read        syntax, types, unknown keys, every fault with its place
//!    ▼
//!  Design          what a person said; absence is kept
//!    │ resolve     defaults, names, addresses, ports
//!    ▼
//!  Plan            every decision made
//!    ├─ rules      does this cluster make sense
//!    ├─ config     what must hold in each file of each node, and why
//!    ├─ balancer, database, tls, host, guide    whole files of our own
//!    ▼
//!  Bundle          every file with its owner, its path and its mode
//! ```
//!
//! Deliberately not here: files, processes, the network, the clock, randomness. Everything is a pure function of
//! text and bytes, so that the command line, the terminal designer and the browser give the same bytes.

pub mod bundle;
pub mod catalogue;
pub mod config;
pub mod design;
pub mod diagnostic;
pub mod edit;
pub mod format;
pub mod membership;
pub mod plan;
pub mod read;
pub mod rules;
pub mod value;
