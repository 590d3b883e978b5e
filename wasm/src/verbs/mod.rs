//! The verbs, by what they are about.

mod catalogue;
mod compare;
mod edit;
mod files;
mod form;
mod home;
mod judge;
mod link;
mod stock;

pub use catalogue::*;
pub use compare::*;
pub use edit::*;
pub use files::*;
pub use form::*;
pub use home::*;
pub use judge::*;
pub use link::*;
pub use stock::*;
