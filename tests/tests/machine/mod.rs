//! What tests against real programs share: plans, bundles on disk, and programs.
#![allow(dead_code, reason = "every test crate uses a part of it")]

use serde_json::{Value, json};
use std::fs;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use wso2_design_core::bundle::{Artifact, Content};
use wso2_design_core::design::Design;
use wso2_design_core::plan::{self, Plan};

/// The plan of the smallest design of worker/manager pattern 2, with `more` keys.
pub(crate) fn plan(more: Value) -> Plan {
    let mut design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "nodes": [
            { "role": "manager", "addresses": "192.0.2.11-12" },
            { "role": "worker", "addresses": "192.0.2.21-22" },
        ],
    });
    for (key, value) in more.as_object().expect("an object of keys") {
        design[key] = value.clone();
    }
    let design: Design = serde_json::from_value(design).expect("a design");
    plan::resolve(&design).output.expect("a plan")
}

/// Writes whole files as a bundle does, below `folder`.
pub(crate) fn write(artifacts: &[Artifact], folder: &Path) -> Vec<PathBuf> {
    let mut written = Vec::new();
    for artifact in artifacts {
        let Content::Whole(text) = &artifact.content else { panic!("{} is not whole", artifact.path) };
        let path = folder.join(format!("{}{}", artifact.owner.folder(), artifact.path));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text.as_bytes()).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(artifact.mode.bits())).unwrap();
        written.push(path);
    }
    written
}

/// A program in one of `folders` or on the path; says that the test is skipped where there is none.
pub(crate) fn program(name: &str, folders: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = folders.iter().map(PathBuf::from).chain(std::env::split_paths(&path)).map(|it| it.join(name));
    let found = found.into_iter().find(|it| it.is_file());
    if found.is_none() {
        println!("skipped: {name} is not installed");
    }
    found
}

/// Runs a command that must succeed, and gives what it printed.
pub(crate) fn run(command: &mut Command) -> String {
    let output = output(command);
    let text = text(&output);
    assert!(output.status.success(), "{command:?}: {}\n{text}", output.status);
    text
}

/// Runs a command that must fail, and gives what it printed.
pub(crate) fn refused(command: &mut Command) -> String {
    let output = output(command);
    let text = text(&output);
    assert!(!output.status.success(), "{command:?} should have failed\n{text}");
    text
}

fn output(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|fault| panic!("{command:?}: {fault}"))
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A temporary folder that every user may enter: servers run as users of their own.
pub(crate) fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    folder
}

/// A folder below that belongs to `user`.
pub(crate) fn owned(parent: &Path, name: &str, user: &str) -> PathBuf {
    let path = parent.join(name);
    fs::DirBuilder::new().mode(0o700).create(&path).unwrap();
    run(Command::new("chown").arg(user).arg(&path));
    path
}

/// The permission bits of a file.
pub(crate) fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display())).permissions().mode() & 0o777
}

/// Whether this is root, as servers of one's own need it here; says so where it is not.
pub(crate) fn is_root() -> bool {
    let root = run(Command::new("id").arg("-u")).trim() == "0";
    if !root {
        println!("skipped: only root can start a server as another user");
    }
    root
}
