use super::{Invalid, name::fault};

/// The name of a node: a folder of the bundle, a `route` of the load balancer, a systemd unit.
/// Lower-case letters, digits and `-`, at most 32, beginning and ending with a letter or digit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeName(String);

super::text_leaf!(NodeName, NodeName::parse, "^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$");

impl NodeName {
    fn parse(text: &str) -> Result<Self, Invalid> {
        match fault(text, 32) {
            None => Ok(Self(text.to_owned())),
            Some(reason) => Err(Invalid::new(text, "a node's name", reason)),
        }
    }

    /// The name of the `number`th node of a kind: `worker-2`.
    pub(crate) fn numbered(kind: &str, number: usize) -> Self {
        Self(format!("{kind}-{number}"))
    }
}
