use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsError, JsValue};

/// An answer as a plain object: tables are objects, what is not there is `null`.
pub(crate) fn object(answer: &impl Serialize) -> JsValue {
    // The answers are plain trees, which cannot fail.
    answer.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or(JsValue::NULL)
}

/// An argument that is a plain object.
///
/// # Errors
/// It is of another type: a fault of the program that calls, so it is thrown.
pub(crate) fn argument<T: DeserializeOwned>(value: JsValue, name: &str) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(|fault| JsError::new(&format!("{name}: {fault}")))
}
