use super::Book;
use crate::bundle::Owner;
use crate::catalogue::{Feature, Generation};
use crate::database::{CREATE, GRANTS, LOAD, path};
use crate::edit::Value;
use crate::format::markdown::{Document, Inline, code, join, md};
use crate::plan::{Plan, SchemaPlan};

/// The file that a datasource is written in.
fn file(plan: &Plan, schema: &SchemaPlan) -> &'static str {
    match plan.release.line.generation {
        Generation::Toml => "deployment.toml",
        _ => schema.need.file,
    }
}

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let Some(database) = &plan.database else {
        doc.paragraph(
            "The nodes of this pattern share no database: each keeps its own embedded one. There is nothing to do, and \
             nothing that one node stores is seen by another.",
        );
        return;
    };
    doc.table(
        ["Database", "Holds", "User", "Datasource", "Address", "Fill with"],
        database.schemas.iter().map(|schema| {
            [
                code(&schema.name),
                md!("{}", schema.need.content),
                code(&schema.user),
                md!("{} in {}", code(schema.need.datasource), code(file(plan, schema))),
                code(Value::from(schema.url.clone())),
                match schema.scripts.is_empty() {
                    true => Inline::from("nothing: the product makes its tables as it runs"),
                    false => join(schema.scripts.iter().map(code), ", "),
                },
            ]
        }),
    );
    let folder = path(database, "");
    let ours: Vec<Inline> = book
        .others
        .iter()
        .filter(|other| other.owner == Owner::Cluster && other.path.starts_with(&folder))
        .map(|other| code(&other.path))
        .collect();
    let mut steps = Vec::new();
    let client = code(database.vendor.client);
    steps.push(md!("As the server's administrator, with {}, go through {}.", client, join(ours, ", ")));
    steps.push(md!("{} makes the databases and their users. It holds passwords.", code(path(database, CREATE))));
    steps.push(md!(
        "{} fills the databases that are still empty with the product's own scripts of the table: give it an unpacked pack \
         of just this release.",
        code(path(database, LOAD))
    ));
    steps.push(md!(
        "{} leaves the users the rights that the product needs at run time, and none on the tables' structure{}.",
        code(path(database, GRANTS)),
        match database.schemas.iter().any(|schema| schema.scripts.is_empty()) {
            true => ", but for the databases in which the product makes tables as it runs",
            false => "",
        }
    ));
    steps.push(Inline::from("Let every node's address connect, and nobody else's."));
    let wanted = database.connections_of(&plan.nodes);
    steps.push(match wanted == plan.nodes.len() * database.connections() {
        true => md!(
            "Check that the server allows {} connections: {} nodes, each with up to {} to the {} databases.",
            wanted,
            plan.nodes.len(),
            database.connections(),
            database.schemas.len()
        ),
        false => md!("Check that the server allows {} connections: each node's to the databases that it uses.", wanted),
    });
    if plan.release.line.generation != Generation::Yaml && !plan.has(Feature::MicroIntegrator) {
        steps.push(Inline::from(
            "Leave each node's local registry on its embedded database: it is the node's own and is never shared.",
        ));
    }
    doc.steps(steps);
}
