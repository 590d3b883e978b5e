use super::load::{self, Client};
use super::server::{Origin, Server, Store, User};
use crate::catalogue::VendorId;
use crate::format::sql::{Dialect, Mysql, Script, Sql};
use crate::value::Version;
use std::net::IpAddr;

/// MySQL and MariaDB. The two differ in the names of their programs.
pub(super) struct Writer {
    pub(super) vendor: VendorId,
}

/// What a node does with its tables.
const RUN: &str = "SELECT, INSERT, UPDATE, DELETE, EXECUTE";
/// What making them takes besides. `EXECUTE` and the like stay out: nothing is both given and taken away.
const SET_UP: &str = "CREATE, ALTER, DROP, INDEX, REFERENCES, CREATE VIEW, CREATE ROUTINE, ALTER ROUTINE, TRIGGER,\n    \
                      CREATE TEMPORARY TABLES, LOCK TABLES";

impl super::Writer for Writer {
    fn vendor(&self) -> VendorId {
        self.vendor
    }

    fn create(&self, server: &Server<'_>) -> String {
        let mut script = Script::default();
        head(&mut script, server, "Databases and users, with the rights that making tables takes. Step 1 of 3.");
        script.comment("It holds passwords. Run it as an administrator:");
        script.comment(&format!("  {} --host={} < 01-create.sql", server.database.vendor.client, server.database.host));
        script.gap();
        script.code("SET NAMES utf8mb4;");
        script.comment("Without NO_BACKSLASH_ESCAPES, which would change what the texts below mean.");
        script.code("SET SESSION sql_mode = 'STRICT_TRANS_TABLES';");
        if let Some(text) = server.unknown_passwords() {
            script.line("SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = {};", &[&Mysql.text(&text)]);
        }
        for store in &server.stores {
            script.gap();
            database(&mut script, store);
        }
        script.gap();
        origins(&mut script, server);
        for user in &server.users {
            script.gap();
            self.user(&mut script, server, user);
        }
        for store in &server.stores {
            script.gap();
            let parts = [&rights(RUN), &rights(SET_UP), &Mysql.scope(store.name), &accounts(server, store)];
            script.line("GRANT {},\n    {}\nON {} TO\n    {};", &parts);
        }
        script.finish()
    }

    fn load(&self, server: &Server<'_>) -> String {
        let client = Client {
            example: "--defaults-extra-file=FILE, which holds [client] with user and password.",
            program: server.database.vendor.client,
            environment: vec![
                ("MYSQL_HOST", server.database.host.to_string()),
                ("MYSQL_TCP_PORT", server.database.port.to_string()),
            ],
            functions: FUNCTIONS,
        };
        load::script(server, &client)
    }

    fn grants(&self, server: &Server<'_>) -> String {
        let mut script = Script::default();
        head(&mut script, server, "What is left when the tables are there: rows, not tables. Step 3 of 3.");
        script.comment(
            "Run it after 02-load.sh, or after the first start with -Dsetup. A later -Dsetup, or an update that",
        );
        script.comment("changes tables, needs the rights of 01-create.sql again.");
        script.comment(&format!(
            "  {} --host={} < 03-runtime-grants.sql",
            server.database.vendor.client, server.database.host
        ));
        for store in server.settled() {
            script.gap();
            let (scope, accounts) = (Mysql.scope(store.name), accounts(server, store));
            script.line("GRANT {} ON {} TO\n    {};", &[&rights(RUN), &scope, &accounts]);
            script.line("REVOKE {}\nON {} FROM\n    {};", &[&rights(SET_UP), &scope, &accounts]);
        }
        script.finish()
    }
}

impl Writer {
    /// CREATE USER IF NOT EXISTS came with MySQL 5.7.6 (MariaDB 10.1.3); before, a grant made the user.
    fn user(&self, script: &mut Script, server: &Server<'_>, user: &User<'_>) {
        let password = Mysql.text(user.password.text());
        let identified = |origin| Sql::new("{} IDENTIFIED BY {}", &[&account(user.name, origin), &password]);
        let identified = Sql::lines(user.origins.iter().map(identified));
        let old = self.vendor == VendorId::Mysql
            && server.database.version.is_some_and(|version| version < Version::new(5, 7, 0));
        if old {
            script.line("GRANT USAGE ON *.* TO\n    {};", &[&identified]);
        } else {
            script.line("CREATE USER IF NOT EXISTS\n    {};", &[&identified]);
            script.line("ALTER USER\n    {};", &[&identified]);
        }
    }
}

fn head(script: &mut Script, server: &Server<'_>, step: &str) {
    script.comment(&server.title());
    script.comment(step);
}

fn database(script: &mut Script, store: &Store<'_>) {
    script.comment(&store.content);
    if store.kernel_tables {
        script.comment(
            "latin1: the kernel's script puts a path of 750 characters into an index, and InnoDB's limit is 767",
        );
        script
            .comment("bytes up to 5.6 and 3072 since. In utf8 they are 2250 bytes, in utf8mb4 3000 and a little more.");
        script.line("CREATE DATABASE IF NOT EXISTS {} CHARACTER SET latin1;", &[&Mysql.name(store.name)]);
    } else {
        script.comment("utf8: texts of people are in it, and its longest index of 255 characters is 765 bytes.");
        script.line("CREATE DATABASE IF NOT EXISTS {} CHARACTER SET utf8;", &[&Mysql.name(store.name)]);
    }
}

fn origins(script: &mut Script, server: &Server<'_>) {
    script.comment("A user is known by the address it comes from: one account for each node's.");
    script.comment("Databases are exact in a grant (`\\_`); with partial_revokes (MySQL 8.0.16) write `_` instead.");
    for origin in &server.origins {
        match origin {
            Origin::Network(network) if matches!(network.address(), IpAddr::V4(_)) => {
                script.comment(&format!("Nodes without an address of their own come from {network}."));
            }
            Origin::Network(_) | Origin::Anywhere => {
                script.comment(
                    "Nodes without an address of their own come from anywhere (%): the firewall must do the rest.",
                );
            }
            Origin::Address(_) => {}
        }
    }
}

/// IPv6 networks have no spelling in an account.
fn account(user: &str, origin: &Origin<'_>) -> Sql {
    let host = match origin {
        Origin::Address(address) => address.to_string(),
        Origin::Network(network) if matches!(network.address(), IpAddr::V4(_)) => {
            format!("{}/{}", network.address(), network.mask())
        }
        Origin::Network(_) | Origin::Anywhere => "%".to_owned(),
    };
    Mysql.account(user, &host)
}

/// Every account that uses a database.
fn accounts(server: &Server<'_>, store: &Store<'_>) -> Sql {
    Sql::lines(server.accounts(store).map(|(user, origin)| account(user, origin)))
}

fn rights(list: &'static str) -> Sql {
    Sql::new(list, &[])
}

const FUNCTIONS: &str = r#"
count() {
    database=$1
    shift
    "$client" "$@" --batch --skip-column-names \
        --execute="SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = '$database'"
}

load() {
    database=$1 file=$2
    shift 2
    "$client" "$@" --database="$database" <"$home/$file"
}
"#;
