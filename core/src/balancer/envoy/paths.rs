//! Refused paths as Envoy must be told them. It resolves `.`, `..`, `//` and `\`, and decodes letters, before a route is
//! looked for; what it leaves encoded is `/`, `\` and `;`, because `%2F` means something else to a service than `/`.

use crate::plan::Pattern;

/// What separates segments, however it is written.
const SEPARATOR: &str = "(?:/|%2f|%5c)";

/// A regular expression for the whole of a path that a pattern matches, whichever of its separators are encoded.
pub(super) fn refused(pattern: &Pattern) -> String {
    let mut out = String::from("(?i)");
    let mut chars = pattern.as_str().chars();
    while let Some(char) = chars.next() {
        match char {
            '/' => out.extend([SEPARATOR, "+"]),
            ';' => out.push_str("(?:;|%3b)"),
            '[' => class(&mut out, chars.by_ref().take_while(|char| *char != ']').collect()),
            '\\' => out.extend(std::iter::once('\\').chain(chars.next())),
            other => out.push(other),
        }
    }
    out.push_str(".*");
    out
}

/// A set of characters: one with separators in it has them encoded as well.
fn class(out: &mut String, inside: String) {
    let mut encoded = Vec::new();
    if !inside.starts_with('^') {
        encoded.extend(inside.contains('/').then_some("%2f|%5c"));
        encoded.extend(inside.contains(';').then_some("%3b"));
    }
    match encoded.is_empty() {
        true => out.extend(["[", &inside, "]"]),
        false => out.extend(["(?:[", &inside, "]|", &encoded.join("|"), ")"]),
    }
}

/// `.` and `..` between separators. Only encoded ones are left of those: a node that decodes them would leave the folder.
pub(super) fn dots() -> String {
    format!("(?i).*{SEPARATOR}\\.{{1,2}}(?:{SEPARATOR}.*|(?:;|%3b).*)?")
}

/// What passes all the same, in the path with its query. Nothing in a query can make it match: the first `;` is in the
/// path, or the path would not have been refused.
pub(super) fn exception(exception: &'static str) -> String {
    format!("{}(?:\\?.*)?", exception.trim_end_matches('$'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Paths;

    #[test]
    fn separators_count_however_they_are_written() {
        let folders = Paths::Contexts(vec!["carbon"]).pattern();
        assert_eq!(
            refused(&folders),
            "(?i)^(?:(?:/|%2f|%5c)+t(?:(?:;|%3b)[^/]*)?(?:/|%2f|%5c)+[^/]+)?(?:/|%2f|%5c)+(?:carbon)\
             (?:(?:[/;]|%2f|%5c|%3b)|$).*"
        );
        assert_eq!(refused(&Paths::Parameters.pattern()), r"(?i)^(?:[^/]*(?:/|%2f|%5c)+)*\.{0,2}(?:;|%3b).*");
    }

    #[test]
    fn a_session_at_the_end_of_the_path_passes_with_a_query() {
        let except = Paths::Parameters.exception().map(exception);
        assert_eq!(except.as_deref(), Some(r"^[^;]*/;jsessionid=[0-9A-Za-z._!-]*(?:\?.*)?"));
    }
}
