use super::edit::edited;
use crate::js::{argument, object};
use crate::reading::reading;
use serde_json::Value;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsError, JsValue};
use wso2_design_core::diagnostic::Path;
use wso2_design_core::diagnostic::{Fix, Segment};
use wso2_design_core::form::{self, Field, Form, Kind};

/// Every question that a design has now, with what was said and what holds otherwise.
#[wasm_bindgen(unchecked_return_type = "Form")]
pub fn form(text: &str) -> JsValue {
    object(reading(text).form())
}

/// Answers a question, at the path of a field or of a cell (`nodes[0].address`). A text is taken as a person types it; an empty one
/// takes the answer back.
///
/// # Errors
/// The answer is no JSON value.
#[wasm_bindgen(unchecked_return_type = "Edited")]
pub fn answer(
    text: &str,
    path: &str,
    #[wasm_bindgen(unchecked_param_type = "JsonValue")] answer: JsValue,
) -> Result<JsValue, JsError> {
    let answer: Value = argument(answer, "answer")?;
    let reading = reading(text);
    Ok(edited(text, answered(reading.form(), path.into(), answer)))
}

/// Adds a row to a list, before the one at a place.
///
/// # Errors
/// The row is no JSON value.
#[wasm_bindgen(js_name = insertRow, unchecked_return_type = "Edited")]
pub fn insert_row(
    text: &str,
    list: &str,
    at: usize,
    #[wasm_bindgen(unchecked_param_type = "JsonValue")] row: JsValue,
) -> Result<JsValue, JsError> {
    let row: Value = argument(row, "row")?;
    Ok(in_list(text, list, |field| form::insert(field, at, row)))
}

/// Takes a row out of a list.
#[wasm_bindgen(js_name = removeRow, unchecked_return_type = "Edited")]
pub fn remove_row(text: &str, list: &str, at: usize) -> JsValue {
    in_list(text, list, |field| form::remove(field, at))
}

/// Puts a row like another behind it, without its name and addresses.
#[wasm_bindgen(js_name = duplicateRow, unchecked_return_type = "Edited")]
pub fn duplicate_row(text: &str, list: &str, at: usize) -> JsValue {
    in_list(text, list, |field| form::duplicate(field, at))
}

/// Moves a row to another place of its list.
#[wasm_bindgen(js_name = moveRow, unchecked_return_type = "Edited")]
pub fn move_row(text: &str, list: &str, from: usize, to: usize) -> JsValue {
    in_list(text, list, |field| form::shift(field, from, to))
}

/// Puts the rows of a text before the row at a place of a list: addresses one below the other, a hosts file, lines with commas,
/// cells of a spreadsheet, with or without a heading.
#[wasm_bindgen(js_name = pasteRows, unchecked_return_type = "Edited")]
pub fn paste_rows(text: &str, list: &str, at: usize, pasted: &str) -> JsValue {
    let (reading, path) = (reading(text), Path::from(list));
    let change = match field(reading.form(), &path) {
        Some(field) => {
            form::paste(field, at, pasted).ok_or_else(|| "nothing of what was pasted is a row here".to_owned())
        }
        None => Err(format!("there is no list `{list}` to be said here")),
    };
    edited(text, change)
}

fn in_list(text: &str, list: &str, change: impl FnOnce(&Field) -> Fix) -> JsValue {
    let (reading, path) = (reading(text), Path::from(list));
    let field = field(reading.form(), &path).filter(|field| matches!(field.kind, Kind::Rows(_)));
    edited(text, field.map(change).ok_or_else(|| format!("there is no list `{list}` to be said here")))
}

fn field<'f>(form: &'f Form, path: &Path) -> Option<&'f Field> {
    form.steps.iter().flat_map(|step| &step.fields).find(|field| field.path == *path)
}

/// The change that an answer is.
fn answered(form: &Form, path: Path, answer: Value) -> Result<Fix, String> {
    if let Some(field) = field(form, &path) {
        return Ok(field.answer(said(&field.kind, answer)));
    }
    let cell = match path.0.as_slice() {
        [list @ .., Segment::Index(at), Segment::Key(key)] => field(form, &Path(list.to_vec())).and_then(|field| {
            let Kind::Rows(columns) = &field.kind else { return None };
            let column = columns.iter().find(|column| column.key == key.as_ref())?;
            Some(form::cell(field, *at, key, said(&column.kind, answer)))
        }),
        _ => None,
    };
    cell.ok_or_else(|| format!("there is no question at `{path}`"))
}

fn said(kind: &Kind, answer: Value) -> Value {
    match &answer {
        Value::String(typed) => kind.value(typed),
        _ => answer,
    }
}
