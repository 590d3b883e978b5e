use crate::program::{DESIGN, Room};
use std::fs;

const RENDER: [&str; 4] = ["render", "design.toml", "-o", "out"];

#[test]
fn the_same_design_gives_the_same_bytes() {
    let room = Room::new();
    room.run(&RENDER).ends(0).plain();
    let first = room.all();
    assert!(first.contains_key("out/bundle.json") && first.keys().all(|path| !path.contains(".wso2-design-")));
    room.run(&RENDER).ends(0);
    assert_eq!(room.all(), first);
    room.run(&["render", "design.toml", "-o", "a.zip"]).ends(0);
    room.run(&["render", "design.toml", "-o", "b.zip"]).ends(0);
    assert_eq!(fs::read(room.at("a.zip")).unwrap(), fs::read(room.at("b.zip")).unwrap());
}

#[test]
fn a_zip_holds_what_the_folder_holds() {
    let room = Room::new();
    room.run(&RENDER).ends(0);
    room.run(&["render", "design.toml", "-o", "out.zip"]).ends(0);
    let mut zip = zip::ZipArchive::new(fs::File::open(room.at("out.zip")).unwrap()).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in &names {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut zip.by_name(name).unwrap(), &mut bytes).unwrap();
        let path = name.strip_prefix("esb/").expect("one folder holds everything");
        assert_eq!(bytes, fs::read(room.at("out").join(path)).unwrap(), "{name}");
    }
    assert_eq!(names.len(), room.all().keys().filter(|path| path.starts_with("out/") && !path.ends_with('/')).count());
}

#[test]
fn a_design_with_errors_is_not_rendered() {
    let room = Room::with(&DESIGN.replace("worker-manager-2", "nonsense"));
    room.run(&RENDER).ends(1).says("nothing was written");
    assert!(room.all().is_empty());
}

#[test]
fn nodes_that_are_gone_from_the_design_are_gone_from_the_folder() {
    let room = Room::new();
    room.run(&RENDER).ends(0);
    assert!(room.at("out/nodes/worker-2").exists());
    room.put("design.toml", DESIGN.replace("192.0.2.21-22", "192.0.2.21-23"));
    room.run(&RENDER).ends(0);
    assert!(room.at("out/nodes/worker-3").exists());
    room.put("design.toml", DESIGN);
    room.run(&RENDER).ends(0);
    assert!(!room.at("out/nodes/worker-3").exists());
}

#[test]
fn foreign_folders_files_and_zips_are_left_alone() {
    for force in [&[][..], &["--force"]] {
        let room = Room::new();
        room.put("out/thesis.txt", "years of work");
        room.put("taken", "a file");
        room.put("other.zip", "not ours");
        let before = room.all();
        for target in ["out", "taken", "other.zip", "missing/out", "missing/out.zip"] {
            let arguments = [&["render", "design.toml", "-o", target][..], force].concat();
            room.run(&arguments).ends(2).says("Nothing was written");
            assert_eq!(room.all(), before, "{target}");
        }
    }
}

#[test]
fn an_empty_folder_and_the_shells_own_are_filled_in_place() {
    let room = Room::new();
    fs::create_dir(room.at("out")).unwrap();
    room.run(&RENDER).ends(0);
    let mut command = room.command(&["render", "../design.toml", "-o", "."]);
    assert!(command.current_dir(room.at("out")).status().unwrap().success());
    let names: Vec<_> = fs::read_dir(room.at("out")).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().starts_with('.')), "{names:?}");
}

#[test]
fn edited_and_foreign_files_need_force_and_foreign_ones_stay() {
    let room = Room::new();
    room.run(&RENDER).ends(0);
    let fresh = room.all();
    room.put("out/design.toml", "edited");
    room.put("out/nodes/worker-1/key.pem", "key");
    let before = room.all();
    room.run(&RENDER).ends(2).says("edited since: `design.toml`").says("`nodes/worker-1/key.pem`");
    assert_eq!(room.all(), before);
    room.run(&[&RENDER[..], &["--force"]].concat()).ends(0);
    let mut expected = fresh;
    expected.insert("out/nodes/worker-1/key.pem".into(), b"key".to_vec());
    assert_eq!(room.all(), expected);
}

