//! How long a file of the size of a stock axis2.xml takes.

use wso2_design_core::edit::xml::{Edit, Place, Step, Want, fragment, patch};
use wso2_design_core::edit::{Value, Why};
use wso2_design_core::format::xml::{Document, Element};

fn main() {
    divan::main();
}

const WAY: [&str; 2] = ["axisconfig", "clustering"];

/// About 44 kB, half of it comments.
fn file() -> String {
    let mut text = String::from("<axisconfig>\n    <clustering enable=\"false\">\n");
    for at in 0..15 {
        text += &format!(
            "        <!-- What parameter {at} is about. -->\n        <parameter name=\"p{at}\">{at}</parameter>\n"
        );
        text += &format!("        <!--<parameter name=\"q{at}\">{at}</parameter>-->\n");
    }
    text += "        <members>\n            <member>\n                <port>4000</port>\n            </member>\n        </members>\n    </clustering>\n";
    while text.len() < 44_000 {
        text += "    <!--\n        A transport, its port, and a longer remark on what it is for.\n    -->\n";
        text += "    <transportReceiver name=\"x\" class=\"org.example.Receiver\">\n        <parameter name=\"port\" locked=\"false\">8280</parameter>\n    </transportReceiver>\n";
    }
    text + "</axisconfig>\n"
}

fn edits() -> Vec<Edit> {
    let why = Why::new("The cluster needs it.", "cluster", "");
    let parameter = |name: String| {
        let at = Place::from(WAY).then(Step::with_attribute("parameter", "name", name));
        let want = Want::Text { text: Value::plain("value"), attributes: Vec::new() };
        Edit { at, want, after: None, why: why.clone() }
    };
    let mut edits: Vec<Edit> =
        (0..10).flat_map(|at| [parameter(format!("p{at}")), parameter(format!("q{at}"))]).collect();
    let member = Element::new("member").child(Element::text("hostName", "a")).child(Element::text("port", "4100"));
    edits.push(Edit {
        at: Place::from(WAY).then(Step::named("members")),
        want: Want::Children(vec![member; 3].into()),
        after: None,
        why,
    });
    edits
}

#[divan::bench]
fn parse(bencher: divan::Bencher<'_, '_>) {
    let file = file();
    bencher.bench(|| Document::parse(divan::black_box(&file)).is_ok());
}

#[divan::bench]
fn patch_a_parsed_file(bencher: divan::Bencher<'_, '_>) {
    let (file, edits) = (file(), edits());
    let Ok(document) = Document::parse(&file) else { return };
    bencher.bench(|| patch(divan::black_box(&document), &edits));
}

#[divan::bench]
fn fragment_of_21_statements(bencher: divan::Bencher<'_, '_>) {
    let (root, edits) = (Element::new("axisconfig"), edits());
    bencher.bench(|| fragment(divan::black_box(&root), &edits));
}
