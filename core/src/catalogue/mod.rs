//! The catalogue: products, releases, kernels, patterns, database vendors. All of it is data; adding a release is adding
//! a line.

mod kernel;
mod layout;
mod patterns;
mod products;
mod vendors;

pub use kernel::{CustomSchemes, Kernel, SvnClient};
pub use layout::Layout;
pub use patterns::{PATTERNS, PatternTraits, Roles, pattern};
pub use products::{DatabaseNeed, PRODUCTS, Product, Release, Services, product};
pub use vendors::{VENDORS, Vendor, VendorId, vendor};
