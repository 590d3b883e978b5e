use super::Invalid;

/// An absolute path in the registry, such as `/_system/esbNodes`: letters, digits, `_`, `-`, `.` between slashes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegistryPath(String);

super::text_leaf!(RegistryPath, RegistryPath::parse, "^(/[A-Za-z0-9_.-]+)+$");

impl RegistryPath {
    fn parse(text: &str) -> Result<Self, Invalid> {
        let good = text.len() <= 200
            && text.strip_prefix('/').is_some_and(|rest| {
                rest.split('/').all(|part| {
                    !matches!(part, "" | "." | "..")
                        && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'))
                })
            });
        if good {
            Ok(Self(text.to_owned()))
        } else {
            Err(Invalid::new(text, "a registry path", "write it from the root, such as /_system/esbNodes"))
        }
    }

    /// The path of a part of what lies here, beside it: `-gw` behind it, unless that would make it too long.
    pub(crate) fn beside(&self, part: &str) -> Self {
        Self::parse(&format!("{self}-{part}")).unwrap_or_else(|_| self.clone())
    }

    /// A path known when the program was written.
    pub(crate) fn known(text: &'static str) -> Self {
        Self(text.to_owned())
    }
}
