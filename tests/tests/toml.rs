//! Every `deployment.toml` of every case is read by a reader of TOML that is not ours, and says there what it shall.

#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use std::io::Write;
use std::process::{Command, Stdio};
use wso2_design_core::edit::Why;
use wso2_design_core::edit::toml::{Edit, Item, Place, Want, fragment};
use wso2_design_tests::cases;

/// Reads TOML from its standard input and writes it as JSON.
const READER: &str =
    "import json, sys, tomllib\njson.dump(tomllib.loads(sys.stdin.buffer.read().decode()), sys.stdout)";

#[test]
fn files_of_the_cases_are_read_by_another_program() {
    if !has_reader() {
        return;
    }
    let mut read = 0;
    for case in cases().unwrap() {
        for path in files(&case.folder.join("out")) {
            let text = std::fs::read_to_string(&path).unwrap();
            let there = json_of(&text).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
            assert!(there.get("server").is_some(), "{}", path.display());
            read += 1;
        }
    }
    assert!(read > 0, "no case has a deployment.toml");
}

#[test]
fn hostile_texts_arrive_as_they_are() {
    if !has_reader() {
        return;
    }
    let texts = [
        "a\"b'c\\d",
        "$ref{x}",
        "]] # [table]",
        "\u{0}\u{1b}\u{7f}\u{85}\u{2028}",
        "a\r\nb\tc",
        "é😀",
        "'''\"\"\"",
        "\\u0041",
        "",
    ];
    let edit = |(number, text): (usize, &&'static str)| Edit {
        at: Place::from(["a.b \" c", "d"]).then(format!("k {number}\n")),
        want: Want::Value(Item::Plain((*text).into())),
        why: Why::new("because\n[x]", "", ""),
    };
    let edits: Vec<Edit> = texts.iter().enumerate().map(edit).collect();
    let there = json_of(&fragment(&edits)).unwrap();
    for (number, text) in texts.iter().enumerate() {
        assert_eq!(there["a.b \" c"]["d"][format!("k {number}\n")], *text);
    }
}

fn has_reader() -> bool {
    let found = Command::new("python3").args(["-c", "import tomllib"]).stderr(Stdio::null()).status();
    let has = found.is_ok_and(|status| status.success());
    if !has {
        println!("skipped: there is no python3 with tomllib");
    }
    has
}

fn json_of(text: &str) -> Result<serde_json::Value, String> {
    let mut child = Command::new("python3")
        .args(["-c", READER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    if !output.status.success() {
        return Err(format!("{}\n{text}", String::from_utf8_lossy(&output.stderr)));
    }
    serde_json::from_slice(&output.stdout).map_err(|fault| fault.to_string())
}

/// Every `deployment.toml` below a folder.
fn files(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.file_name().is_some_and(|name| name == "deployment.toml") {
            found.push(path);
        }
    }
    found
}
