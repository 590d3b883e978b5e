//! Real stock files: patching changes what is managed and nothing else, once is enough, and afterwards nothing drifts.
//! They belong to their makers: where they are not beside the project, the tests say so and pass.

#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use imara_diff::{Algorithm, Diff, InternedInput};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use wso2_design_core::bundle::{
    self, Artifact, Content, Drifted, Rendered, StockFile, StockFinding, StockTrouble, artifacts, render,
};
use wso2_design_core::catalogue::{PRODUCTS, pattern};
use wso2_design_core::design::Addresses;
use wso2_design_core::edit::{Finding, properties, toml, xml, yaml};
use wso2_design_core::format::xml::{Document, Element, Node, Source};
use wso2_design_core::plan::Plan;
use wso2_design_core::sample;
use wso2_design_tests::{Folder, cases, plan, stock_of};

#[test]
fn patched_stock_differs_in_what_is_managed_and_in_nothing_else() {
    for_each_release_and_pattern(|release, plan, stock, rendered| {
        assert_eq!(in_trouble(release, rendered), Vec::<&StockFinding>::new(), "{release}");
        for artifact in artifacts(plan) {
            let Content::Stock(file) = &artifact.content else { continue };
            let path = format!("{}{}", artifact.owner.folder(), artifact.path);
            let Some(before) = bytes_of(stock, &artifact.path) else { continue };
            let after = file_of(rendered, &path);
            let managed = managed(file, &before);
            for line in changed_lines(&before, &after) {
                let known = line.is_empty() || managed.iter().any(|word| line.contains(word.as_str()));
                assert!(known, "{release} {path}: «{line}» is not managed; managed are {managed:?}");
            }
        }
    });
}

#[test]
fn patching_twice_is_patching_once_and_nothing_drifts() {
    for_each_release_and_pattern(|release, plan, _, rendered| {
        let design = "";
        // Every node's own patched files are the stock of a second run.
        for node in &plan.nodes {
            let prefix = format!("nodes/{}/", node.name);
            let again = Stock(rendered, &prefix);
            let second = render(plan, design, Some(&again));
            for file in second.files.iter().filter(|file| file.path.starts_with(&prefix)) {
                let first = file_of(rendered, &file.path);
                assert_eq!(String::from_utf8_lossy(&file.bytes), first, "{release} {}", file.path);
            }
        }
        for artifact in artifacts(plan) {
            let path = format!("{}{}", artifact.owner.folder(), artifact.path);
            if !rendered.files.iter().any(|file| file.path == path) {
                continue;
            }
            for (statement, finding) in drift(&artifact, &file_bytes(rendered, &path)) {
                assert_eq!(finding, Finding::Holds, "{release} {path}: {statement}");
            }
        }
        // The same as a machine has it: with the marks, and with what was filled in for them.
        for fill in [None, Some("hunter2")] {
            let told: Vec<String> = bundle::drift(plan, &laid_out(plan, rendered, fill))
                .into_iter()
                .filter(|drift| drift.what != Drifted::Missing)
                .map(|drift| drift.to_string())
                .collect();
            assert_eq!(told, Vec::<String>::new(), "{release} {fill:?}");
        }
    });
}

/// The whole files of a bundle, with something in the place of every secret.
fn laid_out(plan: &Plan, rendered: &Rendered, fill: Option<&str>) -> BTreeMap<String, Vec<u8>> {
    let marks: Vec<String> = plan.secret_references().into_iter().map(|secret| format!("@{secret}@")).collect();
    let whole = rendered.files.iter().filter(|file| !file.path.contains("/fragments/"));
    whole
        .map(|file| {
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            let filled = fill.map(|fill| marks.iter().fold(text.clone(), |text, mark| text.replace(mark, fill)));
            (file.path.clone(), filled.unwrap_or(text).into_bytes())
        })
        .collect()
}

#[test]
fn the_manuals_own_cluster_is_kept_as_the_difference_from_stock() {
    let Some(folder) = stock_of("esb-5.0.0") else { return };
    let stock = Folder::read(&folder).unwrap();
    let case = cases().unwrap().into_iter().find(|case| case.name == "esb-500-manual").unwrap();
    let plan = plan(&case.design);
    let rendered = render(&plan, &case.design, Some(&stock));
    let mut text = String::new();
    for artifact in artifacts(&plan) {
        let Some(before) = bytes_of(&stock, &artifact.path) else { continue };
        let path = format!("{}{}", artifact.owner.folder(), artifact.path);
        let after = file_of(&rendered, &path);
        text.push_str(&format!("{path}\n{}\n", difference(&before, &after)));
    }
    let kept = case.folder.join("stock/esb-5.0.0.diff");
    if std::env::var_os("UPDATE_CASES").is_some() {
        std::fs::create_dir_all(kept.parent().unwrap()).unwrap();
        std::fs::write(&kept, &text).unwrap();
    }
    assert_eq!(std::fs::read_to_string(kept).unwrap_or_default(), text);
}

