//! Texts that are read: coloured, compared, searched, and without their secrets.

pub(crate) mod difference;
pub(crate) mod highlight;
pub(crate) mod mask;
pub(crate) mod search;
