//! Where the settings of a design end up: places in XML files, keys of `deployment.toml`, side by side.

mod counterpart;
mod decided;
mod samples;

use std::sync::OnceLock;

pub use counterpart::{Counterpart, counterpart};
pub use decided::{Decided, PlaceOf};
#[cfg(test)]
pub(crate) use samples::samples;

/// What the settings decide, over designs that together use every statement: in the order of the settings.
///
/// Some hundred designs are decided for it, once.
pub fn places() -> &'static [Decided] {
    static PLACES: OnceLock<Vec<Decided>> = OnceLock::new();
    PLACES.get_or_init(decided::places)
}
