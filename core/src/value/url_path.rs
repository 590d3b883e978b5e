use super::Invalid;

/// The path of a URL, such as `/services/Version`: from the root, of segments that need no escape anywhere.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UrlPath(String);

super::text_leaf!(UrlPath, UrlPath::parse, "^(/|(/[A-Za-z0-9_.~-]+)+/?)$");

impl UrlPath {
    fn parse(text: &str) -> Result<Self, Invalid> {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'~' | b'-');
        let segment = |part: &str| !matches!(part, "" | "." | "..") && part.bytes().all(plain);
        let good = text == "/"
            || text
                .strip_prefix('/')
                .is_some_and(|rest| rest.strip_suffix('/').unwrap_or(rest).split('/').all(segment));
        if good && text.len() <= 200 {
            Ok(Self(text.to_owned()))
        } else {
            Err(Invalid::new(text, "a path", "write it from the root, such as /services/Version, without a query"))
        }
    }

    /// A path known when the program was written.
    pub(crate) fn known(text: &'static str) -> Self {
        Self(text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::UrlPath;

    #[test]
    fn begins_at_the_root_and_needs_no_escape() {
        for good in ["/", "/services/Version", "/api/health-check/v1.0/health", "/a/"] {
            assert_eq!(good.parse::<UrlPath>().unwrap().as_str(), good);
        }
        for bad in ["", "services", "/a b", "//", "/a//b", "/../x", "/a?b", "/a;b", "/a\n", "/é", "/$host", "/a\"b"] {
            assert!(bad.parse::<UrlPath>().is_err(), "{bad}");
        }
    }
}
