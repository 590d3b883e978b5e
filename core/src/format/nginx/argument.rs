use crate::format::argument::{self, Inert, inert};
use crate::plan::Pattern;
use crate::value::{Address, Cidr, HostName, Name, NodeName, Port, UrlPath};
use std::fmt;

/// NGINX's grammar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nginx {}

/// One argument of a directive, before quoting.
pub type Argument = argument::Argument<Nginx>;

// These mean themselves in an argument: their parsers let no `$` through, for which NGINX has no escape.
inert!(Nginx: HostName, Address, Port, Cidr, Name, NodeName, Symbol, UrlPath, u16, u32, usize);
// Its `$` is an end, which no variable's name follows.
inert!(Nginx: Pattern);

/// The name of an upstream, a zone, a variable or a cookie: letters, digits and `_`. Whatever else it is made from
/// becomes `_`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Symbol(String);

/// The words that `map` takes for parameters of its own where a value to look up is expected. Source: the
/// documentation of `ngx_http_map_module`.
const MAP_PARAMETERS: [&str; 4] = ["default", "hostnames", "include", "volatile"];

impl Argument {
    /// A text from outside, meant literally; none where NGINX cannot be told so: it holds `$` or NUL.
    pub fn literal(text: &str) -> Option<Self> {
        (!text.contains(['$', '\0'])).then(|| Self::sure(text.to_owned()))
    }

    /// A value to look up in a `map`, where a few words and a leading `~` mean something else.
    pub fn key(value: &impl Inert<Nginx>) -> Self {
        Self::sure(map_key(&value.to_string()))
    }

    /// A time.
    pub fn seconds(count: u16) -> Self {
        Self::sure(format!("{count}s"))
    }

    /// A size.
    pub fn kilobytes(count: u16) -> Self {
        Self::sure(format!("{count}k"))
    }

    /// A size.
    pub fn megabytes(count: u32) -> Self {
        Self::sure(format!("{count}m"))
    }

    /// Words of ours, with one between each two of them.
    pub fn joined(words: &[&'static str], between: &'static str) -> Self {
        Self::sure(words.join(between))
    }

    /// The variable of this name.
    pub fn variable(name: &Symbol) -> Self {
        Self::sure(format!("${name}"))
    }
}

impl Symbol {
    /// The symbol nearest to a text.
    pub fn new(text: &str) -> Self {
        let safe = |char: char| if char.is_ascii_alphanumeric() { char } else { '_' };
        Self(text.chars().map(safe).collect())
    }

    /// This symbol with an ending.
    pub fn with(&self, ending: &str) -> Self {
        Self::new(&format!("{}_{ending}", self.0))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Symbol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn map_key(text: &str) -> String {
    if MAP_PARAMETERS.contains(&text) || text.starts_with(['~', '\\']) { format!("\\{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_called_default_is_looked_up_by_its_name() {
        for (name, key) in [("default", "\\default"), ("volatile", "\\volatile"), ("worker-1", "worker-1")] {
            let node: NodeName = name.parse().unwrap();
            assert_eq!(Argument::key(&node).text(), key);
        }
    }

    #[test]
    fn a_dollar_has_no_way_in() {
        assert_eq!(Argument::literal("$host"), None);
        assert_eq!(Argument::literal("a\0b"), None);
        assert_eq!(Symbol::new("wso2.esb-$x").as_str(), "wso2_esb__x");
    }
}
