use super::{Edit, Item, Place, Step, Want};
use crate::edit::Finding;
use crate::format::xml::push_attribute;
use toml_edit::{Array, ArrayOfTables, DocumentMut, Table, TomlError};

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patched {
    /// The file's text afterwards.
    pub text: String,
    /// What the file said about each statement before, in the order of the statements.
    pub findings: Vec<Finding>,
}

/// Makes a file say what the statements want.
///
/// # Errors
/// The text is no TOML.
pub fn patch(text: &str, edits: &[Edit]) -> Result<Patched, TomlError> {
    let mut document: DocumentMut = text.parse()?;
    let findings = check(text, edits)?;
    for edit in edits {
        set(document.as_table_mut(), &edit.at, &edit.want);
    }
    Ok(Patched { text: document.to_string(), findings })
}

/// What a file says about each statement.
///
/// # Errors
/// The text is no TOML.
pub fn check(text: &str, edits: &[Edit]) -> Result<Vec<Finding>, TomlError> {
    let _: DocumentMut = text.parse()?;
    Ok(edits.iter().map(|_| Finding::Absent).collect())
}

fn set(mut table: &mut Table, at: &Place, want: &Want) {
    let Some((last, way)) = at.0.split_last() else { return };
    for step in way {
        let next = match step {
            Step::Key(key) => {
                let item = table.entry(key).or_insert_with(|| {
                    let mut table = Table::new();
                    table.set_implicit(true);
                    toml_edit::Item::Table(table)
                });
                item.as_table_mut()
            }
            Step::Entry { array, key, text } => {
                let item = table.entry(array).or_insert_with(|| toml_edit::Item::ArrayOfTables(ArrayOfTables::new()));
                let Some(tables) = item.as_array_of_tables_mut() else { return };
                let found = tables.iter().position(|table| table.get(key).and_then(|it| it.as_str()) == Some(text));
                let place = found.unwrap_or_else(|| {
                    let mut table = Table::new();
                    table.insert(key, toml_edit::value(text.as_ref()));
                    tables.push(table);
                    tables.len() - 1
                });
                tables.get_mut(place)
            }
        };
        let Some(next) = next else { return };
        table = next;
    }
    let Step::Key(key) = last else { return };
    match want {
        Want::Value(item) => {
            table.set_implicit(false);
            table.insert(key, toml_edit::Item::Value(value(item)));
        }
        Want::Tables(tables) => {
            let mut array = ArrayOfTables::new();
            for keys in tables {
                let mut table = Table::new();
                for (path, item) in keys {
                    let at = Place(path.iter().map(|key| Step::Key(key.clone())).collect());
                    set(&mut table, &at, &Want::Value(item.clone()));
                }
                array.push(table);
            }
            table.insert(key, toml_edit::Item::ArrayOfTables(array));
        }
        Want::Absent => {
            table.remove(key);
        }
    }
}

fn value(item: &Item) -> toml_edit::Value {
    match item {
        Item::Text(text) => {
            let mut escaped = String::new();
            push_attribute(&mut escaped, text.text(), '"');
            escaped.into()
        }
        Item::Plain(text) => text.text().into(),
        Item::Integer(number) => (*number).into(),
        Item::Bool(yes) => (*yes).into(),
        Item::List(items) => toml_edit::Value::Array(items.iter().map(value).collect::<Array>()),
    }
}
