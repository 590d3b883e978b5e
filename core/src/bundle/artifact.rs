use crate::edit::{properties, toml, xml, yaml};
use crate::format::xml::Element;
use crate::value::{Name, NodeName};
use std::sync::Arc;

/// One file of the bundle, as statements or as text.
#[derive(Debug, Clone, PartialEq)]
pub struct Artifact {
    /// Whose it is.
    pub owner: Owner,
    /// The product that it is a file of, by its key in the catalogue; empty where it is a file of our own.
    pub product: &'static str,
    /// Where it is in its owner's folder, with `/` between and none at either end.
    pub path: String,
    /// Who may read and run it.
    pub mode: Mode,
    /// What is in it.
    pub content: Content,
}

/// Whose a file is: which folder of the bundle it is in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// A node's: `nodes/<name>/`, then the path as in the product's home.
    Node(NodeName),
    /// A load balancer's: `balancers/<name>/`.
    Balancer(Name),
    /// Everyone's: the bundle's own folder.
    Cluster,
}

/// The mode of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// Everyone may read it: 0644.
    Public,
    /// It holds secrets: 0600.
    Private,
    /// It is run: 0755.
    Program,
    /// It is run and holds secrets: 0700.
    PrivateProgram,
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// A file wholly of our own.
    Whole(Arc<str>),
    /// A file of the product, and what must hold in it. The same statements serve every node whose file says the same.
    Stock(Arc<StockFile>),
}

/// Statements about a file that the product comes with.
#[derive(Debug, Clone, PartialEq)]
pub enum StockFile {
    /// An XML file.
    Xml {
        /// The outermost element with its name spaces, for the fragment.
        root: Element,
        /// What must hold.
        edits: Vec<xml::Edit>,
    },
    /// A property file. Most products come without it, so what must hold makes a whole file.
    Properties(Vec<properties::Edit>),
    /// A property file that the product comes with: alone, what must hold is a fragment.
    Shipped {
        /// What stands between key and value where one is added: `=`, or a blank.
        separator: &'static str,
        /// What must hold.
        edits: Vec<properties::Edit>,
    },
    /// A TOML file. What must hold makes a whole file.
    Toml(Vec<toml::Edit>),
    /// A YAML file. The product's own holds much besides, so what must hold is a fragment.
    Yaml(Vec<yaml::Edit>),
}

impl Artifact {
    /// Whether its file is at this path of the bundle, be it the whole file or its fragment.
    pub fn is_at(&self, path: &str) -> bool {
        let below = path.strip_prefix(&self.owner.folder());
        below.is_some_and(|below| below.strip_prefix("fragments/").unwrap_or(below) == self.path)
    }

    /// A file wholly of our own.
    pub fn whole(owner: Owner, path: impl Into<String>, mode: Mode, text: impl Into<Arc<str>>) -> Self {
        Self { owner, product: "", path: path.into(), mode, content: Content::Whole(text.into()) }
    }

    /// A file of the product.
    pub fn stock(
        owner: Owner,
        product: &'static str,
        path: impl Into<String>,
        mode: Mode,
        file: Arc<StockFile>,
    ) -> Self {
        Self { owner, product, path: path.into(), mode, content: Content::Stock(file) }
    }
}

impl Owner {
    /// The owner's folder, with `/` at its end; empty for the bundle's own.
    pub fn folder(&self) -> String {
        match self {
            Self::Node(name) => format!("nodes/{name}/"),
            Self::Balancer(name) => format!("balancers/{name}/"),
            Self::Cluster => String::new(),
        }
    }
}

impl Mode {
    /// The permission bits; four octal digits name them in `bundle.json`.
    pub fn bits(self) -> u32 {
        match self {
            Self::Public => 0o644,
            Self::Private => 0o600,
            Self::Program => 0o755,
            Self::PrivateProgram => 0o700,
        }
    }
}
