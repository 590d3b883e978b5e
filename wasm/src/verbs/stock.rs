use super::files::{listed, made, rendered, shown};
use std::collections::BTreeMap;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use wso2_design_core::bundle;
use wso2_design_core::catalogue::PRODUCTS;

/// Files of the products as they were downloaded. They stay here however often they are asked; `free` lets go of them.
#[wasm_bindgen]
#[derive(Default)]
pub struct Stock {
    files: BTreeMap<&'static str, BTreeMap<String, Vec<u8>>>,
}

#[wasm_bindgen]
impl Stock {
    /// No product yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file: the product's key, the path in its home such as `repository/conf/carbon.xml`, and its bytes. Says whether there is
    /// such a product.
    pub fn add(&mut self, product: &str, path: String, bytes: Vec<u8>) -> bool {
        let known = PRODUCTS.iter().find(|it| it.id == product);
        known.is_some_and(|known| {
            self.files.entry(known.id).or_default().insert(path, bytes);
            true
        })
    }

    /// As the verb `files`, with these products at hand.
    #[wasm_bindgen(unchecked_return_type = "Entry[]")]
    pub fn files(&self, text: &str) -> JsValue {
        listed(text, Some(self))
    }

    /// As the verb `file`, with these products at hand.
    #[wasm_bindgen(unchecked_return_type = "Shown | null")]
    pub fn file(&self, text: &str, path: &str) -> JsValue {
        shown(text, path, Some(self))
    }

    /// As the verb `linesOf`, with these products at hand.
    #[wasm_bindgen(js_name = linesOf, unchecked_return_type = "Made[]")]
    pub fn lines_of(&self, text: &str, path: &str) -> JsValue {
        made(text, path, Some(self))
    }
}

/// Renders every file of a cluster with the products at hand: their own files come out whole, with nothing but the cluster's settings
/// changed. What was not as expected in them is among the `findings`.
///
/// # Errors
/// The secrets are no table of references and texts.
#[wasm_bindgen(unchecked_return_type = "Rendered")]
pub fn patch(
    text: &str,
    stock: &Stock,
    #[wasm_bindgen(unchecked_optional_param_type = "Secrets | null")] secrets: JsValue,
) -> Result<JsValue, JsError> {
    rendered(text, Some(stock), secrets)
}

impl bundle::Stock for Stock {
    fn has(&self, product: &str) -> bool {
        self.files.contains_key(product)
    }

    fn file(&self, product: &str, path: &str) -> Option<&[u8]> {
        self.files.get(product)?.get(path).map(Vec::as_slice)
    }
}
