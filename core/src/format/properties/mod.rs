//! Java property files.
