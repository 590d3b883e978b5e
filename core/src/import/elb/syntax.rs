use crate::diagnostic::{Diagnostic, Path, Severity};
use crate::value::shown;
use std::collections::BTreeMap;
use std::ops::Range;

/// How deep blocks may nest: `services`, a service, `domains`, a domain and a sub-domain are five.
const DEEPEST: usize = 16;
/// How many settings and blocks there may be.
const MOST: usize = 20_000;
/// How many faults are told: whoever has more repairs these first.
const MOST_FAULTS: usize = 50;

/// A piece of the file, with its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token<'t> {
    pub(super) text: &'t str,
    pub(super) at: Range<usize>,
}

/// What stands in a block.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Item<'t> {
    /// `name value;`
    Setting { path: Path, name: Token<'t>, value: Token<'t> },
    /// `name { … }`
    Block(Block<'t>),
}

/// `name { … }`; the file as a whole has no name.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Block<'t> {
    pub(super) path: Path,
    pub(super) name: &'t str,
    pub(super) items: Vec<Item<'t>>,
}

/// A file as blocks, what is wrong with it, and where everything is.
#[derive(Debug)]
pub(super) struct Tree<'t> {
    pub(super) root: Block<'t>,
    pub(super) faults: Vec<Diagnostic>,
    pub(super) places: BTreeMap<Path, Range<usize>>,
}

impl<'t> Block<'t> {
    /// The blocks in it.
    pub(super) fn blocks(&self) -> impl Iterator<Item = &Block<'t>> {
        self.items.iter().filter_map(|item| match item {
            Item::Block(block) => Some(block),
            Item::Setting { .. } => None,
        })
    }

    /// The settings in it: path, name and value.
    pub(super) fn settings(&self) -> impl Iterator<Item = (&Path, &'t str, &Token<'t>)> {
        self.items.iter().filter_map(|item| match item {
            Item::Setting { path, name, value } => Some((path, name.text, value)),
            Item::Block(_) => None,
        })
    }

    /// Its values of a name, each with its path.
    pub(super) fn values<'b>(&'b self, wanted: &'b str) -> impl Iterator<Item = (&'b Path, &'b Token<'t>)> {
        let is = move |(path, name, value)| (name == wanted).then_some((path, value));
        self.settings().filter_map(is)
    }
}

/// Reads the file's grammar. Goes on after a fault, so that all are found.
pub(super) fn parse(text: &str) -> Tree<'_> {
    let mut reader =
        Reader { text, at: 0, open: vec![Open::default()], items: 0, faults: Vec::new(), places: BTreeMap::new() };
    while reader.item() {}
    reader.finish()
}

/// A block that is being read, and how often each name stood in it.
#[derive(Default)]
struct Open<'t> {
    block: Block<'t>,
    seen: BTreeMap<&'t str, usize>,
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    open: Vec<Open<'t>>,
    items: usize,
    faults: Vec<Diagnostic>,
    places: BTreeMap<Path, Range<usize>>,
}

/// What ends a run of words.
#[derive(PartialEq, Eq)]
enum End {
    Semicolon,
    Brace,
    Line,
}

impl<'t> Reader<'t> {
    /// Reads one thing more; false at the end, or where going on makes no sense.
    fn item(&mut self) -> bool {
        self.blank();
        match self.peek() {
            None => return false,
            // Some write one behind a block.
            Some(b';') => self.at += 1,
            Some(b'}') => {
                self.at += 1;
                self.close();
            }
            Some(b'{') => {
                self.fault(self.at..self.at + 1, "this block has no name", "write the name before the `{`");
                self.at += 1;
                return self.enter(Token { text: "", at: self.at - 1..self.at });
            }
            Some(_) => return self.named(),
        }
        true
    }

    /// A setting or a block.
    fn named(&mut self) -> bool {
        let (words, end) = self.words();
        let split = words.text.find(blank).unwrap_or(words.text.len());
        let (name, rest) = words.text.split_at_checked(split).unwrap_or_default();
        let value = rest.trim_start_matches(blank);
        let value = Token { text: value, at: words.at.end - value.len()..words.at.end };
        // Some files have `elb:` before names.
        let name =
            Token { text: name.strip_prefix("elb:").unwrap_or(name), at: words.at.start..words.at.start + split };
        match end {
            End::Brace if value.text.is_empty() => self.enter(name),
            End::Brace => {
                self.fault(value.at, "a block has one name", "is a `;` missing before it?");
                self.enter(name)
            }
            _ if value.text.is_empty() => {
                self.fault(
                    name.at,
                    format!("`{}` has no value", shown(name.text)),
                    "write `name value;`, or `name {` for a block",
                );
                true
            }
            End::Semicolon => self.setting(name, value),
            End::Line => {
                let last = value.text.chars().next_back().map_or(0, char::len_utf8);
                self.fault(value.at.end - last..value.at.end, "this line has no `;` at its end", "write one");
                self.setting(name, value)
            }
        }
    }

