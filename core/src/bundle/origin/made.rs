use super::{Origin, origins_of, setting};
use crate::bundle::render::one;
use crate::bundle::{Artifact, Content, Owner, Stock, StockFile};
use crate::diagnostic::Path;
use crate::edit::Why;
use crate::plan::Plan;
use std::fmt::Display;

/// The lines of one file that a setting of the design makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The file's path in the bundle.
    pub file: String,
    /// The lines, each with what it says and why.
    pub origins: Vec<Origin>,
}

/// Which lines of which files a setting of the design makes, by the statements that name it, or a setting inside it; where none
/// does, by those that name what it is inside of. File by file and only as far as it is asked: a large cluster has many.
///
/// Load balancers' files are no statements: they come from their load balancer as a whole. `artifacts` are those of the plan; what
/// only tells of the others is made by no setting, so that [`parts`](crate::bundle::parts) are enough.
pub fn lines_of<'p>(
    plan: &'p Plan,
    artifacts: &'p [Artifact],
    asked: &'p Path,
    stock: Option<&'p dyn Stock>,
) -> impl Iterator<Item = Made> + 'p {
    let exact = artifacts.iter().any(|artifact| names(plan, artifact, |path| is_in(path, asked)));
    let of = move |path: &Path| is_in(path, asked) || (!exact && is_in(asked, path));
    artifacts.iter().filter(move |artifact| names(plan, artifact, of)).filter_map(move |artifact| {
        let file = one(artifact, stock);
        let origins = origins_of(plan, artifact, &file.bytes, &|path| path.is_some_and(of));
        (!origins.is_empty()).then_some(Made { file: file.path, origins })
    })
}

/// Whether one path is the other, or inside it.
fn is_in(path: &Path, other: &Path) -> bool {
    !other.is_root() && path.0.starts_with(&other.0)
}

/// Whether any statement of a file, or the file as a whole, comes from a setting like this.
fn names(plan: &Plan, artifact: &Artifact, of: impl Fn(&Path) -> bool) -> bool {
    let Artifact { owner, content, .. } = artifact;
    let names =
        |why: &Why, says: &dyn Display| setting::place(plan, owner, why.setting, says).as_ref().is_some_and(&of);
    match content {
        Content::Whole(_) => match owner {
            Owner::Balancer(name) => plan.fronts.iter().any(|front| front.name == *name && of(&front.at)),
            Owner::Node(_) | Owner::Cluster => false,
        },
        Content::Stock(file) => match &**file {
            StockFile::Xml { edits, .. } => edits.iter().any(|edit| names(&edit.why, edit)),
            StockFile::Properties(edits) | StockFile::Shipped { edits, .. } => {
                edits.iter().any(|edit| names(&edit.why, edit))
            }
            StockFile::Toml(edits) => edits.iter().any(|edit| names(&edit.why, edit)),
            StockFile::Yaml(edits) => edits.iter().any(|edit| names(&edit.why, edit)),
        },
    }
}
