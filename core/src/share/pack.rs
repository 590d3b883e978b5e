//! Raw deflate (RFC 1951) with a dictionary: what most designs say is known on both sides, and only pointed at.
//!
//! The compressor has no dictionaries of its own. It is given the dictionary first and made to end on a byte; what it writes
//! from there on points back into it. The other side begins with the dictionary as if it had just been unpacked.

use miniz_oxide::deflate::core::{
    CompressorOxide, TDEFLFlush, TDEFLStatus, compress, create_comp_flags_from_zip_params,
};
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// Of version 1 of links. It never changes: old links point into it.
const DICTIONARY: &str = include_str!("dictionary-1.txt");

/// What became of packed bytes.
pub(super) enum Unpacked {
    Whole(Vec<u8>),
    /// They end too early.
    Short,
    /// They are no deflate.
    Bad,
    /// They hold more than is allowed.
    TooLarge,
}

pub(super) fn pack(text: &[u8]) -> Vec<u8> {
    // The best that there is; a negative window means no header and no checksum.
    let mut compressor = CompressorOxide::new(create_comp_flags_from_zip_params(9, -15, 0));
    feed(&mut compressor, DICTIONARY.as_bytes(), TDEFLFlush::Sync);
    feed(&mut compressor, text, TDEFLFlush::Finish)
}

/// Everything that the compressor has to say to this.
fn feed(compressor: &mut CompressorOxide, mut input: &[u8], flush: TDEFLFlush) -> Vec<u8> {
    let mut out = Vec::new();
    // Larger than what any input can become, so that one flush writes one mark.
    let mut buffer = vec![0; input.len() + input.len() / 8 + 256];
    loop {
        let (status, read, written) = compress(compressor, input, &mut buffer, flush);
        out.extend_from_slice(buffer.get(..written).unwrap_or_default());
        input = input.get(read..).unwrap_or_default();
        let full = written == buffer.len();
        if status != TDEFLStatus::Okay || (input.is_empty() && !full && flush != TDEFLFlush::Finish) {
            return out;
        }
    }
}

/// Unpacks to `most` bytes at most; memory grows with what is there, not with what is claimed.
pub(super) fn unpack(packed: &[u8], most: usize) -> Unpacked {
    let known = DICTIONARY.len();
    let mut out = DICTIONARY.as_bytes().to_vec();
    let mut machine = Box::new(DecompressorOxide::new());
    let (mut input, mut end) = (packed, known);
    loop {
        // One byte more than is allowed tells what is too large.
        let room = (end * 2).max(16 * 1024).min(known + most + 1);
        out.resize(room, 0);
        let (status, read, written) =
            decompress(&mut machine, input, &mut out, end, TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF);
        input = input.get(read..).unwrap_or_default();
        end += written;
        if end > known + most {
            return Unpacked::TooLarge;
        }
        match status {
            TINFLStatus::Done if input.is_empty() => {
                out.truncate(end);
                return Unpacked::Whole(out.split_off(known));
            }
            TINFLStatus::HasMoreOutput => {}
            TINFLStatus::FailedCannotMakeProgress | TINFLStatus::NeedsMoreInput => return Unpacked::Short,
            _ => return Unpacked::Bad,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    #[test]
    fn the_dictionary_stays_as_it_is() {
        let digest: String = Sha256::digest(DICTIONARY.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        expect_test::expect![""].assert_eq(&digest);
    }

    #[test]
    fn a_bomb_is_put_out() {
        let packed = pack(&vec![b' '; 200_000]);
        assert!(packed.len() < 1_000);
        assert!(matches!(unpack(&packed, 199_999), Unpacked::TooLarge));
        assert!(matches!(unpack(&packed, 200_000), Unpacked::Whole(text) if text.len() == 200_000));
        assert!(matches!(unpack(&packed[..packed.len() - 2], 200_000), Unpacked::Short));
        assert!(matches!(unpack(&[packed.as_slice(), b"x"].concat(), 200_000), Unpacked::Bad));
    }

    proptest::proptest! {
        #[test]
        fn comes_back(bytes: Vec<u8>) {
            assert!(matches!(unpack(&pack(&bytes), 1 << 20), Unpacked::Whole(back) if back == bytes));
        }

        #[test]
        fn takes_any_bytes(bytes: Vec<u8>) {
            let _ = unpack(&bytes, 1 << 16);
        }
    }
}
