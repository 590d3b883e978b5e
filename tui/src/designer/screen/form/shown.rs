use serde_json::Value;
use wso2_design_core::form::{Choice, Kind};

/// An answer on one line, as a person says it; of a secret never its text.
pub(crate) fn shown(value: &Value, kind: &Kind) -> String {
    match (kind, value) {
        (Kind::Secret, Value::String(text)) if !is_reference(text) => "(hidden)".to_owned(),
        (Kind::Secret, Value::String(text)) => text.clone(),
        (Kind::Secret, _) => "(hidden)".to_owned(),
        (Kind::Choice(choices), value) => chosen(choices, value).map_or_else(|| words(value), |it| it.label.clone()),
        (Kind::Rows(_), Value::Array(rows)) => counted(rows.len(), "row"),
        (_, value) => plain(value),
    }
}

/// A value on one line; of a table the words alone: what stands below them may be anything.
pub(crate) fn words(value: &Value) -> String {
    match value {
        Value::Object(table) => table.keys().map(String::as_str).collect::<Vec<_>>().join(", "),
        other => plain(other),
    }
}

/// Whether a secret says where it is, rather than what it is.
pub(crate) fn is_reference(text: &str) -> bool {
    ["env:", "file:", "vault:"].iter().any(|kind| text.starts_with(kind))
}

/// A value on one line, whatever it answers.
pub(crate) fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(list) if list.iter().any(Value::is_object) => counted(list.len(), "row"),
        Value::Array(list) => list.iter().map(plain).collect::<Vec<_>>().join(", "),
        Value::Object(table) => match table.iter().next() {
            Some((word, Value::Object(_))) if table.len() == 1 => word.clone(),
            _ => table.iter().map(|(name, value)| format!("{name} = {}", plain(value))).collect::<Vec<_>>().join(", "),
        },
    }
}

/// `1 row`, `2 rows`.
pub(crate) fn counted(number: usize, what: &str) -> String {
    let s = if number == 1 { "" } else { "s" };
    format!("{number} {what}{s}")
}

fn chosen<'c>(choices: &'c [Choice], value: &Value) -> Option<&'c Choice> {
    choices.iter().find(|choice| match (&choice.value, value) {
        (Value::Object(one), Value::Object(other)) => one.keys().eq(other.keys()),
        (one, other) => one == other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn answers_are_said_as_people_say_them() {
        let choice = |value: Value, label: &str| Choice { value, label: label.to_owned(), help: String::new() };
        let kind = Kind::Choice(vec![choice(json!({"mysql": {}}), "MySQL"), choice("push".into(), "Pushed")]);
        assert_eq!(shown(&json!({"mysql": {"host": "db"}}), &kind), "MySQL");
        assert_eq!(shown(&json!("push"), &kind), "Pushed");
        assert_eq!(shown(&json!("pull"), &kind), "pull");
        assert_eq!(shown(&json!({"a": "1", "b": "2"}), &Kind::Pairs), "a = 1, b = 2");
        assert_eq!(shown(&json!([{}]), &Kind::Rows(Vec::new())), "1 row");
        assert_eq!(shown(&json!(true), &Kind::Switch), "yes");
        assert_eq!(shown(&json!("geheim"), &Kind::Secret), "(hidden)");
        assert_eq!(shown(&json!("env:DB"), &Kind::Secret), "env:DB");
    }
}
