use std::borrow::Cow;
use std::fmt;

/// Where in an XML file: steps from the outermost element inwards. Names are compared without their prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place(pub Vec<Step>);

/// One step: an element's name and, where siblings share it, what tells them apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The local name of the element.
    pub name: Cow<'static, str>,
    /// What tells it from its siblings of the same name.
    pub key: Option<Key>,
}

/// What tells an element from its siblings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// An attribute with this value: `parameter[@name='domain']`.
    Attribute(Cow<'static, str>, Cow<'static, str>),
    /// A child element with this text: `datasource[name='WSO2_USER_DB']`.
    Child(Cow<'static, str>, Cow<'static, str>),
}

impl Step {
    /// An element that is alone of its name.
    pub fn named(name: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), key: None }
    }

    /// An element with an attribute of this value.
    pub fn with_attribute(
        name: impl Into<Cow<'static, str>>,
        attribute: impl Into<Cow<'static, str>>,
        value: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { name: name.into(), key: Some(Key::Attribute(attribute.into(), value.into())) }
    }

    /// An element with a child element of this text.
    pub fn with_child(
        name: impl Into<Cow<'static, str>>,
        child: impl Into<Cow<'static, str>>,
        text: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self { name: name.into(), key: Some(Key::Child(child.into(), text.into())) }
    }
}

impl Place {
    /// The place inside this one.
    pub fn then(&self, step: Step) -> Self {
        let mut steps = Vec::with_capacity(self.0.len() + 1);
        steps.extend_from_slice(&self.0);
        steps.push(step);
        Self(steps)
    }
}

impl From<&'static [&'static str]> for Place {
    fn from(names: &'static [&'static str]) -> Self {
        Self(names.iter().map(|name| Step::named(*name)).collect())
    }
}

impl<const N: usize> From<[&'static str; N]> for Place {
    fn from(names: [&'static str; N]) -> Self {
        Self(names.into_iter().map(Step::named).collect())
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|step| write!(f, "/{step}"))
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        match &self.key {
            None => Ok(()),
            Some(Key::Attribute(name, value)) => write!(f, "[@{name}='{value}']"),
            Some(Key::Child(name, text)) => write!(f, "[{name}='{text}']"),
        }
    }
}
