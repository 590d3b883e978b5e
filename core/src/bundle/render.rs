use super::manifest::{MANIFEST, manifest};
use super::{Artifact, Content, DESIGN, Mode, Owner, Stock, StockFile, StockFinding, StockTrouble, artifacts};
use crate::edit::{Finding, Trouble, properties, toml, xml, yaml};
use crate::format::properties as property_file;
use crate::format::xml::{Document, Source};
use crate::format::yaml as yaml_file;
use crate::plan::Plan;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One file of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path in the bundle, with `/` between.
    pub path: String,
    /// Who may read and run it.
    pub mode: Mode,
    /// Whose it is.
    pub owner: Owner,
    /// What is in it; files with the same content share it.
    pub bytes: Arc<[u8]>,
}

/// A rendered bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// Every file; `bundle.json` is the last.
    pub files: Vec<File>,
    /// What was not as expected in the stock files, each once.
    pub findings: Vec<StockFinding>,
}

/// Renders every file of a plan. With stock at hand the product's files come out whole, with the smallest change;
/// without it as fragments. `design` is the text of the design, which goes along.
pub fn render(plan: &Plan, design: &str, stock: Option<&dyn Stock>) -> Rendered {
    let artifacts = artifacts(plan);
    let mut findings = Vec::new();
    let sources = stock.map_or_else(BTreeMap::new, |stock| sources(&artifacts, stock, &mut findings));
    let parsed = parse(&sources, &mut findings);
    let mut renderer = Renderer::new(parsed, findings);
    let mut files: Vec<File> = artifacts.iter().map(|artifact| renderer.file(artifact)).collect();
    let mode = if is_private(plan, design) { Mode::Private } else { Mode::Public };
    files.push(File { path: DESIGN.to_owned(), mode, owner: Owner::Cluster, bytes: design.as_bytes().into() });
    let list = manifest(plan.name.as_str(), &files);
    files.push(File { path: MANIFEST.to_owned(), mode: Mode::Public, owner: Owner::Cluster, bytes: list.into() });
    Rendered { files, findings: renderer.findings.all }
}

/// Whether a design's text must not be read by everyone. What no decision heeds is in no plan, so the text is asked as well.
pub fn is_private(plan: &Plan, design: &str) -> bool {
    plan.holds_secrets() || design.contains("plain:")
}

/// Renders one file, as [`render`] would.
pub(super) fn one(artifact: &Artifact, stock: Option<&dyn Stock>) -> File {
    let mut findings = Vec::new();
    let sources =
        stock.map_or_else(BTreeMap::new, |stock| sources(std::slice::from_ref(artifact), stock, &mut findings));
    let parsed = parse(&sources, &mut findings);
    Renderer::new(parsed, findings).file(artifact)
}

/// A file of a product: the product's key in the catalogue, and the path in its home.
type Key<'a> = (&'static str, &'a str);

/// A stock file as text.
enum Text {
    Xml(Source),
    Properties(property_file::Source),
    Toml(String),
    Yaml(String),
}

