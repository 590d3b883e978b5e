use super::Book;
use crate::balancer::{Certificates, balancer};
use crate::design::NodeTls;
use crate::format::markdown::{Document, Inline, code, join, md};
use crate::tls::{AUTHORITY_KEY, KEYSTORE, SCRIPT, TRUSTSTORE};

pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let security = plan.layout().security;
    let mut steps = Vec::new();
    if book.has(SCRIPT) {
        steps.push(md!(
            "In the bundle, on a machine that you trust, run {} before the files are carried to their machines. It makes an \
             authority of the cluster's own and puts every certificate where it belongs in the bundle.",
            code(format!("sh {SCRIPT} --truststore <pack>/{security}/{TRUSTSTORE}"))
        ));
        steps.push(md!(
            "Keep {} off every machine of the cluster: it can sign for every name that they trust.",
            code(AUTHORITY_KEY)
        ));
    }
    for front in &plan.fronts {
        let certificates = front.certificates();
        let each = if certificates.len() > 1 { "each " } else { "" };
        let names = certificates.into_iter().map(|(purpose, host)| {
            md!("{} for {}", code(format!("balancers/{}/ssl/{}.crt", front.name, purpose.certificate())), code(host))
        });
        steps.push(md!("Load balancer {} has {}, {}with its key.", code(&front.name), join(names, " and "), each));
    }
    if plan.fronts.iter().any(|front| balancer(front.program).certificates == Certificates::Bundle) {
        steps.push(Inline::from(
            "Beside each stands a `.pem` with certificate and key in one, as the program reads them.",
        ));
    }
    if plan.fronts.iter().any(|front| balancer(front.program).certificates == Certificates::Store) {
        steps.push(Inline::from("The platform keeps them in a store of its own: step 4 carries them there."));
    }
    if !plan.fronts.is_empty() {
        steps.push(Inline::from(
            "For clients outside your own network, have a public authority sign for the same names, and put its chain into \
             the same files.",
        ));
    }
    match plan.tls.nodes {
        NodeTls::Verified => steps.push(md!(
            "Each node has a key of its own in {} and the authority in {}, both in {} of its folder. Load balancers check the \
             nodes by that authority and by the public name.",
            code(KEYSTORE),
            code(TRUSTSTORE),
            code(security)
        )),
        NodeTls::Unverified => steps.push(Inline::from(
            "Load balancers do not check the nodes' certificates. Whoever can answer in a node's place can read along: set \
             `tls.nodes = \"verified\"` to give the nodes keys of their own.",
        )),
    }
    steps.push(Inline::from(
        "The primary keystore is another one, and the same on every node: what one node encrypts, such as a password in the \
         registry, another one must read. Replace the pack's, which everyone has, before the first start.",
    ));
    steps.push(md!(
        "Certificates last {} days. Run the script again before that: what is still good stays.",
        plan.tls.days
    ));
    doc.steps(steps);
}