/// Every release whose stock is at hand, under every pattern.
fn for_each_release_and_pattern(check: impl Fn(&str, &Plan, &Folder, &Rendered)) {
    for product in PRODUCTS {
        for release in product.releases {
            let name = format!("{}-{}", product.pack, release.version);
            let Some(folder) = stock_of(&name) else { continue };
            let stock = Folder::read(Path::new(&folder)).unwrap();
            for pattern in release.line.patterns.iter().map(|key| pattern(*key)) {
                let mut nodes = String::new();
                for spec in sample::nodes(pattern, release) {
                    let Some(Addresses::List(list)) = &spec.addresses else { continue };
                    let role = spec.role.map_or_else(String::new, |role| format!("role = \"{}\"\n", role.key()));
                    let list: Vec<String> = list.iter().map(|address| format!("\"{address}\"")).collect();
                    nodes += &format!("[[nodes]]\n{role}addresses = [{}]\n", list.join(", "));
                }
                let design = format!(
                    "format = 1\nname = \"x\"\nproduct = \"{}\"\nrelease = \"{}\"\npattern = \"{}\"\n[hosts]\nservice = \"svc.example.com\"\n[database.postgresql]\nhost = \"db.example.com\"\n{nodes}",
                    product.id, release.version, pattern.key
                );
                let plan = plan(&design);
                let rendered = render(&plan, &design, Some(&stock));
                check(&format!("{name} {}", pattern.key), &plan, &stock, &rendered);
            }
        }
    }
}

/// What was not as expected. Not all files of every release are at hand; one that is not is a fragment, and says nothing here.
fn in_trouble<'r>(release: &str, rendered: &'r Rendered) -> Vec<&'r StockFinding> {
    let is_there = |finding: &&StockFinding| {
        let missing = finding.trouble == StockTrouble::Missing;
        if missing {
            println!("skipped: no stock file {} of {release}", finding.path);
        }
        !missing
    };
    rendered.findings.iter().filter(is_there).collect()
}

/// The patched files of one node, as stock.
struct Stock<'r>(&'r Rendered, &'r str);

impl wso2_design_core::bundle::Stock for Stock<'_> {
    fn has(&self, _product: &str) -> bool {
        true
    }

    fn file(&self, _product: &str, path: &str) -> Option<&[u8]> {
        let path = format!("{}{path}", self.1);
        self.0.files.iter().find(|file| file.path == path).map(|file| &*file.bytes)
    }
}

fn bytes_of(stock: &Folder, path: &str) -> Option<String> {
    use wso2_design_core::bundle::Stock as _;
    stock.file("", path).map(|bytes| String::from_utf8_lossy(bytes).into_owned())
}

fn file_bytes(rendered: &Rendered, path: &str) -> Vec<u8> {
    rendered.files.iter().find(|file| file.path == path).map(|file| file.bytes.to_vec()).unwrap_or_default()
}

fn file_of(rendered: &Rendered, path: &str) -> String {
    String::from_utf8_lossy(&file_bytes(rendered, path)).into_owned()
}

/// What every statement of a file finds in it.
fn drift(artifact: &Artifact, bytes: &[u8]) -> Vec<(String, Finding)> {
    let Content::Stock(file) = &artifact.content else { return Vec::new() };
    match &**file {
        StockFile::Xml { edits, .. } => {
            let source = Source::read(bytes).unwrap();
            let document = Document::parse(source.text()).unwrap();
            edits.iter().map(|edit: &xml::Edit| (edit.to_string(), edit.check(&document))).collect()
        }
        StockFile::Properties(edits) | StockFile::Shipped { edits, .. } => {
            let source = wso2_design_core::format::properties::Source::read(bytes);
            let document = wso2_design_core::format::properties::Document::parse(source.text());
            edits.iter().map(|edit: &properties::Edit| (edit.to_string(), edit.check(&document))).collect()
        }
        StockFile::Yaml(edits) => {
            let text = std::str::from_utf8(bytes).unwrap();
            let document = wso2_design_core::format::yaml::Document::parse(text).unwrap();
            edits.iter().map(|edit: &yaml::Edit| (edit.to_string(), edit.check(&document))).collect()
        }
        StockFile::Toml(edits) => {
            let text = std::str::from_utf8(bytes).unwrap();
            let findings = toml::check(text, edits).unwrap();
            edits.iter().map(ToString::to_string).zip(findings).collect()
        }
    }
}

