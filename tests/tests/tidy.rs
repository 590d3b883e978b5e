//! Rules of the house that a compiler does not know.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use wso2_design_tests::project;

/// How many lines a source file may have.
const LONGEST: usize = 450;

/// What source files of the front ends' end with, besides Rust's.
const SCRIPTS: [&str; 5] = ["js", "mjs", "ts", "tsx", "css"];

fn sources(folder: &Path, kinds: &[&str], into: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            sources(&path, kinds, into)?;
        } else if path.extension().is_some_and(|it| kinds.iter().any(|kind| it == *kind)) {
            into.push(path);
        }
    }
    Ok(())
}

fn all(folders: &[&str], kinds: &[&str]) -> io::Result<Vec<(PathBuf, String)>> {
    let mut paths = Vec::new();
    for folder in folders {
        sources(&project().join(folder), kinds, &mut paths)?;
    }
    paths.into_iter().map(|path| Ok((path.clone(), fs::read_to_string(path)?))).collect()
}

/// Files, processes, the network, clocks and the environment belong to the front ends; the order of a hash map to nobody.
#[test]
fn the_core_is_a_function_of_its_input() {
    const FOREIGN: [&str; 9] = [
        "std::fs",
        "std::env",
        "std::process",
        "std::time",
        "std::thread",
        "TcpStream",
        "UdpSocket",
        "HashMap",
        "HashSet",
    ];
    let sources = all(&["core/src"], &["rs"]).unwrap();
    assert!(sources.len() > 100);
    for (path, text) in sources {
        if path.components().any(|part| part.as_os_str() == "tests") || path.ends_with("tests.rs") {
            continue;
        }
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            let found = FOREIGN.iter().find(|foreign| line.contains(**foreign));
            assert_eq!(found, None, "{}:{}", path.display(), number + 1);
        }
    }
}

#[test]
fn files_hold_one_thing_and_end_cleanly() {
    let rust = ["core/src", "tui/src", "wasm/src", "wasm/tests", "tests/src", "tests/tests"];
    // What is built and what is installed lies beside these folders.
    let scripts = ["wasm/build", "wasm/js", "wasm/test", "web/build", "web/src"];
    let sources = all(&rust, &["rs"]).unwrap().into_iter().chain(all(&scripts, &SCRIPTS).unwrap());
    for (path, text) in sources {
        let lines = text.lines().count();
        assert!(lines <= LONGEST, "{}: {lines} lines", path.display());
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{}", path.display());
        // A text in a test may need its blanks.
        let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        if !path.components().any(|part| part.as_os_str() == "tests") {
            let blank = code.lines().position(|line| line.ends_with([' ', '\t']));
            assert_eq!(blank.map(|at| at + 1), None, "{}", path.display());
        }
    }
}