/// A stock file that can be asked and changed.
enum Parsed<'s> {
    Xml(&'s Source, Document<'s>),
    Properties(&'s property_file::Source, property_file::Document<'s>),
    Toml(&'s str),
    Yaml(yaml_file::Document<'s>),
}

/// Every stock file that the artifacts speak of, read once however many nodes have it.
fn sources<'a>(
    artifacts: &'a [Artifact],
    stock: &dyn Stock,
    findings: &mut Vec<StockFinding>,
) -> BTreeMap<Key<'a>, (&'a Owner, Option<Text>)> {
    let mut sources = BTreeMap::new();
    for Artifact { owner, product, path, content, .. } in artifacts {
        let Content::Stock(file) = content else { continue };
        let key = (*product, path.as_str());
        if sources.contains_key(&key) || !stock.has(product) {
            continue;
        }
        let mut trouble = |trouble| {
            findings.push(StockFinding { path: path.clone(), owner: owner.clone(), trouble });
            None
        };
        let text = match (stock.file(product, path), &**file) {
            (Some(bytes), StockFile::Xml { .. }) => match Source::read(bytes) {
                Ok(source) => Some(Text::Xml(source)),
                Err(fault) => trouble(StockTrouble::Unreadable(fault.to_string())),
            },
            (Some(bytes), StockFile::Properties(_) | StockFile::Shipped { .. }) => {
                Some(Text::Properties(property_file::Source::read(bytes)))
            }
            (Some(bytes), StockFile::Toml(_)) => match String::from_utf8(bytes.to_vec()) {
                Ok(text) => Some(Text::Toml(text)),
                Err(fault) => trouble(StockTrouble::Unreadable(fault.to_string())),
            },
            (Some(bytes), StockFile::Yaml(_)) => match String::from_utf8(bytes.to_vec()) {
                Ok(text) => Some(Text::Yaml(text)),
                Err(fault) => trouble(StockTrouble::Unreadable(fault.to_string())),
            },
            (None, StockFile::Xml { .. } | StockFile::Shipped { .. } | StockFile::Toml(_) | StockFile::Yaml(_)) => {
                trouble(StockTrouble::Missing)
            }
            // Most products come without their property files.
            (None, StockFile::Properties(_)) => None,
        };
        sources.insert(key, (owner, text));
    }
    sources
}

fn parse<'s>(
    sources: &'s BTreeMap<Key<'s>, (&'s Owner, Option<Text>)>,
    findings: &mut Vec<StockFinding>,
) -> BTreeMap<Key<'s>, Parsed<'s>> {
    let mut parsed = BTreeMap::new();
    for (key @ (_, path), (owner, text)) in sources {
        let mut trouble = |fault: String| {
            let trouble = StockTrouble::Unreadable(fault);
            findings.push(StockFinding { path: (*path).to_owned(), owner: (*owner).clone(), trouble });
        };
        match text {
            None => {}
            Some(Text::Toml(text)) => {
                parsed.insert(*key, Parsed::Toml(text));
            }
            Some(Text::Properties(source)) => {
                parsed.insert(*key, Parsed::Properties(source, property_file::Document::parse(source.text())));
            }
            Some(Text::Xml(source)) => match Document::parse(source.text()) {
                Ok(document) => {
                    parsed.insert(*key, Parsed::Xml(source, document));
                }
                Err(fault) => trouble(fault.to_string()),
            },
            Some(Text::Yaml(text)) => match yaml_file::Document::parse(text) {
                Ok(document) => {
                    parsed.insert(*key, Parsed::Yaml(document));
                }
                Err(fault) => trouble(fault.to_string()),
            },
        }
    }
    parsed
}

/// A file's bytes, and whether they are the whole file.
type Made = (Arc<[u8]>, bool);

struct Renderer<'s> {
    parsed: BTreeMap<Key<'s>, Parsed<'s>>,
    /// What was rendered already, by the statements and the file they are about: nodes that say the same share it.
    done: BTreeMap<(*const StockFile, Key<'s>), Made>,
    findings: Findings,
    /// Where fragments are written, so that only their own bytes are kept.
    buffer: String,
}

impl<'s> Renderer<'s> {
    fn new(parsed: BTreeMap<Key<'s>, Parsed<'s>>, findings: Vec<StockFinding>) -> Self {
        let findings = Findings { all: findings, told: BTreeSet::new() };
        Self { parsed, done: BTreeMap::new(), findings, buffer: String::new() }
    }

    fn file(&mut self, artifact: &'s Artifact) -> File {
        let Artifact { owner, product, path, mode, content } = artifact;
        let (bytes, complete) = match content {
            Content::Whole(text) => (Arc::clone(text).into(), true),
            Content::Stock(stock) => self.stock(owner, (product, path), stock),
        };
        let mut place = owner.folder();
        if !complete {
            place.push_str("fragments/");
        }
        place.push_str(path);
        File { path: place, mode: *mode, owner: owner.clone(), bytes }
    }

