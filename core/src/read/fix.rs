use super::print::plain;
use super::{Syntax, list};
use crate::diagnostic::{Fix, Path, Segment};
use serde_json::Value;
use std::fmt;

/// Why fixes could not be put into a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfixable {
    /// The text itself is not readable.
    Syntax,
    /// A path leads through something that is no table or list.
    NoSuchPlace(Path),
}

impl fmt::Display for Unfixable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax => f.write_str("the text is not readable, so nothing can be changed in it"),
            Self::NoSuchPlace(path) => write!(f, "`{path}` cannot be set in this text"),
        }
    }
}

impl std::error::Error for Unfixable {}

/// Puts fixes into the text of a design. TOML keeps its comments and its layout; JSON is printed anew, in its order.
pub fn apply(text: &str, syntax: Syntax, fixes: &[&Fix]) -> Result<String, Unfixable> {
    let changes = fixes.iter().flat_map(|fix| &fix.set);
    match syntax {
        Syntax::Toml => {
            let mut document: toml_edit::DocumentMut = text.parse().map_err(|_| Unfixable::Syntax)?;
            for (path, value) in changes {
                set_toml(document.as_item_mut(), &path.0, value).ok_or_else(|| Unfixable::NoSuchPlace(path.clone()))?;
            }
            Ok(document.to_string())
        }
        Syntax::Json => {
            let mut tree: Value = serde_json::from_str(text).map_err(|_| Unfixable::Syntax)?;
            for (path, value) in changes {
                set_json(&mut tree, &path.0, value).ok_or_else(|| Unfixable::NoSuchPlace(path.clone()))?;
            }
            let mut out = serde_json::to_string_pretty(&tree).map_err(|_| Unfixable::Syntax)?;
            out.push('\n');
            Ok(out)
        }
    }
}

/// Sets a value in TOML; nothing where the path leads through what is no table or list.
pub(super) fn set_toml(item: &mut toml_edit::Item, path: &[Segment], value: &Value) -> Option<()> {
    let (first, rest) = path.split_first()?;
    match first {
        Segment::Key(key) => {
            if rest.is_empty() && item.is_table_like() && list::set(item, key, value) {
                return Some(());
            }
            let table = item.as_table_like_mut()?;
            if rest.is_empty() {
                match plain(value) {
                    Some(mut new) => match table.get_mut(key).and_then(toml_edit::Item::as_value_mut) {
                        Some(old) => {
                            *new.decor_mut() = old.decor().clone();
                            *old = new;
                        }
                        None => {
                            table.insert(key, toml_edit::Item::Value(new));
                        }
                    },
                    None => {
                        table.remove(key);
                    }
                }
                return Some(());
            }
            if table.get(key).is_none() {
                let mut fresh = toml_edit::Table::new();
                fresh.set_implicit(rest.len() > 1);
                table.insert(key, toml_edit::Item::Table(fresh));
            }
            set_toml(table.get_mut(key)?, rest, value)
        }
        Segment::Index(index) => match item {
            toml_edit::Item::ArrayOfTables(tables) => {
                let table = tables.get_mut(*index)?;
                let mut inside = toml_edit::Item::Table(std::mem::take(table));
                let done = set_toml(&mut inside, rest, value);
                *table = inside.into_table().ok()?;
                done
            }
            toml_edit::Item::Value(toml_edit::Value::Array(array)) => {
                if rest.is_empty() {
                    match plain(value) {
                        Some(new) => {
                            array.get(*index)?;
                            array.replace(*index, new);
                        }
                        None => {
                            array.get(*index)?;
                            array.remove(*index);
                        }
                    }
                    return Some(());
                }
                let mut inside = toml_edit::Item::Value(array.get(*index)?.clone());
                set_toml(&mut inside, rest, value)?;
                array.replace(*index, inside.into_value().ok()?);
                Some(())
            }
            _ => None,
        },
    }
}

fn set_json(tree: &mut Value, path: &[Segment], value: &Value) -> Option<()> {
    let (first, rest) = path.split_first()?;
    match (first, tree) {
        (Segment::Key(key), Value::Object(map)) if rest.is_empty() => {
            match value {
                Value::Null => map.shift_remove(key.as_ref()),
                value => map.insert(key.to_string(), value.clone()),
            };
            Some(())
        }
        (Segment::Key(key), Value::Object(map)) => {
            let inside = map.entry(key.to_string()).or_insert_with(|| Value::Object(serde_json::Map::new()));
            set_json(inside, rest, value)
        }
        (Segment::Index(index), Value::Array(items)) if rest.is_empty() => {
            match value {
                Value::Null => {
                    items.get(*index)?;
                    items.remove(*index);
                }
                value => *items.get_mut(*index)? = value.clone(),
            }
            Some(())
        }
        (Segment::Index(index), Value::Array(items)) => set_json(items.get_mut(*index)?, rest, value),
        _ => None,
    }
}
