//! Every generated script is a script: dash reads it, shellcheck has nothing to say, systemd takes the units; and the
//! start script hands the product what it should.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by them")]

mod machine;

use machine::{plan, program, refused, run, write};
use serde_json::{Value, json};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use wso2_design_core::plan::Plan;
use wso2_design_core::{database, host, tls};

/// What shellcheck asks of values that look like code: whether it is meant. In hostile values it is.
const ASKS: &str = "--exclude=SC2016,SC2089,SC2090";

/// Designs that reach every branch of the scripts, each with what shellcheck may ask.
fn plans() -> Vec<(Plan, &'static str)> {
    let hostile = "/opt/it's a \"$(touch x)\" `home`";
    let mut designs: Vec<Value> = ["mysql", "mariadb", "postgresql", "oracle", "mssql"]
        .iter()
        .map(|vendor| json!({ "database": { *vendor: { "host": "db.example.com" } } }))
        .collect();
    designs.extend([
        json!({ "artifacts": { "svn": { "url": "https://svn.example.com/esb", "user": "u", "password": "env:SVN" } } }),
        json!({ "artifacts": { "shared-folder": { "source": "nfs.example.com:/a b" } }, "jvm": { "home": hostile } }),
        json!({ "jvm": { "java-home": hostile, "heap": "2g; id" }, "release": "4.9.0" }),
        json!({ "tls": { "nodes": "unverified", "key": "rsa", "keystore-password": "plain:a'b\"c$d" } }),
        json!({ "tls": { "keystore-password": "file:/run/it's" } }),
        json!({ "tls": { "keystore-password": "vault:keys" } }),
        json!({ "product": "ei", "release": "6.5.0", "pattern": "symmetric", "nodes": [{ "count": 2 }] }),
        json!({ "product": "bps", "release": "3.6.0" }),
    ]);
    let asks = |design: &Value| if design.to_string().contains('\'') { ASKS } else { "--exclude=" };
    designs
        .into_iter()
        .map(|design| {
            let asks = asks(&design);
            (plan(design), asks)
        })
        .collect()
}

fn scripts(folder: &Path, plan: &Plan) -> Vec<PathBuf> {
    let mut artifacts = database::artifacts(plan);
    artifacts.extend(tls::artifacts(plan));
    artifacts.extend(host::artifacts(plan));
    write(&artifacts, folder)
}

#[test]
fn shells_and_shellcheck_take_every_script() {
    let shellcheck = program("shellcheck", &[]);
    for (plan, asks) in plans() {
        let folder = machine::folder();
        let mut files = scripts(folder.path(), &plan);
        files.retain(|file| file.extension().is_some_and(|it| it == "sh"));
        assert!(files.len() >= 3, "{files:?}");
        for file in &files {
            run(Command::new("sh").arg("-n").arg(file));
        }
        if let Some(shellcheck) = &shellcheck {
            run(Command::new(shellcheck).args(["--shell=sh", asks]).args(&files));
        }
    }
}

#[test]
fn systemd_takes_every_unit() {
    let Some(analyze) = program("systemd-analyze", &[]) else { return };
    for (plan, _) in plans() {
        let folder = machine::folder();
        let files = scripts(folder.path(), &plan);
        let unit = files.iter().find(|file| file.extension().is_some_and(|it| it == "service")).unwrap();
        // The user is not on this machine, and that is all that may be wrong.
        let text = fs::read_to_string(unit).unwrap().replace("User=wso2\n", "User=root\n");
        fs::write(unit, text).unwrap();
        let output = Command::new(&analyze).arg("verify").arg("--man=no").arg(unit).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        let name = unit.file_name().unwrap().to_string_lossy();
        let ours: Vec<&str> = said.lines().filter(|line| line.contains(&*name)).collect();
        assert!(ours.is_empty(), "{ours:#?}\n{}", fs::read_to_string(unit).unwrap());
    }
}

/// A home with a hostile name, and in it a start script that writes down what it was given.
fn started(more: Value, node: &str, arguments: &[&str]) -> (String, tempfile::TempDir) {
    let stock = "#!/bin/sh\nfor c in $*; do printf '<%s>' \"$c\"; done\nprintf ' %s|%s|%s' \"$CARBON_HOME\" \
                 \"${JVM_MEM_OPTS-}\" \"${JAVA_OPTS-}\"\n";
    let folder = machine::folder();
    let home = home(&plan(more), node, folder.path(), stock);
    let printed = run(&mut as_user(&home, arguments));
    (printed.replace(&*home.to_string_lossy(), "HOME"), folder)
}

/// The home of a node, with `stock` as the product's own start script.
fn home(plan: &Plan, node: &str, folder: &Path, stock: &str) -> PathBuf {
    scripts(folder, plan);
    let home = folder.join(HOME);
    fs::rename(folder.join("nodes").join(node), &home).unwrap();
    fs::create_dir_all(home.join(plan.layout().artifacts)).unwrap();
    fs::write(home.join(plan.layout().start), stock).unwrap();
    home
}

const HOME: &str = "it's a $home";

/// As a user without rights, where the test has the choice.
fn as_user(home: &Path, arguments: &[&str]) -> Command {
    let root = run(Command::new("id").arg("-u")).trim() == "0";
    let mut command = if root { Command::new("runuser") } else { Command::new("env") };
    if root {
        run(Command::new("chown").args(["-R", "nobody"]).arg(home));
        command.args(["-u", "nobody", "--"]);
    }
    command.arg("sh").arg(home.join("bin/start-node.sh")).args(arguments);
    command.env("JAVA_HOME", "/usr").env("CARBON_HOME", "/another/product").env_remove("JAVA_OPTS");
    command
}

