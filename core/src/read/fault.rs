use crate::catalogue::PRODUCTS;
use crate::design::Design;
use crate::diagnostic::{Diagnostic, Fix, Path, Segment, Severity};
use crate::plan::nearest;
use serde::Deserialize;
use serde_json::{Value, json};
use serde_path_to_error::Segment as SerdeSegment;

/// How many faults are looked for: whoever has more repairs these first.
const MOST: usize = 100;

/// Reads the tree into a design, or finds every fault of it.
///
/// serde stops at the first fault. So the faulty part is taken out of the tree, and the rest is read again; what was
/// missing gets a stand-in. What is left is a design to look at, not to use.
pub(super) fn deserialize(tree: &Value) -> Outcome {
    // The usual case pays for no bookkeeping.
    if let Ok(design) = Design::deserialize(tree) {
        return Outcome { design: Some(design), rest: None, notes: Vec::new() };
    }
    let mut tree = tree.clone();
    let mut rest = None;
    let mut notes = Vec::new();
    let mut removed = Vec::new();
    let (mut stood_in, mut emptied): (Vec<Path>, Vec<Path>) = (Vec::new(), Vec::new());
    while notes.len() < MOST {
        let error = match serde_path_to_error::deserialize::<_, Design>(&tree) {
            Ok(design) => {
                rest = Some(design);
                break;
            }
            Err(error) => error,
        };
        let path = path(error.path());
        let fault = Fault::of(&error.inner().to_string());
        let done = match &fault {
            Fault::Missing(field) => {
                let target = path.clone().key(field.clone());
                // What was taken out before is no news.
                let known = removed.contains(&target);
                let original = original(&path, &removed);
                if !known {
                    notes.push(missing(field, original));
                }
                let done = put(&mut tree, &target, stand_in(field));
                stood_in.push(target);
                done
            }
            Fault::UnknownKey { key, known } => {
                let target = with_key(&path, key);
                // A misspelt key is not missing as well.
                removed.extend(
                    nearest(key, known.iter().map(String::as_str))
                        .map(|near| target.clone().parent().key(near.to_owned())),
                );
                notes.push(unknown_key(key, known, original(&target, &removed)));
                take(&mut tree, &target)
            }
            // A stand-in that does not fit is no news either: the table that wants it goes, and the one that is empty then.
            Fault::Other { .. } if stood_in.contains(&path) => {
                let table = path.parent();
                emptied.push(table.clone().parent());
                take(&mut tree, &table)
            }
            Fault::Other { .. } if emptied.contains(&path) => take(&mut tree, &path),
            Fault::Other { code, message, help, near } => {
                let at = original(&path, &removed);
                let note = Diagnostic::new(code, Severity::Error, message.clone()).at(at.clone()).help(help.clone());
                notes.push(match near {
                    Some(near) => note.fix(Fix::unsafe_(format!("write `{near}`")).set(at, near.as_str())),
                    None => note,
                });
                take(&mut tree, &path)
            }
        };
        match done {
            Some(change) => removed.extend(change),
            // Nothing could be taken out: another round would find the same.
            None => break,
        }
    }
    Outcome { design: None, rest, notes }
}

/// What a tree was read as.
pub(super) struct Outcome {
    /// The design, where it has no fault.
    pub(super) design: Option<Design>,
    /// What is left of it without its faults, where it has some.
    pub(super) rest: Option<Design>,
    pub(super) notes: Vec<Diagnostic>,
}

/// What serde says, sorted.
enum Fault {
    Missing(String),
    UnknownKey {
        key: String,
        known: Vec<String>,
    },
    /// Anything else; `near` is the known word that was meant, perhaps.
    Other {
        code: &'static str,
        message: String,
        help: String,
        near: Option<String>,
    },
}

impl Fault {
    /// serde's own sentences are the only thing that tells its faults apart.
    fn of(message: &str) -> Self {
        let quoted = || message.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
        if message.starts_with("missing field `") {
            return Self::Missing(quoted().into_iter().next().unwrap_or_default());
        }
        if message.starts_with("unknown field `") {
            let mut names = quoted().into_iter();
            let key = names.next().unwrap_or_default();
            return Self::UnknownKey { key, known: names.collect() };
        }
        if message.starts_with("unknown variant `") {
            let mut names = quoted().into_iter();
            let written = names.next().unwrap_or_default();
            let known: Vec<String> = names.collect();
            let near = nearest(&written, known.iter().map(String::as_str));
            let help = match near {
                Some(near) => format!("did you mean `{near}`? known are {}", known.join(", ")),
                None => format!("known are {}", known.join(", ")),
            };
            let shown: String = written.chars().take(60).flat_map(char::escape_debug).collect();
            let near = near.map(str::to_owned);
            return Self::Other { code: "invalid-value", message: format!("`{shown}` is not known here"), help, near };
        }
        if let Some(rest) = message.strip_prefix("invalid type: ") {
            let (found, expected) = rest.split_once(", expected ").unwrap_or((rest, "something else"));
            // The found value is not repeated: it may be a secret.
            let found = found.split([' ', '`']).next().unwrap_or_default();
            return Self::Other {
                code: "wrong-type",
                message: format!("this is {}, where {} belongs", kind(found), kind(expected)),
                help: match (kind(found), kind(expected)) {
                    ("a whole number" | "a decimal number", "a text") => "write it in quotes".to_owned(),
                    _ => String::new(),
                },
                near: None,
            };
        }
        Self::Other { code: "invalid-value", message: message.to_owned(), help: String::new(), near: None }
    }
}

