use super::chars::{continues_name, is_space, local_name, name_length, trim};
use super::escape::{decode_attribute, decode_text};
use std::borrow::Cow;

/// An element that stands in a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Commented<'t> {
    /// The qualified name.
    pub name: &'t str,
    /// What follows the name in the start tag.
    tag: &'t str,
    /// Between the tags.
    inner: &'t str,
}

impl<'t> Commented<'t> {
    /// The value of the attribute of this name.
    pub fn attribute(&self, name: &str) -> Option<Cow<'t, str>> {
        let mut rest = self.tag;
        loop {
            let blanks = rest.trim_start_matches(is_space);
            let length = name_length(blanks);
            let (found, after) = blanks.split_at_checked(length).filter(|_| length > 0)?;
            let value = after.trim_start_matches(is_space).strip_prefix('=')?.trim_start_matches(is_space);
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (raw, after) = value[1..].split_once(quote)?;
            if found == name {
                return Some(decode_attribute(raw));
            }
            rest = after;
        }
    }

    /// Whether it holds an element of this local name with this text.
    pub fn has_child(&self, name: &str, text: &str) -> bool {
        commented(self.inner)
            .into_iter()
            .any(|child| local_name(child.name) == name && trim(&decode_text(child.inner)) == text)
    }
}

/// The elements that a comment holds, outermost ones only. Both ways of commenting out are known: around the whole
/// element, and `<!--element>…</element-->`, where the delimiters take the place of the element's own. Prose that
/// names an element without ending it is none.
pub fn commented(comment: &str) -> Vec<Commented<'_>> {
    let marks = marks(comment);
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(mark) = marks.get(at) {
        let end = match mark.kind {
            Kind::Alone => at,
            Kind::Open(Some(end)) => end,
            Kind::Open(None) | Kind::Close => {
                at += 1;
                continue;
            }
        };
        let inner = match marks.get(end) {
            Some(close) if end != at => comment.get(mark.end..close.start).unwrap_or_default(),
            _ => "",
        };
        out.push(Commented { name: mark.name, tag: mark.tag, inner });
        at = end + 1;
    }
    out
}

/// Something in a comment that looks like a tag.
struct Mark<'t> {
    name: &'t str,
    tag: &'t str,
    start: usize,
    end: usize,
    kind: Kind,
}

enum Kind {
    Alone,
    /// With the index of the mark that closes it.
    Open(Option<usize>),
    Close,
}

/// A comment nests no deeper than this; tags that prose leaves open are forgotten in time.
const OPEN_AT_ONCE: usize = 32;

fn marks(comment: &str) -> Vec<Mark<'_>> {
    let mut marks: Vec<Mark<'_>> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    // The first tag may have lost its `<` to the delimiter.
    let mut next = Some(0);
    while let Some(start) = next {
        if let Some(mark) = mark(comment, start, at == 0 && !comment.starts_with('<')) {
            at = mark.end;
            let index = marks.len();
            match mark.kind {
                Kind::Open(_) => {
                    if open.len() == OPEN_AT_ONCE {
                        open.remove(0);
                    }
                    open.push(index);
                }
                Kind::Close => {
                    if let Some(place) = open.iter().rposition(|index| marks[*index].name == mark.name) {
                        marks[open[place]].kind = Kind::Open(Some(index));
                        open.truncate(place);
                    }
                }
                Kind::Alone => {}
            }
            marks.push(mark);
        } else {
            at = start + 1;
        }
        next = comment.get(at..).and_then(|rest| rest.find('<')).map(|found| at + found);
        if at == 0 {
            at = 1;
        }
    }
    marks
}

/// The tag at `start`; `bare` if its `<` went into the comment's delimiter.
fn mark(comment: &str, start: usize, bare: bool) -> Option<Mark<'_>> {
    let inside = comment.get(start..)?;
    let inside = if bare { inside } else { inside.strip_prefix('<')? };
    let (closes, inside) = match inside.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, inside),
    };
    let name = &inside[..name_length(inside)];
    let rest = &inside[name.len()..];
    if name.is_empty() || rest.starts_with(continues_name) {
        return None;
    }
    if closes {
        // The last end tag may have lost its `>`.
        let end = comment.len() - rest.len();
        let open_end = trim(rest).is_empty() || rest.trim_start_matches(is_space).starts_with('>');
        return open_end.then_some(Mark { name, tag: "", start, end, kind: Kind::Close });
    }
    if !rest.starts_with(|c| is_space(c) || matches!(c, '>' | '/')) {
        return None;
    }
    let length = tag_length(rest);
    let tag = &rest[..length];
    let after = &rest[length..];
    let end = comment.len() - after.len();
    let kind = match after.starts_with('>') {
        _ if tag.trim_end_matches(is_space).ends_with('/') => Kind::Alone,
        true => Kind::Open(None),
        // Neither `>` nor `/` up to the end: this was prose.
        false => return None,
    };
    let end = if after.starts_with('>') { end + 1 } else { end };
    Some(Mark { name, tag, start, end, kind })
}

/// The length of a tag up to its `>`, quotes minded. A `<` says that it was none.
fn tag_length(rest: &str) -> usize {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate() {
        match (quote, byte) {
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            (None, b'>' | b'<') => return at,
            _ => {}
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn names(comment: &str) -> Vec<&str> {
        commented(comment).into_iter().map(|element| element.name).collect()
    }

    #[test]
    fn both_ways_of_commenting_out() {
        assert_eq!(names("HostName>www.wso2.org</HostName"), ["HostName"]);
        assert_eq!(names("<HostName>www.wso2.org</HostName>"), ["HostName"]);
        assert_eq!(names("property name=\"subDomain\" value=\"worker\"/"), ["property"]);
        assert_eq!(names("\n  <parameter name=\"x\">1</parameter>\n  "), ["parameter"]);
    }

    #[test]
    fn several_in_one_comment() {
        let comment =
            "property name=\"a\" value=\"9764\"/>\n <property name=\"b\" value='9444'/>\n <property name=\"c\"/";
        let keys: Vec<_> = commented(comment).iter().map(|e| e.attribute("name").unwrap().into_owned()).collect();
        assert_eq!(keys, ["a", "b", "c"]);
    }

    #[test]
    fn prose_is_none() {
        assert!(names("HostName of the machine").is_empty());
        assert!(names(" Set <HostName> to the name of the machine ").is_empty());
        assert!(names("optional attributes:\n proxyPort=\"80\"").is_empty());
        assert!(names("EmbeddedLDAP").is_empty());
        assert!(names(" a < b / c ").is_empty());
    }

    #[test]
    fn what_is_inside_another_does_not_count() {
        assert_eq!(names("datasource>\n <name>A</name>\n</datasource"), ["datasource"]);
        assert!(commented("datasource>\n <name> A </name>\n</datasource")[0].has_child("name", "A"));
    }

    proptest! {
        #[test]
        fn never_panics(text in any::<String>(), markup in "[<>/a-c =\"'é-]*") {
            for text in [text, markup] {
                for element in commented(&text) {
                    element.attribute("a");
                    element.has_child("a", "b");
                }
            }
        }
    }
}
