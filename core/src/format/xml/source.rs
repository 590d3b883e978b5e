use super::LARGEST;
use super::fault::Fault;
use std::fmt::Write as _;

/// A file's bytes, decoded, and how to make bytes of a text in the same way. What is decoded and encoded unchanged
/// is the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    text: String,
    bom: bool,
    /// The last character that is written as itself; none if all are.
    last: Option<char>,
}

const BOM: &[u8] = b"\xef\xbb\xbf";

impl Source {
    /// Decodes a file as its declaration says, UTF-8 if it says nothing.
    pub fn read(bytes: &[u8]) -> Result<Self, Fault> {
        if bytes.len() > LARGEST {
            return Err(Fault::TooLarge { bytes: bytes.len() });
        }
        if bytes.starts_with(b"\xfe\xff") || bytes.starts_with(b"\xff\xfe") {
            return Err(Fault::Encoding { name: "UTF-16".to_owned() });
        }
        let (bom, bytes) = bytes.strip_prefix(BOM).map_or((false, bytes), |rest| (true, rest));
        let declared = declared(bytes).map(|name| name.to_ascii_uppercase());
        let narrow = match declared.as_deref() {
            _ if bom => None,
            None | Some("UTF-8" | "UTF8") => None,
            Some("ISO-8859-1" | "ISO8859-1" | "ISO_8859-1" | "LATIN1" | "LATIN-1" | "L1") => Some('\u{ff}'),
            // Beyond ASCII these two differ from Latin-1, so new characters are written as references.
            Some("US-ASCII" | "ASCII" | "WINDOWS-1252" | "CP1252") => Some('\u{7f}'),
            Some(other) => return Err(Fault::Encoding { name: other.to_owned() }),
        };
        match narrow {
            None => {
                let text = std::str::from_utf8(bytes).map_err(|error| Fault::NotInEncoding {
                    name: "UTF-8",
                    at: error.valid_up_to() + if bom { BOM.len() } else { 0 },
                })?;
                Ok(Self { text: text.to_owned(), bom, last: None })
            }
            Some(last) => {
                // Bytes that are already there have to come out as they went in.
                let last = if bytes.is_ascii() { last } else { '\u{ff}' };
                let text = bytes.iter().map(|byte| char::from(*byte)).collect();
                Ok(Self { text, bom, last: Some(last) })
            }
        }
    }

    /// The decoded text, without a byte order mark.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of a changed text, in the encoding and with the byte order mark of this file. A character that the
    /// encoding lacks becomes a numeric reference.
    pub fn encode(&self, text: &str) -> Vec<u8> {
        let mut out = Vec::with_capacity(text.len() + BOM.len());
        if self.bom {
            out.extend_from_slice(BOM);
        }
        let Some(last) = self.last else {
            out.extend_from_slice(text.as_bytes());
            return out;
        };
        let mut reference = String::new();
        for c in text.chars() {
            match u8::try_from(c) {
                Ok(byte) if c <= last => out.push(byte),
                _ => {
                    reference.clear();
                    // Writing to a string cannot fail.
                    let _ = write!(reference, "&#x{:X};", u32::from(c));
                    out.extend_from_slice(reference.as_bytes());
                }
            }
        }
        out
    }
}

/// The encoding that the XML declaration names.
fn declared(bytes: &[u8]) -> Option<&str> {
    let rest = bytes.strip_prefix(b"<?xml")?;
    let end = rest.iter().take(1024).position(|byte| *byte == b'>')?;
    let declaration = std::str::from_utf8(&rest[..end]).ok()?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    value[1..].split_once(quote).map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn latin_1_keeps_every_byte() {
        let mut bytes = b"<?xml version='1.0' encoding='iso-8859-1'?><a>".to_vec();
        bytes.extend(0x20..=0xff_u8);
        let source = Source::read(&bytes).unwrap();
        assert!(source.text().ends_with("þÿ"));
        assert_eq!(source.encode(source.text()), bytes);
        assert_eq!(source.encode("é–"), b"\xe9&#x2013;");
    }

    #[test]
    fn ascii_gets_references() {
        let source = Source::read(b"<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a/>").unwrap();
        assert_eq!(source.encode("<a>\u{e9}</a>"), b"<a>&#xE9;</a>");
    }

    #[test]
    fn the_byte_order_mark_stays() {
        let source = Source::read(b"\xef\xbb\xbf<a/>").unwrap();
        assert_eq!(source.text(), "<a/>");
        assert_eq!(source.encode("<b/>"), b"\xef\xbb\xbf<b/>");
    }

    #[test]
    fn says_what_it_cannot_read() {
        assert_eq!(Source::read(b"<a>\xff</a>"), Err(Fault::NotInEncoding { name: "UTF-8", at: 3 }));
        assert_eq!(Source::read(b"\xff\xfe<\0"), Err(Fault::Encoding { name: "UTF-16".into() }));
        let koi = b"<?xml version='1.0' encoding='koi8-r'?><a/>";
        assert_eq!(Source::read(koi).unwrap_err().to_string(), "the encoding `KOI8-R` is not read");
    }

    proptest! {
        #[test]
        fn any_bytes_come_back(
            bytes in proptest::collection::vec(any::<u8>(), 0..200),
            head in prop_oneof![Just(""), Just("<?xml version='1.0' encoding='ISO-8859-1'?>"), Just("<?xml encoding=")],
        ) {
            let bytes = [head.as_bytes(), &bytes].concat();
            if let Ok(source) = Source::read(&bytes) {
                prop_assert_eq!(source.encode(source.text()), bytes);
            }
        }
    }
}
