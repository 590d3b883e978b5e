//! The database's scripts, run by real servers: what is created, who gets in, and what is refused in the end.

mod machine;

use machine::{mode, owned, plan, program, refused, run, write};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use wso2_design_core::database;

/// What no client and no server may take for anything but a password.
const PASSWORD: &str = r#"p'a"s\s&w$o$(r)d`;-- \' €"#;

/// A product's home with a script of the shape that the kernel's has, under the names that the plan asks for.
fn product(folder: &Path, names: &[&str], sql: &str) -> PathBuf {
    let home = folder.join("it's a $home");
    fs::create_dir_all(home.join("dbscripts")).unwrap();
    for name in names {
        fs::write(home.join("dbscripts").join(name), sql).unwrap();
    }
    home
}

fn design(vendor: &str) -> Value {
    let schema =
        |name: &str, user: &str| json!({ "name": name, "user": user, "password": format!("plain:{PASSWORD}") });
    json!({
        "nodes": [
            { "role": "manager", "addresses": ["localhost", "127.0.0.1"] },
            { "role": "worker", "addresses": "192.0.2.21-22" },
        ],
        "database": { vendor: {
            "host": "localhost",
            "schemas": { "users": schema("users-db", "users.user"), "registry": schema("Registry_db", "Registry_user") },
        } },
    })
}

/// A server that is stopped by its own id when the test ends.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let _ = self.0.wait();
    }
}

fn wait_until(mut works: impl FnMut() -> bool) {
    let start = Instant::now();
    while !works() {
        assert!(start.elapsed() < Duration::from_secs(60), "the server does not come up");
        std::thread::sleep(Duration::from_millis(200));
    }
}

