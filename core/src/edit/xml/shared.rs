use super::compare;
use crate::format::xml::{Element, Writer, push_line};
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// Elements that the files of many nodes hold alike, such as the list of well-known members: kept once, and printed once
/// for all fragments.
#[derive(Clone)]
pub struct Children(Arc<Inner>);

struct Inner {
    elements: Vec<Element>,
    /// Whether anything in them must not be shown.
    secret: bool,
    /// The lines for the depth and the prefix that were asked for first. Files alike ask alike.
    printed: OnceLock<(usize, String, String)>,
}

impl Children {
    /// Whether anything in the elements must not be shown.
    pub fn is_secret(&self) -> bool {
        self.0.secret
    }

    /// Whether a secret belongs anywhere into the elements, be it known or a mark.
    pub(super) fn hides(&self) -> bool {
        self.iter().any(compare::hides)
    }

    /// Writes the elements, each on a line of its own at this depth.
    pub(super) fn push(&self, out: &mut String, depth: usize, inherited: &str) {
        let print = || (depth, inherited.to_owned(), self.lines(depth, inherited));
        match self.0.printed.get_or_init(print) {
            (of_depth, of_prefix, lines) if *of_depth == depth && of_prefix == inherited => out.push_str(lines),
            _ => out.push_str(&self.lines(depth, inherited)),
        }
    }

    fn lines(&self, depth: usize, inherited: &str) -> String {
        let mut lines = String::with_capacity(self.len() * 128);
        for element in self.iter() {
            push_line(&mut lines, depth);
            Writer::default().push_at(&mut lines, element, depth, inherited);
        }
        lines
    }
}

impl Deref for Children {
    type Target = [Element];
    fn deref(&self) -> &[Element] {
        &self.0.elements
    }
}

impl FromIterator<Element> for Children {
    fn from_iter<I: IntoIterator<Item = Element>>(elements: I) -> Self {
        let elements: Vec<Element> = elements.into_iter().collect();
        let secret = elements.iter().any(compare::is_secret);
        Self(Arc::new(Inner { elements, secret, printed: OnceLock::new() }))
    }
}

impl<const N: usize> From<[Element; N]> for Children {
    fn from(elements: [Element; N]) -> Self {
        elements.into_iter().collect()
    }
}

impl From<Vec<Element>> for Children {
    fn from(elements: Vec<Element>) -> Self {
        elements.into_iter().collect()
    }
}

impl PartialEq for Children {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.elements == other.0.elements
    }
}

impl std::fmt::Debug for Children {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.elements.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Why;
    use crate::edit::xml::{Edit, Place, Step, Want, fragment};

    #[test]
    fn a_statement_can_go_into_a_shared_element() {
        let edit = |at: Place, want| Edit { at, want, after: None, why: Why::new("", "", "") };
        let members = Place::from(["a", "members"]);
        let shared: Children = [Element::text("m", "1"), Element::new("n").child(Element::text("host", "h"))].into();
        let inside = members.then(Step::named("n")).then(Step::named("port"));
        let edits = [
            edit(members, Want::Children(shared.clone())),
            edit(inside, Want::Text { text: "9".into(), attributes: Vec::new() }),
        ];
        expect_test::expect![[r#"
            <?xml version="1.0" encoding="UTF-8"?>
            <a>
                <members>
                    <m>1</m>
                    <n>
                        <host>h</host>
                        <port>9</port>
                    </n>
                </members>
            </a>
        "#]]
        .assert_eq(&fragment(&Element::new("a"), &edits));
        let alone = fragment(&Element::new("a"), &edits[..1]);
        assert_eq!(alone, fragment(&Element::new("a"), &edits[..1]), "printed once or twice, it is the same");
        assert!(alone.contains("\n        <n>\n            <host>h</host>\n        </n>\n"), "{alone}");
    }
}
