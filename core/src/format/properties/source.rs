/// A property file's bytes, decoded. Java reads these files as Latin-1, so every byte is a character and comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    text: String,
}

impl Source {
    /// Decodes a file; every byte is one character.
    pub fn read(bytes: &[u8]) -> Self {
        Self { text: bytes.iter().map(|byte| char::from(*byte)).collect() }
    }

    /// The decoded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of a changed text. Values are written in ASCII, so a character beyond Latin-1 stands in a remark.
    pub fn encode(&self, text: &str) -> Vec<u8> {
        text.chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_comes_back() {
        let bytes: Vec<u8> = (0..=255).collect();
        let source = Source::read(&bytes);
        assert_eq!(source.encode(source.text()), bytes);
    }
}
