//! The verbs of the core for JavaScript: thin bindings, one file for each group of verbs.
//!
//! Every verb is a pure function of a design's text. What is wrong with a design is part of the answer, never an exception;
//! an exception is a call with arguments of the wrong type. Places in texts are counted in UTF-16 units, as JavaScript does.
//!
//! The types of the answers are declared by the Rust types themselves: `types.ts` is written from them, and a test compares.

mod js;
mod reading;
mod verbs;
mod view;

pub use verbs::*;

#[cfg(test)]
mod types;

use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = concat!(
    include_str!("types.ts"),
    "\n/** What references to secrets stand for, such as `{\"env:DB_PASSWORD\": \"…\"}`. */\n",
    "export type Secrets = { [reference: string]: string };\n",
);