/// The words that a changed line may hold: the names that the statements speak of.
fn managed(file: &StockFile, before: &str) -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let edits = match file {
        StockFile::Xml { edits, .. } => edits,
        StockFile::Properties(edits) | StockFile::Shipped { edits, .. } => {
            return edits.iter().map(|edit| edit.key.to_string()).collect();
        }
        StockFile::Yaml(edits) => {
            let step = |step: &yaml::Step| match step {
                yaml::Step::Key(key) => vec![format!("{key}:"), format!("{key} :")],
                yaml::Step::Item { key, text } => vec![format!("{}: {text}", key.last().unwrap())],
            };
            return edits.iter().flat_map(|edit| &edit.at.0).flat_map(step).collect();
        }
        StockFile::Toml(edits) => {
            edits.iter().for_each(|edit| names_of_toml(edit, before, &mut words));
            return words;
        }
    };
    for edit in edits {
        if let Some(step) = edit.at.0.last() {
            match &step.key {
                Some(xml::Key::Attribute(_, value)) => words.insert(format!("\"{value}\"")),
                Some(xml::Key::Child(..)) | None => words.insert(step.name.to_string()),
            };
        }
        match &edit.want {
            xml::Want::Attribute { name, .. } => {
                words.insert(format!("{name}="));
            }
            xml::Want::Element(element) => names(element, &mut words),
            xml::Want::Children(children) => children.iter().for_each(|child| names(child, &mut words)),
            xml::Want::Text { .. } | xml::Want::Absent => {}
        }
    }
    words
}

fn names_of_toml(edit: &toml::Edit, before: &str, words: &mut BTreeSet<String>) {
    for step in &edit.at.0 {
        match step {
            toml::Step::Key(key) => words.extend([key.to_string()]),
            toml::Step::Entry { array, text, .. } => words.extend([array.to_string(), text.to_string()]),
        }
    }
    match &edit.want {
        // A long list has a line for each of its items.
        toml::Want::Value(toml::Item::List(items)) => words.extend(items.iter().map(ToString::to_string)),
        toml::Want::Tables(tables) => {
            words.extend(tables.iter().flatten().flat_map(|(keys, _)| keys.iter().map(ToString::to_string)));
        }
        // What is in a table that goes is managed, whatever it is.
        toml::Want::Absent => {
            let after = toml::patch(before, std::slice::from_ref(edit)).unwrap().text;
            words.extend(changed_lines(before, &after).into_iter().filter(|line| !line.is_empty()));
        }
        toml::Want::Value(_) | toml::Want::Present(_) => {}
    }
}

fn names(element: &Element, words: &mut BTreeSet<String>) {
    words.insert(format!("<{}", element.name));
    words.insert(format!("</{}>", element.name));
    for node in &element.content {
        if let Node::Element(child) = node {
            names(child, words);
        }
    }
}

/// The lines that went and came. A last line without an end is not changed by getting one.
fn changed_lines(before: &str, after: &str) -> Vec<String> {
    let ended = |text: &str| format!("{}\n", text.strip_suffix('\n').unwrap_or(text));
    let lines = difference(&ended(before), &ended(after));
    lines.lines().filter_map(|line| line.get(1..)).map(|line| line.trim().to_owned()).collect()
}

/// The lines that went and came, without any around them.
fn difference(before: &str, after: &str) -> String {
    let input = InternedInput::new(before, after);
    let diff = Diff::compute(Algorithm::Histogram, &input);
    let mut text = String::new();
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split('\n').collect(), after.split('\n').collect());
    for hunk in diff.hunks() {
        hunk.before.for_each(|line| text.push_str(&format!("-{}\n", old[line as usize].trim_end_matches('\r'))));
        hunk.after.for_each(|line| text.push_str(&format!("+{}\n", new[line as usize].trim_end_matches('\r'))));
    }
    text
}
