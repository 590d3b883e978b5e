//! Rows from the clipboard.

use super::{judged, sheet};
use crate::designer::model::Model;
use crate::designer::overlay::asked::pair;
use crate::designer::screen::form::counted;
use serde_json::{Value, json};
use wso2_design_core::form::pasted;

/// Puts the rows of a text below the row under the cursor, as one change.
pub(crate) fn paste(model: &mut Model, text: &str) {
    let Some(sheet) = sheet(model) else { return };
    let new: Vec<Value> = if sheet.is_pairs() {
        text.lines().filter_map(row_of_pair).collect()
    } else {
        pasted(text, &sheet.columns, sheet.to_change().get(model.table.row))
    };
    if new.is_empty() {
        return model.trouble("nothing of what was pasted is a row here");
    }
    let (number, mut rows) = (new.len(), sheet.to_change());
    let at = (model.table.row + 1).min(rows.len());
    rows.splice(at..at, new);
    let fix = sheet.with(format!("{} pasted into {}", counted(number, "row"), sheet.field.label.to_lowercase()), rows);
    model.apply(&fix);
    model.table.row = at;
    judged(model);
}

fn row_of_pair(line: &str) -> Option<Value> {
    let (name, text) = pair(line);
    (!name.is_empty()).then(|| json!({ "name": name, "text": text }))
}
