//! Every `deployment.toml` of every case is read by a reader of TOML that is not ours, and says there what it shall.

#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use wso2_design_core::bundle::{Content, StockFile, artifacts};
use wso2_design_core::edit::toml::{Edit, Item, Place, Want, check, fragment, patch};
use wso2_design_core::edit::{Finding, Why};
use wso2_design_tests::{cases, plan, stock_of};

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
        for path in files_named(&case.folder.join("out"), &|name| name == "deployment.toml") {
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

/// Every `deployment.toml` that comes with a product, those for single components too, takes what every product has.
#[test]
fn stock_files_take_what_a_node_says() {
    let design = "format = 1\nname = \"x\"\nproduct = \"is\"\nrelease = \"6.0.0\"\npattern = \"sticky-sessions\"\n[[nodes]]\naddresses = \"192.0.2.11-19\"\n[database.oracle]\nhost = \"db.example.com\"\n";
    let plan = plan(design);
    let files = artifacts(&plan);
    let file = files.iter().find_map(|artifact| match &artifact.content {
        Content::Stock(file) => match &**file {
            StockFile::Toml(edits) => Some(edits),
            _ => None,
        },
        Content::Whole(_) => None,
    });
    let edits = file.unwrap();
    for release in ["apim-3.2.0", "apim-4.2.0", "is-7.0.0", "mi-4.2.0"] {
        let Some(folder) = stock_of(release) else { continue };
        let names = |name: &str| name.ends_with(".toml") || name.ends_with(".toml.container");
        for path in files_named(&folder, &names) {
            let text = std::fs::read_to_string(&path).unwrap();
            let Ok(once) = patch(&text, edits) else {
                // It documents all keys at once, some of them twice.
                assert!(path.ends_with("deployment-full.toml"), "{}", path.display());
                continue;
            };
            let trouble = once.findings.iter().find(|finding| matches!(finding, Finding::Trouble(_)));
            assert_eq!(trouble, None, "{}", path.display());
            assert_eq!(patch(&once.text, edits).unwrap().text, once.text, "{}", path.display());
            for (edit, finding) in edits.iter().zip(check(&once.text, edits).unwrap()) {
                assert_eq!(finding, Finding::Holds, "{}: {edit}", path.display());
            }
            // Remarks stay, every one.
            let remarks =
                |text: &str| text.lines().filter(|line| line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>();
            assert_eq!(remarks(&once.text), remarks(&text), "{}", path.display());
        }
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

/// The files below a folder whose names are such.
fn files_named(folder: &Path, is: &impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files_named(&path, is));
        } else if path.file_name().and_then(|name| name.to_str()).is_some_and(is) {
            found.push(path);
        }
    }
    found
}
