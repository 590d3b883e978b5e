use super::chars::{clean, is_empty, is_space, local_name, prefix, trim};
use super::element::{Element, Node};
use super::escape::{push_attribute, push_text};
use crate::edit::Value;

/// How elements are printed.
#[derive(Debug, Clone, Copy)]
pub struct Writer<'a> {
    /// What stands before the element on its line.
    pub indent: &'a str,
    /// The line end.
    pub eol: &'a str,
    /// The prefix, with its colon, of elements that name none.
    pub prefix: &'a str,
    /// Whether secret values are written; otherwise they are masked.
    pub secrets: bool,
    /// Whether all goes on one line.
    pub inline: bool,
}

/// One level of indentation.
pub(crate) const UNIT: &str = "    ";

/// A whole file of ours.
pub fn document(root: &Element) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    Writer::default().push(&mut out, root);
    out.push('\n');
    out
}

impl Default for Writer<'_> {
    fn default() -> Self {
        Self { indent: "", eol: "\n", prefix: "", secrets: true, inline: false }
    }
}

impl Writer<'_> {
    /// The element; its first line without indentation, its last without a line end.
    pub fn element(&self, element: &Element) -> String {
        let mut out = String::new();
        self.push(&mut out, element);
        out
    }

    /// Writes the element to the end of a text.
    pub fn push(&self, out: &mut String, element: &Element) {
        self.push_at(out, element, 0, self.prefix);
    }

    /// Begins a line of the given depth below the element that is written.
    pub(crate) fn line(&self, out: &mut String, depth: usize) {
        out.push_str(self.eol);
        out.push_str(self.indent);
        push_blanks(out, depth);
    }

    /// Writes the element on the present line, what is inside it one level deeper than `depth`.
    pub(crate) fn push_at(&self, out: &mut String, element: &Element, depth: usize, inherited: &str) {
        let inherited = push_open(out, &element.name, inherited);
        for (at, (name, value)) in element.attributes.iter().enumerate() {
            // The same attribute twice would be no XML; the first counts.
            if !element.attributes[..at].iter().any(|(earlier, _)| earlier == name) {
                self.push_attribute(out, name, value);
            }
        }
        let (mut text, mut other) = (false, false);
        let mut lines = !self.inline;
        for node in &element.content {
            match node {
                Node::Text(own) if is_empty(own.text()) => {}
                Node::Text(own) => {
                    text = true;
                    // Between text, a line end would become part of it.
                    lines &= trim(own.text()).is_empty();
                }
                Node::Element(_) | Node::Comment(_) => other = true,
            }
        }
        if !text && !other {
            out.push_str("/>");
            return;
        }
        out.push('>');
        lines &= other;
        let inner = if lines { *self } else { Self { inline: true, ..*self } };
        for node in &element.content {
            if lines {
                if matches!(node, Node::Text(_)) {
                    continue;
                }
                self.line(out, depth + 1);
            }
            match node {
                Node::Element(child) => inner.push_at(out, child, depth + 1, inherited),
                Node::Text(text) => push_text(out, self.shown(text), self.eol),
                Node::Comment(text) => push_comment(out, text, self.eol),
            }
        }
        if lines {
            self.line(out, depth);
        }
        push_close(out, &element.name, inherited);
    }

    fn push_attribute(&self, out: &mut String, name: &str, value: &Value) {
        push_pair(out, name, self.shown(value));
    }

    fn shown<'v>(&self, value: &'v Value) -> &'v str {
        if value.is_secret() && !self.secrets { crate::edit::MASK } else { value.text() }
    }
}

/// Writes `<name`, with the prefix of the parent if it has none; returns the prefix for what is inside.
pub(crate) fn push_open<'n>(out: &mut String, name: &'n str, inherited: &'n str) -> &'n str {
    let own = prefix(name);
    let used = if own.is_empty() { inherited } else { own };
    out.push('<');
    out.push_str(used);
    out.push_str(local_name(name));
    used
}

/// Writes `</name>`, with the prefix that [`push_open`] returned.
pub(crate) fn push_close(out: &mut String, name: &str, used: &str) {
    out.push_str("</");
    out.push_str(used);
    out.push_str(local_name(name));
    out.push('>');
}

/// Writes ` name="value"`.
pub(crate) fn push_pair(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    push_attribute(out, value, '"');
    out.push('"');
}

/// Begins a line of the given depth.
pub(crate) fn push_line(out: &mut String, depth: usize) {
    out.push('\n');
    push_blanks(out, depth);
}

fn push_blanks(out: &mut String, depth: usize) {
    const BLANKS: &str = "                                        ";
    match BLANKS.get(..depth * UNIT.len()) {
        Some(blanks) => out.push_str(blanks),
        None => (0..depth).for_each(|_| out.push_str(UNIT)),
    }
}

/// Writes a comment. Two dashes in a row, which XML does not allow there, get a blank between them.
pub fn push_comment(out: &mut String, text: &str, eol: &str) {
    let text = clean(text);
    let text = text.trim_matches(is_space);
    out.push_str("<!-- ");
    if !text.bytes().any(|b| matches!(b, b'-' | b'\r' | b'\n')) {
        out.push_str(text);
        out.push_str(" -->");
        return;
    }
    let mut dash = false;
    for c in text.chars() {
        match c {
            '-' if dash => out.push_str(" -"),
            '\n' => out.push_str(eol),
            '\r' => continue,
            _ => out.push(c),
        }
        dash = c == '-';
    }
    out.push_str(" -->");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::xml::Document;
    use expect_test::expect;
    use proptest::prelude::*;

    #[test]
    fn layout() {
        let root = Element::new("a")
            .attribute("x", "1 & \"2\"")
            .attribute("x", "again")
            .child(Element::text("b", "1 < 2"))
            .child(Element::new("c").child(Element::text("d", "")));
        let mut root = root;
        root.content.push(Node::Comment("to -- do -".into()));
        expect![[r#"
            <?xml version="1.0" encoding="UTF-8"?>
            <a x="1 &amp; &quot;2&quot;">
                <b>1 &lt; 2</b>
                <c>
                    <d/>
                </c>
                <!-- to - - do - -->
            </a>
        "#]]
        .assert_eq(&document(&root));
    }

    #[test]
    fn children_take_the_prefix() {
        let element = Element::new("a").child(Element::new("o:b").child(Element::new("c")));
        let writer = Writer { prefix: "tns:", inline: true, ..Writer::default() };
        assert_eq!(writer.element(&element), "<tns:a><o:b><o:c/></o:b></tns:a>");
    }

    #[test]
    fn secrets_are_masked_when_shown() {
        let element = Element::text("p", Value::secret("s3cret")).attribute("k", Value::secret("s3cret"));
        let shown = Writer { secrets: false, ..Writer::default() }.element(&element);
        assert_eq!(shown, "<p k=\"••••••\">••••••</p>");
    }

    proptest! {
        #[test]
        fn hostile_strings_come_back(text in any::<String>(), value in any::<String>(), note in any::<String>()) {
            let mut root = Element::text("a", text.clone()).attribute("b", value.clone());
            root.content.push(Node::Comment(note.into()));
            let written = document(&root);
            let read = Document::parse(&written).unwrap();
            let content = read.root().content();
            // The comment alone in its element stands on a line of its own.
            let clean_text = clean(&text);
            prop_assert_eq!(trim(&content), trim(&clean_text));
            prop_assert_eq!(read.root().attribute("b").unwrap().value(), clean(&value));
        }
    }
}
