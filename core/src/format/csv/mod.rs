//! Comma-separated values, as RFC 4180 has them, with plain line feeds.

/// Rows of fields; a field with a comma, a quote, a line end or blanks at its edges is quoted.
#[derive(Debug, Clone, Default)]
pub struct Writer(String);

impl Writer {
    /// Adds one row.
    pub fn row<F: AsRef<str>>(&mut self, fields: impl IntoIterator<Item = F>) {
        for (number, field) in fields.into_iter().enumerate() {
            if number > 0 {
                self.0.push(',');
            }
            self.field(field.as_ref());
        }
        self.0.push('\n');
    }

    fn field(&mut self, field: &str) {
        if !field.contains([',', '"', '\n', '\r']) && field.trim() == field {
            self.0.push_str(field);
            return;
        }
        self.0.push('"');
        for char in field.chars() {
            if char == '"' {
                self.0.push('"');
            }
            self.0.push(char);
        }
        self.0.push('"');
    }

    /// The text.
    pub fn finish(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_what_would_end_a_field() {
        let mut writer = Writer::default();
        writer.row(["a", "b,c", "say \"no\"", "", " d"]);
        assert_eq!(writer.finish(), "a,\"b,c\",\"say \"\"no\"\"\",,\" d\"\n");
    }
}
