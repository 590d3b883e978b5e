//! Names that mean something to a load balancer, at every field of a design that may reach its files. What is refused is an
//! error that names the field. What is taken changes values, and never how the files are built: they have as many lines, words
//! and marks as those of a harmless design of the same shape.

#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use proptest::prelude::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::net::IpAddr;
use std::sync::Mutex;
use wso2_design_core::balancer::{BALANCERS, artifacts};
use wso2_design_core::bundle::Content;
use wso2_design_core::check;
use wso2_design_core::diagnostic::{Diagnostic, Severity};
use wso2_design_core::read::{Syntax, read};
use wso2_design_core::value::SecretValues;

/// A field, and a value of its own that harms nobody.
const FIELDS: [(&str, &str); 13] = [
    ("name", "plain"),
    ("description", "A plain sentence."),
    ("hosts.service", "plain.example.net"),
    ("hosts.console", "plain.example.net"),
    ("cluster.domain", "plain.domain"),
    ("nodes[0].name", "plain"),
    ("nodes[1].name", "plain"),
    ("nodes[1].address", "plain.example.net"),
    ("balancers[0].name", "plain"),
    ("balancers[0].address", "plain.example.net"),
    ("balancers[0].health-path", "/plain"),
    ("access.console[0]", "198.51.100.0/24"),
    ("database.mysql.host", "plain.example.net"),
];

fn design(program: &str) -> Value {
    json!({
        "format": 1, "name": "esb", "description": "d", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "hosts": { "service": "esb.example.com", "console": "mgt.example.com" },
        "cluster": { "domain": "d" },
        "nodes": [
            { "name": "m1", "role": "manager", "address": "192.0.2.11" },
            { "name": "w1", "role": "worker", "address": "192.0.2.21" },
            { "name": "w2", "role": "worker", "address": "192.0.2.22" },
        ],
        "balancers": [{ "name": "lb", "program": program, "address": "192.0.2.5", "health-path": "/alive", "sticky": "always" }],
        "access": { "console": ["203.0.113.0/24"] },
        "database": { "mysql": { "host": "db.example.com" } },
    })
}

/// The design with another value at a field.
fn with(program: &str, field: &str, value: &str) -> String {
    let mut design = design(program);
    let pointer = field.replace('[', ".").replace(']', "").replace('.', "/");
    *design.pointer_mut(&format!("/{pointer}")).unwrap() = value.into();
    design.to_string()
}

/// The files of the load balancer, or why there are none.
fn files(text: &str) -> Result<BTreeMap<String, String>, Vec<Diagnostic>> {
    let checked = check(&read(text, Syntax::Json), SecretValues::default());
    match &checked.plan {
        Some(plan) if !checked.has_errors() => {
            let text = |content| match content {
                Content::Whole(text) => text.to_string(),
                Content::Stock(_) => String::new(),
            };
            Ok(artifacts(plan).into_iter().map(|file| (file.path, text(file.content))).collect())
        }
        _ => Err(checked.notes.into_iter().filter(|note| note.severity == Severity::Error).collect()),
    }
}

/// A harmless value of the same kind and length: addresses of another family are written otherwise, and a dot of a name has a
/// backslash in an expression.
fn harmless(usual: &str, value: &str) -> String {
    let bare = value.trim_start_matches('[').trim_end_matches(']');
    let (address, network) = bare.split_once('/').map_or((bare, false), |(address, _)| (address, true));
    match address.parse::<IpAddr>() {
        Ok(IpAddr::V4(_)) if !network => "192.0.2.99".to_owned(),
        Ok(IpAddr::V6(_)) if !network => "2001:db8::99".to_owned(),
        Ok(IpAddr::V4(_)) => "198.51.100.0/24".to_owned(),
        Ok(IpAddr::V6(_)) => "2001:db8:99::/48".to_owned(),
        Err(_) if value.chars().all(|char| char.is_ascii_alphanumeric() || "./_~-".contains(char)) => {
            value.chars().map(|char| if char.is_ascii_alphanumeric() { 'p' } else { char }).collect()
        }
        Err(_) => usual.to_owned(),
    }
}

/// How a file is built: what is left of it when values are taken away. Comments on lines of their own are left out, as long ones flow
/// over several; what breaks out of one is no comment any more.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Build {
    lines: usize,
    /// Words, quoted or not: some grammars quote only what they must.
    words: usize,
    marks: BTreeMap<char, usize>,
}

