use super::{Cartridge, Document, Generation, Property, parameters, v4_1};
use crate::format::markdown::{self, Inline, code, md};
use crate::plan::{DatabasePlan, MembershipPlan, Plan, PrivatePaasPlan};
use std::fmt::Write;

/// What the documents say and why, and in which order the platform takes them: JSON has no comments.
pub(super) fn text(
    plan: &Plan,
    paas: &PrivatePaasPlan,
    cartridges: &[Cartridge<'_>],
    documents: &[Document],
) -> String {
    let generation = Generation::of(paas.version);
    let mut doc = markdown::Document::default();
    doc.heading(1, md!("{} on Private PaaS {}", plan.name.as_str(), paas.version.to_string()));
    doc.paragraph(
        "The platform starts the nodes, tells each who the others are, and writes their configuration at every start. \
         What `nodes/` holds is what that amounts to: compare a running instance with it, and copy none of it there.",
    );
    doc.heading(2, "Cartridges");
    doc.table(
        ["Service type", "Host name", "Instances", "Ports: load balancer → instance"],
        cartridges.iter().map(|cartridge| {
            let ports = cartridge.ports();
            let ports = ports.iter().map(|it| format!("{} {} → {}", it.protocol, it.public, it.port));
            [
                code(cartridge.service_type()),
                code(cartridge.host()),
                md!("{} to {}", cartridge.count, cartridge.most()),
                markdown::join(ports, ", "),
            ]
        }),
    );
    doc.heading(2, "In this order");
    order(plan, generation, paas, documents, &mut doc);
    for cartridge in cartridges {
        doc.heading(2, md!("Settings of {}", code(cartridge.service_type())));
        settings(&parameters(paas, cartridge), &mut doc);
    }
    doc.heading(2, "What surprises");
    doc.bullets(surprises(plan, paas, cartridges));
    doc.finish()
}

fn order(
    plan: &Plan,
    generation: Generation,
    paas: &PrivatePaasPlan,
    documents: &[Document],
    doc: &mut markdown::Document,
) {
    doc.paragraph(md!(
        "The platform must know the policies {} and {} first. Then, from this folder, with `PPAAS` set to its address \
         such as `https://ppaas.example.com:9443`:",
        code(&paas.deployment_policy),
        code(&paas.autoscaling_policy)
    ));
    let post = "curl --fail --user admin --header 'Content-Type: application/json'";
    let mut commands = String::new();
    for Document { path, resource, .. } in documents {
        _ = writeln!(commands, "{post} --data @{path} \"$PPAAS{resource}\"");
    }
    let policy = generation.policies().application;
    if !policy.is_empty() {
        let id = v4_1::application_id(plan);
        _ = writeln!(commands, "{post} --request POST \"$PPAAS/api/applications/{id}/deploy/{policy}\"");
    }
    doc.code("sh", &commands);
}

fn settings(properties: &[Property], doc: &mut markdown::Document) {
    doc.table(
        ["Property", "Value", "Why"],
        properties.iter().map(|it| {
            let value = if it.secret { Inline::from("(secret)") } else { code(&it.value) };
            [code(&it.name), value, Inline::from(it.why)]
        }),
    );
}

fn surprises(plan: &Plan, paas: &PrivatePaasPlan, cartridges: &[Cartridge<'_>]) -> Vec<Inline> {
    let mut all = Vec::new();
    let apart = cartridges.len() > 1;
    if apart {
        all.push(Inline::from(
            "A cartridge whose partner is not there does not start: instances wait until both service types have a \
             member.",
        ));
    }
    match Generation::of(paas.version) {
        Generation::Puppet => {
            if apart {
                all.push(Inline::from(
                    "`SERIVCE_GROUP` is no slip: the agent looks for just that. The field `serviceGroup` is spelled right.",
                ));
            }
            all.push(Inline::from(
                "Numbers and truth values are texts here; from 4.1 on they are not. `PRIMARY` has no `payload_parameter.` \
                 before it.",
            ));
            all.push(Inline::from(
                "Databases are no property of a cartridge: Puppet has them, in the manifests of the platform (`nodes.pp`).",
            ));
        }
        Generation::Configurator => {
            all.push(Inline::from(
                "Service types are fixed: the start-up plug-in of the image looks up just these, tells manager and worker \
                 by the end of the name, and starts workers with `-DworkerNode=true`. Another release needs a plug-in \
                 and an image of its own.",
            ));
            if let Some(database) = &plan.database {
                all.push(Inline::from(
                    "Templates paste values into XML as they are, so an address with `&` is spelled `&amp;` in the JSON.",
                ));
                all.push(Inline::from(
                    "Templates mount `/_system/config` under that very path. Products that share a registry database \
                     would share their configuration: give each product a registry database of its own.",
                ));
                all.extend(not_in_templates(database, cartridges));
            }
        }
    }
    if let MembershipPlan::WellKnown { .. } = plan.cluster.membership {
        all.push(Inline::from(
            "No address of the design's nodes is used: how many there are decides how many instances are started.",
        ));
    }
    if plan.nodes.iter().any(|node| cartridges.iter().all(|cartridge| cartridge.node.role != node.role)) {
        all.push(Inline::from("Nodes of other products, such as analytics, are no part of it: run them as files."));
    }
    all
}

/// What no parameter of the templates can say.
fn not_in_templates(database: &DatabasePlan, cartridges: &[Cartridge<'_>]) -> Vec<Inline> {
    let mut all = Vec::new();
    for schema in &database.schemas {
        let has = |it: &&Cartridge<'_>| it.node.need(schema.need.purpose).is_some();
        let parameter = |it: &Cartridge<'_>| it.family.databases.iter().any(|it| it.purpose == schema.need.purpose);
        if cartridges.iter().filter(has).any(|it| !parameter(it)) {
            all.push(md!(
                "Templates have no parameter for the database {} ({}): set it in the image.",
                code(&schema.name),
                schema.need.content
            ));
        }
    }
    if database.vendor.validation != "SELECT 1" {
        all.push(md!(
            "Templates prove connections by `SELECT 1`, which {} refuses: write {} into them.",
            database.vendor.name,
            code(database.vendor.validation)
        ));
    }
    all
}
