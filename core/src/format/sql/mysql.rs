use super::{Dialect, Sql, doubled};

/// MySQL and MariaDB, in a session whose `sql_mode` lacks `NO_BACKSLASH_ESCAPES`.
pub struct Mysql;

impl Dialect for Mysql {
    fn name(&self, name: &str) -> Sql {
        Sql(doubled(name, "`", '`'))
    }

    fn text(&self, text: &str) -> Sql {
        Sql(doubled(&text.replace('\\', "\\\\"), "'", '\''))
    }
}

impl Mysql {
    /// An account: a user at the host that it comes from.
    pub fn account(&self, user: &str, host: &str) -> Sql {
        Sql::new("{}@{}", &[&self.text(user), &self.text(host)])
    }

    /// All that is in a database, as GRANT takes it. There `_` and `%` stand for any characters unless escaped:
    /// rights on `wso2_user_db` would reach `wso2xuser_db` too.
    pub fn scope(&self, database: &str) -> Sql {
        let exact = database.replace('\\', "\\\\").replace('_', "\\_").replace('%', "\\%");
        Sql::new("{}.*", &[&self.name(&exact)])
    }
}
