use super::Book;
use crate::balancer::balancer;
use crate::bundle::{Content, Owner};
use crate::config::ConfigFile;
use crate::format::markdown::{Document, Inline, code, md};
use crate::value::Name;
use std::collections::BTreeMap;

/// Which files there are, read off the files themselves.
pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    doc.paragraph("Every path is in this folder. `bundle.json` lists every file with its mode and SHA-256.");
    let mut rows = vec![
        [code("guide.md"), Inline::from("this run-book"), Inline::from("stays here")],
        [code("topology.svg"), Inline::from("the picture"), Inline::from("stays here")],
        [
            code("firewall.md"),
            Inline::from("every connection; `firewall.csv` for programs"),
            Inline::from("your packet filter"),
        ],
        [code("hosts"), Inline::from("names and addresses"), Inline::from("DNS, or `/etc/hosts` of every machine")],
    ];
    let mut folders: BTreeMap<String, usize> = BTreeMap::new();
    for other in book.others.iter().filter(|other| other.owner == Owner::Cluster) {
        let folder = other.path.rsplit_once('/').map_or_else(|| other.path.clone(), |(folder, _)| format!("{folder}/"));
        *folders.entry(folder).or_default() += 1;
    }
    for (folder, files) in folders {
        let (what, place) = match folder.split('/').next() {
            Some("database") => ("databases, users and grants", "run them on the database server (step 2)"),
            Some("tls") => ("certificates and keystores", "run it on a machine that you trust (step 3)"),
            Some("private-paas") => ("what Private PaaS is told", "its `README.md` says in which order"),
            _ => ("for the whole cluster", "see the file"),
        };
        let what = if files > 1 { md!("{} ({} files)", what, files) } else { Inline::from(what) };
        rows.push([code(&folder), what, Inline::from(place)]);
    }
    let mut balancers: BTreeMap<&Name, usize> = BTreeMap::new();
    for other in book.others {
        if let Owner::Balancer(name) = &other.owner {
            *balancers.entry(name).or_default() += 1;
        }
    }
    for front in &book.plan().fronts {
        let files = balancers.get(&front.name).copied().unwrap_or(0);
        let folder = code(Owner::Balancer(front.name.clone()).folder());
        rows.push([
            folder,
            md!("load balancer {} ({} files)", code(&front.name), files),
            match balancer(front.program).operation.folder {
                Some(place) => md!("{} of its machine (step 4)", code(place)),
                None => Inline::from("applied to the platform (step 4)"),
            },
        ]);
    }
    let home = match book.plan().nodes.iter().any(|node| node.shares_machine) {
        true => Inline::from("the node's home, see the table of nodes (step 5)"),
        false => md!("{} of the node (step 5)", code(&book.plan().jvm.home)),
    };
    rows.push([
        code("nodes/<node>/"),
        Inline::from("start script, unit, and the product's files: whole, or in `fragments/` what must hold in them"),
        home,
    ]);
    doc.table(["Path", "What", "Where it goes"], rows);
    files_of_nodes(book, doc);
}

/// The files of nodes, each once, with what it is for.
fn files_of_nodes(book: &Book<'_>, doc: &mut Document) {
    let mut order: Vec<&str> = Vec::new();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for other in book.others {
        if let (Owner::Node(_), Content::Stock(_)) = (&other.owner, &other.content) {
            let seen = count.entry(&other.path).or_default();
            *seen += 1;
            if *seen == 1 {
                order.push(&other.path);
            }
        }
    }
    let about = |path| ConfigFile::of(book.plan(), path).map_or("", |file| file.about);
    let nodes = book.plan().nodes.len();
    doc.table(
        ["Product file", "What it decides", "On"],
        order.into_iter().map(|path| {
            let on = match count.get(path).copied().unwrap_or(0) {
                all if all == nodes => Inline::from("every node"),
                some => md!("{} of {} nodes", some, nodes),
            };
            [code(path), md!("{}", about(path)), on]
        }),
    );
}
