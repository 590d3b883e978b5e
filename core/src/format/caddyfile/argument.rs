use crate::format::argument::{self, inert};
use crate::plan::Pattern;
use crate::plan::front::conduct::tls::Suite;
use crate::value::{Address, Cidr, HostName, Name, NodeName, Port, UrlPath};

/// The Caddyfile's grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caddyfile {}

/// One token of a directive, before quoting.
pub type Argument = argument::Argument<Caddyfile>;

// These mean themselves in a token: their parsers let no brace through, by which Caddy knows a placeholder.
inert!(Caddyfile: HostName, Address, Port, Cidr, Name, NodeName, UrlPath, Suite, u16, u32, usize);
// Its braces are those of a quantifier, and stand only where Caddy replaces nothing: in patterns of matchers.
inert!(Caddyfile: Pattern);

impl Argument {
    /// A text from outside, meant literally; none where Caddy cannot be told so: it holds a brace, or both a backtick and
    /// what double quotes cannot hold.
    pub fn literal(text: &str) -> Option<Self> {
        let braces = text.contains(['{', '}']);
        let quotable = !text.contains('`') || super::write::fits_double_quotes(text);
        (!braces && quotable && !text.contains('\0')).then(|| Self::sure(text.to_owned()))
    }
}
