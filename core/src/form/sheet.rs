use crate::schema;
use serde_json::Value;
use std::sync::OnceLock;

/// A setting as the schema has it.
pub(super) struct Ask {
    pub(super) key: String,
    pub(super) help: String,
    pub(super) required: bool,
    pub(super) shape: Shape,
}

/// What a setting is made of.
pub(super) enum Shape {
    Text,
    Secret,
    Number {
        least: i64,
        most: i64,
    },
    Switch,
    /// One of these words, or of tables with one key, with what is asked inside.
    OneOf(Vec<Variant>),
    Texts,
    Pairs,
    Table(Vec<Ask>),
    Rows(Vec<Ask>),
    /// Tables, or texts, by names that the catalogue knows.
    Named(Box<Shape>),
}

/// One of several.
pub(super) struct Variant {
    pub(super) word: String,
    pub(super) help: String,
    /// Whether it is a table with this one key.
    pub(super) table: bool,
    pub(super) inside: Vec<Ask>,
}

/// Every setting of a design, by the schema. Read once.
pub(super) fn sheet() -> &'static [Ask] {
    static SHEET: OnceLock<Vec<Ask>> = OnceLock::new();
    SHEET.get_or_init(|| {
        let schema = schema();
        asks(&schema, &schema)
    })
}

fn asks(root: &Value, table: &Value) -> Vec<Ask> {
    let required: Vec<&str> =
        table.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let properties = table.get("properties").and_then(Value::as_object).into_iter().flatten();
    let ask = |(key, value): (&String, &Value)| Ask {
        key: key.clone(),
        help: description(root, value),
        required: required.contains(&key.as_str()),
        shape: shape(root, value),
    };
    properties.map(ask).collect()
}

fn shape(root: &Value, value: &Value) -> Shape {
    let value = inner(root, value);
    let options = value.get("oneOf").or_else(|| value.get("anyOf")).and_then(Value::as_array);
    if let Some(options) = options {
        let variants: Vec<Variant> = options.iter().filter_map(|option| variant(root, inner(root, option))).collect();
        // A range of addresses, or a list of them: one text either way.
        return if variants.is_empty() { Shape::Texts } else { Shape::OneOf(variants) };
    }
    if let Some(words) = value.get("enum").and_then(Value::as_array) {
        let plain = |word: &Value| {
            Some(Variant { word: word.as_str()?.to_owned(), help: String::new(), table: false, inside: Vec::new() })
        };
        return Shape::OneOf(words.iter().filter_map(plain).collect());
    }
    if value.get("properties").is_some() {
        return Shape::Table(asks(root, value));
    }
    match kind(value) {
        "integer" => Shape::Number { least: bound(value, "minimum", 0), most: bound(value, "maximum", 65535) },
        "boolean" => Shape::Switch,
        "array" => match value.get("items").map(|items| inner(root, items)) {
            Some(items) if items.get("properties").is_some() => Shape::Rows(asks(root, items)),
            _ => Shape::Texts,
        },
        "object" => match value.get("additionalProperties").filter(|any| any.is_object()) {
            Some(any) => Shape::Named(Box::new(shape(root, any))),
            None => match value.get("patternProperties").and_then(Value::as_object).and_then(|map| map.values().next())
            {
                Some(any) if kind(inner(root, any)) == "object" => Shape::Named(Box::new(shape(root, any))),
                _ => Shape::Pairs,
            },
        },
        _ if value.get("writeOnly").is_some() => Shape::Secret,
        _ => Shape::Text,
    }
}

fn variant(root: &Value, option: &Value) -> Option<Variant> {
    let help = description(root, option);
    if let Some(word) = option.get("const").and_then(Value::as_str) {
        return Some(Variant { word: word.to_owned(), help, table: false, inside: Vec::new() });
    }
    let (word, inside) = option.get("properties")?.as_object()?.iter().next()?;
    Some(Variant { word: word.clone(), help, table: true, inside: asks(root, inner(root, inside)) })
}

/// What a schema stands for once references and «or nothing» are looked through.
fn inner<'s>(root: &'s Value, value: &'s Value) -> &'s Value {
    let target = value.get("$ref").and_then(Value::as_str).and_then(|name| root.pointer(name.strip_prefix('#')?));
    if let Some(target) = target {
        return inner(root, target);
    }
    let options = value.get("anyOf").and_then(Value::as_array);
    let mut real = options.into_iter().flatten().filter(|option| kind(option) != "null");
    match (real.next(), real.next()) {
        (Some(only), None) => inner(root, only),
        _ => value,
    }
}

/// The type's name, without «or null».
fn kind(value: &Value) -> &str {
    match value.get("type") {
        Some(Value::String(one)) => one,
        Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).find(|it| *it != "null").unwrap_or(""),
        _ => "",
    }
}

fn bound(value: &Value, key: &str, usual: i64) -> i64 {
    value.get(key).and_then(Value::as_i64).unwrap_or(usual)
}

fn description(root: &Value, value: &Value) -> String {
    let own = value.get("description").and_then(Value::as_str);
    let text = own.or_else(|| inner(root, value).get("description").and_then(Value::as_str));
    text.unwrap_or_default().replace('\n', " ")
}
