use crate::value::Cidr;
use std::fmt;

/// Paths that must not be reached under a host name.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// What they are, and why they are refused: sentences.
    pub say: &'static str,
    /// Which.
    pub paths: Paths,
    /// What a client reads instead.
    pub status: u16,
    /// The networks that may ask all the same; empty: nobody.
    pub but_for: Vec<Cidr>,
}

/// Paths as they are after decoding, and after `.`, `..` and `//` are resolved: what a node will make of a request.
/// Letters count the same in either case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Paths {
    /// A segment that begins with `;`, `.;` or `..;`: Tomcat drops what follows, and may end up in another folder. A
    /// session id at the very end passes, which is how Tomcat keeps sessions of browsers without cookies.
    Parameters,
    /// Everything below these folders, which may have several segments; for each tenant too.
    Contexts(Vec<&'static str>),
    /// Services below `/services`, for each tenant too.
    Services(Vec<ServiceName>),
}

/// A regular expression, made of words of this program only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pattern(String);

impl Pattern {
    /// The same without the `^` at its beginning, to stand behind something else.
    pub fn unanchored(&self) -> Self {
        Self(self.0.trim_start_matches('^').to_owned())
    }

    /// The same with whatever follows, for programs whose expressions must match a path from end to end.
    pub fn through(&self) -> Self {
        Self(format!("{}.*", self.0))
    }

    /// The expression.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Which services.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ServiceName {
    /// All whose names end so.
    EndsIn(&'static str),
    /// The one of this name.
    Is(&'static str),
}

/// `;x=1` behind a segment of a path, which Tomcat drops before it looks for what is asked.
const PARAMETERS: &str = "(?:;[^/]*)?";

impl Paths {
    /// The paths as a regular expression, without a flag for case. Only what PCRE, RE2 and Go have in common: no
    /// look-around, no back-reference. It holds no quote, blank or backslash but `\.`. Anything is `[^/]`, never `.`, which an
    /// encoded line's end would stop.
    pub fn pattern(&self) -> Pattern {
        Pattern(self.expression())
    }

    /// The same without `^`, and beginning with the slash that every path begins with, for programs that put the `^` there
    /// themselves and take nothing but paths. The longer one of two such expressions is for more special paths.
    pub fn rooted(&self) -> Pattern {
        Pattern(match self {
            Self::Parameters => r"/(?:[^/]*/)*\.{0,2};".to_owned(),
            Self::Contexts(_) | Self::Services(_) => self.below(&format!("/(?:t{PARAMETERS}/[^/]+/)?")),
        })
    }

    fn expression(&self) -> String {
        self.below(&format!("^(?:/t{PARAMETERS}/[^/]+)?/"))
    }

    /// The expression behind what stands for the root and a tenant's folder.
    fn below(&self, tenant: &str) -> String {
        match self {
            Self::Parameters => r"^(?:[^/]*/)*\.{0,2};".to_owned(),
            Self::Contexts(all) => format!("{tenant}(?:{})(?:[/;]|$)", all.join("|")),
            Self::Services(all) => {
                let ends: Vec<&str> = all.iter().filter_map(ServiceName::ending).collect();
                let names = all.iter().filter_map(ServiceName::whole).map(str::to_owned);
                let ends = (!ends.is_empty()).then(|| format!("[^/]*(?:{})", ends.join("|")));
                let any: Vec<String> = ends.into_iter().chain(names).collect();
                let any = any.join("|");
                format!("{tenant}services{PARAMETERS}/(?:t{PARAMETERS}/[^/]+/)?(?:{any})(?:[./;]|$)")
            }
        }
    }

    /// What passes although the pattern matches it: nothing before it may hold another `;`.
    pub fn exception(&self) -> Option<&'static str> {
        match self {
            Self::Parameters => Some("^[^;]*/;jsessionid=[0-9A-Za-z._!-]*$"),
            Self::Contexts(_) | Self::Services(_) => None,
        }
    }

    /// The same in parts, each with an expression of at most so many characters: programs limit them. A single name that is
    /// too long for that is a part of its own all the same.
    pub fn within(&self, longest: usize) -> Vec<Self> {
        match self {
            Self::Parameters => vec![Self::Parameters],
            Self::Contexts(all) => parts(all, longest, Self::Contexts),
            Self::Services(all) => parts(all, longest, Self::Services),
        }
    }

    /// The exception in the form of [`Self::rooted`]: shorter than any of those of folders and services.
    pub fn rooted_exception(&self) -> Option<&'static str> {
        self.exception().map(|_| r"/([^;]*/)?;jsessionid=[\w.!-]*$")
    }

