use super::{Block, Scalar};
use crate::format::yaml::{Kind, Node, Style, is_text};

impl Scalar {
    /// Whether a node says just this.
    pub(super) fn is(&self, node: &Node) -> bool {
        let Kind::Scalar { text, style } = &node.kind else { return false };
        if node.mark.is_some() {
            return false;
        }
        let plain = *style == Style::Plain;
        match self {
            Self::Text(value) => value.is(text, value.text()) && (!plain || is_text(text)),
            Self::Integer(number) => plain && text.parse() == Ok(*number),
            Self::Bool(yes) => {
                let words = if *yes { ["true", "yes", "on", "y"] } else { ["false", "no", "off", "n"] };
                plain && words.iter().any(|word| text.eq_ignore_ascii_case(word))
            }
        }
    }
}

impl Block {
    /// Whether a node says just this, and nothing besides.
    pub(super) fn is(&self, node: &Node) -> bool {
        match (self, &node.kind) {
            (Self::Scalar(scalar), _) => scalar.is(node),
            (Self::Mapping(wanted), Kind::Mapping { pairs, .. }) => {
                let has = |(key, value): &(_, Self)| {
                    let key: &str = AsRef::<str>::as_ref(key);
                    let mut found = node.values(key);
                    found.next().is_some_and(|pair| value.is(&pair.value)) && found.next().is_none()
                };
                pairs.len() == wanted.len() && wanted.iter().all(has)
            }
            (Self::List(wanted), Kind::List { items, .. }) => {
                items.len() == wanted.len() && wanted.iter().zip(items).all(|(wanted, item)| wanted.is(item))
            }
            // Nothing at all is an empty collection of either kind only to a lenient reader.
            _ => false,
        }
    }
}
