use super::Invalid;

/// The name of a design, a network or a load balancer: it names files and systemd units.
/// Lower-case letters, digits and `-`, at most 40, beginning and ending with a letter or digit.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(String);

super::text_leaf!(Name, Name::parse, "^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$");

impl Name {
    fn parse(text: &str) -> Result<Self, Invalid> {
        match fault(text, 40) {
            None => Ok(Self(text.to_owned())),
            Some(reason) => Err(Invalid::new(text, "a name", reason)),
        }
    }

    /// A name known when the program was written.
    pub(crate) fn known(text: &'static str) -> Self {
        Self(text.to_owned())
    }
}

/// What keeps a text from being a name, if anything does.
pub(super) fn fault(text: &str, longest: usize) -> Option<&'static str> {
    let bytes = text.as_bytes();
    let plain = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    if bytes.is_empty() {
        Some("it is empty")
    } else if !bytes.iter().all(|byte| plain(byte) || *byte == b'-') {
        Some("only lower-case letters, digits and `-` are allowed")
    } else if !bytes.first().is_some_and(plain) || !bytes.last().is_some_and(plain) {
        Some("it must begin and end with a letter or a digit")
    } else if bytes.len() > longest {
        Some("it is too long")
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_could_leave_a_folder_or_a_line() {
        for text in ["", "../x", "a/b", "a b", "A", "-a", "a-", "a;b", "a\nb", "ä"] {
            assert!(Name::parse(text).is_err(), "{text:?}");
        }
        assert_eq!(Name::parse("esb-prod-1").map(|name| name.to_string()), Ok("esb-prod-1".to_owned()));
    }
}
