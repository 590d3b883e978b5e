use super::load::{self, Client};
use super::server::{Origin, Server};
use crate::catalogue::VendorId;
use crate::format::sql::{Dialect, Postgresql, Script, Sql};
use crate::value::{Address, Version};
use std::fmt::Write;

/// PostgreSQL.
pub(super) struct Writer;

impl super::Writer for Writer {
    fn vendor(&self) -> VendorId {
        VendorId::Postgresql
    }

    fn create(&self, server: &Server<'_>) -> String {
        let mut script = Script::default();
        script.comment(&server.title());
        script.comment("Users and databases, with the rights that making tables takes. Step 1 of 3.");
        script.comment("It holds passwords. Run it as an administrator:");
        script.comment(&format!("  psql --host={} --dbname=postgres --file=01-create.sql", server.database.host));
        script.code("\\set ON_ERROR_STOP on\nSET client_encoding = 'UTF8';");
        if let Some(text) = server.unknown_passwords() {
            let raise = Sql::new("BEGIN RAISE EXCEPTION USING MESSAGE = {}; END", &[&Postgresql.text(&text)]);
            script.line("DO {};", &[&Postgresql.nested(&raise)]);
        }
        for user in &server.users {
            script.gap();
            let (name, text) = (Postgresql.name(user.name), Postgresql.text(user.name));
            let create = Postgresql.nested(&Sql::new("CREATE ROLE {}", &[&name]));
            let exists = "SELECT {} WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {}) \\gexec";
            script.line(exists, &[&create, &text]);
            script.line("ALTER ROLE {} LOGIN PASSWORD {};", &[&name, &Postgresql.text(user.password.text())]);
        }
        for store in &server.stores {
            let (name, text) = (Postgresql.name(store.name), Postgresql.text(store.name));
            script.gap();
            script.comment(&store.content);
            script.comment(
                "CREATE DATABASE knows no IF NOT EXISTS and runs in no transaction: psql runs it where it is wanted.",
            );
            let create = Sql::new("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0", &[&name]);
            let exists = "SELECT {} WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = {}) \\gexec";
            script.line(exists, &[&Postgresql.nested(&create), &text]);
            script.line("REVOKE ALL ON DATABASE {} FROM PUBLIC;", &[&name]);
            script.line("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {};", &[&name, &users(&store.users)]);
            script.line("\\connect {}", &[&name]);
            script.code("REVOKE CREATE ON SCHEMA public FROM PUBLIC;");
            script.line("GRANT USAGE, CREATE ON SCHEMA public TO {};", &[&users(&store.users)]);
        }
        script.finish()
    }

    fn load(&self, server: &Server<'_>) -> String {
        let client = Client {
            example: "--username=postgres (the password comes from ~/.pgpass or PGPASSWORD).",
            program: server.database.vendor.client,
            environment: vec![
                ("PGHOST", server.database.host.to_string()),
                ("PGPORT", server.database.port.to_string()),
            ],
            functions: FUNCTIONS,
        };
        load::script(server, &client)
    }

    fn grants(&self, server: &Server<'_>) -> String {
        let mut script = Script::default();
        script.comment(&server.title());
        script.comment("What is left when the tables are there: rows, not tables. Step 3 of 3.");
        script.comment(
            "Run it after 02-load.sh, or after the first start with -Dsetup, as the administrator who ran those.",
        );
        script.comment("A later -Dsetup, or an update that changes tables, needs the rights of 01-create.sql again.");
        script.comment(
            "An owner may always change its tables, so whatever a user made in -Dsetup becomes the administrator's.",
        );
        script.comment("(An administrator who is no superuser must be a member of the user's role for that.)");
        script
            .comment(&format!("  psql --host={} --dbname=postgres --file=03-runtime-grants.sql", server.database.host));
        script.code("\\set ON_ERROR_STOP on");
        for store in server.settled() {
            let users = users(&store.users);
            script.gap();
            script.line("\\connect {}", &[&Postgresql.name(store.name)]);
            script.code("BEGIN;");
            for statement in [
                "REASSIGN OWNED BY {} TO CURRENT_USER;",
                "REVOKE CREATE ON SCHEMA public FROM {};",
                "GRANT USAGE ON SCHEMA public TO {};",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {};",
                "GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {};",
                "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO {};",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {};",
                "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO {};",
            ] {
                script.line(statement, &[&users]);
            }
            script.line("REVOKE TEMPORARY ON DATABASE {} FROM {};", &[&Postgresql.name(store.name), &users]);
            script.code("COMMIT;");
        }
        script.finish()
    }

    fn extras(&self, server: &Server<'_>) -> Vec<(&'static str, String)> {
        vec![("pg_hba.conf.lines", access(server))]
    }
}

fn users(names: &[&str]) -> Sql {
    Sql::list(names.iter().map(|name| Postgresql.name(name)))
}

/// Lines for pg_hba.conf: the first that fits decides. A name in double quotes is no keyword.
fn access(server: &Server<'_>) -> String {
    let old = server.database.version.is_some_and(|version| version < Version::new(10, 0, 0));
    let method = if old { "md5" } else { "scram-sha-256" };
    let mut lines = format!("# {}\n", server.title());
    lines.push_str(
        "# For pg_hba.conf, above any line that says more (`host all all ...`); then SELECT pg_reload_conf().\n",
    );
    lines.push_str("# With certificates at hand write hostssl, and ssl=true into the JDBC URL.\n");
    for store in &server.stores {
        for (user, origin) in server.accounts(store) {
            let (database, user) = (format!("\"{}\"", store.name), format!("\"{user}\""));
            let from = match origin {
                Origin::Address(Address::Ip(ip)) if ip.is_ipv4() => format!("{ip}/32"),
                Origin::Address(Address::Ip(ip)) => format!("{ip}/128"),
                Origin::Address(Address::Name(name)) => name.to_string(),
                Origin::Network(network) => network.to_string(),
                Origin::Anywhere => "all".to_owned(),
            };
            let _ = writeln!(lines, "host  {database:<20}  {user:<18}  {from:<20}  {method}");
        }
    }
    lines
}

/// A script goes on after an error: kernel scripts give two indexes one name, which PostgreSQL refuses. The error is
/// shown, and all tables are there at the end.
const FUNCTIONS: &str = r#"
count() {
    database=$1
    shift
    "$client" "$@" --no-psqlrc --quiet --tuples-only --no-align --dbname="$database" \
        --command="SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"
}

# Goes on after an error: a kernel's script may give two indexes one name, which PostgreSQL refuses.
load() {
    database=$1 file=$2
    shift 2
    "$client" "$@" --no-psqlrc --quiet --dbname="$database" --file="$home/$file"
}
"#;
