use crate::js::object;
use crate::view::{Shared, Unshared};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wso2_design_core::read::Syntax;
use wso2_design_core::share;

/// A design as what stands behind the `#` of a link. Literal secrets stay behind; `leftOut` says which.
#[wasm_bindgen(unchecked_return_type = "Shared")]
pub fn share(text: &str) -> JsValue {
    object(&Shared::of(share::share(text, Syntax::guess(text))))
}

/// The design in a link, or in what stands behind its `#`.
#[wasm_bindgen(unchecked_return_type = "Unshared")]
pub fn unshare(link: &str) -> JsValue {
    object(&Unshared::of(share::unshare(link)))
}
