//! Another reader of YAML, PyYAML, takes what is written for what is meant. It lives in an environment of its own in `target/`, which the
//! test makes; where Python or its package index is not to be had, the tests say so and pass.

#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::Value;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use wso2_design_core::bundle::{Content, StockFile, artifacts, render};
use wso2_design_core::edit::Why;
use wso2_design_core::edit::yaml::{Block, Edit, Place, Scalar, Step, Want, fragment};
use wso2_design_tests::{Folder, cases, plan, project, stock_of};

/// Reads one document after another, and answers each with a line of JSON.
const READER: &str = r#"
import json, sys, yaml
class Loader(yaml.SafeLoader): pass
for text in json.load(sys.stdin):
    print(json.dumps(yaml.load(text, Loader)))
"#;

/// A Python that has PyYAML.
fn python() -> Option<PathBuf> {
    let home = project().join("target/pyyaml");
    let python = home.join("bin/python");
    let works = |python: &Path| {
        let output = Command::new(python).args(["-c", "import yaml"]).output();
        output.is_ok_and(|output| output.status.success())
    };
    if !works(&python) {
        let made = Command::new("python3").args(["-m", "venv"]).arg(&home).output();
        if made.is_ok_and(|output| output.status.success()) {
            let _ = Command::new(&python).args(["-m", "pip", "install", "--quiet", "PyYAML==6.*"]).output();
        }
    }
    if works(&python) {
        return Some(python);
    }
    println!("skipped: PyYAML is not to be had here");
    None
}

/// What PyYAML makes of documents.
fn read(python: &Path, documents: &[String]) -> Vec<Value> {
    let mut reader =
        Command::new(python).args(["-c", READER]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let input = serde_json::to_vec(documents).unwrap();
    reader.stdin.take().unwrap().write_all(&input).unwrap();
    let output = reader.wait_with_output().unwrap();
    assert!(output.status.success());
    let lines: Vec<Value> =
        String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), documents.len());
    lines
}

#[test]
fn hostile_texts_come_back() {
    let Some(python) = python() else { return };
    let texts = prop_oneof![
        any::<String>(),
        "[-+0-9a-fxoOnNyYeE.:_ ]{0,8}",
        "[ \\n\\t\"'#:{}\\[\\]&*!|>%@`,?~=<-]{0,8}",
        "(?i)y|n|yes|no|on|off|true|false|null|~|\\.inf|-\\.nan|<<|=",
    ];
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let texts: Vec<String> = (0..2000).map(|_| texts.new_tree(&mut runner).unwrap().current()).collect();
    let document = |text: &String| {
        let block = Block::List(vec![
            Block::Scalar(Scalar::text(text.clone())),
            Block::Mapping(vec![(text.clone().into(), Block::Scalar(Scalar::Bool(true)))]),
        ]);
        fragment(&[Edit { at: Place::from(["k"]), want: Want::Block(block), why: Why::new("A reason:\n - x", "", "") }])
    };
    let documents: Vec<String> = texts.iter().map(document).collect();
    for ((text, document), value) in texts.iter().zip(&documents).zip(read(&python, &documents)) {
        assert_eq!(value, serde_json::json!({ "k": [text, { text: true }] }), "{document}");
    }
}

#[test]
fn every_file_says_what_its_statements_want() {
    let Some(python) = python() else { return };
    let stock = stock_of("ei-6.5.0").map(|folder| Folder::read(&folder).unwrap());
    for case in cases().unwrap() {
        let plan = plan(&case.design);
        for stock in [None, stock.as_ref()] {
            let rendered = render(&plan, &case.design, stock.map(|stock| stock as _));
            for artifact in artifacts(&plan) {
                let Content::Stock(file) = &artifact.content else { continue };
                let StockFile::Yaml(edits) = &**file else { continue };
                let end = format!("/{}", artifact.path);
                let mine = |path: &str| path.starts_with(&artifact.owner.folder()) && path.ends_with(&end);
                let file = rendered.files.iter().find(|file| mine(&file.path)).unwrap();
                let text = String::from_utf8(file.bytes.to_vec()).unwrap();
                let value = read(&python, &[text]).remove(0);
                for edit in edits {
                    let found = find(&value, &edit.at.0);
                    let holds = match &edit.want {
                        Want::Value(Scalar::Text(text)) => found == Some(&Value::from(text.text())),
                        Want::Value(Scalar::Integer(number)) => found == Some(&Value::from(*number)),
                        Want::Value(Scalar::Bool(yes)) => found == Some(&Value::from(*yes)),
                        Want::Block(_) => found.is_some(),
                        Want::Absent => found.is_none(),
                    };
                    assert!(holds, "{} {}: {edit}: {found:?}", case.name, file.path);
                }
            }
        }
    }
}

fn find<'v>(mut value: &'v Value, steps: &[Step]) -> Option<&'v Value> {
    for step in steps {
        value = match step {
            Step::Key(key) => value.get(&**key)?,
            Step::Item { key, text } => {
                let tells = |item: &&Value| {
                    let at = key.iter().try_fold(*item, |item, key| item.get(key));
                    at.and_then(Value::as_str) == Some(text)
                };
                value.as_array()?.iter().find(tells)?
            }
        };
    }
    Some(value)
}
