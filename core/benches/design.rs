//! From the text of a design to the bytes of every file, in memory, by the number of nodes; and what copying the same
//! bytes once costs.

use divan::{Bencher, black_box};
use wso2_design_core::bundle::{Rendered, render};
use wso2_design_core::check;
use wso2_design_core::read::{Syntax, read};
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
