//! Files of other programs that designs are made from: a folder with one, and beside it the designs and the notes that come
//! out. `UPDATE_CASES=1` writes the outcome anew, for a person to review as a difference.

#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use wso2_design_core::diagnostic::{Diagnostic, Places as _, Severity};
use wso2_design_core::import::elb::{self, Asked, File};
use wso2_design_core::read::{Syntax, read};
use wso2_design_core::value::SecretValues;
use wso2_design_tests::project;

#[test]
fn every_file_comes_out_as_it_is_kept() {
    let folders = folders();
    assert!(folders.len() >= 7);
    let mut different = Vec::new();
    for folder in folders {
        let now = outcome(&folder);
        let kept: BTreeMap<String, String> = files(&folder);
        if now == kept {
            continue;
        }
        if std::env::var_os("UPDATE_CASES").is_some() {
            kept.keys().for_each(|name| fs::remove_file(folder.join(name)).unwrap());
            now.iter().for_each(|(name, text)| fs::write(folder.join(name), text).unwrap());
        }
        different.push(folder);
    }
    let updated = std::env::var_os("UPDATE_CASES").is_some();
    assert!(updated || different.is_empty(), "not as kept (UPDATE_CASES=1 writes them anew): {different:#?}");
}

/// Nothing but what no such file holds keeps a design from being rendered.
#[test]
fn designs_lack_only_what_the_file_does_not_hold() {
    for folder in folders() {
        for (name, text) in files(&folder).iter().filter(|(name, _)| name.ends_with(".toml")) {
            let checked = wso2_design_core::check(&read(text, Syntax::Toml), SecretValues::default());
            let errors = checked.notes.iter().filter(|note| note.severity == Severity::Error).map(|note| note.code);
            let errors: Vec<&str> = errors.collect();
            // Both say that no node has an address; the second only of a load balancer that the file itself speaks of.
            let addresses = ["well-known-empty", "front-without-nodes"];
            let only = !errors.is_empty() && errors.iter().all(|code| addresses.contains(code));
            assert!(only, "{} {name}: {errors:?}", folder.display());
        }
    }
}

fn folders() -> Vec<PathBuf> {
    let inside = |folder: &Path| -> Vec<PathBuf> {
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect()
    };
    let mut all: Vec<PathBuf> =
        inside(&project().join("tests/import")).iter().flat_map(|folder| inside(folder)).collect();
    all.sort();
    all
}

/// What is kept beside the file.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let texts = entries
        .map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path()).unwrap()));
    texts.filter(|(name, _)| name != "loadbalancer.conf").collect()
}

fn outcome(folder: &Path) -> BTreeMap<String, String> {
    let text = fs::read_to_string(folder.join("loadbalancer.conf")).unwrap();
    let file = elb::read(&text);
    let mut out = BTreeMap::new();
    let mut notes = told(&text, &file, &file.notes);
    for (number, cluster) in file.clusters.iter().enumerate() {
        let made = elb::convert(cluster, Asked::default());
        _ = writeln!(notes, "\n{} {}", cluster.service, cluster.domain);
        notes.push_str(&told(&text, &file, &made.notes));
        if let Some(design) = made.output {
            out.insert(format!("{}-{}.toml", number + 1, design.name), elb::written(cluster, &design));
        }
    }
    out.insert("notes".to_owned(), notes.trim_start().to_owned());
    out
}

fn told(text: &str, file: &File, notes: &[Diagnostic]) -> String {
    let mut out = String::new();
    for note in notes {
        let lines: Vec<String> = note
            .at
            .iter()
            .filter_map(|at| file.span_of(note, at))
            .map(|span| (text[..span.start].matches('\n').count() + 1).to_string())
            .collect();
        let lines = if lines.is_empty() { "-".to_owned() } else { lines.join(", ") };
        _ = writeln!(out, "{} {}, line {lines}: {} ({})", note.severity, note.code, note.message, note.help);
    }
    out
}
