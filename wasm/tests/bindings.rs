//! The bindings as JavaScript calls them, in Node: what crosses the boundary, and how.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "what fails in a helper fails the test that called it")]

use serde::Deserialize;
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use wso2_design_wasm::{
    Stock, answer, check, duplicate_row, explain, file, files, form, insert_row, lines_of, mend, move_row, patch,
    patterns, picture, products, read, remove_row, render, schema, set, share, starter, tasks, unshare, version,
};

/// A small design without an error.
const DESIGN: &str = r#"{"format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2", "nodes": [
    {"role": "manager", "addresses": "192.0.2.11-12"}, {"role": "worker", "addresses": "192.0.2.21-22"}]}"#;

#[derive(Deserialize)]
struct Rendered {
    files: Vec<File>,
}

#[derive(Deserialize)]
struct File {
    path: String,
    #[serde(with = "serde_bytes")]
    bytes: Vec<u8>,
}

/// An answer without bytes in it.
fn plain(answer: JsValue) -> Value {
    serde_wasm_bindgen::from_value(answer).unwrap()
}

fn argument(value: &Value) -> JsValue {
    serde::Serialize::serialize(value, &serde_wasm_bindgen::Serializer::json_compatible()).unwrap()
}

fn paths(answer: JsValue) -> Vec<String> {
    serde_wasm_bindgen::from_value::<Rendered>(answer).unwrap().files.into_iter().map(|file| file.path).collect()
}

fn text_of(edited: JsValue) -> Value {
    let edited = plain(edited);
    assert_eq!(edited["refused"], Value::Null);
    serde_json::from_str(edited["text"].as_str().unwrap()).unwrap()
}

#[wasm_bindgen_test]
fn what_is_known_is_listed() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
    assert!(plain(products()).as_array().unwrap().iter().any(|product| product["id"] == "esb"));
    assert!(plain(patterns()).as_array().unwrap().iter().any(|pattern| pattern["key"] == "symmetric"));
    assert!(plain(schema())["properties"]["nodes"].is_object());
    assert!(plain(explain("cluster.domain"))["settings"][0]["path"] == "cluster.domain");
    assert!(starter("esb", None, None).is_some());
    assert_eq!(starter("esb", Some("0.0.0".into()), None), None);
}

#[wasm_bindgen_test]
fn files_come_out_as_bytes() {
    let rendered = render(DESIGN, JsValue::UNDEFINED).unwrap();
    let first = js_sys::Reflect::get(&rendered, &"files".into()).unwrap().unchecked_into::<js_sys::Array>().get(0);
    assert!(js_sys::Reflect::get(&first, &"bytes".into()).unwrap().is_instance_of::<js_sys::Uint8Array>());
    let files = serde_wasm_bindgen::from_value::<Rendered>(rendered).unwrap().files;
    let guide = files.iter().find(|file| file.path == "guide.md").unwrap();
    assert_eq!(plain(file(DESIGN, "guide.md"))["text"], String::from_utf8(guide.bytes.clone()).unwrap());
    assert!(file(DESIGN, "none").is_null());
}

#[wasm_bindgen_test]
fn lists_of_files_agree() {
    let all = paths(render(DESIGN, JsValue::NULL).unwrap());
    let listed = plain(files(DESIGN));
    assert_eq!(listed.as_array().unwrap().iter().map(|file| file["path"].as_str().unwrap()).collect::<Vec<_>>(), all);
    let stock = Stock::new();
    assert_eq!(plain(stock.files(DESIGN)), listed);
    assert_eq!(paths(patch(DESIGN, &stock, JsValue::NULL).unwrap()), all);
    assert!(!plain(lines_of(DESIGN, "cluster.domain")).as_array().unwrap().is_empty());
    assert!(picture(DESIGN).unwrap().contains("<svg"));
    assert!(!plain(tasks(DESIGN)).as_array().unwrap().is_empty());
}

#[wasm_bindgen_test]
fn a_product_at_hand_is_patched() {
    let mut stock = Stock::new();
    let path = "repository/conf/carbon.xml";
    let carbon = b"<Server><Ports><Offset>0</Offset></Ports></Server>";
    assert!(!stock.add("none", path.to_owned(), carbon.to_vec()));
    assert!(stock.add("esb", path.to_owned(), carbon.to_vec()));
    let files = plain(stock.files(DESIGN));
    let whole = files.as_array().unwrap().iter().find(|file| file["path"].as_str().unwrap().ends_with("carbon.xml"));
    assert_eq!(whole.unwrap()["fragment"], false);
    assert!(plain(stock.file(DESIGN, whole.unwrap()["path"].as_str().unwrap()))["text"].as_str().unwrap().contains("<Offset>"));
    assert!(plain(stock.lines_of(DESIGN, "cluster.domain")).is_array());
}

#[wasm_bindgen_test]
fn findings_are_data_with_places_in_utf_16() {
    assert_eq!(plain(check(DESIGN))["ok"], true);
    assert_eq!(plain(read(DESIGN))["syntax"], "json");
    let text = "# 𝕏é\nname = \"NO\"\n";
    let found = plain(check(text));
    let places = found["diagnostics"].as_array().unwrap().iter().flat_map(|note| note["at"].as_array().unwrap());
    let name = places.into_iter().find(|place| place["path"] == "name").unwrap();
    assert_eq!(name["span"], json!({ "start": 13, "end": 17 }));
    assert_eq!(plain(render(text, JsValue::NULL).unwrap())["files"], json!([]));
}

#[wasm_bindgen_test]
fn changes_keep_the_rest() {
    assert_eq!(text_of(set(DESIGN, argument(&json!([["name", "bus"]]))).unwrap())["name"], "bus");
    assert_eq!(text_of(answer(DESIGN, "name", "bus".into()).unwrap())["name"], "bus");
    let row = argument(&json!({ "role": "worker", "addresses": "192.0.2.30" }));
    assert_eq!(text_of(insert_row(DESIGN, "nodes", 0, row).unwrap())["nodes"][0]["addresses"], "192.0.2.30");
    assert_eq!(text_of(remove_row(DESIGN, "nodes", 0))["nodes"].as_array().unwrap().len(), 1);
    assert_eq!(text_of(duplicate_row(DESIGN, "nodes", 0))["nodes"].as_array().unwrap().len(), 3);
    assert_eq!(text_of(move_row(DESIGN, "nodes", 0, 1))["nodes"][1]["role"], "manager");
    assert_eq!(plain(mend(DESIGN))["text"], DESIGN);
    assert!(plain(form(DESIGN))["steps"][0]["fields"].is_array());
}

#[wasm_bindgen_test]
fn wrong_arguments_are_errors_and_the_next_call_works() {
    assert!(render(DESIGN, 5.into()).is_err());
    assert!(set(DESIGN, "name".into()).is_err());
    assert!(render(DESIGN, argument(&json!({ "%%": "x" }))).is_err());
    assert_eq!(plain(answer(DESIGN, "no.such", 1.into()).unwrap())["refused"], "there is no question at `no.such`");
    assert_eq!(plain(check(DESIGN))["ok"], true);
}

#[wasm_bindgen_test]
fn a_link_comes_back_as_it_was() {
    let shared = plain(share(DESIGN));
    assert_eq!(plain(unshare(shared["fragment"].as_str().unwrap()))["text"], DESIGN);
    assert!(plain(unshare("#nonsense"))["fault"].is_object());
}
