use super::Invalid;

/// A DNS host name, kept in lower case: labels of letters, digits and `-`, 253 characters in all, whose last label
/// has a letter (so that `127.1`, `0x7f.1` and `192.0.2.9-11` are no host names).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HostName(String);

super::text_leaf!(
    HostName,
    HostName::parse,
    "^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*$"
);

impl HostName {
    fn parse(text: &str) -> Result<Self, Invalid> {
        let refuse = |reason| Err(Invalid::new(text, "a host name", reason));
        if text.is_empty() {
            return refuse("it is empty");
        }
        if text.len() > 253 {
            return refuse("it is longer than 253 characters");
        }
        for label in text.split('.') {
            let bytes = label.as_bytes();
            if bytes.is_empty() {
                return refuse("it has an empty label (a dot at an end, or two in a row)");
            }
            if bytes.len() > 63 {
                return refuse("a label is longer than 63 characters");
            }
            if !bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-') {
                return refuse(
                    "only letters, digits, `-` and `.` are allowed (write an international name as `xn--…`)",
                );
            }
            if bytes.starts_with(b"-") || bytes.ends_with(b"-") {
                return refuse("a label begins or ends with `-`");
            }
        }
        let last = text.rsplit('.').next().unwrap_or_default();
        if last.starts_with("0x") || !last.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            return refuse("its last label has no letter, as in an address or a range");
        }
        Ok(Self(text.to_ascii_lowercase()))
    }

    /// A host name known when the program was written.
    pub(crate) fn known(text: &'static str) -> Self {
        Self(text.to_owned())
    }

    /// This name one label deeper: `mgt` and `esb.example.com` give `mgt.esb.example.com`; a name that would be too
    /// long stays as it is.
    pub(crate) fn below(&self, label: &'static str) -> Self {
        Self::parse(&format!("{label}.{}", self.0)).unwrap_or_else(|_| self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_a_host_name_in_lower_case() {
        assert_eq!(HostName::parse("ESB.Example.COM").map(|name| name.0), Ok("esb.example.com".to_owned()));
        assert!(HostName::parse("xn--bcher-kva.example").is_ok());
    }

    #[test]
    fn refuses_what_a_load_balancer_would_take_as_syntax() {
        for text in [
            "",
            " ",
            "a b",
            "a;b",
            "a{b",
            "a\"b",
            "a'b",
            "$host",
            "a\nb",
            "a\0b",
            "*",
            "*.a.b",
            "~^(.*)$",
            ".a.b",
            "a.",
            "_",
            "a..b",
            "-a.b",
            "https://a",
            "a:443",
            "127.1",
            "10.0.0.1",
            "0x7f000001",
            "ü.example",
            "a\u{202e}b",
        ] {
            assert!(HostName::parse(text).is_err(), "{text:?}");
        }
    }
}
