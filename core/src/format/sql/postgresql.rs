use super::{Dialect, Sql, doubled};

/// PostgreSQL, read by psql.
pub struct Postgresql;

impl Dialect for Postgresql {
    fn name(&self, name: &str) -> Sql {
        Sql(doubled(name, "\"", '"'))
    }

    /// With a backslash it is an `E` text, which reads the same whatever `standard_conforming_strings` says.
    fn text(&self, text: &str) -> Sql {
        if text.contains('\\') {
            Sql(doubled(&text.replace('\\', "\\\\"), "E'", '\''))
        } else {
            Sql(doubled(text, "'", '\''))
        }
    }
}
