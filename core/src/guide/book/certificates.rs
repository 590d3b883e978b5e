use super::Book;
use crate::design::NodeTls;
use crate::format::markdown::{Document, Inline, code, join, md};

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let mut steps = vec![match book.has("tls/make-certificates.sh") {
        true => Inline::from(
            "Run `sh tls/make-certificates.sh` on a machine that you trust. It makes a private authority, the load \
             balancers' certificates, and the keystore and truststore of the nodes.",
        ),
        false => Inline::from(
            "Make a key pair and a certificate for each public name below, and one keystore and one truststore for all \
             nodes.",
        ),
    }];
    for front in &plan.fronts {
        let names = front
            .certificates()
            .into_iter()
            .map(|(purpose, host)| md!("{} for {}", code(format!("{}.crt", purpose.certificate())), code(host)));
        steps.push(md!("Load balancer {} needs {}.", code(&front.name), join(names, " and ")));
    }
    if !plan.fronts.is_empty() {
        steps.push(Inline::from(
            "For clients outside your own network, have a public authority sign the same requests instead, and put its \
             chain into the same files.",
        ));
    }
    steps.push(md!(
        "Put the same keystore and truststore into {} of every node. What one node encrypts, such as a password in the \
         registry, another one must read.",
        code(plan.product.layout.security)
    ));
    match plan.tls.nodes {
        NodeTls::Verified if !plan.fronts.is_empty() => steps.push(md!(
            "Load balancers check the nodes' certificates: the nodes' key must be signed by the private authority and \
             name {} and {} as subject alternative names.",
            code(&plan.hosts.service),
            code(&plan.hosts.console)
        )),
        NodeTls::Unverified if !plan.fronts.is_empty() => steps.push(Inline::from(
            "Load balancers do not check the nodes' certificates. Whoever can answer in a node's place can read along: \
             set `tls.nodes = \"verified\"` when the nodes have keys of their own.",
        )),
        _ => {}
    }
    steps.push(md!("Note the day in {} days on which they end, and renew before it.", plan.tls.days));
    doc.steps(steps);
}
