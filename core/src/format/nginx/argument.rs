use crate::plan::Pattern;
use crate::value::{Address, Cidr, HostName, Name, NodeName, Port, UrlPath};
use std::fmt;

/// One argument of a directive, before quoting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument(String);

/// A value that means itself in an argument: its parser lets no `$` through, for which NGINX has no escape.
pub trait Inert: fmt::Display {}

impl Inert for HostName {}
impl Inert for Address {}
impl Inert for Port {}
impl Inert for Cidr {}
impl Inert for Name {}
impl Inert for NodeName {}
impl Inert for Symbol {}
impl Inert for UrlPath {}
// Its `$` is an end, which no variable's name follows.
impl Inert for Pattern {}
impl Inert for u16 {}
impl Inert for u32 {}
impl Inert for usize {}

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
        (!text.contains(['$', '\0'])).then(|| Self(text.to_owned()))
    }

    /// A value, meant literally.
    pub fn of(value: &impl Inert) -> Self {
        Self(value.to_string())
    }

    /// A value to look up in a `map`, where a few words and a leading `~` mean something else.
    pub fn key(value: &impl Inert) -> Self {
        Self(map_key(&value.to_string()))
    }

    /// `address:port`.
    pub fn endpoint(address: &Address, port: Port) -> Self {
        Self(address.with_port(port))
    }

    /// A time.
    pub fn seconds(count: u16) -> Self {
        Self(format!("{count}s"))
    }

    /// A size.
    pub fn kilobytes(count: u16) -> Self {
        Self(format!("{count}k"))
    }

    /// A size.
    pub fn megabytes(count: u32) -> Self {
        Self(format!("{count}m"))
    }

    /// Words of ours, with one between each two of them.
    pub fn joined(words: &[&'static str], between: &'static str) -> Self {
        Self(words.join(between))
    }

    /// The variable of this name.
    pub fn variable(name: &Symbol) -> Self {
        Self(format!("${name}"))
    }

    /// This, then words of ours.
    pub fn then(mut self, words: &'static str) -> Self {
        self.0.push_str(words);
        self
    }

    /// This, then a value, literally.
    pub fn and(mut self, value: &impl Inert) -> Self {
        self.0.push_str(&value.to_string());
        self
    }

    /// This, then what matches a value and nothing else, in a regular expression.
    pub fn matching(mut self, value: &impl Inert) -> Self {
        self.0.push_str(&escape(&value.to_string()));
        self
    }

    /// As it is before quoting.
    pub(super) fn text(&self) -> &str {
        &self.0
    }
}

/// Words of ours: they may hold variables, and regular expressions.
impl From<&'static str> for Argument {
    fn from(words: &'static str) -> Self {
        Self(words.to_owned())
    }
}

impl<T: Inert> From<&T> for Argument {
    fn from(value: &T) -> Self {
        Self::of(value)
    }
}

impl From<Port> for Argument {
    fn from(port: Port) -> Self {
        Self::of(&port)
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

/// A regular expression that matches just this text.
fn escape(text: &str) -> String {
    let mut pattern = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        if r"\.+*?()|[]{}^$#".contains(char) {
            pattern.push('\\');
        }
        pattern.push(char);
    }
    pattern
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_name_matches_only_itself() {
        let host: HostName = "a-1.example.com".parse().unwrap();
        assert_eq!(Argument::from("^").matching(&host).then("$").text(), r"^a-1\.example\.com$");
    }

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
