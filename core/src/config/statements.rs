use crate::bundle::{Content, Mode, StockFile};
use crate::edit::xml::{Children, Edit, Place, Step, Want};
use crate::edit::{Value, Why, properties, toml, yaml};
use crate::format::xml::Element;
use crate::value::{Secret, SecretValues};
use std::borrow::Cow;
use std::sync::Arc;

/// The statements of one file while they are gathered.
pub(super) struct Statements {
    file: File,
    holds_secret: bool,
}

enum File {
    /// A file of the product.
    Stock(StockFile),
    /// A file wholly of our own.
    Whole(String),
}

impl Statements {
    /// Of an XML file with this outermost element.
    pub(super) fn xml(root: Element) -> Self {
        Self::of(StockFile::Xml { root, edits: Vec::new() })
    }

    /// Of a property file.
    pub(super) fn properties(edits: Vec<properties::Edit>) -> Self {
        Self::of(StockFile::Properties(edits))
    }

    /// Of a file that is wholly ours.
    pub(super) fn whole(text: String) -> Self {
        Self { file: File::Whole(text), holds_secret: false }
    }

    fn of(file: StockFile) -> Self {
        Self { file: File::Stock(file), holds_secret: false }
    }

    /// Of a property file that the product comes with, with this between keys and values.
    pub(super) fn shipped(separator: &'static str, edits: Vec<properties::Edit>) -> Self {
        let holds_secret = edits.iter().any(|edit| edit.value.is_secret());
        Self { holds_secret, ..Self::of(StockFile::Shipped { separator, edits }) }
    }

    /// Of a TOML file.
    pub(super) fn toml(edits: Vec<toml::Edit>) -> Self {
        let holds_secret = edits.iter().any(|edit| edit.want.is_secret());
        Self { holds_secret, ..Self::of(StockFile::Toml(edits)) }
    }

    /// Of a YAML file.
    pub(super) fn yaml(edits: Vec<yaml::Edit>) -> Self {
        let holds_secret = edits.iter().any(|edit| edit.want.is_secret());
        Self { holds_secret, ..Self::of(StockFile::Yaml(edits)) }
    }

    /// The file is for its owner's eyes only, though what it says may be a mark that a secret replaces later.
    pub(super) fn holds_secret(&mut self) {
        self.holds_secret = true;
    }

    /// An element has this text.
    pub(super) fn text(&mut self, at: impl Into<Place>, text: impl Into<Value>, why: Why) {
        self.push(at.into(), Want::Text { text: text.into(), attributes: Vec::new() }, None, why);
    }

    /// An element has this text; where it has to be added, it gets these attributes and stands behind that sibling.
    pub(super) fn text_with(
        &mut self,
        at: Place,
        text: impl Into<Value>,
        attributes: Vec<(Cow<'static, str>, Value)>,
        after: Option<Step>,
        why: Why,
    ) {
        self.push(at, Want::Text { text: text.into(), attributes }, after, why);
    }

    /// An element has this attribute.
    pub(super) fn attribute(&mut self, at: impl Into<Place>, name: &'static str, value: impl Into<Value>, why: Why) {
        self.push(at.into(), Want::Attribute { name: name.into(), value: value.into() }, None, why);
    }

    /// There is such an element.
    pub(super) fn element(&mut self, at: Place, element: Element, why: Why) {
        self.push(at, Want::Element(element), None, why);
    }

    /// An element has just these children.
    pub(super) fn children(&mut self, at: impl Into<Place>, children: Children, why: Why) {
        self.push(at.into(), Want::Children(children), None, why);
    }

    /// An element holds a secret: as text, or, for an alias of Secure Vault, as an attribute whose name space the
    /// outermost element declares.
    pub(super) fn secret(&mut self, at: Place, name: &'static str, secret: &Secret, secrets: &SecretValues, why: Why) {
        self.holds_secret();
        self.vault(secret, &at);
        self.push(at, Want::Element(secret_element(name, secret, secrets)), None, why);
    }

    /// An element that its `name` tells from its siblings holds a secret.
    pub(super) fn named_secret(
        &mut self,
        at: Place,
        element: &'static str,
        name: &'static str,
        secret: &Secret,
        secrets: &SecretValues,
        why: Why,
    ) {
        self.holds_secret();
        self.vault(secret, &at);
        let element = secret_element(element, secret, secrets).attribute("name", name);
        self.push(at, Want::Element(element), None, why);
    }

    /// Declares the name space of Secure Vault where a secret needs it.
    pub(super) fn vault(&mut self, secret: &Secret, at: &Place) {
        let File::Stock(StockFile::Xml { edits, .. }) = &self.file else { return };
        let declared = |edit: &Edit| matches!(&edit.want, Want::Attribute { name, .. } if name == "xmlns:svns");
        if matches!(secret, Secret::Vault(_)) && !edits.iter().any(declared) {
            let root = Place(at.0.iter().take(1).cloned().collect());
            let why =
                Why::new("an alias of Secure Vault is written in this name space", "", "kernel 4.4, Secure Vault");
            self.attribute(root, "xmlns:svns", SECURE_VAULT, why);
        }
    }

    /// There is no such element.
    pub(super) fn absent(&mut self, at: Place, why: Why) {
        self.push(at, Want::Absent, None, why);
    }

    fn push(&mut self, at: Place, want: Want, after: Option<Step>, why: Why) {
        self.holds_secret |= want.is_secret();
        if let File::Stock(StockFile::Xml { edits, .. }) = &mut self.file {
            edits.push(Edit { at, want, after, why });
        }
    }

    /// What is in the file, and its mode.
    pub(super) fn finish(self) -> (Content, Mode) {
        let content = match self.file {
            File::Stock(file) => Content::Stock(Arc::new(file)),
            File::Whole(text) => Content::Whole(text.into()),
        };
        (content, if self.holds_secret { Mode::Private } else { Mode::Public })
    }
}

/// `<name>secret</name>`; a Secure Vault alias stands in an attribute instead, and the product looks the text up.
pub(super) fn secret_element(name: &'static str, secret: &Secret, secrets: &SecretValues) -> Element {
    match secret {
        Secret::Vault(alias) => Element::text(name, "password").attribute("svns:secretAlias", alias.clone()),
        other => Element::text(name, secrets.value(other)),
    }
}

/// The name space in which an alias of Secure Vault stands.
const SECURE_VAULT: &str = "http://org.wso2.securevault/configuration";
