use super::Book;
use crate::catalogue::Generation;
use crate::format::markdown::{Document, Inline, code, join, md};
use crate::places::{Counterpart, Decided, PlaceOf, counterpart};
use crate::plan::Plan;

/// The settings side by side with the other generation of configuration; nothing where the product has none.
pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let Some(Counterpart { product, release, settings }) = counterpart(plan, book.others) else {
        doc.paragraph("This product is configured in one way only, so there is nothing to move from or to.");
        return;
    };
    let (here, there) = (plan.release.line.generation, release.line.generation);
    doc.paragraph(md!(
        "What this cluster sets in {}, and what {} {} has for it in {}. A setting without a counterpart is said so.",
        name(here),
        product.name,
        release.version,
        name(there)
    ));
    let rows: Vec<[Inline; 3]> = settings
        .iter()
        .filter(|decided| !places(decided, here).is_empty())
        .map(|decided| {
            [
                code(&decided.setting),
                list(places(decided, here), here, ""),
                list(places(decided, there), there, missing(plan, &decided.setting)),
            ]
        })
        .collect();
    doc.table(["Setting", "Here", "There"], rows);
}

/// Why the other generation has nothing for a setting, and what to do instead.
fn missing(plan: &Plan, setting: &str) -> &'static str {
    match (plan.release.line.generation, setting) {
        (Generation::Xml, "nodes.role") => {
            "Nothing: there are no sub-domains and no workers any more. Take the product's own roles, or equal nodes."
        }
        (Generation::Xml, "artifacts" | "artifacts.svn") => {
            "Nothing: the synchronizer is off for good. A pipeline or a shared folder takes its place."
        }
        (Generation::Xml, "balancers.http-port" | "balancers.https-port") => {
            "Only the connectors' proxy ports; a worker's ports cannot be said to managers, of which there are none."
        }
        (Generation::Xml, setting) if setting.starts_with("registry") => {
            "Nothing: the shared database is mounted by itself, for writing on every node."
        }
        (Generation::Xml, "tasks.server-count") => {
            "Nothing in the same words; see the newer product's own coordination."
        }
        _ => "Nothing of the kind.",
    }
}

fn places(decided: &Decided, generation: Generation) -> &[PlaceOf] {
    match generation {
        Generation::Xml => &decided.xml,
        Generation::Toml => &decided.toml,
        Generation::Yaml => &decided.yaml,
    }
}

fn list(places: &[PlaceOf], generation: Generation, missing: &'static str) -> Inline {
    if places.is_empty() {
        return Inline::from(missing);
    }
    let shown = |of: &PlaceOf| match generation {
        Generation::Xml => md!("{} {}", code(&of.file), code(&of.place)),
        _ => code(&of.place),
    };
    join(places.iter().map(shown), "; ")
}

fn name(generation: Generation) -> Inline {
    match generation {
        Generation::Xml => Inline::from("XML files"),
        Generation::Toml => code("deployment.toml"),
        Generation::Yaml => code("deployment.yaml"),
    }
}
