use crate::js::{argument, object};
use crate::reading::reading;
use crate::view::{Located, Wanted};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use wso2_design_core::bundle;

/// The files of products that a design speaks of: what to look for in a product's zip or home.
#[wasm_bindgen(unchecked_return_type = "Wanted[]")]
pub fn wanted(text: &str) -> JsValue {
    let wanted = bundle::wanted_of(reading(text).parts());
    object(&wanted.into_iter().map(|(product, path)| Wanted { product, path }).collect::<Vec<_>>())
}

/// Whether what a product says of itself in its `bin/version.txt`, such as `WSO2 Enterprise Service Bus v5.0.0`, is another product or
/// release than the design has under this key. What cannot be understood is no other; nor is anything to a design without that product.
#[wasm_bindgen(js_name = isOther)]
pub fn is_other(text: &str, product: &str, said: &str) -> bool {
    let products = reading(text).sound().map_or_else(Vec::new, bundle::products);
    products.into_iter().any(|(it, release)| it.id == product && bundle::is_other(said, it, release))
}

/// Which of these paths, of a zip or a folder, are the files that a design speaks of: for each of its products that has any among them,
/// its own first.
///
/// # Errors
/// The paths are no list of texts.
#[wasm_bindgen(unchecked_return_type = "Located[]")]
pub fn locate(
    #[wasm_bindgen(unchecked_param_type = "string[]")] paths: JsValue,
    text: &str,
) -> Result<JsValue, JsError> {
    let paths: Vec<String> = argument(paths, "paths")?;
    let reading = reading(text);
    let wanted = bundle::wanted_of(reading.parts());
    let products = reading.sound().map_or_else(Vec::new, bundle::products);
    let located = products.into_iter().map(|(product, release)| Located::of(product, release, &wanted, &paths));
    Ok(object(&located.filter(|it| !it.is_empty()).collect::<Vec<_>>()))
}
