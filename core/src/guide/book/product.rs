use super::super::words::{url, which};
use super::Book;
use super::statements::{self, Statement};
use crate::bundle::{Artifact, Content, Owner, StockFile};
use crate::catalogue::Feature;
use crate::config::ConfigFile;
use crate::design::Role;
use crate::format::markdown::{Document, Inline, code, join, md};
use crate::plan::Node;
use crate::value::{NodeName, Port};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What must hold in the product's files. Nodes whose files say the same things, with other values, share a section.
pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    prepare(book, doc);
    let classes = classes(book);
    for (number, class) in classes.iter().enumerate() {
        let several = classes.iter().filter(|other| other.role == class.role).count() > 1;
        let title = if several {
            md!("{}: {}", class.role.heading(), which(class.nodes.iter().map(|node| &node.name)))
        } else {
            Inline::from(class.role.heading())
        };
        doc.heading(3, title);
        class.write(book, &classes[..number], doc);
    }
}

fn prepare(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let layout = plan.layout();
    let several = plan.nodes.iter().any(|node| node.shares_machine) || plan.beside().next().is_some();
    let home = match several {
        true => Inline::from("the node's home of the table of nodes"),
        false => code(&plan.jvm.home),
    };
    let mut steps = vec![md!("On every node, unpack a fresh pack to {}, owned by {}.", home, code(&plan.jvm.user))];
    if let Some(database) = &plan.database {
        let mut folders: Vec<&str> = plan.nodes.iter().map(|node| node.layout().drivers).collect();
        folders.dedup();
        steps.push(md!("Copy {} into {}.", code(database.vendor.jar), join(folders.into_iter().map(code), " or ")));
    }
    steps.push(Inline::from(
        "Copy what lies in `nodes/<node>/`, all but `fragments/`, over the home: keystores, start script, whole files.",
    ));
    steps.push(Inline::from(
        "A bundle that was made with the product at hand (`--stock`) holds the product's files whole, with just the changes \
         below: you are done. Otherwise make these changes by hand. `fragments/` shows each file's changes in place; never \
         copy a fragment over a product's file.",
    ));
    steps.push(Inline::from(
        "Change nothing else. Afterwards compare the home with the bundle: what differs is named, with its line.",
    ));
    if plan.release.kernel.hazelcast_xml_wins() && plan.cluster.enabled {
        steps.push(md!(
            "Make sure that there is no {}: it would silently replace every clustering setting of `axis2.xml`.",
            code(format!("{}/etc/hazelcast.xml", layout.conf))
        ));
    }
    steps.extend(publishers(book));
    if plan.has(Feature::ProcessEngine) && plan.cluster.enabled {
        let port = plan.service_front().map_or(Port::known(443), |front| front.https_port);
        steps.push(md!(
            "Where human tasks of BPEL4People are coordinated (`TaskCoordinationEnabled`), uncomment `ClusteredTaskEngines` in \
             `humantask.xml` and `b4p-coordination-config.xml` and write {} as its `LoadBalancerURL`: otherwise a node gives \
             its own address to be called back. Leave `CacheConfiguration` of `humantask.xml` commented out: nodes would \
             not know of each other's changes.",
            code(url(true, &plan.hosts.service, port, ""))
        ));
    }
    if plan.has(Feature::AssetStore) {
        let port = plan.service_front().map_or(Port::known(443), |front| front.https_port);
        let host = url(true, &plan.hosts.service, port, "");
        steps.push(md!(
            "Store and publisher sign users in by the load balancer's name, or each node would send them to itself: in {} replace {} by {} \
             wherever it stands, and do the same with `identityProviderURL` of {} and {}, on every node.",
            code(format!("{}/identity/sso-idp-config.xml", layout.conf)),
            code("https://localhost:9443"),
            code(host),
            code(format!("{}/jaggeryapps/publisher/config/publisher.json", layout.artifacts)),
            code(format!("{}/jaggeryapps/store/config/store.json", layout.artifacts))
        ));
        if let Some(front) = plan.console_front() {
            steps.push(md!(
                "Give programs that use the registry from afar (`/registry`, `WSRegistryService`, the check-in client) the console's name, \
                 {}: under the services' name the load balancer refuses what belongs to administrators.",
                code(url(true, &plan.hosts.console, front.https_port, ""))
            ));
        }
        steps.push(md!(
            "Where the pack has a `social-datasources.xml` or `bps-datasources.xml` in {}, point them at databases of the shared server as \
             well: comments, ratings and approvals would be on one node only.",
            code(format!("{}/datasources", layout.conf))
        ));
    }
    doc.steps(steps);
}

/// Where the nodes' events go, where no file of the bundle says so: both analytics nodes take them, and share what one of them got.
fn publishers(book: &Book<'_>) -> Option<Inline> {
    let plan = book.plan();
    let takers: Vec<&Node> = plan.beside().filter(|node| node.has(Feature::EventProcessor)).collect();
    if takers.is_empty() || book.others.iter().any(|other| other.path.contains("/eventpublishers/")) {
        return None;
    }
    let urls = |scheme: &str, port: u16| {
        let url = |node: &&Node| {
            let port = Port::known(port).shifted(node.offset.get())?;
            Some(format!("{scheme}://{}", node.address.as_ref()?.with_port(port)))
        };
        code(format!("{{{}}}", takers.iter().filter_map(url).collect::<Vec<_>>().join(",")))
    };
    Some(md!(
        "In each publisher of events below {} write {} as `receiverURL` and {} as `authenticatorURL`: a publisher uses both nodes, \
         and the one that is left when the other is lost. As they come they name the node itself.",
        code(format!("{}/eventpublishers", plan.layout().artifacts)),
        urls("tcp", 7611),
        urls("ssl", 7711)
    ))
}