#[cfg(unix)]
#[test]
fn a_target_that_cannot_be_written_is_left_as_it_was() {
    let room = Room::new();
    room.run(&["render", "design.toml", "-o", "/proc/out"]).ends(2).says("Nothing was written");
    room.run(&["render", "design.toml", "-o", "/proc/out.zip"]).ends(2).says("Nothing was written");
    room.run(&["render", "design.toml", "-o", "/dev/null"]).ends(2).says("Nothing was written");
    std::os::unix::fs::symlink("nowhere", room.at("dangling")).unwrap();
    room.run(&["render", "design.toml", "-o", "dangling"]).ends(2);
    assert_eq!(room.all().len(), 1);
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_nothing_half_written() {
    // The shell's limit on file sizes stands for a disk that fills up in the middle.
    let room = Room::new();
    room.run(&RENDER).ends(0);
    let before = room.all();
    room.put("design.toml", DESIGN.replace("esb.example.com", "other.example.com"));
    let exe = room.command(&[]).get_program().to_string_lossy().into_owned();
    let script = format!("trap '' XFSZ; ulimit -f 1; exec '{exe}' render design.toml -o \"$1\"");
    for target in ["out", "new", "new.zip"] {
        let mut shell = std::process::Command::new("bash");
        shell.args(["-c", &script, "-", target]).current_dir(room.at("")).env_clear();
        let Ok(output) = shell.output() else {
            println!("skipped: no bash");
            return;
        };
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{told}");
        assert!(told.contains("Nothing was written") && !told.contains("panicked"), "{told}");
        assert_eq!(room.all(), before, "{target}");
    }
}

#[cfg(unix)]
#[test]
fn modes_are_right_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    let design = format!("{DESIGN}[database.mysql.schemas.users]\npassword = \"plain:hunter2\"\n");
    for umask in ["000", "077", "777"] {
        let room = Room::with(&design);
        let exe = room.command(&[]).get_program().to_string_lossy().into_owned();
        let script = format!("umask {umask}; exec '{exe}' render design.toml -o out");
        let status = std::process::Command::new("sh").args(["-c", &script]).current_dir(room.at("")).status().unwrap();
        if umask == "777" && !status.success() {
            // Nothing can be made below a folder without any permission; nothing may be left of it either.
            assert!(!room.at("out").exists());
            continue;
        }
        assert!(status.success());
        let mut private = 0;
        for (path, bytes) in room.all() {
            let mode = fs::metadata(room.at(&path)).unwrap().permissions().mode() & 0o777;
            if path.ends_with('/') {
                assert_eq!(mode, 0o755, "{umask} {path}");
            } else if String::from_utf8_lossy(&bytes).contains("hunter2") {
                assert!(matches!(mode, 0o600 | 0o700), "{umask} {path} {mode:o}");
                private += 1;
            } else {
                assert!(matches!(mode, 0o600 | 0o644 | 0o700 | 0o755), "{umask} {path} {mode:o}");
            }
        }
        assert!(private >= 5, "the password is in the file of every node, and in the design");
    }
}

#[test]
fn secrets_stay_marks_until_they_are_asked_for() {
    let room = Room::new();
    let run = room.run(&RENDER).ends(0);
    assert_eq!(run.err.matches("--fill-secrets").count(), 1, "one note says so: {}", run.err);
    let text =
        |room: &Room| room.all().into_values().map(|it| String::from_utf8_lossy(&it).into_owned()).collect::<String>();
    assert!(text(&room).contains("@env:WSO2_USER_PASSWORD@"));

    let fill = [&RENDER[..], &["--fill-secrets"]].concat();
    let before = room.all();
    room.run(&fill).ends(1).says("WSO2_USER_PASSWORD").says("WSO2_REGISTRY_PASSWORD").says("nothing was written");
    assert_eq!(room.all(), before);

    let mut command = room.command(&fill);
    command.env("WSO2_USER_PASSWORD", "one<&\">").env("WSO2_REGISTRY_PASSWORD", "two");
    command.env("WSO2_KEYSTORE_PASSWORD", "three").env("WSO2_ADMIN_PASSWORD", "four");
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    assert!(!String::from_utf8_lossy(&output.stderr).contains("one<"), "a secret is never printed");
    let filled = text(&room);
    assert!(filled.contains("one&lt;&amp;") && !filled.contains("@env:WSO2_USER_PASSWORD@"));
}

#[test]
fn a_design_in_json_goes_along_as_toml() {
    let room = Room::empty();
    room.put(
        "design.json",
        r#"{"format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-1",
            "hosts": {"service": "esb.example.com"}, "database": {"mysql": {"host": "db.example.com"}},
            "nodes": [{"role": "manager", "address": "192.0.2.1"}, {"role": "worker", "addresses": "192.0.2.2-3"}]}"#,
    );
    room.run(&["render", "design.json", "-o", "out"]).ends(0);
    room.run(&["render", "out/design.toml", "-o", "again"]).ends(0);
    let all = room.all();
    assert_eq!(all["out/bundle.json"], all["again/bundle.json"]);
}
