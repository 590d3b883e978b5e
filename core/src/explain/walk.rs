//! Ways through the JSON Schema of a design.

use serde_json::Value;

pub(super) fn find<'s>(schema: &'s Value, from: &'s Value, path: &[String]) -> Option<(String, &'s Value)> {
    let mut here = from;
    let mut text = String::new();
    for key in path {
        let known = properties(schema, here);
        let (_, next) =
            known.iter().find(|(known, _)| known == key).or_else(|| known.iter().find(|(known, _)| known == NAME))?;
        text = description(schema, next);
        here = next;
    }
    (!path.is_empty()).then_some((text, here))
}

/// What a schema stands for once references, lists and «or nothing» are looked through.
fn inner<'s>(schema: &'s Value, value: &'s Value) -> Vec<&'s Value> {
    if let Some(name) = value.get("$ref").and_then(Value::as_str) {
        let target = name.strip_prefix('#').and_then(|pointer| schema.pointer(pointer));
        return target.map_or_else(Vec::new, |target| inner(schema, target));
    }
    if let Some(items) = value.get("items") {
        return inner(schema, items);
    }
    for several in ["anyOf", "oneOf"] {
        if let Some(Value::Array(options)) = value.get(several) {
            return options.iter().flat_map(|option| inner(schema, option)).collect();
        }
    }
    vec![value]
}

/// Stands for a key that the design makes up.
const NAME: &str = "<name>";

pub(super) fn properties<'s>(schema: &'s Value, value: &'s Value) -> Vec<(String, &'s Value)> {
    let mut all = Vec::new();
    for value in inner(schema, value) {
        if let Some(known) = value.get("properties").and_then(Value::as_object) {
            all.extend(known.iter().map(|(key, inside)| (key.clone(), inside)));
        }
        let any = value.get("additionalProperties").filter(|any| any.is_object());
        all.extend(any.map(|any| (NAME.to_owned(), any)));
    }
    all
}

/// The words that a value may be, or the tables with one key that it may be instead.
pub(super) fn choices(schema: &Value, value: &Value) -> Vec<(String, String)> {
    let words = inner(schema, value).into_iter().filter_map(|value| {
        let word = value.get("const")?.as_str()?.to_owned();
        Some((word, description(schema, value)))
    });
    words.collect()
}

pub(super) fn description(schema: &Value, value: &Value) -> String {
    let own = value.get("description").and_then(Value::as_str);
    let found = own.map(str::to_owned).or_else(|| {
        inner(schema, value).into_iter().find_map(|inside| Some(inside.get("description")?.as_str()?.to_owned()))
    });
    found.unwrap_or_default().replace('\n', " ")
}

pub(super) fn gather(schema: &Value, value: &Value, path: &str, all: &mut Vec<String>, depth: usize) {
    if depth > 6 {
        return;
    }
    for (key, inside) in properties(schema, value) {
        let path = if path.is_empty() { key } else { format!("{path}.{key}") };
        gather(schema, inside, &path, all, depth + 1);
        all.push(path);
    }
}
