use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsError, JsValue};

/// An answer as a plain object: tables are objects, what is not there is `null`, a file's bytes are a `Uint8Array`.
pub(crate) fn object(answer: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible().serialize_bytes_as_arrays(false);
    // The answers are plain trees, which cannot fail.
    answer.serialize(&serializer).unwrap_or(JsValue::NULL)
}

/// An argument that is a plain object.
///
/// # Errors
/// It is of another type: a fault of the program that calls, so it is thrown.
pub(crate) fn argument<T: DeserializeOwned>(value: JsValue, name: &str) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(value).map_err(|fault| JsError::new(&format!("{name}: {fault}")))
}