/// serde's names of types in the words of the document.
fn kind(word: &str) -> &str {
    match word {
        "map" | "a map" => "a table",
        "sequence" | "a sequence" => "a list",
        "string" | "a string" | "str" | "string or map" => "a text",
        "integer" | "i64" | "u64" => "a whole number",
        "floating" | "f64" => "a decimal number",
        "boolean" | "a boolean" | "bool" => "true or false",
        "null" => "nothing",
        other if other.starts_with("struct ") => "a table",
        other if other.contains("variant") || other.starts_with("enum ") => "a text or a table with one key",
        other => other,
    }
}

fn missing(field: &str, at: Path) -> Diagnostic {
    let place = if at.is_root() { "the design".to_owned() } else { format!("`{at}`") };
    let help = match field {
        "format" => "write `format = 1` at the top",
        "product" => &format!("write one of {}", PRODUCTS.iter().map(|it| it.id).collect::<Vec<_>>().join(", ")),
        "release" => "write the product's release as a text, such as `release = \"5.0.0\"`",
        "pattern" => "write one such as `pattern = \"worker-manager-2\"`",
        "name" => "write what the cluster is called, such as `name = \"esb\"`",
        _ => "",
    };
    Diagnostic::new("missing-key", Severity::Error, format!("{place} has no `{field}`")).at(at).help(help.to_owned())
}

fn unknown_key(key: &str, known: &[String], at: Path) -> Diagnostic {
    let shown: String = key.chars().take(60).flat_map(char::escape_debug).collect();
    let note = Diagnostic::new("unknown-key", Severity::Error, format!("there is no setting `{shown}` here"));
    let note = note.fix(Fix::unsafe_(format!("take `{shown}` out")).set(at.clone(), Value::Null)).at(at);
    match nearest(key, known.iter().map(String::as_str)) {
        Some(near) => note.help(format!("did you mean `{near}`? known are {}", known.join(", "))),
        None => note.help(format!("known are {}", known.join(", "))),
    }
}

fn path(path: &serde_path_to_error::Path) -> Path {
    let mut out = Path::root();
    for segment in path.iter() {
        out = match segment {
            SerdeSegment::Seq { index } => out.index(*index),
            SerdeSegment::Map { key } => out.key(key.clone()),
            SerdeSegment::Enum { variant } => out.key(variant.clone()),
            SerdeSegment::Unknown => out,
        };
    }
    out
}

/// The path of an unknown key, whether or not serde's path already ends with it.
fn with_key(path: &Path, key: &str) -> Path {
    match path.0.last() {
        Some(Segment::Key(last)) if last == key => path.clone(),
        _ => path.clone().key(key.to_owned()),
    }
}

/// A value with which reading can go on.
fn stand_in(field: &str) -> Value {
    match field {
        "format" => json!(1),
        "release" => json!("0.0.0"),
        "pattern" => json!("symmetric"),
        "services" => json!([]),
        "url" => json!("https://localhost/"),
        "password" => json!("env:X"),
        _ => json!("x"),
    }
}

fn parent<'t>(tree: &'t mut Value, path: &Path) -> Option<&'t mut Value> {
    let (_, steps) = path.0.split_last()?;
    steps.iter().try_fold(tree, |value, segment| match segment {
        Segment::Key(key) => value.get_mut(key.as_ref()),
        Segment::Index(index) => value.get_mut(*index),
    })
}

/// Takes a part out; says which, or nothing where there was nothing to take.
fn take(tree: &mut Value, path: &Path) -> Option<Option<Path>> {
    let last = path.0.last()?;
    match (parent(tree, path)?, last) {
        (Value::Object(map), Segment::Key(key)) => map.shift_remove(key.as_ref()).map(|_| Some(path.clone())),
        (Value::Array(list), Segment::Index(index)) if *index < list.len() => {
            list.remove(*index);
            Some(Some(path.clone()))
        }
        // The fault is about the part as a whole, such as a text where a variant's table belongs.
        _ => take(tree, &path.clone().parent()),
    }
}

fn put(tree: &mut Value, path: &Path, value: Value) -> Option<Option<Path>> {
    let last = path.0.last()?;
    match (parent(tree, path)?, last) {
        (Value::Object(map), Segment::Key(key)) => map.insert(key.to_string(), value).is_none().then_some(None),
        _ => None,
    }
}

/// Where a part stood before others were taken out of the lists on its way.
fn original(path: &Path, removed: &[Path]) -> Path {
    let mut out = path.clone();
    for gone in removed.iter().rev() {
        let Some((Segment::Index(gone_index), before)) = gone.0.split_last() else { continue };
        if out.0.len() <= before.len() || out.0[..before.len()] != *before {
            continue;
        }
        if let Segment::Index(index) = &mut out.0[before.len()]
            && *index >= *gone_index
        {
            *index += 1;
        }
    }
    out
}
