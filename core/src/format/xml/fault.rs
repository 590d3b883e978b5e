use crate::value::{shown, visible};
use std::borrow::Cow;
use std::fmt;

/// Why a file cannot be read as XML. Places are bytes: of the file for what concerns its encoding, of its decoded
/// text for all else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The text breaks a rule of XML 1.0.
    NotWellFormed {
        /// What is wrong.
        message: Cow<'static, str>,
        /// Where.
        at: usize,
    },
    /// The file is larger than what is read.
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// Elements are nested deeper than what is read.
    TooDeep {
        /// Where the first element too deep begins.
        at: usize,
    },
    /// The file has a document type, which could define entities without end.
    Doctype {
        /// Where it begins.
        at: usize,
    },
    /// The file declares an encoding that is not read.
    Encoding {
        /// Its name, in capitals.
        name: String,
    },
    /// The byte is none of the declared encoding.
    NotInEncoding {
        /// The encoding's name.
        name: &'static str,
        /// Where the byte is.
        at: usize,
    },
}

impl Fault {
    pub(super) fn new(message: impl Into<Cow<'static, str>>, at: usize) -> Self {
        Self::NotWellFormed { message: message.into(), at }
    }

    /// The byte that the fault is about; 0 where it is about the whole file.
    pub fn at(&self) -> usize {
        match self {
            Self::NotWellFormed { at, .. }
            | Self::TooDeep { at }
            | Self::Doctype { at }
            | Self::NotInEncoding { at, .. } => *at,
            Self::TooLarge { .. } | Self::Encoding { .. } => 0,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotWellFormed { message, at } => {
                // What the parser says may quote the file: control characters must not reach a terminal.
                write!(f, "{} (byte {at})", visible(message))
            }
            Self::TooLarge { bytes } => {
                write!(f, "the file has {bytes} bytes; at most {} are read", super::LARGEST)
            }
            Self::TooDeep { at } => {
                write!(f, "elements are nested deeper than {} (byte {at})", super::DEEPEST)
            }
            Self::Doctype { at } => write!(f, "a document type declaration is not read (byte {at})"),
            Self::Encoding { name } => {
                write!(f, "the encoding `{}` is not read", shown(name))
            }
            Self::NotInEncoding { name, at } => write!(f, "the byte is not valid {name} (byte {at})"),
        }
    }
}

impl std::error::Error for Fault {}
