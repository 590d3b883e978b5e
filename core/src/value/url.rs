use super::{Invalid, text};

/// An address with a scheme, such as `https://svn.example.com/repos/esb` or a JDBC URL: visible characters only.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(String);

super::text_leaf!(Url, Url::parse, "^[A-Za-z][A-Za-z0-9+.-]*:\\S+$");

impl Url {
    fn parse(text: &str) -> Result<Self, Invalid> {
        // A URL may carry a password, so what was written is not repeated.
        let refuse = |reason: &str| Err(Invalid::quiet(&format!("this is not a URL: {reason}")));
        let Some((scheme, rest)) = text.split_once(':') else {
            return refuse("it has no scheme, such as https:");
        };
        let known = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.');
        if !scheme.starts_with(|first: char| first.is_ascii_alphabetic()) || !scheme.bytes().all(known) {
            return refuse("it has no scheme, such as https:");
        }
        if rest.is_empty() || text.chars().any(char::is_whitespace) || text::fault(text).is_some() {
            return refuse("it is empty behind the scheme, or has blanks or control characters");
        }
        Ok(Self(text.to_owned()))
    }

    /// What stands before the first `:`.
    pub fn scheme(&self) -> &str {
        self.0.split(':').next().unwrap_or_default()
    }
}
