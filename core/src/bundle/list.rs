use super::render::one;
use super::{Artifact, Content, File, MANIFEST, Mode, Owner, Stock, StockFile};
use crate::guide;
use crate::plan::Plan;
use std::borrow::Cow;

/// The file of every rendered bundle that holds its design.
pub const DESIGN: &str = "design.toml";

/// A file of a bundle before it is rendered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Its path in the bundle, with `/` between.
    pub path: String,
    /// Who may read and run it.
    pub mode: Mode,
    /// Whose it is.
    pub owner: Owner,
    /// Whether it is a fragment: only the cluster's settings of a file that the product comes with.
    pub fragment: bool,
}

/// The files that [`super::render`] would write, without rendering them. A stock file that turns out unreadable becomes a fragment
/// nevertheless. `parts` are the plan's, of [`super::parts`].
pub fn list(parts: &[Artifact], private: bool, stock: Option<&dyn Stock>) -> Vec<Listed> {
    let design = (DESIGN, if private { Mode::Private } else { Mode::Public });
    let told = guide::paths().map(|path| (path, Mode::Public)).chain([design, (MANIFEST, Mode::Public)]);
    let told = told.map(|(path, mode)| Listed { path: path.to_owned(), mode, owner: Owner::Cluster, fragment: false });
    parts.iter().map(|artifact| listed(artifact, stock)).chain(told).collect()
}

/// The file at a path of the bundle, rendered, and what it was rendered from; the path may be that of the whole file or of its
/// fragment. `parts` are the plan's, of [`super::parts`]. None for what no artifact is behind: the design and the list of files.
pub fn find<'a>(
    plan: &Plan,
    parts: &'a [Artifact],
    path: &str,
    stock: Option<&dyn Stock>,
) -> Option<(Cow<'a, Artifact>, File)> {
    let part = parts.iter().find(|artifact| artifact.is_at(path)).map(Cow::Borrowed);
    let artifact = part.or_else(|| guide::artifact(plan, parts, path).map(Cow::Owned))?;
    let file = one(&artifact, stock);
    Some((artifact, file))
}

fn listed(artifact: &Artifact, stock: Option<&dyn Stock>) -> Listed {
    let Artifact { owner, product, path, mode, content } = artifact;
    let at_hand = || stock.is_some_and(|stock| stock.file(product, path).is_some());
    let fragment = match content {
        Content::Whole(_) => false,
        Content::Stock(file) => match &**file {
            StockFile::Toml(_) | StockFile::Properties(_) => false,
            StockFile::Xml { .. } | StockFile::Yaml(_) | StockFile::Shipped { .. } => !at_hand(),
        },
    };
    let folder = if fragment { "fragments/" } else { "" };
    Listed { path: format!("{}{folder}{path}", owner.folder()), mode: *mode, owner: owner.clone(), fragment }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{parts, render};
    use crate::read::{Syntax, read};
    use crate::sample;
    use crate::starter::Starter;
    use crate::value::SecretValues;

    #[test]
    fn the_list_has_just_the_files_that_are_rendered() {
        for (product, release, pattern) in sample::layouts() {
            let text = Starter::smallest(product, release, pattern).unwrap().to_string();
            let plan = crate::check(&read(&text, Syntax::Toml), SecretValues::default()).plan.unwrap();
            let all = parts(&plan);
            let listed = list(&all, plan.holds_secrets(), None);
            let rendered = render(&plan, &text, None).files;
            let of = |path: &str, mode: Mode, owner: &Owner| (path.to_owned(), mode, owner.clone());
            assert_eq!(
                listed.iter().map(|it| of(&it.path, it.mode, &it.owner)).collect::<Vec<_>>(),
                rendered.iter().map(|it| of(&it.path, it.mode, &it.owner)).collect::<Vec<_>>(),
            );
            for file in rendered.iter().filter(|it| ![DESIGN, MANIFEST].contains(&it.path.as_str())) {
                assert_eq!(find(&plan, &all, &file.path, None).map(|(_, found)| found).as_ref(), Some(file));
            }
        }
    }
}
