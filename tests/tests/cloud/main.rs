//! The tools of the platforms read what is written for them: Terraform validates and plans, cfn-lint lints, kubectl builds, and
//! every object is checked against its platform's own schema.
//!
//! `tests/all.sh` puts what is not installed into `target/cloud`; without it these tests say what they miss.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod cloudformation;
mod designs;
mod kubernetes;
mod terraform;

use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use wso2_design_core::balancer;
use wso2_design_core::bundle::Content;
use wso2_design_core::design::Design;
use wso2_design_core::plan;
use wso2_design_tests::project;

/// Where the tools are that come from registries.
fn tools() -> PathBuf {
    project().join("target/cloud")
}

/// A script of ours.
fn judge(name: &str) -> PathBuf {
    project().join("tests/judge/cloud").join(name)
}

/// Whether all of these are there; says what is not.
fn has(needed: &[(&str, bool)]) -> bool {
    let missing: Vec<&str> = needed.iter().filter(|(_, there)| !there).map(|(name, _)| *name).collect();
    if !missing.is_empty() {
        println!("skipped: there is no {}", missing.join(" and no "));
    }
    missing.is_empty()
}

/// Whether a program starts at all.
fn starts(program: impl AsRef<std::ffi::OsStr>, argument: &str) -> bool {
    Command::new(program).arg(argument).output().is_ok_and(|said| said.status.success())
}

/// Whether Python of the tools has these modules.
fn python(modules: &str) -> bool {
    let said = Command::new(tools().join("bin/python")).arg("-c").arg(format!("import {modules}")).output();
    said.is_ok_and(|said| said.status.success())
}

/// Writes the load balancers of designs, each into a folder of its own; gives the folders.
fn write(designs: &[(String, Value)], into: &Path) -> Vec<PathBuf> {
    let mut folders = Vec::new();
    for (name, design) in designs {
        let design: Design = serde_json::from_value(design.clone()).unwrap();
        let plan = plan::resolve(&design).output.unwrap_or_else(|| panic!("{name} has no plan"));
        let mut files: BTreeMap<PathBuf, String> = BTreeMap::new();
        for file in balancer::artifacts(&plan) {
            let Content::Whole(text) = &file.content else { panic!("{} is no file of our own", file.path) };
            let owner = file.owner.folder().replace("balancers/", "").replace('/', "");
            let folder = into.join(format!("{name}-{owner}"));
            if !folders.contains(&folder) {
                folders.push(folder.clone());
            }
            files.insert(folder.join(&file.path), text.to_string());
        }
        for (path, text) in files {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
    }
    assert!(!folders.is_empty());
    folders
}

/// What a program said, where it should have said nothing bad.
fn spoken(said: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&said.stdout), String::from_utf8_lossy(&said.stderr))
}
