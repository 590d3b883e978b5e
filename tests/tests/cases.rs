//! Cases: a folder with a design, and beside it what comes out. `UPDATE_CASES=1` writes the outcome anew, for a person
//! to review as a difference.

#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use wso2_design_core::bundle::render;
use wso2_design_core::catalogue::{PRODUCTS, Release, VENDORS};
use wso2_design_core::delivery::{self, DELIVERIES};
use wso2_design_core::design::Role;
use wso2_design_core::membership::SCHEMES;
use wso2_design_core::read::{Syntax, read};
use wso2_design_core::sample;
use wso2_design_core::value::SecretValues;
use wso2_design_core::{Checked, check};
use wso2_design_tests::{Case, cases};

#[test]
fn every_case_comes_out_as_it_is_kept() {
    let update = std::env::var_os("UPDATE_CASES").is_some();
    let mut different = Vec::new();
    for case in cases().unwrap() {
        let now = outcome(&case);
        let kept = kept(&case.folder);
        if now == kept {
            continue;
        }
        if update {
            write(&case.folder, &now);
            continue;
        }
        let paths = now.keys().chain(kept.keys()).filter(|path| now.get(*path) != kept.get(*path));
        different.extend(paths.map(|path| format!("{}/{path}", case.name)));
    }
    different.sort();
    different.dedup();
    assert!(different.is_empty(), "not as kept (UPDATE_CASES=1 writes them anew):\n{}", different.join("\n"));
}

#[test]
fn the_cases_cover_every_list() {
    let mut seen = BTreeMap::new();
    for case in cases().unwrap() {
        let document = read(&case.design, Syntax::Toml);
        let Some(plan) = check(&document, SecretValues::default()).plan else { continue };
        let vendor = plan.database.as_ref().map_or("none", |database| database.vendor.key);
        seen.insert(format!("{} {}", plan.product.id, plan.pattern.key), ());
        seen.insert(format!("scheme {}", plan.cluster.membership.key()), ());
        seen.insert(format!("vendor {vendor}"), ());
        seen.insert(format!("delivery {}", delivery::way(&plan.delivery).key), ());
        seen.insert(line(plan.product.id, plan.release), ());
        seen.extend(plan.roles().into_iter().map(|role| (role_of(plan.product.id, plan.release, role), ())));
    }
    let layouts = || sample::layouts().map(|(product, release, pattern)| (product.id, release, pattern));
    let wanted = layouts()
        .map(|(product, _, pattern)| format!("{product} {}", pattern.key))
        .chain(layouts().map(|(product, release, _)| line(product, release)))
        .chain(layouts().flat_map(|(product, release, pattern)| {
            pattern.roles.of(release).into_iter().map(move |(role, _)| role_of(product, release, role))
        }))
        .chain(SCHEMES.iter().map(|scheme| format!("scheme {}", scheme.key)))
        .chain(DELIVERIES.iter().map(|way| format!("delivery {}", way.key)))
        .chain(VENDORS.iter().map(|vendor| format!("vendor {}", vendor.key)));
    let missing: Vec<String> = wanted.filter(|wanted| !seen.contains_key(wanted)).collect();
    assert_eq!(missing, Vec::<String>::new(), "no case for these");
}

/// The line of a release, by its first one.
fn line(product: &str, release: &Release) -> String {
    let all = PRODUCTS.iter().flat_map(|product| product.releases);
    let first = all.into_iter().find(|other| std::ptr::eq(other.line, release.line));
    format!("the line of {product} {}", first.map_or_else(String::new, |first| first.version.to_string()))
}

fn role_of(product: &str, release: &Release, role: Role) -> String {
    format!("{} in {}", role.key(), line(product, release))
}

fn outcome(case: &Case) -> BTreeMap<String, Vec<u8>> {
    let document = read(&case.design, Syntax::Toml);
    let checked = check(&document, SecretValues::default());
    let mut files = BTreeMap::from([("diagnostics".to_owned(), diagnostics(&checked).into_bytes())]);
    if let (Some(plan), false) = (&checked.plan, checked.has_errors()) {
        for file in render(plan, &case.design, None).files {
            // The design stands beside the outcome, and the list of digests says nothing that the files do not.
            if !matches!(file.path.as_str(), "design.toml" | "bundle.json") {
                files.insert(format!("out/{}", file.path), file.bytes.to_vec());
            }
        }
    }
    files
}

fn diagnostics(checked: &Checked) -> String {
    let mut text = String::new();
    for note in &checked.notes {
        let places: Vec<String> = note.at.iter().map(ToString::to_string).collect();
        let _ = writeln!(text, "{} {} {}\n    {}", note.severity, note.code, places.join(", "), note.message);
        if !note.help.is_empty() {
            let _ = writeln!(text, "    help: {}", note.help);
        }
        if let Some(fix) = &note.fix {
            let _ = writeln!(text, "    fix: {}", fix.title);
        }
    }
    text
}

fn kept(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut todo = vec![folder.to_owned()];
    while let Some(inside) = todo.pop() {
        for entry in fs::read_dir(&inside).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
            match path.is_dir() {
                true if name != "stock" => todo.push(path),
                false if name != "design.toml" => {
                    files.insert(name, fs::read(path).unwrap());
                }
                _ => {}
            }
        }
    }
    files
}

fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) {
    let _ = fs::remove_dir_all(folder.join("out"));
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}
