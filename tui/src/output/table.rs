use serde_json::{Map, Value};
use std::io::{self, Write};

/// Rows under headings: columns for people, objects for programs.
pub(crate) struct Table {
    headings: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(crate) fn new(headings: &[&'static str]) -> Self {
        Self { headings: headings.to_vec(), rows: Vec::new() }
    }

    /// Adds a row: a cell for each heading.
    pub(crate) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.cells(cells.into());
    }

    /// The same, of a table that has as many headings as there are things.
    pub(crate) fn cells(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Columns, each as wide as it must be; the last one flows.
    pub(crate) fn text(&self, out: &mut dyn Write) -> io::Result<()> {
        let headings: Vec<String> = self.headings.iter().map(ToString::to_string).collect();
        let width = |column: usize| {
            let cells = self.rows.iter().chain(std::iter::once(&headings)).filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..headings.len()).map(width).collect();
        let bold = anstyle::Style::new().bold();
        write!(out, "{bold}")?;
        line(out, &headings, &widths)?;
        write!(out, "{bold:#}")?;
        self.rows.iter().try_for_each(|row| line(out, row, &widths))
    }

    /// A table of a Markdown document, its first column as code.
    pub(crate) fn markdown(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "| {} |", self.headings.join(" | "))?;
        writeln!(out, "|{}", "---|".repeat(self.headings.len()))?;
        self.rows.iter().try_for_each(|row| {
            let mut cells = row.iter().map(|cell| cell.replace('|', "\\|"));
            let first = cells.next().unwrap_or_default();
            write!(out, "| `{first}`")?;
            cells.try_for_each(|cell| write!(out, " | {cell}"))?;
            writeln!(out, " |")
        })
    }

    /// A list of objects, keyed by the headings.
    pub(crate) fn json(&self) -> Value {
        let object = |row: &Vec<String>| {
            let cells = self.headings.iter().zip(row);
            Value::Object(cells.map(|(key, cell)| ((*key).to_owned(), cell.clone().into())).collect::<Map<_, _>>())
        };
        Value::Array(self.rows.iter().map(object).collect())
    }
}

fn line(out: &mut dyn Write, cells: &[String], widths: &[usize]) -> io::Result<()> {
    let last = cells.len().saturating_sub(1);
    for (number, (cell, width)) in cells.iter().zip(widths).enumerate() {
        if number == last { writeln!(out, "{cell}")? } else { write!(out, "{cell:<width$}  ")? }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_columns_and_objects() {
        let mut table = Table::new(&["key", "name"]);
        table.row(["esb".into(), "Enterprise Service Bus".into()]);
        table.row(["ei".into(), "Enterprise Integrator".into()]);
        let mut out = Vec::new();
        table.text(&mut out).unwrap();
        let text = anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string();
        assert_eq!(text, "key  name\nesb  Enterprise Service Bus\nei   Enterprise Integrator\n");
        assert_eq!(table.json()[1]["key"], "ei");
    }
}