    fn stock(&mut self, owner: &Owner, path: Key<'s>, stock: &Arc<StockFile>) -> Made {
        // A statement list that only one artifact holds cannot come again.
        if Arc::strong_count(stock) == 1 {
            return self.make(owner, path, stock);
        }
        let key = (Arc::as_ptr(stock), path);
        if let Some(done) = self.done.get(&key) {
            return done.clone();
        }
        let made = self.make(owner, path, stock);
        self.done.insert(key, made.clone());
        made
    }

    fn make(&mut self, owner: &Owner, key: Key<'s>, stock: &StockFile) -> Made {
        let (_, path) = key;
        match (stock, self.parsed.get(&key)) {
            (StockFile::Xml { edits, .. }, Some(Parsed::Xml(source, document))) => {
                let patched = xml::patch(document, edits);
                for (edit, finding) in edits.iter().zip(patched.findings) {
                    let place = match &edit.want {
                        xml::Want::Attribute { name, .. } => format!("{}@{name}", edit.at),
                        _ => edit.at.to_string(),
                    };
                    self.findings.tell(owner, path, place, edit, finding);
                }
                (source.encode(&patched.text).into(), true)
            }
            (
                StockFile::Properties(edits) | StockFile::Shipped { edits, .. },
                Some(Parsed::Properties(source, document)),
            ) => (source.encode(&properties::patch(document, edits).text).into(), true),
            (StockFile::Xml { root, edits }, _) => {
                self.buffer.clear();
                xml::push_fragment(&mut self.buffer, root, edits);
                (self.buffer.as_bytes().into(), false)
            }
            (StockFile::Toml(edits), Some(Parsed::Toml(text))) => match toml::patch(text, edits) {
                Ok(patched) => {
                    for (edit, finding) in edits.iter().zip(patched.findings) {
                        self.findings.tell(owner, path, edit.at.to_string(), edit, finding);
                    }
                    (patched.text.into_bytes().into(), true)
                }
                Err(fault) => {
                    let trouble = StockTrouble::Unreadable(fault.message().to_owned());
                    self.findings.all.push(StockFinding { path: path.to_owned(), owner: owner.clone(), trouble });
                    (toml::fragment(edits).into_bytes().into(), true)
                }
            },
            (StockFile::Yaml(edits), Some(Parsed::Yaml(document))) => {
                let patched = yaml::patch(document, edits);
                for (edit, finding) in edits.iter().zip(patched.findings) {
                    self.findings.tell(owner, path, edit.at.to_string(), edit, finding);
                }
                (patched.text.into_bytes().into(), true)
            }
            (StockFile::Yaml(edits), _) => (yaml::fragment(edits).into_bytes().into(), false),
            (StockFile::Toml(edits), _) => (toml::fragment(edits).into_bytes().into(), true),
            (StockFile::Properties(edits), _) => (properties::fragment(edits, "=").into_bytes().into(), true),
            (StockFile::Shipped { separator, edits }, _) => {
                (properties::fragment(edits, separator).into_bytes().into(), false)
            }
        }
    }
}

/// What was not as expected in the stock files.
struct Findings {
    all: Vec<StockFinding>,
    /// By file and place, whatever value a node wants there: the same trouble on every node is told once.
    told: BTreeSet<(String, String, Trouble)>,
}

impl Findings {
    fn tell(&mut self, owner: &Owner, path: &str, place: String, statement: &impl ToString, finding: Finding) {
        let Finding::Trouble(trouble) = finding else { return };
        if self.told.insert((path.to_owned(), place, trouble.clone())) {
            let trouble = StockTrouble::Statement { statement: statement.to_string(), trouble };
            self.all.push(StockFinding { path: path.to_owned(), owner: owner.clone(), trouble });
        }
    }
}
