//! From the text of a design to the bytes of every file, in memory, by the number of nodes; and what copying the same
//! bytes once costs.

use divan::{Bencher, black_box};
use wso2_design_core::bundle::{Rendered, render};
use wso2_design_core::check;
use wso2_design_core::diagnostic::Fix;
use wso2_design_core::read::{Syntax, apply, read};
use wso2_design_core::value::SecretValues;

const SIZES: [usize; 4] = [3, 100, 1_000, 10_000];

fn main() {
    divan::main();
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn text_to_bundle(bencher: Bencher<'_, '_>, nodes: usize) {
    let design = design(nodes);
    bencher.bench(|| whole(black_box(&design)));
}

#[divan::bench(args = SIZES, sample_count = 10)]
fn text_to_plan(bencher: Bencher<'_, '_>, nodes: usize) {
    let design = design(nodes);
    bencher.bench(|| check(&read(black_box(&design), Syntax::Toml), SecretValues::default()));
}

/// What happens between a key and a frame of a designer: few nodes, many by ranges, many row by row.
const SHAPES: [&str; 3] = ["3", "1000 as ranges", "1000 rows"];

#[divan::bench(args = SHAPES, sample_count = 20)]
fn text_to_document(bencher: Bencher<'_, '_>, shape: &str) {
    let design = shaped(shape);
    bencher.bench(|| read(black_box(&design), Syntax::Toml));
}

#[divan::bench(args = SHAPES, sample_count = 20)]
fn document_to_plan(bencher: Bencher<'_, '_>, shape: &str) {
    let document = read(&shaped(shape), Syntax::Toml);
    bencher.bench(|| check(black_box(&document), SecretValues::default()));
}

#[divan::bench(args = SHAPES, sample_count = 20)]
fn plan_to_form(bencher: Bencher<'_, '_>, shape: &str) {
    let document = read(&shaped(shape), Syntax::Toml);
    let checked = check(&document, SecretValues::default());
    bencher.bench(|| wso2_design_core::form::form(document.tree(), checked.plan.as_ref(), black_box(&checked.notes)));
}

#[divan::bench(args = SHAPES, sample_count = 20)]
fn fix_into_text(bencher: Bencher<'_, '_>, shape: &str) {
    let design = shaped(shape);
    let fix = Fix::safe("").set("hosts.console", "console.example.com").set("nodes[1].member-port", 4100);
    bencher.bench(|| apply(black_box(&design), Syntax::Toml, &[&fix]));
}

fn shaped(shape: &str) -> String {
    match shape {
        "3" => design(3),
        "1000 rows" => design(1_000),
        // A range differs in its last octet: a row for each 250.
        _ => {
            let row = |third| format!("[[nodes]]\nrole = \"worker\"\naddresses = \"10.1.{third}.1-250\"\n");
            design(1) + &(0..4).map(row).collect::<String>()
        }
    }
}

/// The floor: the same bytes, copied file by file.
#[divan::bench(args = SIZES, sample_count = 10)]
fn copy_of_the_bundle(bencher: Bencher<'_, '_>, nodes: usize) {
    let rendered = whole(&design(nodes));
    bencher.bench(|| rendered.files.iter().map(|file| black_box(&file.bytes).to_vec()).collect::<Vec<_>>());
}

fn whole(design: &str) -> Rendered {
    let checked = check(&read(design, Syntax::Toml), SecretValues::default());
    match &checked.plan {
        Some(plan) if !checked.has_errors() => render(plan, design, None),
        _ => unreachable!("the design is good: {:?}", checked.notes),
    }
}

/// One manager and workers, each node said on its own, at addresses of its own.
fn design(nodes: usize) -> String {
    let mut text = String::from(
        "format = 1\nname = \"esb\"\nproduct = \"esb\"\nrelease = \"5.0.0\"\npattern = \"worker-manager-1\"\n\
         [hosts]\nservice = \"esb.example.com\"\n[database.mysql]\nhost = \"db.example.com\"\n",
    );
    for number in 0..nodes {
        let role = if number == 0 { "manager" } else { "worker" };
        let address = format!("10.{}.{}.{}", number / 62_500, number / 250 % 250, number % 250 + 1);
        text.push_str(&format!("[[nodes]]\nrole = \"{role}\"\naddress = \"{address}\"\n"));
    }
    text
}