/// Nodes of one role whose files make statements about the same places.
struct Class<'a> {
    role: Role,
    nodes: Vec<&'a Node>,
    /// The files of each node, in the order of `nodes`.
    files: Vec<Files<'a>>,
}

type Files<'a> = Vec<(&'a str, &'a Arc<StockFile>)>;

fn classes<'a>(book: &Book<'a>) -> Vec<Class<'a>> {
    // A node's files come in a row, so names are compared once a node and not once a file.
    let mut rows: Vec<(&NodeName, Files<'a>)> = Vec::new();
    for Artifact { owner, path, content, .. } in book.others {
        let (Owner::Node(name), Content::Stock(file)) = (owner, content) else { continue };
        match rows.last_mut() {
            Some((last, files)) if *last == name => files.push((path, file)),
            _ => rows.push((name, vec![(path, file)])),
        }
    }
    let mut files: BTreeMap<&NodeName, Files<'a>> = rows.into_iter().collect();
    let mut classes: Vec<Class<'a>> = Vec::new();
    for node in &book.plan().nodes {
        let Some(files) = files.remove(&node.name) else { continue };
        match classes.iter_mut().find(|class| class.role == node.role && class.fits(&files)) {
            Some(class) => {
                class.nodes.push(node);
                class.files.push(files);
            }
            None => classes.push(Class { role: node.role, nodes: vec![node], files: vec![files] }),
        }
    }
    classes
}

impl<'a> Class<'a> {
    fn fits(&self, files: &Files<'_>) -> bool {
        let Some(first) = self.files.first() else { return false };
        first.len() == files.len()
            && first.iter().zip(files).all(|((path, one), (other_path, other))| {
                path == other_path && (Arc::ptr_eq(one, other) || same_places(one, other))
            })
    }

    fn write(&self, book: &Book<'_>, before: &[Class<'_>], doc: &mut Document) {
        let Some(first) = self.files.first() else { return };
        let mut columns: Vec<(String, usize, usize)> = Vec::new();
        for (number, (path, file)) in first.iter().enumerate() {
            doc.heading(4, code(path));
            if let Some(known) = ConfigFile::of(book.plan(), path) {
                doc.paragraph(md!("{}", known.about));
            }
            let differs = self.differs(number);
            if !differs.contains(&true)
                && let Some(other) = before.iter().find(|other| other.says(path, file))
            {
                let first = other.nodes.first().map(|node| code(&node.name)).unwrap_or_default();
                doc.paragraph(md!("The same as on {}, above.", first));
                continue;
            }
            for (place, statement) in statements::of(file).enumerate() {
                if differs.get(place) == Some(&true) {
                    columns.push((statement.label(), number, place));
                }
            }
            statements::list(statements::of(file).zip(differs), doc);
        }
        self.table(&columns, doc);
    }

    /// Which statements of a file want different things of different nodes.
    fn differs(&self, number: usize) -> Vec<bool> {
        let mut all = self.files.iter().filter_map(|files| files.get(number)).map(|(_, file)| *file);
        let Some(first) = all.next() else { return Vec::new() };
        let mut differs = vec![false; statements::of(first).len()];
        for other in all.filter(|other| !Arc::ptr_eq(first, other)) {
            for (differs, (one, other)) in differs.iter_mut().zip(statements::of(first).zip(statements::of(other))) {
                *differs = *differs || !one.same_value(other);
            }
        }
        differs
    }

    /// Whether all of these nodes say just this in a file.
    fn says(&self, path: &str, file: &Arc<StockFile>) -> bool {
        let found = self.files.first().and_then(|files| files.iter().position(|(other, _)| *other == path));
        found.is_some_and(|number| {
            let first = self.files.first().and_then(|files| files.get(number));
            first.is_some_and(|(_, other)| same(other, file)) && !self.differs(number).contains(&true)
        })
    }

    fn table(&self, columns: &[(String, usize, usize)], doc: &mut Document) {
        if columns.is_empty() {
            return;
        }
        doc.paragraph("What differs from node to node:");
        let mut head = vec![Inline::from("Node")];
        head.extend(columns.iter().map(|(label, _, _)| code(label)));
        let rows = self.nodes.iter().zip(&self.files).map(|(node, files)| {
            let mut row = vec![code(&node.name)];
            row.extend(columns.iter().map(|(_, number, place)| {
                let file = files.get(*number).map(|(_, file)| *file);
                file.and_then(|file| statements::of(file).nth(*place)).map_or_else(Inline::default, Statement::value)
            }));
            row
        });
        doc.columns(&head, rows);
    }
}

fn same_places(one: &StockFile, other: &StockFile) -> bool {
    let (one, other) = (statements::of(one), statements::of(other));
    one.len() == other.len() && one.zip(other).all(|(one, other)| one.same_place(other))
}

/// Whether two files say the same, for the same reasons.
fn same(one: &StockFile, other: &StockFile) -> bool {
    let because = |(one, other): (Statement<'_>, Statement<'_>)| one.same_value(other) && one.why() == other.why();
    same_places(one, other) && statements::of(one).zip(statements::of(other)).all(because)
}
