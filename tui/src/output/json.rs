use super::Count;
use crate::input::Source;
use serde_json::{Value, json};
use wso2_design_core::diagnostic::{Diagnostic, Places as _};
use wso2_design_core::read::Document;

/// Findings for a program: the diagnostics as they are, with lines and columns.
///
/// ```json
/// { "design": "d.toml", "errors": 1, "warnings": 0, "advice": 0,
///   "findings": [ { "code": "…", "severity": "error", "message": "…", "at": ["nodes[0].role"],
///                   "span": { "start": { "byte": 9, "line": 1, "column": 10 }, "end": { … } } } ] }
/// ```
///
/// Bytes are counted from 0, lines and columns from 1, columns in characters.
pub(crate) fn findings(source: &Source, document: &Document, notes: &[Diagnostic]) -> Value {
    let lines = Lines::of(&source.text);
    let count = Count::of(notes);
    let found = notes.iter().map(|note| {
        let mut value = serde_json::to_value(note).unwrap_or(Value::Null);
        if let (Some(span), Value::Object(fields)) =
            (note.at.iter().find_map(|path| document.span_of(note, path)), &mut value)
        {
            fields.insert("span".to_owned(), json!({ "start": lines.place(span.start), "end": lines.place(span.end) }));
        }
        value
    });
    json!({
        "design": source.shown,
        "errors": count.errors,
        "warnings": count.warnings,
        "advice": count.advice,
        "findings": found.collect::<Vec<_>>(),
    })
}

/// Where lines begin, and how many characters there are before each block of the text: a design may be one long line
/// with thousands of findings.
struct Lines<'t> {
    text: &'t [u8],
    starts: Vec<usize>,
    blocks: Vec<usize>,
}

const BLOCK: usize = 1024;

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let text = text.as_bytes();
        let ends = text.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
        let blocks = text.chunks(BLOCK).scan(0, |sum, block| {
            let before = *sum;
            *sum += chars(block);
            Some(before)
        });
        Self { starts: std::iter::once(0).chain(ends).collect(), blocks: blocks.collect(), text }
    }

    fn place(&self, byte: usize) -> Value {
        let byte = byte.min(self.text.len());
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.chars_before(byte) - self.chars_before(start) + 1;
        json!({ "byte": byte, "line": line, "column": column })
    }

    fn chars_before(&self, byte: usize) -> usize {
        let Some(block) = byte.checked_sub(1).map(|last| last / BLOCK) else { return 0 };
        let rest = self.text.get(block * BLOCK..byte).map_or(0, chars);
        self.blocks.get(block).map_or(0, |before| before + rest)
    }
}

/// How many characters begin in some bytes of UTF-8.
fn chars(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_and_columns_as_editors_do() {
        let lines = Lines::of("a\nüb\n");
        assert_eq!(lines.place(0), json!({ "byte": 0, "line": 1, "column": 1 }));
        assert_eq!(lines.place(4), json!({ "byte": 4, "line": 2, "column": 2 }));
        assert_eq!(lines.place(6), json!({ "byte": 6, "line": 3, "column": 1 }));
        assert_eq!(lines.place(99), json!({ "byte": 6, "line": 3, "column": 1 }));
        let long = "ü".repeat(3000);
        assert_eq!(Lines::of(&long).place(4000), json!({ "byte": 4000, "line": 1, "column": 2001 }));
        assert_eq!(Lines::of("").place(0), json!({ "byte": 0, "line": 1, "column": 1 }));
    }
}
