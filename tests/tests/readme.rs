//! The manual says what is so.

#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use wso2_design_core::catalogue::{PATTERNS, VENDORS};
use wso2_design_core::membership::SCHEMES;
use wso2_design_tests::{plan, project};

fn manual() -> String {
    std::fs::read_to_string(project().join("README.md")).unwrap()
}

/// The fenced blocks of a language.
fn blocks(language: &str) -> Vec<String> {
    let manual = manual();
    let opening = format!("```{language}\n");
    let inside = |part: &str| part.split("\n```").next().unwrap_or_default().to_owned();
    manual.split(&opening).skip(1).map(inside).collect()
}

#[test]
fn its_design_is_good_and_short() {
    let design = blocks("toml").remove(0);
    assert_eq!(plan(&design).nodes.len(), 5);
    assert!(design.lines().count() <= 25);
}

#[test]
fn it_names_everything_that_there_is() {
    let manual = manual();
    for pattern in PATTERNS {
        assert!(manual.contains(&format!("| `{}` |", pattern.key)), "{}", pattern.key);
    }
    for key in VENDORS.iter().map(|vendor| vendor.key).chain(SCHEMES.iter().map(|scheme| scheme.key)) {
        assert!(manual.contains(&format!("`{key}`")) || manual.contains(&format!("database.{key}]")), "{key}");
    }
}

/// The commands of the README are run by whoever follows it; here they are at least commands that exist.
#[test]
fn its_commands_are_those_of_this_repository() {
    let commands = blocks("sh").join("\n");
    assert!(commands.contains("sh tests/all.sh") && project().join("tests/all.sh").is_file());
    let design = commands.split("render ").nth(1).and_then(|rest| rest.split(' ').next()).unwrap();
    assert!(project().join(design).is_file(), "{design}");
}
