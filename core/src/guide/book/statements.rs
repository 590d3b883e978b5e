use crate::bundle::StockFile;
use crate::edit::xml::{Edit, Key, Place, Want};
use crate::edit::{Why, properties, toml, yaml};
use crate::format::markdown::{Document, Inline, code, md};
use crate::format::xml::{Element, Writer};

/// Elements up to this length stand within a line.
const LINE: usize = 120;

/// One statement about a file, whatever its grammar.
#[derive(Clone, Copy)]
pub(super) enum Statement<'a> {
    Xml(&'a Edit),
    Property(&'a properties::Edit),
    Toml(&'a toml::Edit),
    Yaml(&'a yaml::Edit),
}

/// The statements of a file.
pub(super) fn of(file: &StockFile) -> impl ExactSizeIterator<Item = Statement<'_>> {
    let statements: Vec<Statement<'_>> = match file {
        StockFile::Xml { edits, .. } => edits.iter().map(Statement::Xml).collect(),
        StockFile::Properties(edits) | StockFile::Shipped { edits, .. } => {
            edits.iter().map(Statement::Property).collect()
        }
        StockFile::Toml(edits) => edits.iter().map(Statement::Toml).collect(),
        StockFile::Yaml(edits) => edits.iter().map(Statement::Yaml).collect(),
    };
    statements.into_iter()
}

impl<'a> Statement<'a> {
    /// Whether both are about the same place, in the same way.
    pub(super) fn same_place(self, other: Statement<'_>) -> bool {
        match (self, other) {
            (Self::Property(one), Statement::Property(other)) => one.key == other.key,
            (Self::Toml(one), Statement::Toml(other)) => one.at == other.at,
            (Self::Yaml(one), Statement::Yaml(other)) => one.at == other.at,
            (Self::Xml(one), Statement::Xml(other)) => {
                let same = match (&one.want, &other.want) {
                    (Want::Attribute { name: one, .. }, Want::Attribute { name: other, .. }) => one == other,
                    (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
                };
                same && one.at == other.at
            }
            _ => false,
        }
    }

    /// Whether both want the same.
    pub(super) fn same_value(self, other: Statement<'_>) -> bool {
        match (self, other) {
            (Self::Property(one), Statement::Property(other)) => one.value == other.value,
            (Self::Toml(one), Statement::Toml(other)) => one.want == other.want,
            (Self::Yaml(one), Statement::Yaml(other)) => one.want == other.want,
            (Self::Xml(one), Statement::Xml(other)) => one.want == other.want,
            _ => false,
        }
    }

    pub(super) fn why(self) -> &'a Why {
        match self {
            Self::Xml(edit) => &edit.why,
            Self::Property(edit) => &edit.why,
            Self::Toml(edit) => &edit.why,
            Self::Yaml(edit) => &edit.why,
        }
    }

    /// What a column with this statement's values is called.
    pub(super) fn label(self) -> String {
        match self {
            Self::Property(edit) => edit.key.to_string(),
            Self::Toml(edit) => edit.at.to_string(),
            Self::Yaml(edit) => edit.at.to_string(),
            Self::Xml(edit) => {
                let place = last(&edit.at);
                match &edit.want {
                    Want::Attribute { name, .. } => format!("{place} {name}"),
                    _ => place,
                }
            }
        }
    }

    /// The value alone; a secret is masked.
    pub(super) fn value(self) -> Inline {
        match self {
            Self::Property(edit) => code(&edit.value),
            Self::Toml(edit) => match &edit.want {
                toml::Want::Value(item) => code(item),
                toml::Want::Present(item) => md!("{}, unless it has a value", code(item)),
                toml::Want::Tables(tables) => md!("{} tables", tables.len()),
                toml::Want::Absent => Inline::from("remove it"),
            },
            Self::Yaml(edit) => match &edit.want {
                yaml::Want::Value(scalar) => code(scalar),
                yaml::Want::Block(block) => code(block),
                yaml::Want::Absent => Inline::from("remove it"),
            },
            Self::Xml(edit) => match &edit.want {
                Want::Text { text, .. } => code(text),
                Want::Attribute { value, .. } => code(value),
                Want::Element(element) => code(element.shown()),
                Want::Children(children) => md!("{} elements", children.len()),
                Want::Absent => Inline::from("remove it"),
            },
        }
    }

    /// The order, with the value of each node left to a column.
    pub(super) fn order_by_column(self) -> Inline {
        let column = self.label();
        match self {
            Self::Property(edit) => md!("Set {} to the node's value in column {}", code(&edit.key), code(column)),
            Self::Yaml(edit) => md!("Set {} to the node's value in column {}", code(&edit.at), code(column)),
            Self::Toml(edit) => md!("Set {} to the node's value in column {}", code(&edit.at), code(column)),
            Self::Xml(Edit { at, want: Want::Attribute { name, .. }, .. }) => {
                md!("In {} set the attribute {} to the node's value in column {}", code(at), code(name), code(column))
            }
            Self::Xml(edit) => md!("In {} write the node's value in column {}", code(&edit.at), code(column)),
        }
    }

    /// The order, and the block of XML that goes with it where it is long.
    pub(super) fn order(self) -> (Inline, Option<String>) {
        let edit = match self {
            Self::Property(edit) => return (md!("Set {} to {}", code(&edit.key), code(&edit.value)), None),
            Self::Toml(edit) => return (md!("{}", edit.to_string()), None),
            Self::Yaml(yaml::Edit { at, want, .. }) => {
                let order = match want {
                    yaml::Want::Value(scalar) => md!("Set {} to {}", code(at), code(scalar)),
                    yaml::Want::Block(block) => md!("At {} have just {}", code(at), code(block)),
                    yaml::Want::Absent => md!("Remove {}", code(at)),
                };
                return (order, None);
            }
            Self::Xml(edit) => edit,
        };
        let at = code(&edit.at);
        match &edit.want {
            Want::Text { text, .. } if text.text().is_empty() => (md!("Leave {} empty", at), None),
            Want::Text { text, .. } => (md!("In {} write {}", at, code(text)), None),
            Want::Attribute { name, value } => {
                (md!("In {} set the attribute {} to {}", at, code(name), code(value)), None)
            }
            Want::Absent => (md!("Remove {}", at), None),
            Want::Children(children) if children.is_empty() => (md!("In {} leave no element", at), None),
            Want::Children(children) => {
                let blocks: Vec<String> = children.iter().map(block).collect();
                (md!("In {} have just the elements below", at), Some(blocks.join("\n")))
            }
            Want::Element(element) => {
                let line = element.shown();
                match line.chars().count() <= LINE {
                    true => (md!("At {} have {}", at, code(line)), None),
                    false => (md!("At {} have the element below", at), Some(block(element))),
                }
            }
        }
    }
}

/// The statements of a file as a list; a block of XML stands behind its line.
pub(super) fn list<'a>(statements: impl Iterator<Item = (Statement<'a>, bool)>, doc: &mut Document) {
    let mut items = Vec::new();
    for (statement, by_column) in statements {
        let why = statement.why();
        let because = match (why.reason.is_empty(), why.setting.is_empty()) {
            (true, _) => Inline::from("."),
            (false, true) => md!(" — {}.", &*why.reason),
            (false, false) => md!(" — {} ({}).", &*why.reason, code(why.setting)),
        };
        match if by_column { (statement.order_by_column(), None) } else { statement.order() } {
            (order, None) => items.push(md!("{}{}", order, because)),
            (order, Some(block)) => {
                items.push(md!("{}{}", order, because));
                doc.bullets(std::mem::take(&mut items));
                doc.code("xml", &block);
            }
        }
    }
    doc.bullets(items);
}

fn last(place: &Place) -> String {
    match place.0.last() {
        None => String::new(),
        Some(step) => match &step.key {
            None => step.name.to_string(),
            Some(Key::Attribute(name, value)) if name == "name" => value.to_string(),
            Some(Key::Attribute(_, value) | Key::Child(_, value)) => format!("{} {value}", step.name),
        },
    }
}

fn block(element: &Element) -> String {
    Writer { secrets: false, ..Writer::default() }.element(element)
}
