use crate::edit::Value;
use crate::format::xml::push_text;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// One entry of a list of names and values, with the reason for it, which the `README.md` tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: Value,
    /// Whether it is a secret, if only by a mark that stands for one.
    pub secret: bool,
    /// Because of this; empty where it is plain.
    pub why: &'static str,
}

/// What stands before the name of a property that an instance gets to see.
const PAYLOAD: &str = "payload_parameter.";

impl Property {
    /// A property of the cartridge, for the platform.
    pub(super) fn new(name: &'static str, value: impl Into<Value>, why: &'static str) -> Self {
        Self { name: name.to_owned(), value: value.into(), secret: false, why }
    }

    /// A parameter of the payload, which the instance gets to see.
    pub(super) fn payload(name: &str, value: impl Into<Value>, why: &'static str) -> Self {
        Self { name: format!("{PAYLOAD}{name}"), value: value.into(), secret: false, why }
    }

    /// A parameter whose value is pasted into XML as it is.
    pub(super) fn pasted(name: &str, value: impl Into<Value>, why: &'static str) -> Self {
        let value = value.into();
        let mut text = String::new();
        push_text(&mut text, value.text(), " ");
        Self::payload(name, value.within(text), why)
    }

    /// As a secret.
    pub(super) fn secret(self) -> Self {
        Self { secret: true, ..self }
    }

    /// Whether an agent on a virtual machine cuts the value: it splits what it gets at commas, and each piece at `=`, of
    /// which it keeps the first two parts. Source: Apache Stratos 4.1, the Python agent's `read_parameter_file`.
    pub fn is_cut(&self) -> bool {
        self.name.starts_with(PAYLOAD) && self.value.text().contains([',', '='])
    }
}

impl Serialize for Property {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut entry = serializer.serialize_struct("Property", 2)?;
        entry.serialize_field("name", &self.name)?;
        entry.serialize_field("value", self.value.text())?;
        entry.end()
    }
}

/// What a machine is made of.
pub(super) fn of_machines(machines: &crate::design::Machines) -> Vec<Property> {
    let mut all = vec![Property::new("instanceType", machines.instance_type.clone(), "")];
    all.extend(machines.key_pair.clone().map(|name| Property::new("keyPair", name, "")));
    all.extend(machines.security_group.clone().map(|name| Property::new("securityGroups", name, "")));
    all
}
