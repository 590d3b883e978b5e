//! SQL scripts, in the dialect of each vendor and in the reading of its command-line client.

mod mssql;
mod mysql;
mod oracle;
mod postgresql;

pub use mssql::Mssql;
pub use mysql::Mysql;
pub use oracle::Oracle;
pub use postgresql::Postgresql;

use super::{fill, one_line};
use std::fmt;

/// A piece of SQL that is safe to stand in a statement: a quoted name, a quoted text, or a statement made of such.
#[derive(Clone, PartialEq, Eq)]
pub struct Sql(String);

/// How a vendor quotes.
pub trait Dialect {
    /// A name of a database, a schema, a user.
    fn name(&self, name: &str) -> Sql;
    /// A text as a literal.
    fn text(&self, text: &str) -> Sql;
    /// A statement as a literal, for a statement that runs it.
    fn nested(&self, statement: &Sql) -> Sql {
        self.text(&statement.0)
    }
}

impl Sql {
    /// SQL known when the program was written, with a quoted piece in each hole, written `{}`.
    pub fn new(template: &'static str, parts: &[&Sql]) -> Self {
        Self(fill(template, parts.iter().map(|part| part.0.as_str())))
    }

    /// Several pieces with commas between.
    pub fn list(parts: impl IntoIterator<Item = Sql>) -> Self {
        let parts: Vec<String> = parts.into_iter().map(|part| part.0).collect();
        Self(parts.join(", "))
    }
}

/// Shows nothing: a statement may hold a password.
impl fmt::Debug for Sql {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sql({} bytes)", self.0.len())
    }
}

/// A script that is being written.
#[derive(Default)]
pub struct Script {
    text: String,
}

impl Script {
    /// A comment of one line. A trailing `-` or `;` is left out: SQL*Plus would read on, or end a statement.
    pub fn comment(&mut self, text: &str) {
        let text = one_line(text);
        self.text.push_str("-- ");
        self.text.push_str(text.trim_end_matches(['-', ';', ' ']));
        self.text.push('\n');
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Lines known when the program was written: settings of the client, ends of blocks.
    pub fn code(&mut self, code: &'static str) {
        self.text.push_str(code.trim_matches('\n'));
        self.text.push('\n');
    }

    /// A line with a quoted piece in each hole, written `{}`.
    pub fn line(&mut self, template: &'static str, parts: &[&Sql]) {
        self.text.push_str(&Sql::new(template, parts).0);
        self.text.push('\n');
    }

    /// The whole script.
    pub fn finish(self) -> String {
        self.text
    }
}

/// `text` between two `mark`s, every `mark` inside doubled.
fn doubled(text: &str, open: &str, mark: char) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push_str(open);
    for char in text.chars() {
        if char == mark {
            quoted.push(mark);
        }
        quoted.push(char);
    }
    quoted.push(mark);
    quoted
}

#[cfg(test)]
mod tests;