    fn setting(&mut self, name: Token<'t>, value: Token<'t>) -> bool {
        let path = self.path(name.text);
        self.places.insert(path.clone(), value.at.clone());
        self.push(Item::Setting { path, name, value })
    }

    fn enter(&mut self, name: Token<'t>) -> bool {
        if self.open.len() > DEEPEST {
            self.fault(name.at, format!("blocks nest deeper than {DEEPEST}"), "a load balancer's file needs five");
            return false;
        }
        let path = self.path(name.text);
        self.places.insert(path.clone(), name.at);
        self.open.push(Open { block: Block { path, name: name.text, items: Vec::new() }, seen: BTreeMap::new() });
        true
    }

    fn close(&mut self) {
        if self.open.len() < 2 {
            let at = self.at.saturating_sub(1)..self.at;
            self.fault(at, "this `}` closes nothing", "take it out, or look for the `{` that is missing");
            return;
        }
        if let Some(done) = self.open.pop() {
            self.push(Item::Block(done.block));
        }
    }

    fn push(&mut self, item: Item<'t>) -> bool {
        self.items += 1;
        if self.items > MOST {
            self.fault(
                self.at.saturating_sub(1)..self.at,
                format!("there are more than {MOST} settings"),
                "this is no load balancer's file",
            );
            return false;
        }
        if let Some(open) = self.open.last_mut() {
            open.block.items.push(item);
        }
        true
    }

    /// The path of a new part: the second one of a name has a number, as domains stand twice.
    fn path(&mut self, name: &'t str) -> Path {
        let Some(open) = self.open.last_mut() else { return Path::root() };
        let path = open.block.path.clone().key(name.to_owned());
        let seen = open.seen.entry(name).or_default();
        *seen += 1;
        if *seen > 1 { path.index(*seen - 1) } else { path }
    }

    /// Words up to `;`, `{` or the line's end, comments left out. A `{` on the next line belongs to the name before it.
    fn words(&mut self) -> (Token<'t>, End) {
        let start = self.at;
        let mut end = start;
        let found = loop {
            match self.peek() {
                None | Some(b'\n' | b'#' | b'}') => break End::Line,
                Some(b';') => break End::Semicolon,
                Some(b'{') => break End::Brace,
                Some(b'$') if self.variable() => end = self.at,
                Some(byte) => {
                    self.at += 1;
                    if !byte.is_ascii_whitespace() {
                        end = self.at;
                    }
                }
            }
        };
        let words = Token { text: self.text.get(start..end).unwrap_or_default(), at: start..end };
        if found != End::Line {
            self.at += 1;
            return (words, found);
        }
        let line = self.at;
        self.blank();
        if self.peek() == Some(b'{') && !words.text.contains(blank) {
            self.at += 1;
            return (words, End::Brace);
        }
        self.at = line;
        (words, End::Line)
    }

    /// `${NAME}`, whose braces are none of the grammar; it stays on its line.
    fn variable(&mut self) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Some(inside) = rest.strip_prefix("${") else { return false };
        let Some(length) = inside.find(['}', '\n', ';']).filter(|end| inside.as_bytes().get(*end) == Some(&b'}'))
        else {
            return false;
        };
        self.at += "${".len() + length + 1;
        true
    }

    /// Skips blanks and comments.
    fn blank(&mut self) {
        loop {
            match self.peek() {
                Some(b'#') => {
                    let rest = self.text.get(self.at..).unwrap_or_default();
                    self.at += rest.find('\n').unwrap_or(rest.len());
                }
                Some(byte) if byte.is_ascii_whitespace() => self.at += 1,
                _ => return,
            }
        }
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn fault(&mut self, at: Range<usize>, message: impl Into<String>, help: &'static str) {
        if self.faults.len() < MOST_FAULTS {
            // A path of its own, so that it finds just this place.
            let path = Path::root().key("fault").index(self.faults.len());
            self.places.insert(path.clone(), at);
            self.faults.push(Diagnostic::new("syntax", Severity::Error, message).at(path).help(help));
        }
    }

    /// Closes what is open. The file that ELB 2.0.5 came with does not close `services`, and ELB read it all the same.
    fn finish(mut self) -> Tree<'t> {
        if let Some(outermost) = self.open.get(1) {
            let message = format!("the block `{}` is not closed", shown(outermost.block.name));
            let note = Diagnostic::new("elb-guessed", Severity::Advice, message).at(outermost.block.path.clone());
            self.faults.push(note.help("it is read as if it ended with the file, as the ELB did"));
        }
        while self.open.len() > 1 {
            self.close();
        }
        let root = self.open.pop().unwrap_or_default().block;
        Tree { root, faults: self.faults, places: self.places }
    }
}

/// Blanks of the grammar: those that a byte alone shows to be one.
fn blank(char: char) -> bool {
    char.is_ascii_whitespace()
}
