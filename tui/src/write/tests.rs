use super::*;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use wso2_design_core::bundle::{MANIFEST, Mode, Owner};

fn file(path: &str, mode: Mode, text: &str) -> File {
    File { path: path.into(), mode, owner: Owner::Cluster, bytes: text.as_bytes().into() }
}

fn bundle(text: &str) -> Vec<File> {
    vec![
        file("guide.md", Mode::Public, text),
        file("nodes/a/conf/axis2.xml", Mode::Private, text),
        file("nodes/a/bin/start.sh", Mode::Program, text),
    ]
}

/// The same files with their list, as the core makes it.
fn listed(mut files: Vec<File>) -> Vec<File> {
    let sum = |file: &File| json!({ "sha256": format!("{:x}", HexDigest(&Sha256::digest(&file.bytes))) });
    let list: Map<String, Value> = files.iter().map(|it| (it.path.clone(), sum(it))).collect();
    let text = json!({ "made-by": "wso2-design 0.1.0", "files": list }).to_string();
    files.push(file(MANIFEST, Mode::Public, &text));
    files
}

struct HexDigest<'b>(&'b [u8]);

impl std::fmt::LowerHex for HexDigest<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

struct Room(tempfile::TempDir);

impl Room {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }
    fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }
    fn write(&self, files: Vec<File>, force: bool) -> Result<(), String> {
        write(&self.at("out"), "esb", &listed(files), force).map_err(|failure| match failure {
            Failure::Told(told) => told,
            other => format!("{other:?}"),
        })
    }
    /// Every file below the room with its text.
    fn all(&self) -> BTreeMap<String, String> {
        fn walk(root: &Path, below: &str, all: &mut BTreeMap<String, String>) {
            for entry in fs::read_dir(root.join(below)).unwrap().map(Result::unwrap) {
                let path = format!("{below}{}", entry.file_name().to_string_lossy());
                if entry.file_type().unwrap().is_dir() {
                    walk(root, &format!("{path}/"), all);
                } else {
                    all.insert(path, fs::read_to_string(entry.path()).unwrap_or_default());
                }
            }
        }
        let mut all = BTreeMap::new();
        walk(self.0.path(), "", &mut all);
        all
    }
}

#[test]
fn writes_a_folder_and_replaces_its_own() {
    let room = Room::new();
    room.write(bundle("one"), false).unwrap();
    let mut two = bundle("two");
    two.remove(1);
    room.write(two, false).unwrap();
    let all = room.all();
    let paths: Vec<&String> = all.keys().collect();
    assert_eq!(paths, ["out/bundle.json", "out/guide.md", "out/nodes/a/bin/start.sh"]);
    assert_eq!(all["out/guide.md"], "two");
    assert!(!room.at("out/nodes/a/conf").exists(), "emptied folders go");
}

#[test]
fn a_file_that_stays_the_same_is_not_touched() {
    let room = Room::new();
    room.write(bundle("one"), false).unwrap();
    let before = room.all();
    let written = |path: &str| fs::metadata(room.at(path)).unwrap().modified().unwrap();
    let times = [written("out/guide.md"), written("out/nodes/a/bin/start.sh")];
    room.write(bundle("one"), false).unwrap();
    assert_eq!(room.all(), before);
    let mut two = bundle("one");
    two[1] = file("nodes/a/conf/axis2.xml", Mode::Private, "two");
    room.write(two, false).unwrap();
    assert_eq!([written("out/guide.md"), written("out/nodes/a/bin/start.sh")], times);
    assert_eq!(room.all()["out/nodes/a/conf/axis2.xml"], "two");
}

