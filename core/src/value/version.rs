use super::Invalid;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

/// A dotted version of up to three numbers, such as `1.22.1` or `5.0.0`; ordered as versions are. What is left out is 0,
/// so that `5.7` is `5.7.0`; it is printed as it was written.
#[derive(Debug, Clone, Copy)]
pub struct Version {
    parts: [u16; 3],
    length: u8,
}

super::leaf!(Version, Version::parse, "^[0-9]{1,5}(\\.[0-9]{1,5}){0,2}$");

impl Version {
    fn parse(text: &str) -> Result<Self, Invalid> {
        let mut parts = [0; 3];
        let mut length = 0;
        for part in text.split('.') {
            match (parts.get_mut(length), part.parse()) {
                (Some(slot), Ok(number)) if part.bytes().all(|byte| byte.is_ascii_digit()) => *slot = number,
                _ => return Err(Invalid::new(text, "a version", "write numbers with dots between, such as 1.22.1")),
            }
            length += 1;
        }
        Ok(Self { parts, length: u8::try_from(length).unwrap_or(3) })
    }

    /// A version known when the program was written.
    pub const fn new(major: u16, minor: u16, patch: u16) -> Self {
        Self { parts: [major, minor, patch], length: 3 }
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.parts == other.parts
    }
}

impl Eq for Version {}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parts.cmp(&other.parts)
    }
}

impl Hash for Version {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.parts.hash(state);
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, part) in self.parts.iter().take(usize::from(self.length)).enumerate() {
            if number > 0 {
                f.write_str(".")?;
            }
            write!(f, "{part}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_ordered_by_number() {
        let version = |text: &str| text.parse::<Version>().unwrap();
        assert!(version("1.9.2") < version("1.22.1"));
        assert!(version("1.29.6") >= Version::new(1, 29, 6));
        assert!(version("5.7") >= Version::new(5, 7, 0) && version("5.7") == Version::new(5, 7, 0));
        assert_eq!(version("1.30").to_string(), "1.30");
        assert_eq!(version("1.30"), version("1.30.0"));
        for text in ["", "1.", "v1", "1.2.3.4", "+1", "70000"] {
            assert!(text.parse::<Version>().is_err(), "{text:?}");
        }
    }
}
