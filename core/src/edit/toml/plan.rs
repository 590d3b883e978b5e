use super::changes::Changes;
use super::compare::{same, shown};
use super::locate::{Gap, Spot, Walk};
use super::sections::Sections;
use super::spans::end_of_all;
use super::{Edit, Item, Place, Step, Table as Wanted, Want, remove, write};
use crate::edit::{Finding, Trouble};
use crate::format::toml::dotted;
use std::borrow::Cow;
use std::ops::Range;
use toml_edit::{ArrayOfTables, InlineTable, Table, Value};

/// Asks a file about a statement, and gathers what it changes.
pub(super) fn plan<'e>(root: &Table, edit: &'e Edit, changes: &mut Changes<'_, 'e>) -> Finding {
    let spot = match Walk::document(root).find(&edit.at) {
        Ok(spot) => spot,
        // Nothing can be in what is no table.
        Err(Trouble::NoTable { .. }) if edit.want == Want::Absent => return Finding::Holds,
        Err(trouble) => return Finding::Trouble(trouble),
    };
    let place = || edit.at.to_string();
    match (&edit.want, spot) {
        // Dotted keys in braces make a table that is no value of its own.
        (Want::Value(_) | Want::Tables(_), Spot::Value(_, Value::InlineTable(table))) if table.is_dotted() => {
            Finding::Trouble(Trouble::IsTable { place: place() })
        }
        (Want::Value(item), Spot::Value(_, found)) => value(found, item, edit, changes),
        (Want::Present(_), Spot::Value(..) | Spot::Table(_) | Spot::Tables(_) | Spot::Element) => Finding::Holds,
        (Want::Value(item) | Want::Present(item), Spot::Gap(gap)) => match add(gap, edit, item, changes) {
            true => Finding::Absent,
            false => Finding::Trouble(Trouble::NoTable { place: place() }),
        },
        (Want::Tables(tables), Spot::Tables(found)) => self::tables(found, tables, edit, changes),
        (Want::Tables(tables), Spot::Value(_, found)) => in_brackets(found, tables, edit, changes),
        (Want::Tables(tables), Spot::Gap(_)) if tables.is_empty() => Finding::Holds,
        (Want::Tables(tables), Spot::Gap(gap)) => match add_tables(gap, edit, tables, changes) {
            true => Finding::Absent,
            false => Finding::Trouble(Trouble::NoTable { place: place() }),
        },
        (Want::Value(_), Spot::Table(_) | Spot::Tables(_) | Spot::Element)
        | (Want::Tables(_), Spot::Table(_) | Spot::Element) => Finding::Trouble(Trouble::IsTable { place: place() }),
        (Want::Absent, Spot::Gap(_)) => Finding::Holds,
        (Want::Absent, Spot::Value(stands, found)) => {
            remove::value(changes, &stands, found);
            differs(found_text(found), found.span(), edit)
        }
        (Want::Absent, Spot::Table(found)) => {
            remove::table(changes, found);
            differs(format!("[{}]", place()), found.span(), edit)
        }
        (Want::Absent, Spot::Tables(found)) => {
            remove::tables(changes, found);
            differs(format!("[[{}]]", place()), found.span(), edit)
        }
        (Want::Absent, Spot::Element) => Finding::Trouble(Trouble::NoTable { place: place() }),
    }
}

fn differs(found: impl Into<String>, span: Option<Range<usize>>, edit: &Edit) -> Finding {
    Finding::Differs { found: shown(&found.into(), edit), span: span.unwrap_or_default() }
}

fn value(found: &Value, item: &Item, edit: &Edit, changes: &mut Changes<'_, '_>) -> Finding {
    if same(found, item) {
        return Finding::Holds;
    }
    if let Some(span) = found.span() {
        changes.replace(span, write::item(item, changes.eol()));
    }
    differs(found_text(found), found.span(), edit)
}

/// A text as it is, anything else as TOML writes it.
fn found_text(found: &Value) -> Cow<'_, str> {
    match found {
        Value::String(text) => Cow::Borrowed(text.value()),
        Value::Integer(number) => number.value().to_string().into(),
        Value::Boolean(yes) => yes.value().to_string().into(),
        Value::Float(number) => number.value().to_string().into(),
        Value::Datetime(time) => time.value().to_string().into(),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(found_text).collect();
            format!("[{}]", items.join(", ")).into()
        }
        Value::InlineTable(table) => {
            let pairs: Vec<_> = table.iter().map(|(key, value)| format!("{key} = {}", found_text(value))).collect();
            format!("{{{}}}", pairs.join(", ")).into()
        }
    }
}

fn add<'e>(gap: Gap<'_>, edit: &'e Edit, item: &'e Item, changes: &mut Changes<'_, 'e>) -> bool {
    match gap {
        Gap::Body { table, keys, .. } => changes.line(table, &keys, item),
        Gap::Braces(table, keys) => changes.in_braces(table, &keys, &write::item(item, changes.eol())),
        Gap::Section => return changes.sections.value(&edit.at, item, &edit.why),
        Gap::Nowhere => return false,
    }
    true
}

fn add_tables<'e>(gap: Gap<'_>, edit: &'e Edit, tables: &'e [Wanted], changes: &mut Changes<'_, 'e>) -> bool {
    match gap {
        Gap::Section | Gap::Body { header: true, .. } => return changes.sections.tables(&edit.at, tables, &edit.why),
        Gap::Body { table, keys, .. } => changes.raw_line(table, &keys, brackets(tables, changes.eol())),
        Gap::Braces(table, keys) => changes.in_braces(table, &keys, &brackets(tables, changes.eol())),
        Gap::Nowhere => return false,
    }
    true
}

