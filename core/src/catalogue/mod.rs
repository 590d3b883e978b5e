//! The catalogue: products, releases, kernels, patterns, database vendors. All of it is data; adding a release is adding
//! a line.

pub mod broker;
mod component;
mod feature;
mod kernel;
mod launcher;
mod layout;
mod line;
mod link;
mod manual;
mod overview;
mod patterns;
mod products;
mod vendors;

pub use component::{Component, Databases, Door, Exposure, Number, Purpose, Transport};
pub use feature::Feature;
pub use kernel::{CustomSchemes, Kernel, SvnClient};
pub use launcher::Launcher;
pub use layout::Layout;
pub use line::{Clustering, Generation, Guarded, Line, Services};
pub use link::{Link, Moves, Peers};
pub use manual::{Manual, ManualStep};
pub use overview::{Overview, overview};
pub use patterns::{PATTERNS, PatternTraits, Roles, pattern};
pub use products::{Companion, DatabaseNeed, PRODUCTS, Product, Release, product};
pub use vendors::{VENDORS, Vendor, VendorId, vendor};
