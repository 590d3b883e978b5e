use super::Server;
use super::load::{self, Client};
use crate::catalogue::VendorId;
use crate::format::sql::{Dialect, Oracle, Script, Sql};

/// Oracle: a user is a schema, so the plan's users are created and its database names are not used.
pub(super) struct Writer;

/// What making the tables takes. Source: the rights that the kernel's scripts use.
const SET_UP: &str = "CREATE TABLE, CREATE VIEW, CREATE SEQUENCE, CREATE PROCEDURE, CREATE TRIGGER";

impl super::Writer for Writer {
    fn vendor(&self) -> VendorId {
        VendorId::Oracle
    }

    fn create(&self, server: &Server<'_>) -> String {
        let mut script = Script::default();
        script.comment(&server.title());
        script.comment("Users, each with a schema of its own, and the rights that making tables takes. Step 1 of 3.");
        script.comment("It holds passwords. Run it as an administrator of the pluggable database:");
        script.comment(&format!(
            "  sqlplus -L system@//{}:{}/{} @01-create.sql",
            server.database.host, server.database.port, server.database.service
        ));
        script.code(SETTINGS);
        if let Some(text) = server.unknown_passwords() {
            stop(&mut script, &text);
        }
        for user in &server.users {
            script.gap();
            let contents = server.stores.iter().filter(|store| store.users.contains(&user.name));
            contents.for_each(|store| script.comment(&store.content));
            let name = Oracle.name(user.name);
            let Some(password) = Oracle.password(user.password.text()) else {
                stop(&mut script, &format!("The password of {} has a double quote: Oracle takes none", user.name));
                continue;
            };
            let create = Sql::new("CREATE USER {} IDENTIFIED BY {}", &[&name, &password]);
            let alter = Sql::new("ALTER USER {} IDENTIFIED BY {}", &[&name, &password]);
            let upper = Oracle.text(&user.name.to_ascii_uppercase());
            script.code("DECLARE\n  there NUMBER;\nBEGIN");
            script.line("  SELECT COUNT(*) INTO there FROM all_users WHERE username = {};", &[&upper]);
            script.code("  IF there = 0 THEN");
            script.line("    EXECUTE IMMEDIATE {};", &[&Oracle.nested(&create)]);
            script.code("  ELSE");
            script.line("    EXECUTE IMMEDIATE {};", &[&Oracle.nested(&alter)]);
            script.code("  END IF;\nEND;\n/");
            script.comment(
                "Another tablespace than the usual one: name it here. A quota on it is less than UNLIMITED TABLESPACE.",
            );
            script.line("ALTER USER {} DEFAULT TABLESPACE USERS QUOTA UNLIMITED ON USERS;", &[&name]);
            script.line("GRANT CREATE SESSION, ALTER SESSION TO {};", &[&name]);
            script.line("GRANT {} TO {};", &[&Sql::new(SET_UP, &[]), &name]);
        }
        script.gap();
        script.code("EXIT");
        script.finish()
    }

    fn load(&self, server: &Server<'_>) -> String {
        let client = Client {
            example: "/@ALIAS (a wallet's entry), or / as sysdba on the server. A password is not asked for.",
            program: server.database.vendor.client,
            environment: Vec::new(),
            functions: FUNCTIONS,
        };
        load::script(server, &client)
    }

    fn grants(&self, server: &Server<'_>) -> String {
        let mut script = Script::default();
        script.comment(&server.title());
        script.comment("What is left when the tables are there. Step 3 of 3.");
        script.comment(
            "Run it after 02-load.sh, or after the first start with -Dsetup. A later -Dsetup, or an update that",
        );
        script.comment("makes tables, needs the rights of 01-create.sql again.");
        script.comment(
            "Nothing new can be made then. What Oracle cannot take away is an owner's right to alter and drop its own",
        );
        script.comment("tables; who must rule that out gives nodes a second user with synonyms.");
        script.code(SETTINGS);
        for store in server.settled() {
            script.gap();
            // A schema is a user.
            let name = Oracle.name(store.name);
            let revoke = Sql::new("REVOKE {} FROM {}", &[&Sql::new(SET_UP, &[]), &name]);
            script.comment("ORA-01952: they were taken away before");
            script.code("DECLARE\n  not_granted EXCEPTION;\n  PRAGMA EXCEPTION_INIT(not_granted, -1952);\nBEGIN");
            script.line("  EXECUTE IMMEDIATE {};", &[&Oracle.nested(&revoke)]);
            script.code("EXCEPTION\n  WHEN not_granted THEN NULL;\nEND;\n/");
        }
        script.gap();
        script.code("EXIT");
        script.finish()
    }
}

/// A statement at which the script ends.
fn stop(script: &mut Script, text: &str) {
    script.line("BEGIN\n  RAISE_APPLICATION_ERROR(-20001, {});\nEND;\n/", &[&Oracle.text(text)]);
}

/// `&` begins a variable in SQL*Plus, and a failing statement does not stop it, unless told.
const SETTINGS: &str = "SET DEFINE OFF\nSET SQLBLANKLINES ON\nWHENEVER SQLERROR EXIT FAILURE";

const FUNCTIONS: &str = r#"
schema() {
    printf '%s' "$1" | tr '[:lower:]' '[:upper:]'
}

count() {
    schema=$(schema "$1")
    shift
    printf '%s\n' 'WHENEVER SQLERROR EXIT FAILURE' 'SET HEADING OFF FEEDBACK OFF PAGESIZE 0 NUMFORMAT 999999999' \
        "SELECT LTRIM(COUNT(*)) FROM all_tables WHERE owner = '$schema';" 'EXIT' |
        "$client" -S -L "$@"
}

# Runs as an administrator in the user's schema, and goes on after an error: some scripts end a statement twice.
load() {
    schema=$(schema "$1") file=$2
    shift 2
    printf '%s\n' 'SET DEFINE OFF' 'SET SQLBLANKLINES ON' "ALTER SESSION SET CURRENT_SCHEMA = \"$schema\";" \
        "@\"$home/$file\"" 'EXIT' |
        "$client" -S -L "$@"
}
"#;
