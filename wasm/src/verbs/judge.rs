use crate::js::object;
use crate::reading::reading;
use crate::view::{Checked, Diagnostic, Explanation, Reading, Task};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wso2_design_core::guide;

/// Reads a design's text: its grammar, what it says, and what cannot be read.
#[wasm_bindgen(unchecked_return_type = "Reading")]
pub fn read(text: &str) -> JsValue {
    object(&Reading::of(&reading(text)))
}

/// Decides and judges a design: everything that is wrong with it, the worst first, and what it comes to in a sentence.
#[wasm_bindgen(unchecked_return_type = "Checked")]
pub fn check(text: &str) -> JsValue {
    let reading = reading(text);
    let diagnostics = Diagnostic::all(&reading.checked.notes, &reading.document, text);
    let plan = reading.checked.plan.as_ref();
    object(&Checked { ok: !reading.checked.has_errors(), diagnostics, sentence: plan.map(guide::sentence) })
}

/// Explains a finding's code, a setting of a design such as `cluster.domain`, or a place in a product's file by the settings that
/// decide it.
#[wasm_bindgen(unchecked_return_type = "Explanation")]
pub fn explain(what: &str) -> JsValue {
    object(&Explanation::of(what))
}

/// What there is to do from the bundle to a cluster that runs, in order.
#[wasm_bindgen(unchecked_return_type = "Task[]")]
pub fn tasks(text: &str) -> JsValue {
    let reading = reading(text);
    let tasks = reading.sound().map_or_else(Vec::new, |plan| guide::tasks(plan, reading.parts()));
    object(&tasks.iter().map(Task::of).collect::<Vec<_>>())
}
