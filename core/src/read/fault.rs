use super::misread::Why;
use super::reader;
use crate::catalogue::PRODUCTS;
use crate::design::Design;
use crate::diagnostic::{Diagnostic, Fix, Path, Segment, Severity};
use crate::plan::nearest;
use crate::value::shown;
use serde_json::{Value, json};

/// How many faults are looked for: whoever has more repairs these first.
const MOST: usize = 100;

/// Reads the tree into a design, or finds every fault of it.
///
/// The reader stops at the first fault. So the faulty part is taken out of the tree, and the rest is read again; what was
/// missing gets a stand-in. What is left is a design to look at, not to use.
pub(super) fn deserialize(tree: &Value) -> Outcome {
    // The usual case pays for no copy.
    if let Ok(design) = reader::design(tree) {
        return Outcome { design: Some(design), rest: None, notes: Vec::new() };
    }
    let mut tree = tree.clone();
    let mut rest = None;
    let mut notes = Vec::new();
    let mut removed = Vec::new();
    let (mut stood_in, mut emptied): (Vec<Path>, Vec<Path>) = (Vec::new(), Vec::new());
    while notes.len() < MOST {
        let misread = match reader::design(&tree) {
            Ok(design) => {
                rest = Some(design);
                break;
            }
            Err(misread) => misread,
        };
        let (why, path) = misread.into_parts();
        let done = match why {
            Why::Missing(key) => {
                let target = path.clone().key(key);
                // What was taken out before is no news.
                if !removed.contains(&target) {
                    notes.push(missing(key, original(&path, &removed)));
                }
                let done = put(&mut tree, &target, stand_in(key));
                stood_in.push(target);
                done
            }
            Why::UnknownKey { key, known } => {
                // A misspelt key is not missing as well.
                let near = nearest(&key, known.iter().copied());
                removed.extend(near.map(|near| path.clone().parent().key(near)));
                notes.push(unknown_key(&key, known, original(&path, &removed)));
                take(&mut tree, &path)
            }
            // A stand-in that does not fit is no news either: the table that wants it goes, and the one that is empty then.
            _ if stood_in.contains(&path) => {
                let table = path.parent();
                emptied.push(table.clone().parent());
                take(&mut tree, &table)
            }
            _ if emptied.contains(&path) => take(&mut tree, &path),
            other => {
                notes.push(misplaced(other, original(&path, &removed)));
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

/// A value that does not belong where it stands.
fn misplaced(why: Why, at: Path) -> Diagnostic {
    let note = |code, message| Diagnostic::new(code, Severity::Error, message).at(at.clone());
    match why {
        Why::UnknownWord { written, known } => {
            let near = nearest(&written, known.iter().copied());
            let note =
                note("invalid-value", format!("`{}` is not known here", shown(&written))).help(known_are(near, known));
            match near {
                Some(near) => note.fix(Fix::unsafe_(format!("write `{near}`")).set(at.clone(), near)),
                None => note,
            }
        }
        Why::WrongType { found, expected } => {
            let is_number = matches!(found, "a whole number" | "a decimal number");
            let help = if is_number && expected == "a text" { "write it in quotes" } else { "" };
            note("wrong-type", format!("this is {found}, where {expected} belongs")).help(help.to_owned())
        }
        Why::Other(message) => note("invalid-value", message),
        Why::Missing(key) => missing(key, at),
        Why::UnknownKey { key, known } => unknown_key(&key, known, at),
    }
}

fn known_are(near: Option<&str>, known: &[&str]) -> String {
    let known = known.join(", ");
    match near {
        Some(near) => format!("did you mean `{near}`? known are {known}"),
        None => format!("known are {known}"),
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

fn unknown_key(key: &str, known: &[&str], at: Path) -> Diagnostic {
    let shown = shown(key);
    let note = Diagnostic::new("unknown-key", Severity::Error, format!("there is no setting `{shown}` here"));
    let note = note.fix(Fix::unsafe_(format!("take `{shown}` out")).set(at.clone(), Value::Null)).at(at);
    note.help(known_are(nearest(key, known.iter().copied()), known))
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
