//! Base64 for links: RFC 4648, section 5, without padding.

const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

pub(super) fn encode(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for chunk in bytes.chunks(3) {
        let number = chunk.iter().enumerate().fold(0, |sum, (at, byte)| sum | (u32::from(*byte) << (16 - 8 * at)));
        for place in 0..=chunk.len() {
            let sign = SIGNS.get((number >> (18 - 6 * place) & 63) as usize);
            out.extend(sign.map(|sign| char::from(*sign)));
        }
    }
    out
}

/// None where a sign is none of these, or where bits are left that no byte needs.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len() * 3 / 4);
    for chunk in text.as_bytes().chunks(4) {
        let mut number = 0_u32;
        for (place, sign) in chunk.iter().enumerate() {
            number |= value(*sign)? << (18 - 6 * place);
        }
        let [_, first, second, third] = number.to_be_bytes();
        let (bytes, rest): (&[u8], u32) = match chunk.len() {
            4 => (&[first, second, third], 0),
            3 => (&[first, second], number & 0xff),
            2 => (&[first], number & 0xffff),
            _ => return None,
        };
        if rest != 0 {
            return None;
        }
        out.extend_from_slice(bytes);
    }
    Some(out)
}

/// Whether a character is one of the signs.
pub(super) fn is_sign(sign: char) -> bool {
    u8::try_from(sign).is_ok_and(|sign| value(sign).is_some())
}

fn value(sign: u8) -> Option<u32> {
    Some(match sign {
        b'A'..=b'Z' => u32::from(sign - b'A'),
        b'a'..=b'z' => u32::from(sign - b'a') + 26,
        b'0'..=b'9' => u32::from(sign - b'0') + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4648, section 10, without its padding.
    #[test]
    fn vectors() {
        for (bytes, text) in
            [("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE")]
        {
            assert_eq!(encode(bytes.as_bytes()), text);
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
        }
        assert_eq!(encode(&[0xfb, 0xff]), "-_8");
        for bad in ["Z", "Zh", "Zm9", "Zg==", "Z+8", "é"] {
            assert_eq!(decode(bad), None, "{bad}");
        }
    }

    proptest::proptest! {
        #[test]
        fn comes_back(bytes: Vec<u8>) {
            assert_eq!(decode(&encode(&bytes)), Some(bytes));
        }
    }
}
