use super::Statements;
use crate::edit::toml::{Edit, Item, Place, Table, Want};
use crate::edit::{Value, Why};
use crate::value::{Secret, SecretValues};

/// The statements of a `deployment.toml` while they are gathered.
#[derive(Debug, Default)]
pub(super) struct Tables {
    edits: Vec<Edit>,
    holds_secret: bool,
}

impl Tables {
    /// A key has this text; the product's templates copy it into XML.
    pub(super) fn text(&mut self, at: impl Into<Place>, text: impl Into<Value>, why: Why) {
        self.item(at, Item::text(text), why);
    }

    /// A key has this text, which ends up in no XML.
    pub(super) fn plain(&mut self, at: impl Into<Place>, text: impl Into<Value>, why: Why) {
        self.item(at, Item::Plain(text.into()), why);
    }

    /// A key has this number.
    pub(super) fn integer(&mut self, at: impl Into<Place>, number: impl Into<i64>, why: Why) {
        self.item(at, Item::Integer(number.into()), why);
    }

    /// A key is true or false.
    pub(super) fn bool(&mut self, at: impl Into<Place>, yes: bool, why: Why) {
        self.item(at, Item::Bool(yes), why);
    }

    /// A key has a value: this text, where the file says none.
    pub(super) fn present(&mut self, at: impl Into<Place>, text: impl Into<Value>, why: Why) {
        self.push(at, Want::Present(Item::text(text)), why);
    }

    /// A key has this value.
    pub(super) fn item(&mut self, at: impl Into<Place>, item: Item, why: Why) {
        self.push(at, Want::Value(item), why);
    }

    /// A key holds a secret; the file is for its owner's eyes only.
    pub(super) fn secret(&mut self, at: impl Into<Place>, secret: &Secret, secrets: &SecretValues, why: Why) {
        let item = self.secret_item(secret, secrets);
        self.item(at, item, why);
    }

    /// A secret within a table; the file is for its owner's eyes only.
    pub(super) fn secret_item(&mut self, secret: &Secret, secrets: &SecretValues) -> Item {
        self.holds_secret = true;
        Item::Text(secret_value(secret, secrets))
    }

    /// An array of tables has just these.
    pub(super) fn tables(&mut self, at: impl Into<Place>, tables: Vec<Table>, why: Why) {
        self.push(at, Want::Tables(tables), why);
    }

    /// There is no such key or table.
    pub(super) fn absent(&mut self, at: impl Into<Place>, why: Why) {
        self.push(at, Want::Absent, why);
    }

    fn push(&mut self, at: impl Into<Place>, want: Want, why: Why) {
        self.edits.push(Edit { at: at.into(), want, why });
    }

    /// The file; none where nothing needs to hold in it.
    pub(super) fn finish(self) -> Option<Statements> {
        if self.edits.is_empty() {
            return None;
        }
        let mut statements = Statements::toml(self.edits);
        if self.holds_secret {
            statements.holds_secret();
        }
        Some(statements)
    }
}

/// What stands for a secret: an alias of the Secure Vault is looked up by the product, at the mark `$secret{alias}`.
fn secret_value(secret: &Secret, secrets: &SecretValues) -> Value {
    match secret {
        Secret::Vault(alias) => Value::plain(format!("$secret{{{alias}}}")),
        other => secrets.value(other),
    }
}
