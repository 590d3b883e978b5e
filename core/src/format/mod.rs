//! One grammar a folder. All quoting lives here: whoever writes a file hands over values and cannot forget it.

pub mod csv;
pub mod markdown;
pub mod properties;
pub mod svg;
pub mod xml;