impl Build {
    fn of(text: &str) -> Self {
        let mut build = Self::default();
        for line in text.lines() {
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                build.lines += 1;
                build.line(line);
            }
        }
        build
    }

    /// The words of a line, and the marks that one of the grammars gives a meaning.
    fn line(&mut self, line: &str) {
        let mut chars = line.chars();
        let mut in_word = false;
        while let Some(char) = chars.next() {
            match char {
                '"' | '\'' | '`' => {
                    self.words += usize::from(!in_word);
                    in_word = true;
                    let mut escaped = false;
                    for inside in chars.by_ref() {
                        if inside == char && !escaped {
                            break;
                        }
                        escaped = inside == '\\' && !escaped && char == '"';
                    }
                }
                // A remark behind what the line says.
                '#' if !in_word => return,
                _ if char.is_whitespace() => in_word = false,
                ';' | '{' | '}' | '$' | '#' | '(' | ')' | '<' | '>' | '|' | '&' | '%' | '\\' | '!' | '*' => {
                    *self.marks.entry(char).or_default() += 1;
                    in_word = false;
                }
                _ => {
                    self.words += usize::from(!in_word);
                    in_word = true;
                }
            }
        }
    }
}

/// How each file is built, by its path.
type Builds = BTreeMap<String, Build>;

fn builds(files: &BTreeMap<String, String>) -> Builds {
    files.iter().map(|(path, text)| (path.clone(), Build::of(text))).collect()
}

/// How the files of harmless designs are built: few designs, each asked for often.
fn plain_builds(text: &str) -> Option<Builds> {
    static KNOWN: Mutex<BTreeMap<String, Builds>> = Mutex::new(BTreeMap::new());
    if let Some(known) = KNOWN.lock().unwrap().get(text) {
        return Some(known.clone());
    }
    let made = builds(&files(text).ok()?);
    KNOWN.lock().unwrap().insert(text.to_owned(), made.clone());
    Some(made)
}

/// Refused with the field's name, or taken without a change to how the files are built.
fn judge(program: &str, field: &str, usual: &str, value: &str) -> Result<(), TestCaseError> {
    match files(&with(program, field, value)) {
        Err(errors) => {
            let names = |note: &Diagnostic| note.at.iter().any(|at| at.to_string().starts_with(field));
            prop_assert!(errors.iter().any(names), "{program}, {field} = {value:?}: {errors:#?}");
        }
        Ok(hostile) => {
            let plain = plain_builds(&with(program, field, &harmless(usual, value)));
            prop_assert!(plain.is_some(), "{program}, {field} = {usual:?} is not taken");
            prop_assert_eq!(Some(builds(&hostile)), plain, "{}, {} = {:?}", program, field, value);
            for text in hostile.values() {
                prop_assert!(text.chars().all(|char| char == '\n' || char == '\t' || !char.is_control()), "{text:?}");
                prop_assert!(!text.contains(['\u{202e}', '\u{2066}', '\u{2028}', '\u{2029}']), "{text:?}");
            }
        }
    }
    Ok(())
}

/// What one of the grammars takes for its own.
const NASTY: &[&str] = &[
    "a; return 200 x;",
    "a\"; b",
    "a'b",
    "`a`",
    "$host",
    "${x}",
    "%{ENV:PATH}e",
    "{{ .Values.x }}",
    "{$PATH}",
    "%[env(PATH)]",
    "a{b}",
    "a}",
    "a\nlisten 9;",
    "a\r\nb",
    "a # b",
    "# a",
    "a\\",
    "\\\"",
    "a\u{202e}b",
    "a\u{2028}b",
    "a\u{0}b",
    "a b",
    " a",
    "-a",
    "--",
    "*",
    "&a",
    "!a",
    "|",
    "a: b",
    "- a",
    "@a",
    "<a>",
    "~^a",
    "../a",
    "yes",
    "null",
    "1e3",
    "0x10",
    "bücher.example.com",
    "xn--bcher-kva.example.com",
    "EXAMPLE.COM",
    "a.example.com.",
    "::1",
    "[::1]",
    "2001:db8::5",
    "2001:db8::/32",
    "::ffff:192.0.2.1",
    "0.0.0.0/0",
    "192.0.2.7",
    "unix:/run/x",
    "/a;b",
    "/a/../b",
    "/a?b=c",
    "/%24host",
    "/a~b_c-d.e/",
    "",
];

#[test]
fn nothing_that_a_grammar_takes_for_its_own_passes() {
    for program in BALANCERS {
        for (field, usual) in FIELDS {
            for value in NASTY {
                judge(program.key, field, usual, value).unwrap();
            }
        }
    }
}

/// The longest that is allowed is a value like any other.
#[test]
fn long_names_are_names() {
    let label = "a".repeat(63);
    let host = format!("{label}.{label}.{label}.{}", "b".repeat(61));
    let domain = "d".repeat(120);
    for program in BALANCERS {
        for (field, usual) in FIELDS {
            for value in [&host, &domain, &"n".repeat(40), &format!("/{}", "p".repeat(199))] {
                judge(program.key, field, usual, value).unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_other_text_passes_either(
        field in 0..FIELDS.len(),
        value in prop_oneof![
            any::<String>(),
            "[ -~]{1,30}",
            "[a-z][a-z0-9.-]{0,40}[a-z]",
            "/[A-Za-z0-9_.~/-]{0,20}",
            "[0-9a-f:]{2,20}",
        ],
    ) {
        let (field, usual) = FIELDS[field];
        for program in BALANCERS {
            judge(program.key, field, usual, &value)?;
        }
    }
}
