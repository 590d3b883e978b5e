use crate::bundle::{Mode, StockFile};
use crate::edit::xml::{Children, Edit, Place, Step, Want};
use crate::edit::{Value, Why, properties, toml, yaml};
use crate::format::xml::Element;
use crate::value::{Secret, SecretValues};
use std::borrow::Cow;
use std::sync::Arc;

/// The statements of one file while they are gathered.
pub(super) struct Statements {
    file: StockFile,
    holds_secret: bool,
}

impl Statements {
    /// Of an XML file with this outermost element.
    pub(super) fn xml(root: Element) -> Self {
        Self { file: StockFile::Xml { root, edits: Vec::new() }, holds_secret: false }
    }

    /// Of a property file.
    pub(super) fn properties(edits: Vec<properties::Edit>) -> Self {
        Self { file: StockFile::Properties(edits), holds_secret: false }
    }

    /// Of a TOML file.
    pub(super) fn toml(edits: Vec<toml::Edit>) -> Self {
        let holds_secret = edits.iter().any(|edit| edit.want.is_secret());
        Self { file: StockFile::Toml(edits), holds_secret }
    }

    /// Of a YAML file.
    pub(super) fn yaml(edits: Vec<yaml::Edit>) -> Self {
        let holds_secret = edits.iter().any(|edit| edit.want.is_secret());
        Self { file: StockFile::Yaml(edits), holds_secret }
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

    /// Declares the name space of Secure Vault where a secret needs it.
    pub(super) fn vault(&mut self, secret: &Secret, at: &Place) {
        let StockFile::Xml { edits, .. } = &self.file else { return };
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
        if let StockFile::Xml { edits, .. } = &mut self.file {
            edits.push(Edit { at, want, after, why });
        }
    }

    /// The file and its mode.
    pub(super) fn finish(self) -> (Arc<StockFile>, Mode) {
        (Arc::new(self.file), if self.holds_secret { Mode::Private } else { Mode::Public })
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
