//! HTTP/1.1 as it is on the wire: heads with every header as it came, in order, and bodies.

use std::io::{self, BufRead, Read};

/// How long a head may be: longer than any load balancer lets pass.
const LONGEST: usize = 256 * 1024;

/// The first line of a message, and its headers as they came.
#[derive(Debug, Clone, Default)]
pub struct Head {
    /// The request line or the status line.
    pub first: String,
    /// Every header, in the order in which it came; names as they were written.
    pub headers: Vec<(String, String)>,
}

impl Head {
    /// Reads a head; none where the other side has closed the connection before it began.
    ///
    /// # Errors
    /// If the connection breaks, or the head is none.
    pub fn read(from: &mut impl BufRead) -> io::Result<Option<Self>> {
        let mut room = from.take(LONGEST as u64);
        let Some(first) = line(&mut room)? else { return Ok(None) };
        let mut head = Self { first, headers: Vec::new() };
        loop {
            match line(&mut room)? {
                Some(line) if line.is_empty() => return Ok(Some(head)),
                Some(line) => {
                    let (name, value) = line.split_once(':').ok_or_else(|| broken("a header without a colon"))?;
                    head.headers.push((name.to_owned(), value.trim().to_owned()));
                }
                None => return Err(io::ErrorKind::UnexpectedEof.into()),
            }
        }
    }

    /// The first header of a name, in whatever case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Every header of a name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.headers.iter().filter(move |(it, _)| it.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// Whether a header of this name lists a word.
    pub fn lists(&self, name: &str, word: &str) -> bool {
        self.all(name).flat_map(|value| value.split(',')).any(|it| it.trim().eq_ignore_ascii_case(word))
    }

    /// The body behind this head. `to_the_end`: where no length is declared, it ends with the connection, as answers do.
    ///
    /// # Errors
    /// If the connection breaks, or the length is none.
    pub fn body(&self, from: &mut impl BufRead, to_the_end: bool) -> io::Result<Vec<u8>> {
        let mut body = Vec::new();
        if self.lists("Transfer-Encoding", "chunked") {
            loop {
                let size = line(from)?.ok_or(io::ErrorKind::UnexpectedEof)?;
                let size = size.split(';').next().unwrap_or_default().trim();
                let size = u64::from_str_radix(size, 16).map_err(|_| broken("the length of a chunk"))?;
                if size == 0 {
                    while line(from)?.is_some_and(|trailer| !trailer.is_empty()) {}
                    return Ok(body);
                }
                exactly(from, size, &mut body)?;
                line(from)?;
            }
        }
        match self.header("Content-Length") {
            Some(length) => exactly(from, length.parse().map_err(|_| broken("Content-Length"))?, &mut body)?,
            None if to_the_end => drop(from.read_to_end(&mut body)?),
            None => {}
        }
        Ok(body)
    }
}

fn exactly(from: &mut impl BufRead, length: u64, into: &mut Vec<u8>) -> io::Result<()> {
    match from.take(length).read_to_end(into)? as u64 {
        all if all == length => Ok(()),
        _ => Err(io::ErrorKind::UnexpectedEof.into()),
    }
}

/// A line without its end; none at the end of the stream.
fn line(from: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut bytes = Vec::new();
    if from.read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    if bytes.pop() != Some(b'\n') {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    if bytes.last() == Some(&b'\r') {
        bytes.pop();
    }
    Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
}

fn broken(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what)
}

/// The text behind `%` escapes.
pub fn unescaped(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let escape = bytes.get(at + 1..at + 3).filter(|_| *byte == b'%');
        let escape = escape.and_then(|it| std::str::from_utf8(it).ok()).and_then(|it| u8::from_str_radix(it, 16).ok());
        out.push(escape.unwrap_or(*byte));
        at += if escape.is_some() { 3 } else { 1 };
    }
    String::from_utf8_lossy(&out).into_owned()
}
