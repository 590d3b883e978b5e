//! Texts that are read: coloured, compared, searched, and without their secrets.

pub(crate) use wso2_design_core::bundle::Mask;
pub(crate) use wso2_design_core::difference;

pub(crate) mod highlight;
pub(crate) mod search;
