use super::{Dialect, Sql, doubled};

/// Microsoft SQL Server, read by sqlcmd.
pub struct Mssql;

impl Dialect for Mssql {
    fn name(&self, name: &str) -> Sql {
        Sql(doubled(name, "[", ']'))
    }

    fn text(&self, text: &str) -> Sql {
        Sql(doubled(text, "N'", '\''))
    }

    /// Cut within every `$(`, where sqlcmd would put a variable's value even inside a text.
    fn nested(&self, statement: &Sql) -> Sql {
        let pieces: Vec<String> = statement.0.split("$(").map(|piece| doubled(piece, "N'", '\'')).collect();
        Sql(pieces.join(" + N'$' + N'(' + "))
    }
}
