//! One grammar a folder. All quoting lives here: whoever writes a file hands over values and cannot forget it.

pub mod nginx;
pub mod properties;
pub mod xml;
