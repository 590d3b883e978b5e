//! Where the settings of a design end up: places in XML files, keys of `deployment.toml`, side by side.

mod counterpart;
mod decided;
mod samples;

pub use counterpart::{Counterpart, counterpart};
pub use decided::{Decided, PlaceOf};
#[cfg(test)]
pub(crate) use samples::samples;

/// What the settings decide, over designs that together use every statement.
pub fn places(wanted: impl Fn(&str) -> bool) -> Vec<Decided> {
    decided::places(wanted)
}
