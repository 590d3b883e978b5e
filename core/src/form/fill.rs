use super::sheet::{Ask, Shape, Variant, sheet};
use super::steps::STEPS;
use super::{Choice, Column, Field, Form, Kind, Step, choices, shown, word};
use crate::diagnostic::{Diagnostic, Path, Segment};
use crate::edit::MASK;
use crate::plan::Plan;
use crate::value::{Secret, Url};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;

pub(super) fn form(tree: &Value, plan: Option<&Plan>, notes: &[Diagnostic]) -> Form {
    // A design is always a tree of plain values. Nodes are never usual: where none are said there are none.
    let decided = plan.and_then(|plan| serde_json::to_value(plan.settings()).ok()).unwrap_or_default();
    let scene = Scene { tree, plan, noted: noted(notes) };
    let steps = STEPS.iter().map(|outline| {
        let mut fields = Vec::new();
        for setting in outline.settings {
            if let Some(ask) = sheet().iter().find(|ask| ask.key == *setting) {
                scene.ask(ask, Path::root(), tree, &decided, 0, &mut fields);
            }
        }
        Step { key: outline.key, title: outline.title, about: outline.about, fields }
    });
    Form { steps: steps.collect() }
}

/// What questions are asked from.
pub(super) struct Scene<'s> {
    /// The design as it was read.
    pub(super) tree: &'s Value,
    /// What was decided.
    pub(super) plan: Option<&'s Plan>,
    noted: Noted<'s>,
}

/// The places of findings, each with its finding's number, by their first key: a finding about a thousand nodes is no concern of
/// other questions.
type Noted<'s> = BTreeMap<&'s str, Vec<(usize, &'s Path)>>;

fn noted(notes: &[Diagnostic]) -> Noted<'_> {
    let mut noted = Noted::new();
    for (number, note) in notes.iter().enumerate() {
        for at in &note.at {
            if let Some(Segment::Key(first)) = at.0.first() {
                noted.entry(first).or_default().push((number, at));
            }
        }
    }
    noted
}

impl Scene<'_> {
    /// A setting below a path, with what is said and what was decided there.
    fn ask(&self, ask: &Ask, above: Path, said: &Value, decided: &Value, depth: u8, out: &mut Vec<Field>) {
        let path = above.key(ask.key.clone());
        let said = said.get(&ask.key).unwrap_or(&Value::Null);
        let decided = decided.get(&ask.key).unwrap_or(&Value::Null);
        let empty = said.is_null() || said.as_object().is_some_and(serde_json::Map::is_empty);
        if empty && !shown::is_shown(&path, self) {
            return;
        }
        let field = |kind: Kind| Field {
            label: label(&path, &ask.key),
            help: ask.help.clone(),
            said: present(said, &kind),
            // What must be said has nothing that is usual, even where reading went on with something.
            usual: if ask.required && said.is_null() { None } else { present(decided, &kind) },
            required: ask.required,
            depth,
            notes: self.notes_of(&path, !matches!(ask.shape, Shape::OneOf(_))),
            path: path.clone(),
            kind,
        };
        match &ask.shape {
            Shape::Table(inside) => {
                inside.iter().for_each(|ask| self.ask(ask, path.clone(), said, decided, depth, out));
            }
            Shape::Named(inside) => self.named(ask, inside, &path, (said, decided), depth, out),
            Shape::OneOf(variants) => {
                out.push(field(Kind::Choice(self.choices(&path, variants))));
                let effective = if said.is_null() { decided } else { said };
                let chosen = word(effective).and_then(|word| variants.iter().find(|variant| variant.word == word));
                if let Some(variant) = chosen {
                    let at = |value: &Value| value.get(&variant.word).cloned().unwrap_or_default();
                    let (said, decided) = (at(said), at(decided));
                    let path = path.clone().key(variant.word.clone());
                    variant.inside.iter().for_each(|ask| self.ask(ask, path.clone(), &said, &decided, depth + 1, out));
                }
            }
            Shape::Rows(columns) => out.push(field(Kind::Rows(self.columns(&path, columns, said)))),
            Shape::Text => out.push(field(self.text(&path))),
            Shape::Secret => out.push(field(Kind::Secret)),
            Shape::Number { least, most } => out.push(field(Kind::Number { least: *least, most: *most })),
            Shape::Switch => out.push(field(Kind::Switch)),
            Shape::Texts => out.push(field(Kind::Texts)),
            Shape::Pairs => out.push(field(Kind::Pairs)),
        }
    }

    /// A table by names: a question, or several, for each name that counts here or is said.
    fn named(&self, ask: &Ask, inside: &Shape, path: &Path, at: (&Value, &Value), depth: u8, out: &mut Vec<Field>) {
        let (said, decided) = at;
        let mut names = choices::names(path, self);
        names.extend(said.as_object().into_iter().flat_map(|table| table.keys().cloned()));
        let mut seen = Vec::new();
        names.retain(|name| !seen.contains(name) && (seen.push(name.clone()), true).1);
        for name in names {
            let here = |value: &Value| value.get(&name).cloned().unwrap_or_default();
            let one = |shape| Ask { key: name.clone(), help: ask.help.clone(), required: false, shape };
            match inside {
                Shape::Table(asks) => {
                    let path = path.clone().key(name.clone());
                    for ask in asks {
                        let before = out.len();
                        self.ask(ask, path.clone(), &here(said), &here(decided), depth + 1, out);
                        for field in out.iter_mut().skip(before) {
                            field.label = format!("{}: {}", plain(&name), inside_another(&field.label));
                        }
                    }
                }
                _ => self.ask(&one(Shape::Text), path.clone(), said, decided, depth, out),
            }
        }
    }

    fn columns(&self, path: &Path, asks: &[Ask], said: &Value) -> Vec<Column> {
        let column = |ask: &Ask| {
            let path = path.clone().key(ask.key.clone());
            let kind = match &ask.shape {
                Shape::OneOf(variants) => Kind::Choice(self.choices(&path, variants)),
                Shape::Secret => Kind::Secret,
                Shape::Number { least, most } => Kind::Number { least: *least, most: *most },
                Shape::Switch => Kind::Switch,
                Shape::Texts => Kind::Texts,
                Shape::Text | Shape::Pairs | Shape::Table(_) | Shape::Rows(_) | Shape::Named(_) => self.text(&path),
            };
            Column { key: ask.key.clone(), label: label(&path, &ask.key), help: ask.help.clone(), kind }
        };
        let rows = || said.as_array().into_iter().flatten();
        let is_said = |ask: &Ask| rows().any(|row| row.get(&ask.key).is_some());
        let counts = |ask: &&Ask| shown::is_shown(&path.clone().key(ask.key.clone()), self) || is_said(ask);
        asks.iter().filter(counts).map(column).collect()
    }

    /// A text, unless the catalogue knows what it may be.
    fn text(&self, path: &Path) -> Kind {
        choices::known(path, self).map_or(Kind::Text, Kind::Choice)
    }

    fn choices(&self, path: &Path, variants: &[Variant]) -> Vec<Choice> {
        let mut all = choices::known(path, self).unwrap_or_else(|| variants.iter().map(choices::of).collect());
        // What is chosen by a table is said as one.
        for choice in &mut all {
            let table = variants.iter().find(|variant| variant.table && word(&choice.value) == Some(&variant.word));
            if let Some(variant) = table {
                choice.value = serde_json::json!({ &variant.word: {} });
            }
        }
        all
    }

    /// The findings about a place; of those about what is inside it too, where no question of its own shows them.
    fn notes_of(&self, path: &Path, inside: bool) -> Vec<usize> {
        let Some(Segment::Key(first)) = path.0.first() else { return Vec::new() };
        let about = |at: &Path| at == path || (inside && at.0.starts_with(&path.0));
        let near = self.noted.get(first.as_ref()).into_iter().flatten();
        let mut found: Vec<usize> = near.filter(|(_, at)| about(at)).map(|(number, _)| *number).collect();
        found.dedup();
        found
    }
}

