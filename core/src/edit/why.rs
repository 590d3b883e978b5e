use std::borrow::Cow;

/// The reason for a statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// One sentence, for the person who reads the file or the guide.
    pub reason: Cow<'static, str>,
    /// The key path of the design that decides it, such as `cluster.domain`; empty where the product decides.
    pub setting: &'static str,
    /// Where the fact comes from: a manual's page, a kernel version, a file. Empty where there is none to name.
    pub source: &'static str,
}

impl Why {
    /// A reason, the setting of the design behind it, and the source of the fact.
    pub const fn new(reason: &'static str, setting: &'static str, source: &'static str) -> Self {
        Self { reason: Cow::Borrowed(reason), setting, source }
    }
}
