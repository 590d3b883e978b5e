use crate::js::object;
use crate::view::{Pattern, Product};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wso2_design_core::catalogue::{self, PATTERNS, PRODUCTS, Release};
use wso2_design_core::starter::Starter;

/// The version of this package, which is that of the command line.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Every product, with its releases and what they can be laid out in.
#[wasm_bindgen(unchecked_return_type = "Product[]")]
pub fn products() -> JsValue {
    object(&PRODUCTS.iter().map(|product| Product::of(product)).collect::<Vec<_>>())
}

/// Every clustering pattern: when to choose it and when not, and what it survives.
#[wasm_bindgen(unchecked_return_type = "Pattern[]")]
pub fn patterns() -> JsValue {
    object(&PATTERNS.iter().map(Pattern::of).collect::<Vec<_>>())
}

/// The JSON Schema of designs.
#[wasm_bindgen(unchecked_return_type = "{ [key: string]: JsonValue }")]
pub fn schema() -> JsValue {
    object(&wso2_design_core::schema())
}

/// A design to start from, as commented TOML: the smallest cluster of a pattern. Without a release it is the newest that knows the
/// pattern, without a pattern the one that most clusters have. Nothing where there is no such product, release or pattern.
#[wasm_bindgen]
pub fn starter(product: &str, release: Option<String>, pattern: Option<String>) -> Option<String> {
    let product = catalogue::product(product)?;
    let wanted = match &pattern {
        Some(key) => Some(PATTERNS.iter().find(|it| it.key == key)?),
        None => None,
    };
    let knows = |it: &&Release| wanted.is_none_or(|pattern| it.line.patterns.contains(&pattern.pattern));
    let release = match &release {
        Some(version) => product.releases.iter().find(|it| it.version.to_string() == *version).filter(knows)?,
        None => product.releases.iter().rev().find(knows)?,
    };
    let pattern = wanted.or_else(|| Starter::usual_pattern(product, release))?;
    Some(Starter::smallest(product, release, pattern)?.to_string())
}
