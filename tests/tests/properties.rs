//! Properties of the whole way from a text to files.

use proptest::prelude::*;
use std::collections::BTreeMap;
use wso2_design_core::bundle::{Content, StockFile, artifacts, render};
use wso2_design_core::edit::xml::{self, Want};
use wso2_design_core::format::xml::{Document, Node};
use wso2_design_core::read::{Syntax, as_toml, read};
use wso2_design_core::value::{Secret, SecretValues};
use wso2_design_core::{check, resolved};
use wso2_design_tests::{cases, plan, rendered};

proptest! {
    // A failure is told in full; no file of past ones is kept.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_is_too_strange_to_read(text in any::<String>()) {
        for syntax in [Syntax::Toml, Syntax::Json] {
            let document = read(&text, syntax);
            prop_assert!(document.design.is_none());
            for note in &document.notes {
                note.at.iter().for_each(|path| assert!(document.span(path).is_none_or(|span| span.start <= span.end)));
            }
        }
    }

    /// A good design with some of its bytes changed is read, judged and, if it is still good, rendered.
    #[test]
    fn no_damage_to_a_design_is_too_strange_either(at in 0_usize..600, length in 0_usize..9, with in "\\PC{0,9}") {
        let mut text = DESIGN.to_owned();
        let at = at.min(text.len());
        text.replace_range(at..(at + length).min(text.len()), &with);
        let document = read(&text, Syntax::Toml);
        let checked = check(&document, SecretValues::default());
        for note in &checked.notes {
            note.at.iter().for_each(|path| {
                let _ = document.span(path).map(|span| text.get(span).map(str::len));
            });
        }
        if let (Some(plan), false) = (&checked.plan, checked.has_errors()) {
            prop_assert!(!render(plan, &text, None).files.is_empty());
        }
    }

    /// Whatever a password or a property holds, every format carries it over intact.
    #[test]
    fn special_characters_arrive_intact(
        password in "[^\\p{C}\u{2028}\u{2029}]{1,40}",
        property in "[^\\p{C}\u{2028}\u{2029}]{1,40}",
    ) {
        let mut secrets = SecretValues::default();
        secrets.insert(Secret::Env("P".to_owned()), password.clone());
        let design = format!(
            "{DESIGN}\n[cluster.hazelcast]\n\"hazelcast.x\" = {}\n",
            serde_json::to_string(&property).unwrap()
        );
        let document = read(&design, Syntax::Toml);
        let checked = check(&document, secrets);
        prop_assert!(!checked.has_errors(), "{:?}", checked.notes);
        let plan = checked.plan.unwrap();
        let bundle = render(&plan, &design, None);
        let file = |end: &str| {
            let file = bundle.files.iter().find(|file| file.path.ends_with(end)).unwrap();
            String::from_utf8(file.bytes.to_vec()).unwrap()
        };
        let datasources = file("master-datasources.xml");
        let document = Document::parse(&datasources).unwrap();
        let found = texts(document.root(), "password");
        // White space around a text is no part of it in XML.
        prop_assert!(found.iter().any(|text| text.trim() == password.trim()), "{password:?} in {found:?}");
        let properties = file("hazelcast.properties");
        let parsed = wso2_design_core::format::properties::Document::parse(&properties);
        prop_assert_eq!(&parsed.entry("hazelcast.x").unwrap().value, &property);
    }
}

/// A secret that the design holds itself, in any spelling: only files for their owner's eyes have it.
#[test]
fn what_holds_a_secret_is_private() {
    for secret in [
        "[database.mysql.schemas.registry]\nurl = \"jdbc:mysql://h/d?user=u&password=hunter2\"\n",
        "[database.mysql.schemas.registry]\npassword = \"pl\\u0061in:hunter2\"\n",
        "[artifacts.svn]\nurl = \"https://u:hunter2@svn.example.com/\"\nuser = \"u\"\npassword = \"env:P\"\n",
        "[cluster.membership.aws]\naccess-key = \"plain:hunter2\"\nsecret-key = \"env:K\"\n",
        "[access]\nadmin-password = \"plain:hunter2\"\n",
        "[tls]\nkeystore-password = \"plain:hunter2\"\n",
    ] {
        // The AWS scheme has ports of its own.
        let design = format!("{}\n{secret}", DESIGN.replace("member-port = 4200", ""));
        let files = rendered(&design, None).files;
        let holders: Vec<_> =
            files.iter().filter(|file| String::from_utf8_lossy(&file.bytes).contains("hunter2")).collect();
        assert!(holders.len() > 1, "{secret}");
        for file in holders {
            assert_eq!(file.mode.bits() & 0o077, 0, "{} of {secret}", file.path);
        }
        assert!(!format!("{:?}", plan(&design)).contains("hunter2"), "{secret}");
    }
}

