use crate::js::{argument, object};
use crate::reading::{Reading, reading};
use crate::view::{Diagnostic, Entry, Made, Rendered, Shown};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use wso2_design_core::bundle::{self, Stock};
use wso2_design_core::diagnostic::Path;
use wso2_design_core::value::{Secret, SecretValues};
use wso2_design_core::{check, guide, read};

/// Renders every file of a cluster. Nothing is rendered of a design with an error: `diagnostics` says why.
///
/// `secrets` says what references stand for, such as `{"env:DB_PASSWORD": "…"}`; without it marks stand in the files.
///
/// # Errors
/// The secrets are no table of references and texts.
#[wasm_bindgen(unchecked_return_type = "Rendered")]
pub fn render(
    text: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "Secrets | null")] secrets: JsValue,
) -> Result<JsValue, JsError> {
    rendered(text, None, secrets)
}

/// The list of a cluster's files, without what is in them; empty where the design has an error.
#[wasm_bindgen(unchecked_return_type = "Entry[]")]
pub fn files(text: &str) -> JsValue {
    listed(text, None)
}

/// One file by its path in the bundle, and what each of its lines comes from. Nothing where there is no such file.
#[wasm_bindgen(unchecked_return_type = "Shown | null")]
pub fn file(text: &str, path: &str) -> JsValue {
    shown(text, path, None)
}

/// Which lines of which files a setting of the design makes.
#[wasm_bindgen(js_name = linesOf, unchecked_return_type = "Made[]")]
pub fn lines_of(text: &str, path: &str) -> JsValue {
    made(text, path, None)
}

/// The cluster as a picture, in SVG; also of a design that has faults, as far as it can be drawn.
#[wasm_bindgen]
pub fn picture(text: &str) -> Option<String> {
    reading(text).checked.plan.as_ref().map(guide::picture)
}

pub(super) fn rendered(text: &str, stock: Option<&dyn Stock>, secrets: JsValue) -> Result<JsValue, JsError> {
    let secrets: Option<BTreeMap<String, String>> = argument(secrets, "secrets")?;
    let reading = reading(text);
    let diagnostics = Diagnostic::all(&reading.checked.notes, &reading.document, text);
    let Some(plan) = reading.sound() else { return Ok(object(&Rendered::nothing(diagnostics))) };
    let design = read::as_toml(text, reading.syntax);
    let filled = secrets.map(|given| filled(&reading, given)).transpose()?.flatten();
    Ok(object(&Rendered::of(bundle::render(filled.as_ref().unwrap_or(plan), &design, stock), diagnostics)))
}

/// The plan with what the references stand for.
pub(super) fn filled(
    reading: &Reading,
    given: BTreeMap<String, String>,
) -> Result<Option<wso2_design_core::plan::Plan>, JsError> {
    let mut values = SecretValues::default();
    for (reference, value) in given {
        let secret: Secret = reference.parse().map_err(|fault| JsError::new(&format!("secrets: {fault}")))?;
        values.insert(secret, value);
    }
    Ok(check(&reading.document, values).plan)
}

pub(super) fn listed(text: &str, stock: Option<&dyn Stock>) -> JsValue {
    let reading = reading(text);
    let Some(plan) = reading.sound() else { return object(&Vec::<Entry>::new()) };
    let listed = bundle::list(reading.parts(), bundle::is_private(plan, text), stock);
    object(&listed.into_iter().map(Entry::of).collect::<Vec<_>>())
}

pub(super) fn shown(text: &str, path: &str, stock: Option<&dyn Stock>) -> JsValue {
    let reading = reading(text);
    let Some(plan) = reading.sound() else { return JsValue::NULL };
    let made = Shown::of(plan, &reading.holding(path), path, stock);
    object(&made.or_else(|| {
        // No artifact is behind the design itself and the list of files with their sums.
        let is_own = path == bundle::DESIGN || path == bundle::MANIFEST;
        let files =
            if is_own { bundle::render(plan, &read::as_toml(text, reading.syntax), stock).files } else { Vec::new() };
        files.into_iter().find(|file| file.path == path).map(Shown::from)
    }))
}

pub(super) fn made(text: &str, path: &str, stock: Option<&dyn Stock>) -> JsValue {
    let (reading, path) = (reading(text), Path::from(path));
    let Some(plan) = reading.sound() else { return object(&Vec::<Made>::new()) };
    object(&bundle::lines_of(plan, reading.parts(), &path, stock).map(Made::of).collect::<Vec<_>>())
}
