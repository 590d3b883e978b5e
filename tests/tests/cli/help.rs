use crate::program::Room;
use std::process::Stdio;

const COMMANDS: [&str; 11] =
    ["new", "import", "check", "render", "show", "share", "explain", "list", "schema", "completions", "man"];

#[test]
fn without_a_command_it_teaches_three() {
    let run = Room::empty().run(&[]).ends(0).plain();
    for command in ["wso2-design new -o", "wso2-design check", "wso2-design render"] {
        assert!(run.out.contains(command), "{}", run.out);
    }
    assert!(run.out.lines().count() < 12);
}

#[test]
fn every_command_has_help_and_a_manual_page() {
    let room = Room::empty();
    let whole = room.run(&["--help"]).ends(0).out;
    for command in COMMANDS {
        assert!(whole.contains(&format!("\n  {command} ")), "{command}");
        room.run(&[command, "--help"]).ends(0).says("Usage: wso2-design").plain();
        room.run(&["man", command]).ends(0).says(".TH wso2-design-");
    }
    room.run(&["man"]).ends(0).says(".TH wso2-design ");
    room.run(&["man", "nonsense"]).ends(2);
}

#[test]
fn the_commands_of_the_help_work() {
    let room = Room::empty();
    room.run(&["new", "-o", "design.toml"]).ends(0);
    room.run(&["check", "design.toml"]).ends(0);
    room.run(&["render", "design.toml", "-o", "cluster"]).ends(0);
    room.run(&["new", "--pattern", "3", "--workers", "4", "-o", "three.toml"]).ends(0);
    room.run(&["check", "three.toml"]).ends(0);
    let other = ["new", "--product", "ei", "--database", "postgresql", "--host", "ei.example.com", "-o", "ei.toml"];
    room.run(&other).ends(0);
    room.run(&["check", "ei.toml"]).ends(0);
    room.run(&["explain", "cluster.membership.multicast.port"]).ends(0);
}

#[test]
fn usage_errors_end_with_2() {
    let room = Room::new();
    for arguments in [
        &["nonsense"][..],
        &["check"],
        &["check", "design.toml", "--format", "xml"],
        &["render", "design.toml"],
        &["check", "missing.toml"],
        &["check", "."],
        &["new", "--product", "esb", "--release", "9.9.9"],
        &["new", "--pattern", "9"],
        &["new", "--managers", "0"],
        &["new", "--pattern", "symmetric", "--workers", "3"],
        &["new", "--name", "../x"],
        &["explain", "nonsense"],
        &["list", "nonsense"],
        &["show", "design.toml", "nobody"],
        &["import", "missing.conf"],
        &["import", "."],
        &["import", "design.toml", "--release", "5.0.0"],
    ] {
        let run = room.run(arguments).ends(2);
        assert!(!run.err.is_empty() && run.out.is_empty(), "{arguments:?}: {run:?}");
    }
}

#[test]
fn every_code_of_the_list_is_explained() {
    let room = Room::empty();
    let json = room.run(&["list", "rules", "--format", "json"]).ends(0).out;
    let rules: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    for rule in &rules {
        let code = rule["code"].as_str().unwrap();
        room.run(&["explain", code]).ends(0).plain().says(&format!("[{code}]: {}", rule["finds"].as_str().unwrap()));
    }
    room.run(&["explain", "duplicate-nam"]).ends(2).says("did you mean `duplicate-name`?");
    room.run(&["explain", "cluster.domian"]).ends(2).says("did you mean `cluster.domain`?");
}

#[test]
fn new_never_writes_over_a_file() {
    let room = Room::new();
    let before = std::fs::read(room.at("design.toml")).unwrap();
    room.run(&["new", "-o", "design.toml"]).ends(2).says("there already");
    assert_eq!(std::fs::read(room.at("design.toml")).unwrap(), before);
}

#[test]
fn lists_are_tables_and_json() {
    let room = Room::empty();
    for list in ["products", "releases", "patterns", "schemes", "balancers", "databases", "deliveries", "rules", "keys"]
    {
        let text = room.run(&["list", list]).ends(0).plain().out;
        let json = room.run(&["list", list, "--format", "json"]).ends(0).out;
        let json: Vec<serde_json::Map<String, serde_json::Value>> = serde_json::from_str(&json).unwrap();
        assert_eq!(text.lines().count(), json.len() + 1, "{list}");
        assert!(!json.is_empty(), "{list} is empty");
    }
}

#[test]
fn the_schema_and_the_completions_are_what_they_say() {
    let room = Room::empty();
    let schema: serde_json::Value = serde_json::from_str(&room.run(&["schema"]).ends(0).out).unwrap();
    assert!(schema["properties"]["nodes"].is_object());
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        room.run(&["completions", shell]).ends(0).says("render");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_goes_is_no_fault() {
    let room = Room::new();
    for arguments in [
        &["schema"][..],
        &["man"],
        &["completions", "bash"],
        &["show", "design.toml"],
        &["show", "design.toml", "bundle.json"],
        &["check", "design.toml", "--format", "json"],
        &["new"],
        &["--help"],
    ] {
        let mut child = room.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
    }
}

/// The README carries tables as the program prints them (`UPDATE_CASES=1` writes them there).
#[test]
fn the_readme_has_the_tables_of_products_load_balancers_and_keys() {
    let path = wso2_design_tests::project().join("README.md");
    let mut text = std::fs::read_to_string(&path).unwrap();
    let mut old = Vec::new();
    for list in ["products", "balancers", "keys"] {
        let table = Room::empty().run(&["list", list, "--format", "markdown"]).ends(0).plain().out;
        let begin = format!("<!-- {list}: made by `wso2-design list {list} --format markdown` -->\n");
        let end = format!("<!-- end of {list} -->");
        let (before, rest) = text.split_once(&begin).unwrap();
        let (kept, after) = rest.split_once(&end).unwrap();
        if kept != table {
            old.push(list);
            text = format!("{before}{begin}{table}{end}{after}");
        }
    }
    if std::env::var_os("UPDATE_CASES").is_some() {
        std::fs::write(&path, text).unwrap();
        return;
    }
    assert_eq!(old, Vec::<&str>::new(), "not as kept (UPDATE_CASES=1 writes them anew)");
}

/// A balancer's row says of each need whether the program can do it.
#[test]
fn the_table_of_load_balancers_says_what_each_can() {
    let json = Room::empty().run(&["list", "balancers", "--format", "json"]).ends(0).out;
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let nginx = rows.iter().find(|row| row["balancer"] == "nginx-plus").unwrap();
    assert_eq!(nginx["standby"], "yes");
    assert_eq!(nginx["keeps clients by"], "own cookie, JSESSIONID");
    let aws = rows.iter().find(|row| row["balancer"] == "aws-alb-terraform").unwrap();
    assert_eq!(aws["standby"], "no");
    Room::empty().run(&["list", "balancers"]).ends(0).plain().says("cannot");
}
