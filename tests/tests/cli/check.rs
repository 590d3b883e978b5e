use crate::program::{DESIGN, Room};
use serde_json::Value;

#[test]
fn a_good_design_ends_with_0() {
    let room = Room::new();
    room.run(&["check", "design.toml"]).ends(0).plain();
    room.run_with(&["check", "-"], DESIGN.as_bytes()).ends(0).says("<standard input>");
    room.run_with(&["check", "-"], format!("\u{feff}{DESIGN}").as_bytes()).ends(0);
}

#[test]
fn json_is_read_by_extension_or_by_its_brace() {
    let json = r#"{"format":1,"name":"esb","product":"esb","release":"5.0.0","pattern":"symmetric",
        "nodes":[{"addresses":"192.0.2.1-2"}]}"#;
    let room = Room::empty();
    room.put("design.json", json);
    room.put("design", json);
    room.run(&["check", "design.json"]).ends(0);
    room.run(&["check", "design"]).ends(0);
    room.run_with(&["check", "-"], format!("\n  {json}").as_bytes()).ends(0);
}

#[test]
fn every_fault_is_told_at_once_with_its_line() {
    let design = DESIGN.replace("worker-manager-2", "worker-manger-2").replace("release", "relase");
    let run = Room::with(&design).run(&["check", "design.toml"]).ends(1).plain();
    for text in
        ["5 | pattern = \"worker-manger-2\"", "did you mean `worker-manager-2`", "did you mean `release`", "errors"]
    {
        assert!(run.out.contains(text), "{}", run.out);
    }
    assert_eq!(run.err, "");
}

#[test]
fn json_findings_have_codes_paths_and_places() {
    let design = DESIGN.replace("worker-manager-2", "nonsense");
    let run = Room::with(&design).run(&["check", "design.toml", "--format", "json"]).ends(1);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(told["errors"], 1);
    let finding = &told["findings"][0];
    assert_eq!(finding["at"][0], "pattern");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["span"]["start"]["line"], 5);
    assert_eq!(finding["span"]["start"]["column"], 11);
    let (start, end) =
        (finding["span"]["start"]["byte"].as_u64().unwrap(), finding["span"]["end"]["byte"].as_u64().unwrap());
    assert_eq!(&design[start as usize..end as usize], "\"nonsense\"");
}

#[test]
fn colours_only_where_they_are_wanted() {
    let room = Room::with("format = 2\n");
    let run = |variables: &[(&str, &str)]| {
        let mut command = room.command(&["check", "design.toml"]);
        command.envs(variables.iter().copied());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(!run(&[]).contains('\u{1b}'), "a pipe gets plain text");
    assert!(run(&[("CLICOLOR_FORCE", "1")]).contains('\u{1b}'));
    assert!(!run(&[("NO_COLOR", "1")]).contains('\u{1b}'));
}

#[test]
fn a_clean_design_is_not_touched_by_fix() {
    let room = Room::new();
    room.run(&["check", "design.toml", "--fix"]).ends(0);
    assert_eq!(std::fs::read_to_string(room.at("design.toml")).unwrap(), DESIGN);
    assert!(room.all().is_empty(), "no temporary file stays");
    let run = room.run_with(&["check", "-", "--fix"], DESIGN.as_bytes()).ends(0);
    assert_eq!(run.out, DESIGN, "standard input is fixed to standard output");
}

#[test]
fn fix_mends_the_file_and_keeps_its_comments_and_its_mode() {
    let design = format!("# mine\n{DESIGN}\n[jvm] # and this\nuser = \"root\"\nheap = \"2048m\"\n");
    let room = Room::with(&design);
    room.run(&["check", "design.toml"]).says("[runs-as-root]").says("`check --fix` does it");
    #[cfg(unix)]
    std::fs::set_permissions(room.at("design.toml"), std::os::unix::fs::PermissionsExt::from_mode(0o640)).unwrap();
    let run = room.run(&["check", "design.toml", "--fix"]).ends(0).says("fixed: run it as wso2");
    assert!(!run.out.contains("runs-as-root"), "{}", run.out);
    assert_eq!(std::fs::read_to_string(room.at("design.toml")).unwrap(), design.replace("user = \"root\"\n", ""));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(room.at("design.toml")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
    }
    assert!(room.all().is_empty(), "no temporary file stays");
}

#[test]
fn denied_warnings_end_with_1() {
    let room = Room::with(&format!("{DESIGN}\n[jvm]\nuser = \"root\"\n"));
    room.run(&["check", "design.toml"]).ends(0).says("warning");
    room.run(&["check", "design.toml", "--deny", "warnings"]).ends(1);
    Room::new().run(&["check", "design.toml", "--deny", "warnings"]).ends(0).says("advice");
}

#[test]
fn secrets_of_the_design_are_in_no_report() {
    let secrets = "[database.mysql.schemas.users]\npassword = \"plain:hunter2\"\n\
                   url = \"jdbc:mysql://u:hunter2@db.example.com/x\"\n[database.mysql.schemas.registry]\npassword = \"hunter2\"\n";
    let room = Room::with(&format!("{DESIGN}\n{secrets}"));
    let damaged = Room::with(&format!("{DESIGN}\n{secrets}[tls]\nkeystore-password = \"hunter2\n"));
    for room in [room, damaged] {
        for arguments in
            [&["check", "design.toml"][..], &["check", "design.toml", "--format", "json"], &["show", "design.toml"]]
        {
            let output = room.command(arguments).output().unwrap();
            let said = [output.stdout, output.stderr].concat();
            assert!(!String::from_utf8_lossy(&said).contains("hunter2"), "{}", String::from_utf8_lossy(&said));
        }
    }
}