#[cfg(unix)]
#[test]
fn a_mode_that_was_changed_is_set_right() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    room.write(bundle("one"), false).unwrap();
    let secret = room.at("out/nodes/a/conf/axis2.xml");
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o644)).unwrap();
    room.write(bundle("one"), false).unwrap();
    assert_eq!(fs::metadata(&secret).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn refuses_what_others_wrote_even_with_force() {
    let room = Room::new();
    fs::create_dir(room.at("out")).unwrap();
    fs::write(room.at("out/thesis.txt"), "x").unwrap();
    for force in [false, true] {
        assert!(room.write(bundle("one"), force).unwrap_err().contains("did not write it"));
        assert_eq!(room.all().len(), 1);
    }
    fs::write(room.at("out/bundle.json"), "{}").unwrap();
    assert!(room.write(bundle("one"), true).is_err(), "any bundle.json is not ours");
}

#[test]
fn foreign_and_edited_files_need_force_and_foreign_ones_stay() {
    let room = Room::new();
    room.write(bundle("one"), false).unwrap();
    fs::write(room.at("out/guide.md"), "edited").unwrap();
    fs::write(room.at("out/nodes/a/conf/key.pem"), "key").unwrap();
    let before = room.all();
    let told = room.write(bundle("two"), false).unwrap_err();
    assert!(told.contains("edited since: `guide.md`") && told.contains("others: `nodes/a/conf/key.pem`"), "{told}");
    assert_eq!(room.all(), before);
    let mut two = bundle("two");
    two.remove(1);
    room.write(two, true).unwrap();
    let all = room.all();
    assert_eq!(all["out/guide.md"], "two");
    assert_eq!(all["out/nodes/a/conf/key.pem"], "key");
    assert!(!all.contains_key("out/nodes/a/conf/axis2.xml"));
}

#[test]
fn a_foreign_file_in_the_way_is_never_replaced() {
    let room = Room::new();
    room.write(bundle("one"), false).unwrap();
    fs::write(room.at("out/new.txt"), "mine").unwrap();
    fs::write(room.at("out/folder"), "mine").unwrap();
    let before = room.all();
    let mut two = bundle("two");
    two.push(file("new.txt", Mode::Public, "theirs"));
    two.push(file("folder/x", Mode::Public, "theirs"));
    let told = room.write(two, true).unwrap_err();
    assert!(told.contains("`folder`") && told.contains("`new.txt`"), "{told}");
    assert_eq!(room.all(), before);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_folder_is_not_written_through() {
    let room = Room::new();
    room.write(bundle("one"), false).unwrap();
    fs::create_dir(room.at("elsewhere")).unwrap();
    fs::rename(room.at("out/nodes"), room.at("elsewhere/nodes")).unwrap();
    std::os::unix::fs::symlink(room.at("elsewhere/nodes"), room.at("out/nodes")).unwrap();
    let before = room.all();
    assert!(room.write(bundle("two"), true).unwrap_err().contains("`nodes`"));
    assert_eq!(room.all(), before);
}

#[cfg(unix)]
#[test]
fn a_failure_in_the_middle_is_undone() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    room.write(bundle("one"), false).unwrap();
    let before = room.all();
    let stuck = room.at("out/nodes/a/conf");
    fs::set_permissions(&stuck, fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(stuck.join("probe"), "").is_ok() {
        fs::remove_file(stuck.join("probe")).unwrap();
        println!("skipped: this user may write everywhere");
        return;
    }
    assert!(room.write(bundle("two"), false).is_err());
    fs::set_permissions(&stuck, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(room.all(), before);
}

#[test]
fn a_new_file_that_cannot_be_staged_leaves_nothing() {
    let room = Room::new();
    let long = "x".repeat(300);
    let mut files = bundle("one");
    files.push(file(&format!("nodes/{long}"), Mode::Public, ""));
    assert!(room.write(files.clone(), false).unwrap_err().contains("Nothing was written"));
    assert!(room.all().is_empty());
    room.write(bundle("one"), false).unwrap();
    let before = room.all();
    assert!(room.write(files, false).is_err());
    assert_eq!(room.all(), before);
}

#[cfg(unix)]
#[test]
fn modes_are_those_of_the_artifacts() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    room.write(bundle("one"), false).unwrap();
    let mode = |path: &str| fs::metadata(room.at(path)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("out/guide.md"), 0o644);
    assert_eq!(mode("out/nodes/a/conf/axis2.xml"), 0o600);
    assert_eq!(mode("out/nodes/a/bin/start.sh"), 0o755);
    assert_eq!(mode("out/nodes/a"), 0o755);
}

#[test]
fn paths_that_leave_the_bundle_are_refused() {
    for path in ["../x", "/x", "a/../b", "a//b", "", "a\\b"] {
        let room = Room::new();
        assert!(room.write(vec![file(path, Mode::Public, "")], true).is_err(), "{path:?}");
        assert!(room.all().is_empty());
    }
}

#[test]
fn a_zip_is_the_same_every_time_and_replaces_only_its_own() {
    let room = Room::new();
    let zip = room.at("esb.zip");
    let pack = |text: &str| write(&zip, "esb", &listed(bundle(text)), false);
    pack("one").unwrap();
    let first = fs::read(&zip).unwrap();
    pack("one").unwrap();
    assert_eq!(fs::read(&zip).unwrap(), first);
    pack("two").unwrap();
    assert_ne!(fs::read(&zip).unwrap(), first);
    fs::write(&zip, "thesis").unwrap();
    assert!(pack("one").is_err());
    assert_eq!(fs::read(&zip).unwrap(), b"thesis");
    assert_eq!(fs::read_dir(room.0.path()).unwrap().count(), 1, "no temporary file stays");
}
