use super::misread::Misread;
use crate::design::Design;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, Unexpected, VariantAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value, map};
use std::slice;

/// Reads a design from a tree. A fault knows its place.
///
/// It is the one way in: every other one would bring the code of all the types again. A table is a table here, never a list
/// of its values in order.
pub(crate) fn design(tree: &Value) -> Result<Design, Misread> {
    Design::deserialize(Reader::Part(tree))
}

/// A part of the tree, or a key in it.
#[derive(Clone, Copy)]
enum Reader<'de> {
    Part(&'de Value),
    Key(&'de str),
}

impl<'de> Reader<'de> {
    /// Not what was expected.
    #[cold]
    #[inline(never)]
    fn wrong(self, expected: &dyn serde::de::Expected) -> Misread {
        let found = match self {
            Self::Key(key) => Unexpected::Str(key),
            Self::Part(value) => match value {
                Value::Null => Unexpected::Unit,
                Value::Bool(yes) => Unexpected::Bool(*yes),
                Value::Number(number) => match (number.as_i64(), number.as_u64()) {
                    (Some(whole), _) => Unexpected::Signed(whole),
                    (None, Some(whole)) => Unexpected::Unsigned(whole),
                    (None, None) => Unexpected::Float(number.as_f64().unwrap_or_default()),
                },
                Value::String(text) => Unexpected::Str(text),
                Value::Array(_) => Unexpected::Seq,
                Value::Object(_) => Unexpected::Map,
            },
        };
        Misread::invalid_type(found, expected)
    }

    fn table(self, visitor: &impl serde::de::Expected) -> Result<Table<'de>, Misread> {
        match self {
            Self::Part(Value::Object(map)) => Ok(Table { entries: map.iter(), now: None }),
            other => Err(other.wrong(visitor)),
        }
    }

    /// The word that says which variant it is, and what is inside.
    #[inline(never)]
    fn variant(self) -> Result<Variant<'de>, Misread> {
        match self {
            Self::Key(word) => Ok(Variant { word, inside: None }),
            Self::Part(Value::String(word)) => Ok(Variant { word, inside: None }),
            Self::Part(Value::Object(map)) => single(map),
            other => Err(other.wrong(&"string or map")),
        }
    }
}

fn single(map: &Map<String, Value>) -> Result<Variant<'_>, Misread> {
    let mut entries = map.iter();
    match (entries.next(), entries.next()) {
        (Some((word, inside)), None) => Ok(Variant { word, inside: Some(inside) }),
        _ => Err(Misread::invalid_value(Unexpected::Map, &"map with a single key")),
    }
}

impl<'de> Deserializer<'de> for Reader<'de> {
    type Error = Misread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self {
            Self::Key(text) => visitor.visit_borrowed_str(text),
            Self::Part(value) => match value {
                Value::Null => visitor.visit_unit(),
                Value::Bool(yes) => visitor.visit_bool(*yes),
                Value::Number(number) => match (number.as_i64(), number.as_u64()) {
                    (Some(whole), _) => visitor.visit_i64(whole),
                    (None, Some(whole)) => visitor.visit_u64(whole),
                    (None, None) => visitor.visit_f64(number.as_f64().unwrap_or_default()),
                },
                Value::String(text) => visitor.visit_borrowed_str(text),
                Value::Array(items) => visitor.visit_seq(List { items: items.iter(), next: 0 }),
                Value::Object(map) => visitor.visit_map(Table { entries: map.iter(), now: None }),
            },
        }
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self {
            Self::Key(text) => visitor.visit_str(text),
            other => Err(other.wrong(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self {
            Self::Part(Value::Null) => visitor.visit_none(),
            some => visitor.visit_some(some),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Misread> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        match self {
            Self::Part(Value::Array(items)) => visitor.visit_seq(List { items: items.iter(), next: 0 }),
            other => Err(other.wrong(&visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misread> {
        let table = self.table(&visitor)?;
        visitor.visit_map(table)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        let table = self.table(&visitor)?;
        visitor.visit_map(table)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misread> {
        visitor.visit_enum(self.variant()?)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct tuple tuple_struct
        ignored_any
    }
}

/// The entries of a table that are still to read.
struct Table<'de> {
    entries: map::Iter<'de>,
    now: Option<(&'de str, &'de Value)>,
}

impl<'de> MapAccess<'de> for Table<'de> {
    type Error = Misread;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Misread> {
        let Some((key, value)) = self.entries.next() else { return Ok(None) };
        self.now = Some((key, value));
        match seed.deserialize(Reader::Key(key)) {
            Ok(key) => Ok(Some(key)),
            Err(fault) => Err(fault.inside(key)),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Misread> {
        let (key, value) = self.now.unwrap_or(("", &Value::Null));
        seed.deserialize(Reader::Part(value)).map_err(|fault| fault.inside(key))
    }
}

/// The items of a list that are still to read.
struct List<'de> {
    items: slice::Iter<'de, Value>,
    next: usize,
}

impl<'de> SeqAccess<'de> for List<'de> {
    type Error = Misread;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Misread> {
        let Some(item) = self.items.next() else { return Ok(None) };
        let number = self.next;
        self.next += 1;
        seed.deserialize(Reader::Part(item)).map(Some).map_err(|fault| fault.at(number))
    }
}

/// One of several: its word, and its table where it has one.
#[derive(Clone, Copy)]
struct Variant<'de> {
    word: &'de str,
    inside: Option<&'de Value>,
}

impl<'de> EnumAccess<'de> for Variant<'de> {
    type Error = Misread;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Self), Misread> {
        Ok((seed.deserialize(Reader::Key(self.word))?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'de> {
    type Error = Misread;

    fn unit_variant(self) -> Result<(), Misread> {
        match self.inside {
            None | Some(Value::Null) => Ok(()),
            Some(other) => Err(Reader::Part(other).wrong(&"unit").inside(self.word)),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Misread> {
        let read = match self.inside {
            Some(inside) => seed.deserialize(Reader::Part(inside)),
            None => Err(Misread::invalid_type(Unexpected::UnitVariant, &"newtype variant")),
        };
        read.map_err(|fault| fault.inside(self.word))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Misread> {
        Err(Misread::invalid_type(Unexpected::UnitVariant, &visitor))
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Misread> {
        Err(Misread::invalid_type(Unexpected::UnitVariant, &visitor))
    }
}