/// Tables as an array of braces.
fn brackets(tables: &[Wanted], eol: &str) -> String {
    let table = |table: &Wanted| {
        let pairs = table
            .iter()
            .map(|(keys, item)| format!("{} = {}", dotted(keys.iter().map(AsRef::as_ref)), write::item(item, eol)));
        format!("{{ {} }}", pairs.collect::<Vec<_>>().join(", "))
    };
    format!("[{}]", tables.iter().map(table).collect::<Vec<_>>().join(", "))
}

/// An array that is a value is written anew where it differs.
fn in_brackets(found: &Value, tables: &[Wanted], edit: &Edit, changes: &mut Changes<'_, '_>) -> Finding {
    let holds = found.as_array().is_some_and(|found| {
        found.len() == tables.len()
            && found.iter().zip(tables).all(|(found, wanted)| {
                found.as_inline_table().is_some_and(|found| {
                    leaves(found) == wanted.len()
                        && wanted
                            .iter()
                            .all(|(keys, item)| in_table(found, keys).is_some_and(|found| same(found, item)))
                })
            })
    });
    if holds {
        return Finding::Holds;
    }
    if let Some(span) = found.span() {
        changes.replace(span, brackets(tables, changes.eol()));
    }
    differs(found_text(found), found.span(), edit)
}

fn in_table<'v>(table: &'v InlineTable, keys: &[Cow<'_, str>]) -> Option<&'v Value> {
    let (last, way) = keys.split_last()?;
    let mut here = table;
    for key in way {
        here = here.get(key)?.as_inline_table()?;
    }
    here.get(last)
}

fn leaves(table: &InlineTable) -> usize {
    table.iter().map(|(_, value)| value.as_inline_table().map_or(1, leaves)).sum()
}

/// Each table of the file is made the one at its place in the list; the rest go or come.
fn tables<'e>(found: &ArrayOfTables, wanted: &'e [Wanted], edit: &'e Edit, changes: &mut Changes<'_, 'e>) -> Finding {
    let mut first: Option<Finding> = None;
    let mut note = |finding: Finding| {
        if finding != Finding::Holds {
            first.get_or_insert(finding);
        }
    };
    for (table, wanted) in found.iter().zip(wanted) {
        for (keys, item) in wanted {
            let place = Place(keys.iter().cloned().map(Step::Key).collect());
            match Walk::entry(table).find(&place) {
                Ok(Spot::Value(_, found)) => note(value(found, item, edit, changes)),
                Ok(Spot::Gap(Gap::Body { table: body, keys, .. })) => {
                    changes.line(body, &keys, item);
                    note(differs("", table.span(), edit));
                }
                Ok(Spot::Gap(Gap::Braces(braces, keys))) => {
                    changes.in_braces(braces, &keys, &write::item(item, changes.eol()));
                    note(differs("", table.span(), edit));
                }
                // What stands in the way goes first; the value comes when the file is gone over again.
                Ok(Spot::Table(other)) => {
                    remove::table(changes, other);
                    note(differs(format!("[{place}]"), other.span(), edit));
                }
                Ok(Spot::Tables(others)) => {
                    remove::tables(changes, others);
                    note(differs(format!("[[{place}]]"), others.span(), edit));
                }
                Ok(_) | Err(_) => note(differs("", table.span(), edit)),
            }
        }
        extras(table, wanted, &mut Vec::new(), &mut |key, item| {
            note(differs(key.get(), key.span(), edit));
            remove::item(changes, key, item);
        });
    }
    for table in found.iter().skip(wanted.len()) {
        note(differs(format!("[[{}]]", edit.at), table.span(), edit));
        remove::table(changes, table);
    }
    if let Some(more) = wanted.get(found.len()..).filter(|more| !more.is_empty()) {
        let path: Option<Vec<&str>> = edit
            .at
            .0
            .iter()
            .map(|step| match step {
                Step::Key(key) => Some(key.as_ref()),
                Step::Entry { .. } => None,
            })
            .collect();
        match path.zip(found.iter().filter_map(end_of_all).max()) {
            Some((path, end)) => {
                let mut sections = Sections::default();
                for (number, table) in more.iter().enumerate() {
                    sections.numbered(path.clone(), number, table, &edit.why);
                }
                changes.tail(end, sections);
                note(differs(format!("{} tables", found.len()), found.span(), edit));
            }
            None => note(Finding::Trouble(Trouble::NoTable { place: edit.at.to_string() })),
        }
    }
    first.unwrap_or(Finding::Holds)
}

/// What a table has besides what is wanted of it.
fn extras<'d>(
    table: &'d Table,
    wanted: &Wanted,
    way: &mut Vec<&'d str>,
    tell: &mut impl FnMut(&'d toml_edit::Key, &'d toml_edit::Item),
) {
    for (name, item) in table {
        let Some((key, _)) = table.get_key_value(name) else { continue };
        way.push(name);
        let is = |keys: &[Cow<'_, str>]| keys.iter().map(AsRef::as_ref).eq(way.iter().copied());
        let within = |keys: &[Cow<'_, str>]| keys.get(..way.len()).is_some_and(is) && keys.len() > way.len();
        if !wanted.iter().any(|(keys, _)| is(keys)) {
            match item {
                toml_edit::Item::Table(inside) if wanted.iter().any(|(keys, _)| within(keys)) => {
                    extras(inside, wanted, way, tell);
                }
                toml_edit::Item::Value(Value::InlineTable(_)) if wanted.iter().any(|(keys, _)| within(keys)) => {}
                _ => tell(key, item),
            }
        }
        way.pop();
    }
}
