use super::super::words::{about, count, program, programs};
use super::Book;
use crate::balancer::balancer;
use crate::bundle::Owner;
use crate::catalogue::{Generation, Services};
use crate::config;
use crate::format::markdown::{Document, Inline, code, join, md};
use crate::plan::{Action, Plan, Purpose};
use std::collections::BTreeSet;

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    fronts(book, doc);
    super::brokers::clients(book, doc);
}

fn fronts(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    if plan.fronts.is_empty() {
        doc.paragraph(md!(
            "The design has no load balancer: the platform brings its own. Give it {} for the services and {} for the \
             console, the ports of the table of nodes, a read time-out of five minutes, and an affinity of clients to nodes \
             for the console.",
            code(&plan.hosts.service),
            code(&plan.hosts.console)
        ));
        if plan.release.line.generation == Generation::Toml {
            doc.paragraph(md!(
                "Its public ports are not in the design, so no file names them. Besides the changes of step 5, write them on \
                 every node as `transport.http.properties.proxyPort` and `transport.https.properties.proxyPort` in {}, or \
                 redirects show ports of nodes.",
                code(config::clustering(plan.release.line).path_in(plan.layout()))
            ));
            return;
        }
        let conf = plan.layout().conf;
        let catalina = code(format!("{conf}/tomcat/catalina-server.xml"));
        doc.paragraph(match plan.services() {
            Services::PassThrough => md!(
                "Its public ports are not in the design, so no file names them. Besides the changes of step 5, write them on \
                 every serving node: `WSDLEPRPrefix` at both pass-through receivers of {}, or WSDL shows addresses of nodes; \
                 and on nodes with a console `proxyPort` at both connectors of {}, or redirects do.",
                code(format!("{conf}/axis2/axis2.xml")),
                catalina
            ),
            Services::Servlet => md!(
                "Its public ports are not in the design, so no file names them. Besides the changes of step 5, write them on \
                 every node as `proxyPort` at both connectors of {}, or WSDL and redirects show ports of nodes.",
                catalina
            ),
        });
        return;
    }
    doc.table(
        ["Load balancer", "Name", "Port", "Goes to", "Stays with one node"],
        plan.fronts.iter().flat_map(|front| {
            front.hosts.iter().map(move |host| {
                let upstream = match host.action {
                    Action::Proxy(number) => front.upstreams.get(number),
                    Action::Redirect(_) => None,
                };
                let target = match (&host.action, upstream) {
                    (Action::Redirect(port), _) => md!("the same name on HTTPS, port {}", *port),
                    (_, Some(upstream)) => {
                        let active = upstream.servers.iter().filter(|server| !server.standby).count();
                        match upstream.servers.len() - active {
                            0 => md!("{}: {}", code(&upstream.name), count(active, "node", "nodes")),
                            standby => md!("{}: {} active, {} standing by", code(&upstream.name), active, standby),
                        }
                    }
                    _ => Inline::default(),
                };
                let affinity = upstream.and_then(|upstream| upstream.affinity);
                let sticky = affinity.map_or_else(|| Inline::from("no"), |it| md!("yes: {}", it.reason));
                [
                    code(&front.name),
                    code(&host.name),
                    md!("{}{}", host.port, if host.tls { ", TLS" } else { "" }),
                    target,
                    sticky,
                ]
            })
        }),
    );
    shortcomings(plan, doc);
    let mut steps = Vec::new();
    for front in &plan.fronts {
        let folder = code(Owner::Balancer(front.name.clone()).folder());
        let entry = balancer(front.program);
        steps.push(match entry.operation.folder {
            Some(place) => md!(
                "On the machine of {}, install {} and copy all of {} over {}, the certificates of step 3 included; keys keep \
                 mode 0600.",
                code(&front.name),
                program(front),
                folder,
                code(place)
            ),
            None => md!(
                "{} is {}, which the platform runs: the commands of this step are for the folder {} of the bundle, with the \
                 certificates of step 3 in it.",
                code(&front.name),
                program(front),
                folder
            ),
        });
    }
    let all = programs(plan).len();
    for entry in programs(plan) {
        let operation = &entry.operation;
        steps.extend(operation.prepare.iter().map(|step| about(entry, all, *step)));
    }
    // Two programs may be handled alike.
    let mut told = BTreeSet::new();
    for entry in programs(plan) {
        let operation = &entry.operation;
        if !told.insert((operation.test, operation.reload, operation.restart)) {
            continue;
        }
        let (test, reload, restart) = (code(operation.test), code(operation.reload), code(operation.restart));
        steps.push(about(entry, all, md!("Test with {}. Go on only when it finds no fault.", test)));
        let load = match operation.folder {
            Some(_) => md!(
                "Load it with {}; the first time, and after a change of the listening sockets of a running one, {}.",
                reload,
                restart
            ),
            None if operation.reload == operation.restart => {
                md!("Apply it with {}, now and after each change.", reload)
            }
            None => md!("Apply it with {}, now and after each change; to begin anew, {}.", reload, restart),
        };
        steps.push(about(entry, all, load));
    }
    steps.push(Inline::from("Expect 502 or 503 until the nodes run: they are started in step 7."));
    if plan.fronts.iter().any(|front| front.hosts.iter().any(|host| host.purpose == Purpose::Console)) {
        steps.push(match plan.access.console.is_empty() {
            true => Inline::from(
                "Everyone who reaches the load balancer reaches the console's sign-in page. Name the administrators' \
                 networks in `access.console` to change that.",
            ),
            false => {
                md!("The console answers these networks only: {}.", join(plan.access.console.iter().map(code), ", "))
            }
        });
    }
    doc.steps(steps);
}

/// What the design asks for and a program cannot do: what is done instead.
fn shortcomings(plan: &Plan, doc: &mut Document) {
    let mut items: Vec<Inline> = Vec::new();
    for entry in programs(plan) {
        let fronts = || plan.fronts.iter().filter(|front| front.program == entry.program);
        let needed = entry.lacks.iter().filter(|lack| fronts().any(|front| lack.need.is_of(front)));
        items.extend(
            needed.map(|lack| md!("{} cannot {}: {}.", entry.name, lack.need.verb(), Inline::from(lack.instead))),
        );
    }
    if !items.is_empty() {
        doc.paragraph("What the design needs and the load balancer cannot do is done otherwise:");
        doc.bullets(items);
    }
}
