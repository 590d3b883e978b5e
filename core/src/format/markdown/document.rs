use super::super::one_line;
use super::Inline;
use super::inline::longest_run;
use std::borrow::Cow;
use std::fmt::Write;

/// A document, block by block, with a blank line between blocks.
#[derive(Debug, Clone, Default)]
pub struct Document {
    text: String,
    heading: String,
    steps: Vec<Step>,
}

/// An item of a numbered list, as it was put into the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The heading that it stands below.
    pub heading: String,
    /// What to do.
    pub text: Inline,
}

impl Document {
    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// A heading; 1 is the title.
    pub fn heading(&mut self, level: usize, text: impl Into<Inline>) {
        self.gap();
        self.heading = text.into().to_string();
        _ = writeln!(self.text, "{} {}", "#".repeat(level.clamp(1, 6)), self.heading);
    }

    /// A paragraph; an empty one is left out.
    pub fn paragraph(&mut self, text: impl Into<Inline>) {
        let text = text.into();
        if !text.is_empty() {
            self.gap();
            _ = writeln!(self.text, "{}", begin(&text.to_string()));
        }
    }

    /// A list with dots; an empty one is left out.
    pub fn bullets(&mut self, items: impl IntoIterator<Item = Inline>) {
        self.list(items, |_| "- ".to_owned());
    }

    /// A list with numbers: steps in order; an empty one is left out.
    pub fn steps(&mut self, items: impl IntoIterator<Item = Inline>) {
        let items: Vec<Inline> = items.into_iter().collect();
        self.steps.extend(items.iter().map(|text| Step { heading: self.heading.clone(), text: text.clone() }));
        self.list(items, |number| format!("{}. ", number + 1));
    }

    fn list(&mut self, items: impl IntoIterator<Item = Inline>, mark: impl Fn(usize) -> String) {
        for (number, item) in items.into_iter().enumerate() {
            if number == 0 {
                self.gap();
            }
            _ = writeln!(self.text, "{}{}", mark(number), begin(&item.to_string()));
        }
    }

    /// A table; one without rows is left out. A row has as many cells as the head: missing ones are empty, others are
    /// dropped.
    pub fn table<const N: usize>(&mut self, head: [&'static str; N], rows: impl IntoIterator<Item = [Inline; N]>) {
        self.columns(&head.map(Inline::from), rows);
    }

    /// A table whose columns are counted at run time.
    pub fn columns(&mut self, head: &[Inline], rows: impl IntoIterator<Item = impl AsRef<[Inline]>>) {
        for (number, row) in rows.into_iter().enumerate() {
            if number == 0 {
                self.gap();
                self.row(head, head.len());
                _ = writeln!(self.text, "|{}", " --- |".repeat(head.len()));
            }
            self.row(row.as_ref(), head.len());
        }
    }

    fn row(&mut self, cells: &[Inline], width: usize) {
        self.text.push('|');
        for column in 0..width {
            match cells.get(column) {
                Some(cell) if !cell.is_empty() => _ = write!(self.text, " {cell} |"),
                _ => self.text.push_str(" |"),
            }
        }
        self.text.push('\n');
    }

    /// A block of code; its fence is longer than any run of backticks in it.
    pub fn code(&mut self, language: &'static str, text: &str) {
        self.gap();
        let fence = "`".repeat((longest_run(text) + 1).max(3));
        _ = writeln!(self.text, "{fence}{language}");
        for line in text.lines() {
            _ = writeln!(self.text, "{}", one_line(line));
        }
        _ = writeln!(self.text, "{fence}");
    }

    /// Takes the steps out that were put in since the last time.
    pub fn take_steps(&mut self) -> Vec<Step> {
        std::mem::take(&mut self.steps)
    }

    /// The text.
    pub fn finish(self) -> String {
        self.text
    }
}

/// The beginning of a block: what would make a heading, a list or a code block of it is escaped.
fn begin(text: &str) -> Cow<'_, str> {
    let text = text.trim_start();
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[number..];
    match rest.chars().next() {
        Some('#' | '+' | '-' | '=') if number == 0 => Cow::Owned(format!("\\{text}")),
        Some('.' | ')') if number > 0 => Cow::Owned(format!("{}\\{rest}", &text[..number])),
        _ => Cow::Borrowed(text),
    }
}
