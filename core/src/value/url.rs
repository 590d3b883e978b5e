use super::{Invalid, text};
use crate::edit::{MASK, Value};
use std::fmt;

/// An address with a scheme, such as `https://svn.example.com/repos/esb` or a JDBC URL: visible characters only.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Url(String);

super::leaf!(Url, Url::parse, "^[A-Za-z][A-Za-z0-9+.-]*:\\S+$");

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

    /// A URL decided by this crate of values that have no blanks.
    pub(crate) fn decided(text: String) -> Self {
        Self(text)
    }

    /// The text, with a password if it carries one.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host behind `//`, without user, port, and the brackets of IPv6; empty where there is none.
    pub fn host(&self) -> &str {
        let Some((_, rest)) = self.0.split_once("//") else { return "" };
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let place = authority.rsplit('@').next().unwrap_or_default();
        match place.strip_prefix('[') {
            Some(bracketed) => bracketed.split(']').next().unwrap_or_default(),
            None => place.split(':').next().unwrap_or_default(),
        }
    }

    /// The database that a JDBC URL ends at: the path behind the host, or `databaseName` of SQL Server. None where it names none, as
    /// Oracle's, which names a service.
    pub fn database(&self) -> Option<&str> {
        let (scheme, rest) = self.0.strip_prefix("jdbc:")?.split_once("://")?;
        let name = match scheme {
            "sqlserver" => rest.split(';').find_map(|part| part.strip_prefix("databaseName="))?,
            _ => rest.split(['?', ';']).next()?.split_once('/')?.1,
        };
        (!name.is_empty() && !name.contains('/')).then_some(name)
    }

    /// Whether it carries a password: `scheme://user:password@host`, `…?password=…`, `…;password=…`, or Oracle's
    /// `thin:user/password@host`.
    pub fn has_password(&self) -> bool {
        let url = self.0.as_str();
        let authority = url.split_once("//").map(|(_, rest)| rest.split(['/', '?', ';']).next().unwrap_or_default());
        let user = authority.and_then(|authority| authority.rsplit_once('@')).map(|(user, _)| user);
        let thin = url.strip_prefix("jdbc:oracle:thin:").and_then(|rest| rest.split_once('@')).map(|(user, _)| user);
        let parameter = |part: &str| {
            part.split_once('=').is_some_and(|(key, value)| key.eq_ignore_ascii_case("password") && !value.is_empty())
        };
        user.is_some_and(|user| user.contains(':'))
            || thin.is_some_and(|user| user.contains('/'))
            || url.split(['?', '&', ';']).skip(1).any(parameter)
    }

    /// A value that holds it, and more before it: secret if it carries a password.
    pub(crate) fn value_behind(&self, before: &str) -> Value {
        let text = format!("{before}{}", self.0);
        if self.has_password() { Value::secret(text) } else { Value::plain(text) }
    }

    /// A value that holds the address of what is below it: secret if it carries a password.
    pub(crate) fn value_below(&self, below: &str) -> Value {
        let text = format!("{}/{below}", self.0.trim_end_matches('/'));
        if self.has_password() { Value::secret(text) } else { Value::plain(text) }
    }

    /// What stands before the first `:`.
    pub fn scheme(&self) -> &str {
        self.0.split(':').next().unwrap_or_default()
    }
}

impl From<Url> for Value {
    fn from(url: Url) -> Self {
        url.value_behind("")
    }
}

/// Never shows a password: a URL that carries one is its scheme and a mask. A file gets [`Url::as_str`] or the value.
impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.has_password() { write!(f, "{}:{MASK}", self.scheme()) } else { f.write_str(&self.0) }
    }
}

/// Never shows a password.
impl fmt::Debug for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.value_behind(""), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_in_a_url_is_a_secret() {
        for text in ["https://u:hunter2@svn.example.com/", "jdbc:mysql://h/d?user=u&password=hunter2"] {
            let url: Url = text.parse().unwrap();
            let value = Value::from(url.clone());
            let said = serde_json::to_string(&url).unwrap();
            assert!(!format!("{url} {url:?} {value} {said}").contains("hunter2"));
            assert_eq!(value.text(), text);
        }
        let url: Url = "jdbc:mysql://h:3306/d".parse().unwrap();
        assert_eq!((format!("{url:?}"), url.has_password()), ("\"jdbc:mysql://h:3306/d\"".to_owned(), false));
    }
}
