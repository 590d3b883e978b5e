//! Traefik: the rules of its routers, and its dynamic files, which are templates of Go before they are YAML.

mod rule;
mod template;

pub use rule::{Expression, Rule};
pub use template::write;
