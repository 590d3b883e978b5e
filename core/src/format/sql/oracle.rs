use super::{Dialect, Sql, doubled};

/// Oracle, read by SQL*Plus after `SET DEFINE OFF` (`&` begins a variable otherwise).
pub struct Oracle;

impl Dialect for Oracle {
    /// A name in capitals: that is what an unquoted name, such as the user in a JDBC connection, becomes.
    fn name(&self, name: &str) -> Sql {
        Sql(doubled(&name.to_ascii_uppercase(), "\"", '"'))
    }

    fn text(&self, text: &str) -> Sql {
        Sql(doubled(text, "'", '\''))
    }
}

impl Oracle {
    /// A password; none where it has a double quote, which Oracle takes in no spelling.
    pub fn password(&self, password: &str) -> Option<Sql> {
        (!password.contains('"')).then(|| Sql(format!("\"{password}\"")))
    }
}
