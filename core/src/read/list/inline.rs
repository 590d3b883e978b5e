use super::{Origin, edit, meaning, origins};
use crate::read::print::plain;
use serde_json::{Map, Value as Tree};
use toml_edit::{Array, Item, RawString, Value};

/// Gives a list in brackets other rows, in the layout that it has.
///
/// What stands behind a comma belongs, up to the end of its line, to the row before it; in toml_edit's terms it is the
/// beginning of what comes next.
pub(super) fn rewrite(list: &mut Array, rows: &[&Map<String, Tree>]) {
    let old: Vec<Tree> = list.iter().map(|row| row.as_inline_table().map_or(Tree::Null, |row| meaning(row))).collect();
    let has_lines = list.iter().any(|row| text(row.decor().prefix()).contains('\n'));
    let mut trailing = text(Some(list.trailing())).to_owned();
    if has_lines && !list.trailing_comma() {
        // What stands between the last row and the bracket must stay behind the comma that comes now.
        if let Some(last) = list.len().checked_sub(1).and_then(|last| list.get_mut(last)) {
            trailing.insert_str(0, text(last.decor().suffix()));
            last.decor_mut().set_suffix("");
        }
        list.set_trailing_comma(true);
    }
    let mut written = taken_apart(list, &mut trailing);
    let head = written.first().map_or_else(String::new, |row| row.head.clone());
    let above =
        written.iter().map(|row| blanks(&row.above)).find(|above| above.contains('\n')).unwrap_or_default().to_owned();

    let trailing_comma = list.trailing_comma();
    list.clear();
    let mut before = head;
    for (origin, row) in origins(&old, rows).iter().zip(rows) {
        let taken = match origin {
            Origin::Same(number) | Origin::Changed(number) => written.get_mut(*number).and_then(Written::take),
            Origin::New => None,
        };
        let (mut value, lines, behind) = match taken {
            Some(found) => {
                let value = std::mem::replace(&mut found.value, Value::from(false));
                let value = if matches!(origin, Origin::Same(_)) { value } else { edited(value, row) };
                (value, std::mem::take(&mut found.above), std::mem::take(&mut found.behind))
            }
            None => {
                let Some(value) = plain(&Tree::Object((*row).clone())) else { continue };
                (value, above.clone(), String::new())
            }
        };
        let blank = if lines.is_empty() && before.is_empty() && !list.is_empty() { " " } else { "" };
        value.decor_mut().set_prefix(format!("{before}{blank}{lines}"));
        list.push_formatted(value);
        before = behind;
    }
    list.set_trailing_comma(trailing_comma);
    list.set_trailing(before + &trailing);
}

/// A row with what belongs to it.
struct Written {
    value: Value,
    /// What stands behind the opening bracket, of the first row.
    head: String,
    /// From the end of the line before to the row.
    above: String,
    /// From the comma to the end of the line.
    behind: String,
    is_taken: bool,
}

impl Written {
    fn take(&mut self) -> Option<&mut Self> {
        (!std::mem::replace(&mut self.is_taken, true)).then_some(self)
    }
}

/// The rows; of what stands before the closing bracket, what belongs to the last one is taken away.
fn taken_apart(list: &mut Array, trailing: &mut String) -> Vec<Written> {
    let mut all: Vec<Written> = Vec::with_capacity(list.len());
    for value in list.iter_mut() {
        let prefix = text(value.decor().prefix()).to_owned();
        let (behind, above) = halves(&prefix);
        let head = match all.last_mut() {
            Some(last) => {
                last.behind = behind.to_owned();
                String::new()
            }
            None => behind.to_owned(),
        };
        let value = std::mem::replace(value, Value::from(false));
        all.push(Written { value, head, above: above.to_owned(), behind: String::new(), is_taken: false });
    }
    if let Some(last) = all.last_mut() {
        let (behind, rest) = halves(trailing);
        (last.behind, *trailing) = (behind.to_owned(), rest.to_owned());
    }
    all
}

/// What belongs to the line before, and the rest; all is the rest where there is one line.
fn halves(text: &str) -> (&str, &str) {
    let end = text.find('\n').unwrap_or(0);
    let end = if text[..end].ends_with('\r') { end - 1 } else { end };
    text.split_at(end)
}

/// The last line break of a text and the blanks behind it.
fn blanks(text: &str) -> &str {
    let from = text.rfind('\n').unwrap_or(0);
    &text[from..]
}

/// The row with another meaning. The blank before its closing brace stays there, whatever stands before it then.
fn edited(value: Value, row: &Map<String, Tree>) -> Value {
    let suffix = value.decor().suffix().cloned();
    let mut item = Item::Value(value);
    let blank = last(&mut item).and_then(|last| last.decor().suffix().cloned());
    if let (Some(last), Some(_)) = (last(&mut item), &blank) {
        last.decor_mut().set_suffix("");
    }
    edit(&mut item, row);
    if let (Some(last), Some(blank)) = (last(&mut item), blank) {
        last.decor_mut().set_suffix(blank);
    }
    let mut value = item.into_value().unwrap_or_else(|_| Value::from(false));
    if let Some(suffix) = suffix {
        value.decor_mut().set_suffix(suffix);
    }
    value
}

/// What a row says last.
fn last(row: &mut Item) -> Option<&mut Value> {
    row.as_inline_table_mut()?.iter_mut().last().map(|(_, value)| value)
}

fn text(raw: Option<&RawString>) -> &str {
    raw.and_then(RawString::as_str).unwrap_or_default()
}
