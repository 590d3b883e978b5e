use super::tree::{Places, SyntaxFault, Tree};
use serde_json::{Map, Number, Value};
use toml_edit::{Document, Item, TableLike};

pub(super) fn parse(text: &str) -> Result<Tree, SyntaxFault> {
    match Document::parse(text.to_owned()) {
        Ok(document) => Ok(Tree { value: table(document.as_table()), places: Places::Toml(Box::new(document)) }),
        Err(error) => Err(SyntaxFault {
            message: format!("this is not TOML: {}", error.message().lines().collect::<Vec<_>>().join("; ")),
            at: error.span().unwrap_or(0..0),
        }),
    }
}

/// A table's meaning.
pub(super) fn table(table: &dyn TableLike) -> Value {
    Value::Object(table.iter().map(|(key, item)| (key.to_owned(), self::item(item))).collect::<Map<_, _>>())
}

/// An item's meaning.
pub(super) fn item(item: &Item) -> Value {
    match item {
        Item::None => Value::Null,
        Item::Value(value) => self::value(value),
        Item::Table(table) => self::table(table),
        Item::ArrayOfTables(tables) => Value::Array(tables.iter().map(|table| self::table(table)).collect()),
    }
}

fn value(value: &toml_edit::Value) -> Value {
    match value {
        toml_edit::Value::String(text) => Value::String(text.value().clone()),
        toml_edit::Value::Integer(number) => Value::Number((*number.value()).into()),
        toml_edit::Value::Float(number) => Number::from_f64(*number.value()).map_or(Value::Null, Value::Number),
        toml_edit::Value::Boolean(yes) => Value::Bool(*yes.value()),
        // No setting is a date, so a date is a text that its setting refuses.
        toml_edit::Value::Datetime(date) => Value::String(date.value().to_string()),
        toml_edit::Value::Array(array) => Value::Array(array.iter().map(self::value).collect()),
        toml_edit::Value::InlineTable(table) => self::table(table),
    }
}
