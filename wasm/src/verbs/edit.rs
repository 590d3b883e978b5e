use crate::js::{argument, object};
use crate::reading::reading;
use crate::view::{Edited, Mended};
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use wso2_design_core::diagnostic::Fix;
use wso2_design_core::read::{self, Syntax};

/// Sets settings in a design's text and keeps the rest of it, comments and all: pairs of a path and a value, where `null` takes the
/// setting out. `set(text, diagnostic.fix.set)` mends a finding.
///
/// # Errors
/// The changes are no such pairs.
#[wasm_bindgen(unchecked_return_type = "Edited")]
pub fn set(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "[string, JsonValue][]")] changes: JsValue,
) -> Result<JsValue, JsError> {
    let changes: Vec<(String, Value)> = argument(changes, "changes")?;
    let all = changes.into_iter();
    Ok(edited(text, Ok(all.fold(Fix::unsafe_("set"), |fix, (path, value)| fix.set(path.as_str(), value)))))
}

/// Puts every safe fix into a design's text, until nothing is left to mend.
#[wasm_bindgen(unchecked_return_type = "Mended")]
pub fn mend(text: &str) -> JsValue {
    object(&Mended::of(wso2_design_core::mend(text, Syntax::guess(text))))
}

/// The text with a change; the same text, and why, where the change cannot be made.
pub(super) fn edited(text: &str, change: Result<Fix, String>) -> JsValue {
    let syntax = reading(text).syntax;
    let changed = change.and_then(|fix| read::apply(text, syntax, &[&fix]).map_err(|why| why.to_string()));
    object(&match changed {
        Ok(text) => Edited { text, refused: None },
        Err(why) => Edited { text: text.to_owned(), refused: Some(why) },
    })
}
