use crate::plan::Pattern;
use crate::value::HostName;
use std::fmt;

/// What a router takes. Shown in Traefik's language of rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// Requests for this host, whatever port they name.
    Host(HostName),
    /// Requests whose path matches: decoded but for `/`, `;` and a few others, and without `..` and `//`.
    Path(Expression),
    /// Requests that match none of what is inside.
    Not(Box<Self>),
    /// Requests that match all.
    All(Vec<Self>),
    /// Requests that match one at least.
    Any(Vec<Self>),
    /// Every request.
    Everything,
}

/// A regular expression, whose letters count the same in either case: made of words of this program only, so that it holds
/// no backtick, which would end it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression(String);

impl Expression {
    /// Words of ours, and lists of them.
    pub fn of(before: &'static str, any: &[&'static str], behind: &'static str) -> Self {
        Self(format!("{before}{}{behind}", any.join("|")))
    }
}

impl From<&Pattern> for Expression {
    fn from(pattern: &Pattern) -> Self {
        Self(pattern.to_string())
    }
}

impl From<&'static str> for Expression {
    fn from(words: &'static str) -> Self {
        Self(words.to_owned())
    }
}

impl Rule {
    /// Requests that do not match.
    #[must_use]
    pub fn negated(self) -> Self {
        Self::Not(Box::new(self))
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Host(host) => write!(f, "Host(`{host}`)"),
            Self::Path(expression) => write!(f, "PathRegexp(`(?i){}`)", expression.0),
            Self::Not(inner) => write!(f, "!{inner}"),
            Self::All(inner) => joined(f, inner, " && "),
            Self::Any(inner) => joined(f, inner, " || "),
            Self::Everything => f.write_str("PathPrefix(`/`)"),
        }
    }
}

fn joined(f: &mut fmt::Formatter<'_>, rules: &[Rule], with: &str) -> fmt::Result {
    for (number, rule) in rules.iter().enumerate() {
        if number > 0 {
            f.write_str(with)?;
        }
        match rule {
            Rule::All(_) | Rule::Any(_) => write!(f, "({rule})")?,
            other => write!(f, "{other}")?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_spelled_as_traefik_reads_them() {
        let host = Rule::Host("esb.example.com".parse().unwrap());
        let paths = ["/carbon", "/x"].map(|path| Rule::Path(path.into()));
        let rule = Rule::All(vec![host, Rule::Any(paths.to_vec()), Rule::Path("^/a;$".into()).negated()]);
        assert_eq!(
            rule.to_string(),
            "Host(`esb.example.com`) && (PathRegexp(`(?i)/carbon`) || PathRegexp(`(?i)/x`)) && !PathRegexp(`(?i)^/a;$`)"
        );
    }
}
