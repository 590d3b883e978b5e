use super::Server;
use super::load::{self, Client};
use crate::catalogue::VendorId;
use crate::format::sql::{Dialect, Mssql, Script, Sql};

/// Microsoft SQL Server.
pub(super) struct Writer;

impl super::Writer for Writer {
    fn vendor(&self) -> VendorId {
        VendorId::Mssql
    }

    fn create(&self, server: &Server<'_>) -> String {
        let mut script = Script::default();
        script.comment(&server.title());
        script.comment("Logins, databases and users, with the rights that making tables takes. Step 1 of 3.");
        script.comment("It holds passwords. Run it as an administrator; -x keeps $( ) in texts as it is:");
        script.comment(&format!(
            "  sqlcmd -x -b -S tcp:{},{} -i 01-create.sql",
            server.database.host, server.database.port
        ));
        if let Some(text) = server.unknown_passwords() {
            script.line("THROW 50001, {}, 1;", &[&Mssql.text(&text)]);
            script.code("GO");
        }
        for user in &server.users {
            let (name, text) = (Mssql.name(user.name), Mssql.text(user.name));
            let password = Mssql.text(user.password.text());
            let create = Sql::new("CREATE LOGIN {} WITH PASSWORD = {}", &[&name, &password]);
            let alter = Sql::new("ALTER LOGIN {} WITH PASSWORD = {}", &[&name, &password]);
            script.gap();
            script.line("IF SUSER_ID({}) IS NULL", &[&text]);
            script.line("    EXEC ({});", &[&Mssql.nested(&create)]);
            script.line("ELSE\n    EXEC ({});", &[&Mssql.nested(&alter)]);
            script.code("GO");
        }
        for store in &server.stores {
            let (name, text) = (Mssql.name(store.name), Mssql.text(store.name));
            script.gap();
            script.comment(&store.content);
            script.line("IF DB_ID({}) IS NULL", &[&text]);
            script.line("    CREATE DATABASE {};", &[&name]);
            script.code("GO");
            script.line("USE {};", &[&name]);
            script.code("GO");
            for user in &store.users {
                let (name, text) = (Mssql.name(user), Mssql.text(user));
                script.line("IF DATABASE_PRINCIPAL_ID({}) IS NULL", &[&text]);
                script.line("    CREATE USER {} FOR LOGIN {} WITH DEFAULT_SCHEMA = dbo;", &[&name, &name]);
                script.line("ALTER ROLE db_datareader ADD MEMBER {};", &[&name]);
                script.line("ALTER ROLE db_datawriter ADD MEMBER {};", &[&name]);
                script.line("GRANT EXECUTE ON SCHEMA::dbo TO {};", &[&name]);
                script.line("ALTER ROLE db_ddladmin ADD MEMBER {};", &[&name]);
            }
            script.code("GO");
        }
        script.finish()
    }

    fn load(&self, server: &Server<'_>) -> String {
        let client = Client {
            example: "-U sa (the password comes from SQLCMDPASSWORD), or -E.",
            program: server.database.vendor.client,
            environment: vec![("SQLCMDSERVER", format!("tcp:{},{}", server.database.host, server.database.port))],
            functions: FUNCTIONS,
        };
        load::script(server, &client)
    }

    fn grants(&self, server: &Server<'_>) -> String {
        let mut script = Script::default();
        script.comment(&server.title());
        script.comment("What is left when the tables are there: rows, not tables. Step 3 of 3.");
        script.comment(
            "Run it after 02-load.sh, or after the first start with -Dsetup. A later -Dsetup, or an update that",
        );
        script.comment(
            "changes tables, needs the rights of 01-create.sql again. Tables belong to dbo, whoever made them.",
        );
        script.comment(&format!(
            "  sqlcmd -x -b -S tcp:{},{} -i 03-runtime-grants.sql",
            server.database.host, server.database.port
        ));
        for store in server.settled() {
            script.gap();
            script.line("USE {};", &[&Mssql.name(store.name)]);
            script.code("GO");
            for user in &store.users {
                script.line(
                    "IF IS_ROLEMEMBER(N'db_ddladmin', {}) = 1\n    ALTER ROLE db_ddladmin DROP MEMBER {};",
                    &[&Mssql.text(user), &Mssql.name(user)],
                );
            }
            script.code("GO");
        }
        script.finish()
    }
}

const FUNCTIONS: &str = r#"
count() {
    database=$1
    shift
    "$client" -x -b -h -1 -W "$@" -d "$database" -Q 'SET NOCOUNT ON; SELECT COUNT(*) FROM sys.tables'
}

load() {
    database=$1 file=$2
    shift 2
    "$client" -x -b -I "$@" -d "$database" -i "$home/$file"
}
"#;
