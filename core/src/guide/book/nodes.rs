use super::Book;
use crate::catalogue::Purpose;
use crate::design::Role;
use crate::format::markdown::{Document, Inline, code, md};

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let clustered = plan.cluster.enabled;
    if plan.nodes.is_empty() {
        doc.paragraph("The design has no nodes.");
        return;
    }
    doc.table(
        ["Node", "Role", "Address", "Home", "Offset", "Member port", "Console", "Services"],
        plan.nodes.iter().map(|node| {
            let role = match (node.role, node.first) {
                (Role::Worker, _) | (_, false) => Inline::from(node.role.name()),
                (role, true) => md!("{}, the first", role.name()),
            };
            let none = || Inline::from("none");
            [
                code(&node.name),
                role,
                node.address.as_ref().map_or_else(|| Inline::from("given at start"), code),
                code(plan.home(node)),
                md!("{}", node.offset),
                if clustered { md!("{}", node.member_port) } else { none() },
                if node.has_console() { md!("{}", node.ports.https) } else { none() },
                match node.door(Purpose::Service) {
                    None => none(),
                    Some(_) => md!("HTTP {}, HTTPS {}", node.ports.service_http, node.ports.service_https),
                },
            ]
        }),
    );
    if clustered {
        doc.paragraph("An offset moves every port but the member port.");
    }
}