    /// The same as wildcards, for programs that have no regular expressions: `*` is any text, slashes too. They refuse
    /// more than the pattern, never less, as far as a request writes its path plainly.
    pub fn wildcards(&self) -> Vec<String> {
        let both = |path: String| [path.clone(), format!("/t/*{path}")];
        match self {
            Self::Parameters => ["*/;*", "*/.;*", "*/..;*"].map(str::to_owned).to_vec(),
            Self::Contexts(all) => all
                .iter()
                .flat_map(|context| ["", "/*", ";*"].into_iter().flat_map(move |end| both(format!("/{context}{end}"))))
                .collect(),
            Self::Services(all) => all
                .iter()
                .map(|name| match name {
                    ServiceName::EndsIn(end) => format!("*/services*/*{end}*"),
                    ServiceName::Is(name) => format!("*/services*/{name}*"),
                })
                .collect(),
        }
    }
}

fn parts<T: Copy>(all: &[T], longest: usize, of: impl Fn(Vec<T>) -> Paths) -> Vec<Paths> {
    let mut parts: Vec<Vec<T>> = Vec::new();
    for name in all {
        let grown = parts.last().map(|part| part.iter().chain([name]).copied().collect::<Vec<T>>());
        match grown.filter(|grown| of(grown.clone()).expression().len() <= longest) {
            Some(grown) => {
                parts.pop();
                parts.push(grown);
            }
            None => parts.push(vec![*name]),
        }
    }
    parts.into_iter().map(of).collect()
}

impl ServiceName {
    fn ending(&self) -> Option<&'static str> {
        match self {
            Self::EndsIn(end) => Some(end),
            Self::Is(_) => None,
        }
    }

    fn whole(&self) -> Option<&'static str> {
        match self {
            Self::EndsIn(_) => None,
            Self::Is(name) => Some(name),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_services_become_one_expression() {
        let some = Paths::Services(vec![ServiceName::EndsIn("Admin"), ServiceName::Is("LogViewer")]);
        let expected = "^(?:/t(?:;[^/]*)?/[^/]+)?/services(?:;[^/]*)?/(?:t(?:;[^/]*)?/[^/]+/)?\
                        (?:[^/]*(?:Admin)|LogViewer)(?:[./;]|$)";
        assert_eq!(some.pattern().as_str(), expected);
        assert_eq!(some.wildcards(), ["*/services*/*Admin*", "*/services*/LogViewer*"]);
    }

    #[test]
    fn folders_are_refused_for_tenants_too() {
        let folders = Paths::Contexts(vec!["carbon", "api/am/admin"]);
        let expected = "^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|api/am/admin)(?:[/;]|$)";
        assert_eq!(folders.pattern().as_str(), expected);
        assert_eq!(folders.wildcards()[..4], ["/carbon", "/t/*/carbon", "/carbon/*", "/t/*/carbon/*"]);
    }

    #[test]
    fn rooted_expressions_are_ordered_by_their_length() {
        let folder = Paths::Contexts(vec!["a"]).rooted();
        let service = Paths::Services(vec![ServiceName::Is("A")]).rooted();
        let exception = Paths::Parameters.rooted_exception().unwrap();
        assert_eq!(folder.as_str(), "/(?:t(?:;[^/]*)?/[^/]+/)?(?:a)(?:[/;]|$)");
        assert!(service.as_str().starts_with("/(?:t(?:;[^/]*)?/[^/]+/)?services(?:;"));
        assert!(folder.as_str().len() > exception.len() && service.as_str().len() > exception.len());
        assert!(exception.len() > Paths::Parameters.rooted().as_str().len());
    }

    #[test]
    fn long_lists_come_in_parts() {
        let folders = Paths::Contexts(vec!["carbon", "registry", "fileupload"]);
        assert_eq!(folders.within(200), std::slice::from_ref(&folders));
        let parts = [Paths::Contexts(vec!["carbon", "registry"]), Paths::Contexts(vec!["fileupload"])];
        assert_eq!(folders.within(60), parts);
        assert_eq!(folders.within(1).len(), 3);
    }

    #[test]
    fn a_session_at_the_end_lets_no_other_parameter_through() {
        assert_eq!(Paths::Parameters.exception(), Some("^[^;]*/;jsessionid=[0-9A-Za-z._!-]*$"));
    }
}
