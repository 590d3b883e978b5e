//! Mermaid flow charts, for the fenced block that code hosts draw.

use std::fmt::Write;

/// A flow chart from top to bottom.
#[derive(Debug, Clone)]
pub struct Flow(String);

impl Default for Flow {
    fn default() -> Self {
        Self("flowchart TB\n".to_owned())
    }
}

impl Flow {
    /// A box; `id` is a word of our own.
    pub fn node(&mut self, id: &str, lines: &[&str]) {
        _ = writeln!(self.0, "  {id}[\"{}\"]", label(lines));
    }

    /// A cylinder, for what stores.
    pub fn store(&mut self, id: &str, lines: &[&str]) {
        _ = writeln!(self.0, "  {id}[(\"{}\")]", label(lines));
    }

    /// An arrow.
    pub fn arrow(&mut self, from: &str, to: &str, text: &str) {
        _ = writeln!(self.0, "  {from} -->|\"{}\"| {to}", label(&[text]));
    }

    /// A dotted line that goes both ways.
    pub fn both(&mut self, one: &str, other: &str, text: &str) {
        _ = writeln!(self.0, "  {one} <-.->|\"{}\"| {other}", label(&[text]));
    }

    /// The text.
    pub fn finish(self) -> String {
        self.0
    }
}

/// Mermaid reads `#nn;` as a character and `<br/>` as a line end.
fn label(lines: &[&str]) -> String {
    let mut out = String::new();
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            out.push_str("<br/>");
        }
        for char in line.chars() {
            match char {
                ' ' | '.' | ',' | ':' | '-' | '/' | '(' | ')' | '…' => out.push(char),
                _ if char.is_alphanumeric() => out.push(char),
                _ if char.is_control() => out.push(' '),
                _ => _ = write!(out, "#{};", u32::from(char)),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_cannot_leave_its_quotes() {
        let mut flow = Flow::default();
        flow.node("a", &["x\"] --> b", "<script>"]);
        assert_eq!(flow.finish(), "flowchart TB\n  a[\"x#34;#93; --#62; b<br/>#60;script#62;\"]\n");
    }
}
