use super::Book;
use crate::format::markdown::{Document, Inline, code, join, md};
use crate::plan::Purpose;
use crate::value::HostName;

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let mut steps = vec![Inline::from(
        "Put the names of the file `hosts` into DNS. Where DNS cannot be changed, append its lines to `/etc/hosts` of \
         every node and load balancer.",
    )];
    if book.topology.plan.nodes.iter().any(|node| node.address.is_none())
        || plan.fronts.iter().any(|front| front.address.is_none())
        || plan.database.as_ref().is_some_and(|database| database.address.is_none())
    {
        steps.push(Inline::from("Fill in its commented lines: their addresses are not in the design."));
    }
    let others: Vec<&HostName> = plan.hosts.others.values().collect();
    // What has neither services nor a console has names for its components alone.
    let component = others.first().filter(|_| !plan.opens(Purpose::Service) && !plan.opens(Purpose::Console));
    let public = match (component, plan.offers_services()) {
        (Some(name), _) => *name,
        (None, true) => &plan.hosts.service,
        (None, false) => &plan.hosts.console,
    };
    steps.push(match plan.offers_services() {
        _ if component.is_some() => {
            md!("Clients need {} in a DNS that they ask.", join(others.iter().map(code), ", "))
        }
        true => md!(
            "Clients need {} in a DNS that they ask, administrators {}.",
            code(&plan.hosts.service),
            code(&plan.hosts.console)
        ),
        false => md!(
            "Administrators need {} in a DNS that they ask, clients the name of every node: they come to the nodes themselves.",
            code(&plan.hosts.console)
        ),
    });
    if plan.hosts.from_manual {
        steps.push(md!(
            "{} is the manual's example. Set {} to a name of your own and make the bundle again before you go on.",
            code(public),
            code(if plan.offers_services() { "hosts.service" } else { "hosts.console" })
        ));
    }
    if plan.database.as_ref().is_some_and(|database| database.from_manual) {
        steps.push(Inline::from(
            "The database's host name is the manual's example as well. Set `database.<vendor>.host`, or map it.",
        ));
    }
    steps.push(md!("Check from every node: {}.", code(format!("getent hosts {public}"))));
    doc.steps(steps);
}
