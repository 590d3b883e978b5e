use crate::format::argument::{self, inert};
use crate::plan::Pattern;
use crate::value::{Address, Cidr, HostName, Name, NodeName, Port, UrlPath};

/// httpd's grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Httpd {}

/// One argument of a directive, before quoting.
pub type Argument = argument::Argument<Httpd>;

// These mean themselves wherever an argument is read once more, as a format, an expression or a URL: their parsers let
// no `$`, `%`, quote, backslash, blank or control character through.
inert!(Httpd: HostName, Address, Port, Cidr, Name, NodeName, UrlPath, u16, u32, u64, usize);

impl Argument {
    /// A text from outside, meant literally by a directive that reads its arguments once; none where httpd cannot be told
    /// so: it holds `${` or a control character.
    pub fn literal(text: &str) -> Option<Self> {
        (!text.contains("${") && !text.contains(char::is_control)).then(|| Self::sure(text.to_owned()))
    }

    /// `scheme://address:port`.
    pub fn origin(scheme: &'static str, address: &Address, port: Port) -> Self {
        Self::sure(format!("{scheme}://{}", address.with_port(port)))
    }

    /// A regular expression of this program.
    pub fn pattern(pattern: &Pattern) -> Self {
        // Its `$` is an end, which no `{` follows.
        Self::sure(pattern.to_string())
    }

    /// The name of an upstream, or what is made of it: letters, digits and `_`. Whatever else it holds becomes `_`.
    pub fn symbol(text: &str) -> Self {
        let safe = |char: char| if char.is_ascii_alphanumeric() { char } else { '_' };
        Self::sure(text.chars().map(safe).collect::<String>())
    }

    /// The path of a file of ours, below the server's root: letters, digits, `_`, `-`, `.` and `/`; what else it holds
    /// becomes `_`.
    pub fn path(text: &str) -> Self {
        let safe = |char: char| if char.is_ascii_alphanumeric() || "-./".contains(char) { char } else { '_' };
        Self::sure(text.chars().map(safe).collect::<String>())
    }
}
