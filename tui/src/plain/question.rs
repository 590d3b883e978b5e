use super::row;
use crate::designer::screen::form::words;
use serde_json::{Map, Value};
use wso2_design_core::diagnostic::Fix;
use wso2_design_core::form::{Choice, Field, Kind};

/// What a line came to.
pub(super) enum Answered {
    Change(Fix),
    Same,
    Not(String),
}

/// The question, with its help, and its choices by number.
pub(super) fn shown(field: &Field) -> String {
    let mut text = format!("\n{}: {}", field.label, field.help);
    match &field.kind {
        Kind::Choice(choices) => {
            for (number, choice) in choices.iter().enumerate() {
                text += &format!("\n  {} {}", number + 1, choice.label);
                if word(choice) != choice.label {
                    text += &format!(" ({})", word(choice));
                }
                if !choice.help.is_empty() {
                    text += &format!(": {}", choice.help);
                }
            }
        }
        Kind::Rows(_) => {
            for (number, row) in rows(field).iter().enumerate() {
                text += &format!("\n  {} {}", number + 1, row::shown(row));
            }
        }
        _ => {}
    }
    text
}

/// What is kept by an empty line.
pub(super) fn bracket(field: &Field) -> String {
    let value = field.said.as_ref().or(field.usual.as_ref());
    match (&field.kind, value) {
        (Kind::Rows(_), _) => "Row, or empty to go on: ".to_owned(),
        (Kind::Pairs, Some(Value::Object(pairs))) => {
            let pairs = pairs.iter().map(|(name, text)| format!("{name}={}", words(text)));
            format!("{} [{}]: ", field.label, pairs.collect::<Vec<_>>().join(", "))
        }
        (_, Some(value)) => format!("{} [{}]: ", field.label, words(value)),
        (_, None) => format!("{} []: ", field.label),
    }
}

/// How it is answered.
pub(super) fn help(field: &Field) -> String {
    let how = match &field.kind {
        Kind::Text => "Answer with a text.".to_owned(),
        Kind::Secret => "Answer with where the secret is, never the secret: env:NAME or file:PATH.".to_owned(),
        Kind::Number { least, most } => format!("Answer with a number from {least} to {most}."),
        Kind::Switch => "Answer yes or no.".to_owned(),
        Kind::Choice(_) => "Answer with the number or the word.".to_owned(),
        Kind::Texts => "Answer with as many as there are, with commas between.".to_owned(),
        Kind::Pairs => "Answer with NAME=TEXT; NAME= takes one away.".to_owned(),
        Kind::Rows(columns) => {
            let keys: Vec<&str> = columns.iter().map(|column| column.key.as_str()).collect();
            format!(
                "A line adds a row: words and KEY=VALUE, such as `worker 10.0.1.11-20`; the keys are {}. \
                 `change 2 …` gives row 2 what follows, `remove 2` takes it away, `copy 2` adds it once more, `move 2 1` moves it.",
                keys.join(", ")
            )
        }
    };
    format!("{} {how} It is the setting `{}`.", field.help, field.path)
}

/// The change that a line stands for.
pub(super) fn answer(field: &Field, line: &str, takes_back: bool) -> Answered {
    if takes_back {
        return if field.said.is_some() { Answered::Change(field.answer(Value::Null)) } else { Answered::Same };
    }
    match &field.kind {
        Kind::Choice(choices) => {
            let lower = line.to_lowercase();
            let by_number = line.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
            let by_word = || choices.iter().position(|it| word(it) == line || it.label.to_lowercase() == lower);
            match by_number.filter(|number| *number < choices.len()).or_else(by_word) {
                // The answers below the choice stay where they are.
                Some(chosen) if field.said.is_some() && field.chosen() == Some(chosen) => Answered::Same,
                Some(chosen) => Answered::Change(field.answer(choices[chosen].value.clone())),
                None => {
                    Answered::Not(format!("none of the choices: a number from 1 to {}, or the word", choices.len()))
                }
            }
        }
        Kind::Pairs => match line.split_once('=') {
            Some((name, text)) => {
                let mut pairs = field.said.as_ref().and_then(Value::as_object).cloned().unwrap_or_else(Map::new);
                match text.trim() {
                    "" => pairs.remove(name.trim()),
                    text => pairs.insert(name.trim().to_owned(), text.into()),
                };
                Answered::Change(field.answer(if pairs.is_empty() { Value::Null } else { pairs.into() }))
            }
            None => Answered::Not("NAME=TEXT, please; NAME= takes one away".to_owned()),
        },
        Kind::Rows(columns) => match row::change(field, columns, line) {
            Ok(fix) => Answered::Change(fix),
            Err(why) => Answered::Not(why),
        },
        kind => Answered::Change(field.answer(kind.value(line))),
    }
}

/// Whether it is a table.
pub(super) fn is_table(field: &Field) -> bool {
    matches!(field.kind, Kind::Rows(_))
}

/// The rows that are said, or those that hold.
pub(super) fn rows(field: &Field) -> &[Value] {
    field.said.as_ref().or(field.usual.as_ref()).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn word(choice: &Choice) -> String {
    words(&choice.value)
}