/// What is shown of a value: of a secret never its text, nor of a URL with a password in it.
fn present(value: &Value, kind: &Kind) -> Option<Value> {
    let is_reference = |text: &str| text.parse::<Secret>().is_ok_and(|secret| !secret.is_plain());
    match value {
        Value::Null => None,
        Value::String(text) if *kind == Kind::Secret && is_reference(text) => Some(value.clone()),
        _ if *kind == Kind::Secret => Some(format!("plain:{MASK}").into()),
        Value::String(text) => Some(match text.parse::<Url>() {
            Ok(url) if url.has_password() => url.to_string().into(),
            _ => value.clone(),
        }),
        other => Some(other.clone()),
    }
}

/// A label behind another word: only an abbreviation keeps its capitals.
fn inside_another(label: &str) -> String {
    let mut chars = label.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => first.to_lowercase().chain(chars).collect(),
        _ => label.to_owned(),
    }
}

fn label(path: &Path, key: &str) -> String {
    let full = path.to_string();
    let known = LABELS.iter().find(|(known, _)| *known == full);
    known.map_or_else(|| plain(key), |(_, label)| (*label).to_owned())
}

/// A key in words: `member-port` is «Member port», `jdbc-url` is «JDBC URL».
pub(super) fn plain(key: &str) -> String {
    let words: Vec<Cow<'_, str>> = key.split(['-', ' ']).map(spelled).collect();
    let words = words.join(" ");
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A word of a key, with an abbreviation in the letters that people give it.
fn spelled(word: &str) -> Cow<'_, str> {
    let known = ABBREVIATIONS.iter().find(|known| known.eq_ignore_ascii_case(word));
    known.map_or(Cow::Borrowed(word), |known| Cow::Borrowed(*known))
}

const ABBREVIATIONS: &[&str] = &[
    "API", "AWS", "BPEL", "BPMN", "CIDR", "DN", "DNS", "EC2", "ECDSA", "ECS", "HTTP", "HTTPS", "IAM", "ID", "IP",
    "JDBC", "JVM", "LDAP", "RSA", "STS", "SVN", "TLS", "URL",
];

/// Where the key says too little, or is an abbreviation.
const LABELS: &[(&str, &str)] = &[
    ("hosts.service", "Services"),
    ("hosts.web-socket", "WebSocket"),
    ("cluster.jvm-route", "Name in session ids"),
    ("cluster.hazelcast", "Hazelcast properties"),
    ("nodes.addresses", "Addresses"),
    ("balancers", "Load balancers"),
    ("balancers.http-port", "HTTP port"),
    ("balancers.https-port", "HTTPS port"),
    ("balancers.redirect-http", "HTTP leads to HTTPS"),
    ("access.console", "Console open to"),
    ("access.admin-user", "Administrator"),
    ("access.admin-password", "Administrator's password"),
    ("registry.mounts", "Registry mounted"),
    ("registry.config-path", "Registry's configuration path"),
    ("registry.instance", "Registry's remote instance"),
    ("registry.read-only-workers", "Workers only read it"),
    ("tasks.server-count", "Nodes before tasks begin"),
    ("tls.key", "Kind of key"),
    ("tls.days", "Days of a certificate"),
    ("tls.nodes", "Nodes' certificates"),
    ("database.oracle.service", "Service name"),
    ("jvm.home", "Product's folder"),
    ("jvm.user", "User that it runs as"),
    ("networks.cidr", "CIDR"),
];
