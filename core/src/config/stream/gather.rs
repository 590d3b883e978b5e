use super::Statements;
use crate::edit::Why;
use crate::edit::yaml::{Edit, Place, Scalar, Want};
use crate::plan::Plan;
use crate::value::{Offset, Port, Secret};

/// The statements of one file while they are gathered.
#[derive(Default)]
pub(super) struct Gather {
    edits: Vec<Edit>,
    holds_secret: bool,
}

impl Gather {
    pub(super) fn text(&mut self, at: Place, text: impl Into<crate::edit::Value>, why: Why) {
        self.value(at, Scalar::text(text), why);
    }

    pub(super) fn number(&mut self, at: Place, number: impl Into<i64>, why: Why) {
        self.value(at, Scalar::Integer(number.into()), why);
    }

    pub(super) fn port(&mut self, at: Place, port: Port, why: Why) {
        self.number(at, port.get(), why);
    }

    pub(super) fn offset(&mut self, at: Place, offset: Offset, why: Why) {
        self.number(at, offset.get(), why);
    }

    pub(super) fn truth(&mut self, at: Place, yes: bool, why: Why) {
        self.value(at, Scalar::Bool(yes), why);
    }

    /// A secret, or the alias by which the product finds it in its Secure Vault.
    pub(super) fn secret(&mut self, plan: &Plan, at: Place, secret: &Secret, why: Why) {
        match secret {
            Secret::Vault(alias) => self.text(at, format!("${{sec:{alias}}}"), why),
            other => self.text(at, plan.secrets.value(other), why),
        }
        self.holds_secret = true;
    }

    pub(super) fn absent(&mut self, at: Place, why: Why) {
        self.edits.push(Edit { at, want: Want::Absent, why });
    }

    pub(super) fn finish(self) -> Statements {
        let mut statements = Statements::yaml(self.edits);
        if self.holds_secret {
            statements.holds_secret();
        }
        statements
    }

    fn value(&mut self, at: Place, scalar: Scalar, why: Why) {
        self.edits.push(Edit { at, want: Want::Value(scalar), why });
    }
}