fn succeeds(command: &mut Command) -> bool {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

#[test]
fn mariadb_runs_its_scripts() {
    let sbin = ["/usr/sbin", "/usr/bin"];
    let (Some(server), Some(install), Some(client)) =
        (program("mariadbd", &sbin), program("mariadb-install-db", &sbin), program("mariadb", &sbin))
    else {
        return;
    };
    if !machine::is_root() {
        return;
    }
    let folder = machine::folder();
    let home = owned(folder.path(), "server", "mysql");
    let (data, socket) = (home.join("data"), home.join("socket"));
    run(Command::new(install)
        .args(["--no-defaults", "--user=mysql", "--auth-root-authentication-method=normal", "--skip-test-db"])
        .arg(format!("--datadir={}", data.display())));
    let child = Command::new(server)
        .args(["--no-defaults", "--user=mysql", "--skip-networking", "--innodb-buffer-pool-size=16M"])
        .arg(format!("--datadir={}", data.display()))
        .arg(format!("--socket={}", socket.display()))
        .arg(format!("--pid-file={}", home.join("pid").display()))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let _server = Server(child);
    let connect = format!("--socket={}", socket.display());
    // The script's host and port are the design's; a person's options go before them.
    let person = ["--no-defaults", "--protocol=socket", &connect];
    let admin = || {
        let mut command = Command::new(&client);
        command.args(person).arg("--user=root");
        command
    };
    wait_until(|| succeeds(admin().arg("--execute=SELECT 1")));

    let files = write(&database::artifacts(&plan(design("mariadb"))), folder.path());
    assert_eq!(files.iter().map(|file| mode(file)).collect::<Vec<_>>(), [0o600, 0o755, 0o644]);
    let sql = |file: &Path| run(admin().stdin(fs::File::open(file).unwrap()));
    sql(&files[0]);
    sql(&files[0]);

    // As the kernel's: a path of 750 characters in an index, a function and a row.
    let home = product(
        folder.path(),
        &["mysql.sql"],
        "CREATE TABLE REG_PATH (ID INTEGER AUTO_INCREMENT, PATH VARCHAR(750) NOT NULL, TENANT INTEGER, PRIMARY KEY (ID)) ENGINE INNODB;
         CREATE INDEX BY_PATH USING HASH ON REG_PATH (PATH, TENANT);
         INSERT INTO REG_PATH (PATH, TENANT) VALUES ('/', 0);",
    );
    let load = || {
        let mut command = Command::new("sh");
        command.arg(&files[1]).arg(&home).args(person).arg("--user=root");
        command
    };
    let said = run(&mut load());
    assert_eq!(said, "users-db: 1 tables\nRegistry_db: 1 tables\n");
    let said = run(&mut load());
    assert!(said.contains("users-db: left alone, it has 1 tables already"), "{said}");
    refused(Command::new("sh").arg(&files[1]).arg(folder.path()).args(person));

    let as_user = |user: &str, database: &str, statement: &str| {
        let mut command = Command::new(&client);
        command.args(person).arg("--default-character-set=utf8mb4").arg(format!("--user={user}"));
        command.arg(format!("--password={PASSWORD}")).arg(format!("--database={database}"));
        command.arg(format!("--execute={statement}"));
        command
    };
    let rows = "INSERT INTO REG_PATH (PATH, TENANT) VALUES ('/a', 0); UPDATE REG_PATH SET TENANT = 1; \
                DELETE FROM REG_PATH WHERE PATH = '/a'; SELECT COUNT(*) FROM REG_PATH";
    for (user, database) in [("users.user", "users-db"), ("Registry_user", "Registry_db")] {
        run(&mut as_user(user, database, rows));
        run(&mut as_user(user, database, "CREATE TABLE MADE_BY_SETUP (A INTEGER)"));
    }
    refused(&mut as_user("users.user", "Registry_db", "SELECT 1"));
    refused(as_user("users.user", "users-db", "SELECT 1").arg("--password=wrong"));

    sql(&files[2]);
    sql(&files[2]);
    for (user, database) in [("users.user", "users-db"), ("Registry_user", "Registry_db")] {
        run(&mut as_user(user, database, rows));
        for statement in [
            "CREATE TABLE X (A INTEGER)",
            "DROP TABLE REG_PATH",
            "ALTER TABLE MADE_BY_SETUP ADD B INTEGER",
            "CREATE INDEX I ON REG_PATH (TENANT)",
            "TRUNCATE TABLE REG_PATH",
        ] {
            let said = refused(&mut as_user(user, database, statement));
            assert!(said.contains("denied"), "{said}");
        }
    }
    // `_` is no pattern: another database whose name fits it stays closed.
    run(admin().arg("--execute=CREATE DATABASE Registryxdb"));
    refused(&mut as_user("Registry_user", "Registryxdb", "SELECT 1"));
    let accounts = run(admin()
        .args(["--batch", "--skip-column-names"])
        .arg("--execute=SELECT CONCAT(user, '@', host) FROM mysql.user WHERE user LIKE '%user' ORDER BY 1"));
    assert_eq!(accounts.lines().count(), 8, "one for each node: {accounts}");
    assert!(accounts.contains("users.user@192.0.2.22"), "{accounts}");
    // latin1 is what lets the index be; the same script in utf8mb4 shows it on old servers only.
    let charset = run(admin().args(["--batch", "--skip-column-names"]).arg(
        "--execute=SELECT DISTINCT default_character_set_name FROM information_schema.schemata WHERE schema_name LIKE '%_db'",
    ));
    assert_eq!(charset.trim(), "latin1");
}

#[test]
fn postgresql_runs_its_scripts() {
    let bin = ["/usr/lib/postgresql/15/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/17/bin"];
    let (Some(initdb), Some(postgres), Some(psql)) =
        (program("initdb", &bin), program("postgres", &bin), program("psql", &bin))
    else {
        return;
    };
    if !machine::is_root() {
        return;
    }
    let folder = machine::folder();
    let home = owned(folder.path(), "server", "postgres");
    run(Command::new("chmod").arg("755").arg(&home));
    let data = home.join("data");
    let as_postgres = |program: &Path| {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program).current_dir("/");
        command
    };
    run(as_postgres(&initdb)
        .args(["--auth-local=trust", "--auth-host=reject", "--no-sync", "-E", "UTF8"])
        .arg("-D")
        .arg(&data));
    let files = write(&database::artifacts(&plan(design("postgresql"))), folder.path());
    assert_eq!(files.iter().map(|file| mode(file)).collect::<Vec<_>>(), [0o600, 0o755, 0o644, 0o644]);
    // The lines for pg_hba.conf stand above the rule for the socket, and the server's user is let in by a password.
    let rules = "local all postgres trust\nlocal all all scram-sha-256\n";
    fs::write(data.join("pg_hba.conf"), fs::read_to_string(&files[3]).unwrap() + rules).unwrap();
    // The program becomes the server, so the server's id is the child's.
    let child = Command::new("setpriv")
        .args(["--reuid=postgres", "--regid=postgres", "--clear-groups", "--"])
        .arg(postgres)
        .arg("-D")
        .arg(&data)
        .args(["-c", "listen_addresses=", "-c", "fsync=off", "-c"])
        .arg(format!("unix_socket_directories={}", home.display()))
        .current_dir("/")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let _server = Server(child);
    let host = format!("--host={}", home.display());
    let admin = |database: &str| {
        let mut command = Command::new(&psql);
        command.args(["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--username=postgres", &host]);
        command.arg(format!("--dbname={database}")).current_dir(folder.path());
        command
    };
    wait_until(|| succeeds(admin("postgres").arg("--command=SELECT 1")));
    assert_eq!(
        run(admin("postgres").arg("--command=SELECT count(*) FROM pg_hba_file_rules WHERE error IS NOT NULL")),
        "0\n"
    );

    let file = |file: &Path| run(admin("postgres").arg("--file").arg(file));
    file(&files[0]);
    file(&files[0]);
    // As the kernel's: it drops first, and gives two indexes one name.
    let product = product(
        folder.path(),
        &["postgresql.sql"],
        "DROP TABLE IF EXISTS REG_PATH;
         DROP SEQUENCE IF EXISTS REG_PATH_SEQ;
         CREATE SEQUENCE REG_PATH_SEQ;
         CREATE TABLE REG_PATH (ID INTEGER DEFAULT NEXTVAL('REG_PATH_SEQ'), PATH VARCHAR(2000) NOT NULL);
         CREATE INDEX ONE_NAME ON REG_PATH (ID);
         CREATE INDEX ONE_NAME ON REG_PATH (PATH);
         CREATE TABLE UM_USER (ID INTEGER);",
    );
    let load = || {
        let mut command = Command::new("sh");
        command.arg(&files[1]).arg(&product).args([&host, "--username=postgres"]);
        command
    };
    let said = run(&mut load());
    assert!(said.contains("users-db: 2 tables\n") && said.contains("\"one_name\" already exists"), "{said}");
    run(admin("users-db").arg("--command=INSERT INTO REG_PATH (PATH) VALUES ('/kept')"));
    let said = run(&mut load());
    assert!(said.contains("users-db: left alone, it has 2 tables already"), "{said}");
    assert_eq!(run(admin("users-db").arg("--command=SELECT PATH FROM REG_PATH")), "/kept\n");

    let as_user = |user: &str, database: &str, statement: &str| {
        let mut command = Command::new(&psql);
        command.args(["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", &host, &format!("--username={user}")]);
        command.arg(format!("--dbname={database}")).arg(format!("--command={statement}")).env("PGPASSWORD", PASSWORD);
        command.current_dir(folder.path());
        command
    };
    let users = [("users.user", "users-db"), ("Registry_user", "Registry_db")];
    for (user, database) in users {
        run(&mut as_user(user, database, "CREATE TABLE MADE_BY_SETUP (A SERIAL)"));
    }
    refused(&mut as_user("users.user", "Registry_db", "SELECT 1"));
    refused(as_user("users.user", "users-db", "SELECT 1").env("PGPASSWORD", "wrong"));
    file(&files[2]);
    file(&files[2]);
    run(admin("users-db").arg("--command=CREATE TABLE BY_A_LATER_UPDATE (A SERIAL)"));
    for (user, database) in users {
        let rows = "INSERT INTO REG_PATH (PATH) VALUES ('/a'); UPDATE REG_PATH SET PATH = '/b'; DELETE FROM REG_PATH; \
                    INSERT INTO MADE_BY_SETUP DEFAULT VALUES; SELECT * FROM MADE_BY_SETUP";
        run(&mut as_user(user, database, rows));
        for statement in [
            "CREATE TABLE X (A INTEGER)",
            "DROP TABLE REG_PATH",
            "ALTER TABLE MADE_BY_SETUP ADD B INTEGER",
            "DROP TABLE MADE_BY_SETUP",
            "TRUNCATE REG_PATH",
            "CREATE TEMPORARY TABLE T (A INTEGER)",
            "CREATE SCHEMA S",
        ] {
            let said = refused(&mut as_user(user, database, statement));
            assert!(said.contains("denied") || said.contains("must be owner"), "{said}");
        }
    }
    run(&mut as_user("users.user", "users-db", "INSERT INTO BY_A_LATER_UPDATE DEFAULT VALUES"));
}
