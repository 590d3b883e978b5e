//! Scalable Vector Graphics: shapes as XML elements, which the XML writer escapes.

use super::xml::{Element, Node};
use crate::edit::Value;
use std::fmt::Write;

/// A picture in the making; later shapes lie on earlier ones.
#[derive(Debug, Clone, Default)]
pub struct Picture {
    shapes: Vec<Node>,
}

/// A rectangle on the canvas, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// The left edge.
    pub x: i32,
    /// The upper edge.
    pub y: i32,
    /// The width.
    pub w: i32,
    /// The height.
    pub h: i32,
}

/// Where a text stands relative to its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

impl Area {
    /// The x of the middle.
    pub fn center(self) -> i32 {
        self.x + self.w / 2
    }

    /// The right edge.
    pub fn right(self) -> i32 {
        self.x + self.w
    }

    /// The lower edge.
    pub fn bottom(self) -> i32 {
        self.y + self.h
    }
}

impl Picture {
    /// A rectangle with round corners, in the style of a class.
    pub fn rect(&mut self, class: &'static str, area: Area, radius: i32) {
        self.add(
            Element::new("rect")
                .attribute("class", class)
                .attribute("x", number(area.x))
                .attribute("y", number(area.y))
                .attribute("width", number(area.w))
                .attribute("height", number(area.h))
                .attribute("rx", number(radius)),
        );
    }

    /// Text; what a person reads in full when they point at it may be longer than what is shown.
    pub fn text(&mut self, class: &'static str, (x, y): (i32, i32), anchor: Anchor, text: &str, full: &str) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let mut element = Element::new("text")
            .attribute("class", class)
            .attribute("x", number(x))
            .attribute("y", number(y))
            .attribute("text-anchor", anchor);
        if text != full {
            element = element.child(Element::text("title", full.to_owned()));
        }
        element.content.push(Node::Text(text.to_owned().into()));
        self.add(element);
    }

    /// A line through points; `ends` says whether an arrow stands at its beginning and at its end.
    pub fn line(&mut self, class: &'static str, points: &[(i32, i32)], ends: (bool, bool)) {
        let mut path = String::new();
        for (number, (x, y)) in points.iter().enumerate() {
            _ = write!(path, "{}{x} {y}", if number == 0 { "M" } else { " L" });
        }
        let mut element = Element::new("path").attribute("class", class).attribute("d", path);
        if ends.0 {
            element = element.attribute("marker-start", "url(#arrow)");
        }
        if ends.1 {
            element = element.attribute("marker-end", "url(#arrow)");
        }
        self.add(element);
    }

    /// Shapes that stand for one thing, with what a page looks them up by: attributes with something in them.
    pub fn group(&mut self, about: &[(&'static str, &str)], shapes: Self) {
        let mut group = Element::new("g");
        for (name, value) in about.iter().filter(|(_, value)| !value.is_empty()) {
            group = group.attribute(*name, (*value).to_owned());
        }
        group.content = shapes.shapes;
        self.add(group);
    }

    fn add(&mut self, element: Element) {
        self.shapes.push(Node::Element(element));
    }

    /// The file: the style, the arrow's head, a title for those who cannot see, and the shapes.
    pub fn finish(self, (width, height): (i32, i32), title: &str, style: &'static str) -> String {
        let arrow = Element::new("marker")
            .attribute("id", "arrow")
            .attribute("viewBox", "0 0 10 10")
            .attribute("refX", "9")
            .attribute("refY", "5")
            .attribute("markerWidth", "8")
            .attribute("markerHeight", "8")
            .attribute("orient", "auto-start-reverse")
            .child(Element::new("path").attribute("class", "head").attribute("d", "M0 0 L10 5 L0 10 z"));
        let mut root = Element::new("svg")
            .attribute("xmlns", "http://www.w3.org/2000/svg")
            .attribute("viewBox", format!("0 0 {width} {height}"))
            .attribute("width", number(width))
            .attribute("height", number(height))
            .attribute("role", "img")
            .child(Element::text("title", title.to_owned()))
            .child(Element::text("style", style))
            .child(Element::new("defs").child(arrow));
        root.content.extend(self.shapes);
        super::xml::document(&root)
    }
}

fn number(number: i32) -> Value {
    Value::plain(number.to_string())
}

/// At most `most` characters: the middle of a longer text is left out, so that the number at its end stays.
pub fn shorten(text: &str, most: usize) -> String {
    let count = text.chars().count();
    if count <= most {
        return text.to_owned();
    }
    let tail = most.saturating_sub(1) / 2;
    let head = most.saturating_sub(1) - tail;
    text.chars().take(head).chain(['…']).chain(text.chars().skip(count - tail)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_both_ends() {
        assert_eq!(shorten("a-very-long-name-17", 9), "a-ve…e-17");
        assert_eq!(shorten("short", 9), "short");
    }

    #[test]
    fn text_cannot_leave_its_element() {
        let mut picture = Picture::default();
        picture.text("t", (1, 2), Anchor::Start, "</text><script>&\"", "</title>");
        picture.group(&[("data-at", "\"><script>")], Picture::default());
        let out = picture.finish((10, 10), "<&>", "");
        crate::format::xml::Document::parse(&out).unwrap();
        assert!(!out.contains("<script>"));
    }
}
