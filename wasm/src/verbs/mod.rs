//! The verbs, by what they are about.

mod catalogue;
mod edit;
mod files;
mod form;
mod judge;
mod link;
mod stock;

pub use catalogue::*;
pub use edit::*;
pub use files::*;
pub use form::*;
pub use judge::*;
pub use link::*;
pub use stock::*;