#[test]
fn the_products_own_scripts_hand_everything_on() {
    let stock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/stock");
    for (id, release, pattern) in
        [("esb", "4.9.0", "worker-manager-2"), ("esb", "5.0.0", "worker-manager-2"), ("ei", "6.5.0", "symmetric")]
    {
        let workers = pattern == "worker-manager-2";
        let nodes = if workers { json!([{ "role": "worker", "count": 1 }]) } else { json!([{ "count": 1 }]) };
        let plan = plan(json!({
            "product": id, "release": release, "pattern": pattern, "nodes": nodes, "jvm": { "heap": "3g" },
        }));
        let script = stock.join(format!("{id}-{release}")).join(plan.layout().start);
        let Ok(script) = fs::read_to_string(&script) else {
            println!("skipped: {} is not there", script.display());
            continue;
        };
        let folder = machine::folder();
        let home = home(&plan, if workers { "worker-1" } else { "node-1" }, folder.path(), &script);
        // A Java that says what it was asked for, and ends as one that was killed does.
        let java = folder.path().join("java");
        fs::create_dir_all(java.join("bin")).unwrap();
        fs::write(java.join("bin/java"), "#!/bin/sh\nprintf '<%s>' \"$@\"\nexit 137\n").unwrap();
        fs::set_permissions(java.join("bin/java"), fs::Permissions::from_mode(0o755)).unwrap();
        // That it succeeds is why the unit restarts always: the script keeps Java's end to itself.
        let printed = run(as_user(&home, &[]).env("JAVA_HOME", &java));
        let (virtual_machine, carbon) = printed.rsplit_once("<org.wso2.carbon.bootstrap.Bootstrap>").unwrap();
        let worker = if workers { "<-DworkerNode=true>" } else { "" };
        assert_eq!(carbon, format!("{worker}<{}>", plan.release.kernel.hostname_verification_flag()), "{id} {release}");
        let heap = |option: &str| {
            virtual_machine.rmatch_indices("<-Xm").any(|(at, _)| virtual_machine[at..].starts_with(option))
        };
        assert!(heap("<-Xms3g>") && heap("<-Xmx3g>"), "{virtual_machine}");
        // Of several the last counts.
        let last = virtual_machine.rfind("<-Xmx").map(|at| &virtual_machine[at..at + 8]);
        assert_eq!(last, Some("<-Xmx3g>"), "{virtual_machine}");
        assert!(virtual_machine.contains(&format!("<-Dcarbon.home={}>", home.display())), "{virtual_machine}");
    }
}

#[test]
fn a_worker_starts_as_a_worker() {
    let (printed, _) = started(json!({ "jvm": { "heap": "2g" } }), "worker-1", &[]);
    assert_eq!(printed, "<-DworkerNode=true><-Dorg.wso2.ignoreHostnameVerification=false> HOME|-Xms2g -Xmx2g|");
}

#[test]
fn an_old_script_gets_its_heap_another_way() {
    let (printed, _) = started(json!({ "jvm": { "heap": "2g" }, "release": "4.9.0" }), "manager-1", &["start"]);
    assert_eq!(printed, "<start><-Dorg.wso2.ignoreHostnameVerification=false> HOME||-Xms2g -Xmx2g ");
}

#[test]
fn only_the_first_manager_makes_tables() {
    let (printed, _) = started(json!({ "tls": { "nodes": "unverified" } }), "manager-1", &["setup"]);
    assert_eq!(printed, "<-Dsetup> HOME||");
    for node in ["manager-2", "worker-1"] {
        let (_, folder) = started(json!({}), node, &["stop"]);
        let said = refused(&mut as_user(&folder.path().join(HOME), &["setup"]));
        assert!(said.contains("there is no setup"), "{said}");
    }
}

#[test]
fn a_worker_checks_out_into_an_empty_folder() {
    let svn =
        json!({ "artifacts": { "svn": { "url": "https://svn.example.com/esb", "user": "u", "password": "env:SVN" } } });
    let (_, folder) = started(svn, "worker-1", &["run"]);
    let home = folder.path().join(HOME);
    let server = home.join("repository/deployment/server");
    fs::write(server.join("a.car"), "artifact").unwrap();
    let said = refused(&mut as_user(&home, &["run"]));
    assert!(said.contains("clear-artifacts"), "{said}");
    assert!(server.join("a.car").is_file(), "nothing is moved unless it is asked for");
    run(&mut as_user(&home, &["clear-artifacts"]));
    assert_eq!(fs::read_dir(&server).unwrap().count(), 0);
    let aside = fs::read_dir(home.join("repository/deployment")).unwrap().filter_map(Result::ok);
    assert!(aside.map(|it| it.path().join("a.car")).any(|it| it.is_file()), "it is aside, not gone");
    run(&mut as_user(&home, &["run"]));
}

#[test]
fn root_is_turned_away() {
    if !machine::is_root() {
        return;
    }
    let (_, folder) = started(json!({}), "worker-1", &["run"]);
    let script = folder.path().join(HOME).join("bin/start-node.sh");
    assert_eq!(fs::metadata(&script).unwrap().permissions().mode() & 0o777, 0o755);
    let said = refused(Command::new("sh").arg(script));
    assert!(said.starts_with("run it as wso2"), "{said}");
}
