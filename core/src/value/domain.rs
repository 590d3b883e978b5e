use super::Invalid;

/// The name of the cluster's domain. The kernel compares it without trimming, so blanks at its ends are refused:
/// they would make another cluster. Printable, at most 120 characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Domain(String);

super::text_leaf!(Domain, Domain::parse, "^\\S(.{0,118}\\S)?$");

impl Domain {
    fn parse(text: &str) -> Result<Self, Invalid> {
        let refuse = |reason| Err(Invalid::new(text, "a cluster domain", reason));
        if text.is_empty() {
            return refuse("it is empty");
        }
        if text.trim() != text {
            return refuse("the kernel does not trim it: a blank at an end makes another cluster");
        }
        if text.chars().any(char::is_control) {
            return refuse("it has a control character");
        }
        if text.chars().count() > 120 {
            return refuse("it is longer than 120 characters");
        }
        Ok(Self(text.to_owned()))
    }

    /// The domain of a group within this one: `gw.` before it, cut to the length that a domain may have.
    pub(crate) fn below(&self, label: &str) -> Self {
        let name: String = format!("{label}.{self}").chars().take(120).collect();
        Self(name.trim_end().to_owned())
    }

    /// A domain known when the program was written.
    pub(crate) fn known(text: &'static str) -> Self {
        Self(text.to_owned())
    }
}
