//! A design as the fragment of a link, and back: whoever opens the link has the design, and no server has seen it, because browsers
//! keep fragments to themselves.
//!
//! ```text
//!  d1.  base64url( 4 bytes of SHA-256 of the text | raw deflate of the text, with a dictionary )
//! ```
//!
//! The text comes back byte for byte, comments and all; only literal secrets stay behind.

mod base64;
mod comments;
mod pack;
mod secrets;

pub use secrets::LEFT_OUT;

use crate::diagnostic::Path;
use crate::read::{LARGEST, Syntax};
use pack::Unpacked;
use sha2::{Digest, Sha256};
use std::fmt;

/// A design as a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shared {
    /// What stands behind the `#` of a link.
    pub link_fragment: String,
    /// The settings whose literal secrets were left out; a reference stands in their place, which begins with [`LEFT_OUT`].
    pub left_out: Vec<Path>,
}

/// A design that came by a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unshared {
    /// Its text.
    pub text: String,
    /// The grammar of the text.
    pub syntax: Syntax,
    /// The settings whose secrets the sender's program left out, and which are to be given again.
    pub left_out: Vec<Path>,
}

/// Why a design cannot become a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unshareable {
    /// It cannot be read, so that secrets in it cannot be told from the rest.
    Syntax,
    /// It is larger than any design may be.
    TooLarge,
    /// A literal secret could not be taken out of the text.
    Secret(Path),
}

/// Why a link is no design.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// It has no fragment of this program's.
    NoDesign,
    /// It was made by a program that knows a later form.
    Version(String),
    /// Its end is missing.
    Truncated,
    /// It is not as it was made.
    Damaged,
    /// What is in it is larger than any design may be.
    TooLarge,
}

/// How many bytes of the digest go along: enough to notice damage; nobody is kept from forging a design.
const DIGEST: usize = 4;

/// Makes a link of a design's text. What is said as a reference (`env:`, `file:`, `vault:`) goes along; a literal secret never does,
/// nor does its text where a comment or the description repeats it.
///
/// # Errors
/// The text is not readable or too large.
pub fn share(text: &str, syntax: Syntax) -> Result<Shared, Unshareable> {
    if text.len() > LARGEST {
        return Err(Unshareable::TooLarge);
    }
    let (text, left_out) = secrets::without(text, syntax)?;
    let mut bytes = digest(&text).to_vec();
    bytes.extend(pack::pack(text.as_bytes()));
    Ok(Shared { link_fragment: format!("d{VERSION}.{}", base64::encode(&bytes)), left_out })
}

/// The only form there is so far.
const VERSION: &str = "1";

/// Reads the design out of a link: a whole one, or its fragment with or without the `#`.
///
/// # Errors
/// There is no design in it, it was made by a later program, or it is not as it was made.
pub fn unshare(link: &str) -> Result<Unshared, Unreadable> {
    let fragment = link.rsplit('#').next().unwrap_or(link);
    // A link that was broken over lines, or ends a sentence.
    let fragment: String = fragment.chars().filter(|c| !c.is_whitespace()).collect();
    let rest = fragment.strip_prefix('d').ok_or(Unreadable::NoDesign)?;
    let (version, packed) = rest.split_once('.').ok_or(Unreadable::NoDesign)?;
    if version.is_empty() || version.len() > 3 || !version.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Unreadable::NoDesign);
    }
    if version != VERSION {
        return Err(Unreadable::Version(version.to_owned()));
    }
    let packed = packed.trim_end_matches(['.', ',', ';', ')', '>', '"', '\'']);
    // A link that ends too early ends within a byte more often than not.
    let bytes = base64::decode(packed)
        .ok_or_else(|| if packed.chars().all(base64::is_sign) { Unreadable::Truncated } else { Unreadable::Damaged })?;
    let (wanted, packed) = bytes.split_at_checked(DIGEST).ok_or(Unreadable::Truncated)?;
    let text = match pack::unpack(packed, LARGEST) {
        Unpacked::Whole(bytes) => String::from_utf8(bytes).map_err(|_| Unreadable::Damaged)?,
        Unpacked::Short => return Err(Unreadable::Truncated),
        Unpacked::Bad => return Err(Unreadable::Damaged),
        Unpacked::TooLarge => return Err(Unreadable::TooLarge),
    };
    if digest(&text) != wanted {
        return Err(Unreadable::Damaged);
    }
    let syntax = Syntax::guess(&text);
    let left_out = secrets::left_out(&text, syntax);
    Ok(Unshared { text, syntax, left_out })
}

fn digest(text: &str) -> [u8; DIGEST] {
    let mut first = [0; DIGEST];
    first.iter_mut().zip(Sha256::digest(text.as_bytes())).for_each(|(to, from)| *to = from);
    first
}

impl fmt::Display for Unshareable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax => f.write_str(
                "the design cannot be read, so its secrets cannot be told from the rest: mend its grammar first",
            ),
            Self::TooLarge => write!(f, "the design is too large for a link: it may have {LARGEST} bytes"),
            Self::Secret(path) => {
                write!(f, "the secret at `{path}` could not be left out: write a reference such as `env:NAME`")
            }
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDesign => f.write_str("there is no design in this link: it begins with `d1.` behind the `#`"),
            Self::Version(version) => {
                write!(
                    f,
                    "the link was made by a later release: it has form {version}, and this program knows form {VERSION}"
                )
            }
            Self::Truncated => f.write_str("the end of the link is missing: copy it as a whole"),
            Self::Damaged => f.write_str("the link is damaged: copy it again from where it was made"),
            Self::TooLarge => write!(f, "what is in the link is larger than a design may be: {LARGEST} bytes"),
        }
    }
}

impl Unshareable {
    /// The stable code of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax => "share-syntax",
            Self::TooLarge => "share-too-large",
            Self::Secret(_) => "share-secret",
        }
    }
}

impl Unreadable {
    /// The stable code of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NoDesign => "link-without-design",
            Self::Version(_) => "link-version",
            Self::Truncated => "link-truncated",
            Self::Damaged => "link-damaged",
            Self::TooLarge => "link-too-large",
        }
    }
}

impl std::error::Error for Unshareable {}
impl std::error::Error for Unreadable {}

#[cfg(test)]
mod tests;
