//! xmllint reads every XML file: fragments, pictures, and patched stock.

#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use std::path::{Path, PathBuf};
use std::process::Command;
use wso2_design_core::bundle::{Rendered, Stock};
use wso2_design_core::catalogue::{PRODUCTS, pattern};
use wso2_design_core::design::Addresses;
use wso2_design_core::sample;
use wso2_design_tests::{Folder, cases, rendered, stock_of};

#[test]
fn it_reads_what_the_cases_give() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for case in cases().unwrap() {
        files.extend(written(&rendered(&case.design, None), &folder.path().join(&case.name)));
    }
    assert!(files.len() > 500, "{}", files.len());
    lint(&files);
}

#[test]
fn it_reads_patched_stock() {
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for product in PRODUCTS {
        for release in product.releases {
            let name = format!("{}-{}", product.id, release.version);
            let Some(stock) = stock_of(&name).map(|path| Folder::read(&path).unwrap()) else { continue };
            let Some(pattern) =
                release.line.patterns.iter().map(|key| pattern(*key)).find(|it| it.key != "independent")
            else {
                continue;
            };
            let mut design = format!(
                "format = 1\nname = \"x\"\nproduct = \"{}\"\nrelease = \"{}\"\npattern = \"{}\"\n",
                product.id, release.version, pattern.key
            );
            for spec in sample::nodes(pattern, release) {
                let Some(Addresses::List(list)) = &spec.addresses else { continue };
                let role = spec.role.map_or_else(String::new, |role| format!("role = \"{}\"\n", role.key()));
                let list: Vec<String> = list.iter().map(|address| format!("\"{address}\"")).collect();
                design += &format!("[[nodes]]\n{role}addresses = [{}]\n", list.join(", "));
            }
            let bundle = rendered(&design, Some(&stock as &dyn Stock));
            files.extend(written(&bundle, &folder.path().join(&name)));
        }
    }
    lint(&files);
}

/// Writes the XML files of a bundle; says where.
fn written(bundle: &Rendered, folder: &Path) -> Vec<PathBuf> {
    let xml = bundle.files.iter().filter(|file| file.path.ends_with(".xml") || file.path.ends_with(".svg"));
    xml.map(|file| {
        let path = folder.join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &file.bytes[..]).unwrap();
        path
    })
    .collect()
}

fn lint(files: &[PathBuf]) {
    for some in files.chunks(500) {
        match Command::new("xmllint").args(["--noout", "--nonet"]).args(some).output() {
            Ok(said) => assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr)),
            Err(_) => return println!("skipped: xmllint is not installed"),
        }
    }
}