/// What would be slow if anything looked at every pair.
#[test]
fn crowds_are_decided_in_no_time() {
    let crowd = |addresses: String| format!("{DESIGN}\n[[nodes]]\nrole = \"worker\"\naddresses = [{addresses}]\n");
    let one_machine = crowd("\"192.0.2.99\",".repeat(9_000));
    let checked = check(&read(&one_machine, Syntax::Toml), SecretValues::default());
    assert_eq!(checked.plan.unwrap().nodes.len(), 9_004);
    let balancers = format!("{DESIGN}\n{}", "[[balancers]]\n".repeat(5_000));
    let checked = check(&read(&balancers, Syntax::Toml), SecretValues::default());
    assert!(checked.notes.iter().any(|note| note.code == "too-many-balancers"));
    let networks: String = (0..5_000).map(|number| format!("[[networks]]\nname = \"n{number}\"\n")).collect();
    let checked = check(&read(&format!("{DESIGN}\n{networks}"), Syntax::Toml), SecretValues::default());
    assert!(checked.notes.iter().any(|note| note.code == "too-many-networks"));
}

#[test]
fn what_was_decided_decides_to_the_same() {
    for case in cases().unwrap() {
        // A literal secret is masked in what was decided, so that it cannot decide to the same.
        if case.design.contains("plain:") {
            continue;
        }
        let first = rendered(&case.design, None);
        let said = resolved(&plan(&case.design));
        let second = rendered(&said, None);
        let node_files = |files: &[wso2_design_core::bundle::File]| -> BTreeMap<String, String> {
            let kept =
                files.iter().filter(|file| !matches!(file.path.as_str(), "design.toml" | "bundle.json" | "guide.md"));
            kept.map(|file| (file.path.clone(), String::from_utf8_lossy(&file.bytes).into_owned())).collect()
        };
        let (first, second) = (node_files(&first.files), node_files(&second.files));
        for (path, text) in &first {
            assert_eq!(second.get(path), Some(text), "{} {path}\n{said}", case.name);
        }
        assert_eq!(first.len(), second.len(), "{}", case.name);
    }
}

#[test]
fn json_says_the_same_as_toml() {
    for case in cases().unwrap() {
        let design = read(&case.design, Syntax::Toml).design.unwrap();
        if case.design.contains("plain:") {
            continue;
        }
        let json = serde_json::to_string(&design).unwrap();
        assert_eq!(read(&json, Syntax::Json).design.as_ref(), Some(&design), "{}", case.name);
        let toml = as_toml(&json, Syntax::Json);
        assert_eq!(read(&toml, Syntax::Toml).design, Some(design), "{}\n{toml}", case.name);
    }
}

#[test]
fn rendering_twice_gives_the_same_bytes() {
    for case in cases().unwrap() {
        assert_eq!(rendered(&case.design, None), rendered(&case.design, None), "{}", case.name);
    }
}

#[test]
fn every_fragment_holds_what_its_statements_say() {
    for case in cases().unwrap() {
        for artifact in artifacts(&plan(&case.design)) {
            let Content::Stock(stock) = &artifact.content else { continue };
            let StockFile::Xml { root, edits } = &**stock else { continue };
            let text = xml::fragment(root, edits);
            let document = Document::parse(&text).unwrap();
            for edit in edits.iter().filter(|edit| !matches!(edit.want, Want::Absent)) {
                let finding = edit.check(&document);
                assert_eq!(finding, wso2_design_core::edit::Finding::Holds, "{} {}: {edit}", case.name, artifact.path);
            }
            assert!(!root.content.iter().any(|node| matches!(node, Node::Text(_))));
        }
    }
}

const DESIGN: &str = r#"format = 1
name = "esb"
description = "a cluster"
product = "esb"
release = "5.0.0"
pattern = "worker-manager-2"

[hosts]
service = "esb.example.com"

[[nodes]]
role = "manager"
addresses = "192.0.2.11-12"

[[nodes]]
role = "worker"
addresses = ["192.0.2.21", "192.0.2.22"]
member-port = 4200

[[balancers]]
name = "lb"
program = "nginx"
version = "1.22.1"

[database.mysql]
host = "db.example.com"

[database.mysql.schemas.users]
password = "env:P"
"#;

fn texts(tag: wso2_design_core::format::xml::Tag<'_>, name: &str) -> Vec<String> {
    let mut found = Vec::new();
    for child in tag.elements() {
        if child.local_name() == name {
            found.push(child.content().into_owned());
        }
        found.extend(texts(child, name));
    }
    found
}
