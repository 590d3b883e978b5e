use super::tree::{Places, SyntaxFault, Tree};
use crate::diagnostic::Path;
use crate::value::shown;
use jsonc_parser::ast;
use jsonc_parser::common::Ranged;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::ops::Range;

/// How deep lists and tables may nest; a design needs six.
const DEEPEST: usize = 64;

pub(super) fn parse(text: &str) -> Result<Tree, SyntaxFault> {
    if let Some(at) = too_deep(text) {
        return Err(SyntaxFault { message: format!("this JSON nests deeper than {DEEPEST}"), at: at..at + 1 });
    }
    let strict = jsonc_parser::ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        allow_bare_decimal_point_numbers: false,
        allow_extended_string_escapes: false,
        allow_non_finite_numbers: false,
    };
    let parsed =
        jsonc_parser::parse_to_ast(text, &jsonc_parser::CollectOptions::default(), &strict).map_err(|error| {
            SyntaxFault {
                message: format!("this is not JSON: {}", error.kind()),
                at: error.range().start..error.range().end,
            }
        })?;
    let Some(root) = parsed.value else {
        return Err(SyntaxFault { message: "this is not JSON: it is empty".to_owned(), at: 0..0 });
    };
    let mut found = Found::default();
    let value = convert(&root, &Path::root(), &mut found)?;
    Ok(Tree { value, places: Places::Known { spans: found.spans, keys: found.keys } })
}

/// Where parts and keys are.
#[derive(Default)]
struct Found {
    spans: BTreeMap<Path, Range<usize>>,
    keys: BTreeMap<Path, Range<usize>>,
}

fn range(of: &impl Ranged) -> Range<usize> {
    of.start()..of.end()
}

fn convert(value: &ast::Value<'_>, path: &Path, found: &mut Found) -> Result<Value, SyntaxFault> {
    if !path.is_root() {
        found.spans.insert(path.clone(), range(value));
    }
    Ok(match value {
        ast::Value::NullKeyword(_) => Value::Null,
        ast::Value::BooleanLit(literal) => Value::Bool(literal.value),
        ast::Value::StringLit(literal) => Value::String(literal.value.to_string()),
        ast::Value::NumberLit(literal) => match serde_json::from_str(literal.value) {
            Ok(number) => Value::Number(number),
            Err(_) => {
                return Err(SyntaxFault {
                    message: "this is not JSON: a number is malformed".to_owned(),
                    at: range(literal),
                });
            }
        },
        ast::Value::Array(array) => {
            let items = array.elements.iter().enumerate();
            Value::Array(
                items
                    .map(|(index, item)| convert(item, &path.clone().index(index), found))
                    .collect::<Result<_, _>>()?,
            )
        }
        ast::Value::Object(object) => {
            let mut map = Map::new();
            for property in &object.properties {
                let key = property.name.as_str().to_owned();
                let inside = path.clone().key(key.clone());
                let value = convert(&property.value, &inside, found)?;
                if matches!(property.value, ast::Value::Object(_) | ast::Value::Array(_)) {
                    found.spans.insert(inside.clone(), range(&property.name));
                }
                found.keys.insert(inside, range(&property.name));
                if map.insert(key.clone(), value).is_some() {
                    return Err(SyntaxFault {
                        message: format!("this is not JSON: the key `{}` stands twice", shown(&key)),
                        at: range(&property.name),
                    });
                }
            }
            Value::Object(map)
        }
    })
}

/// The parser recurses, so the depth is looked at before.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for (at, byte) in text.bytes().enumerate() {
        match (in_string, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (true, b'"') => in_string = false,
            (true, _) => {}
            (false, b'"') => in_string = true,
            (false, b'[' | b'{') => depth += 1,
            (false, b']' | b'}') => depth = depth.saturating_sub(1),
            (false, _) => {}
        }
        if depth > DEEPEST {
            return Some(at);
        }
    }
    None
}
