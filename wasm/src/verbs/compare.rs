use super::files::filled;
use crate::js::{argument, object};
use crate::reading::reading;
use crate::view::{Changed, Drift};
use serde_bytes::ByteBuf;
use std::collections::BTreeMap;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use wso2_design_core::bundle::{self, Mask};
use wso2_design_core::read;

/// What is otherwise on machines than the design wants it. `actual` are files as they lie there, by their paths as in a bundle, such as
/// `nodes/worker-1/repository/conf/carbon.xml`; of a machine without any file nothing is asked. Nothing in the answer is secret.
/// What was filled in for a secret is compared where `secrets` says what it is; otherwise it only must not be missing.
///
/// # Errors
/// The files are no table of paths and bytes, or the secrets none of references and texts.
#[wasm_bindgen(unchecked_return_type = "Drift[]")]
pub fn drift(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "{ [path: string]: Uint8Array }")] actual: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Secrets | null")] secrets: JsValue,
) -> Result<JsValue, JsError> {
    let actual: BTreeMap<String, ByteBuf> = argument(actual, "actual")?;
    let actual: BTreeMap<String, Vec<u8>> = actual.into_iter().map(|(path, bytes)| (path, bytes.into_vec())).collect();
    let secrets: Option<BTreeMap<String, String>> = argument(secrets, "secrets")?;
    let reading = reading(text);
    let Some(plan) = reading.sound() else { return Ok(object(&Vec::<Drift>::new())) };
    let filled = secrets.map(|given| filled(&reading, given)).transpose()?.flatten();
    let all = bundle::drift(filled.as_ref().unwrap_or(plan), &actual);
    Ok(object(&all.into_iter().map(Drift::of).collect::<Vec<_>>()))
}

/// What differs between the bundles of two designs, file by file. Secrets that a design says itself are stars. A design with an error
/// has no files.
#[wasm_bindgen(unchecked_return_type = "Changed[]")]
pub fn diff(before: &str, after: &str) -> JsValue {
    let files = |text: &str| {
        let reading = reading(text);
        let design = read::as_toml(text, reading.syntax);
        let files = reading.sound().map_or_else(Vec::new, |plan| bundle::render(plan, &design, None).files);
        (files, Mask::of(&reading.document))
    };
    let (old, before) = files(before);
    let (new, after) = files(after);
    object(&bundle::diff(&old, &new, &before.and(&after)).into_iter().map(Changed::of).collect::<Vec<_>>())
}
