//! One grammar a folder. All quoting lives here: whoever writes a file hands over values and cannot forget it.

pub mod caddyfile;
pub mod csv;
pub mod envoy;
pub mod fstab;
pub mod haproxy;
pub mod hcl;
pub mod httpd;
pub mod json;
pub mod markdown;
pub mod nginx;
pub mod properties;
pub mod shell;
pub mod sql;
pub mod svg;
pub mod systemd;
pub mod toml;
pub mod traefik;
pub mod xml;
pub mod yaml;

mod argument;
mod block;
mod lines;

pub use argument::Inert;

use lines::one_line;

/// Puts `parts` into the holes, written `{}`, of a text known when the program was written.
fn fill<'p>(template: &'static str, parts: impl IntoIterator<Item = &'p str>) -> String {
    let mut pieces = template.split("{}");
    let mut parts = parts.into_iter();
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let part = parts.next();
        debug_assert!(part.is_some(), "a hole without a part: {template}");
        text.push_str(part.unwrap_or_default());
        text.push_str(piece);
    }
    debug_assert!(parts.next().is_none(), "a part without a hole: {template}");
    text
}
