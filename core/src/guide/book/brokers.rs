use super::Book;
use crate::catalogue::{Feature, Link, broker};
use crate::design::NodeTls;
use crate::format::markdown::{Document, Inline, code, md};
use crate::plan::{Node, Plan};
use crate::tls::AUTHORITY;

/// How many brokers a URL shows; clients may be given more.
const SHOWN: usize = 16;

/// How clients reach brokers, between which and them no load balancer stands.
pub(super) fn clients(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let brokers: Vec<&Node> = plan.nodes.iter().filter(|node| node.has(Feature::Broker)).collect();
    if plan.offers_services() || brokers.is_empty() {
        return;
    }
    doc.heading(3, "Clients of the brokers");
    doc.paragraph(
        "Clients speak AMQP and MQTT to the brokers themselves, over connections that stay open: no load balancer stands between. \
         Give every client the whole list. One that loses its broker changes over to the next by itself.",
    );
    doc.table(
        ["Broker", "AMQP", "AMQP over TLS", "MQTT", "MQTT over TLS"],
        brokers.iter().map(|node| {
            let at = |link| endpoint(node, link).map_or_else(Inline::default, code);
            [code(&node.name), at(&broker::AMQP), at(&broker::AMQP_TLS), at(&broker::MQTT), at(&broker::MQTT_TLS)]
        }),
    );
    doc.paragraph(md!(
        "In the {} of a JMS client, and of an Enterprise Integrator or Enterprise Service Bus that uses the brokers; {} stands for an \
         ampersand:",
        code("jndi.properties"),
        code("%26")
    ));
    let list: Vec<String> = brokers
        .iter()
        .take(SHOWN)
        .filter_map(|node| Some(format!("tcp://{}?retries='5'%26connectdelay='50'", endpoint(node, &broker::AMQP)?)))
        .collect();
    let url = format!("amqp://USER:PASSWORD@clientID/carbon?failover='roundrobin'%26brokerlist='{}'", list.join(";"));
    let lines =
        ["QueueConnectionFactory", "TopicConnectionFactory"].map(|name| format!("connectionfactory.{name} = {url}"));
    doc.code("properties", &lines.join("\n"));
    let mut notes = vec![Inline::from(
        "Write a user of the shared user store for USER and PASSWORD, one for each client, with rights to its own queues and topics \
         only. Never the administrator.",
    )];
    if brokers.len() > SHOWN {
        notes.push(md!("The first {} are shown; add the others of the table.", SHOWN));
    }
    if plan.tls.nodes == NodeTls::Verified {
        notes.push(md!(
            "Over TLS take the ports of that column, and add to each broker {}, {} and {}. That truststore has {} in it: every broker's \
             certificate is of this authority, for its own name and address.",
            code("ssl='true'"),
            code("trust_store='<file>'"),
            code("trust_store_password='<password>'"),
            code(AUTHORITY)
        ));
    }
    notes.push(Inline::from(
        "An MQTT client is given the addresses of its column as a list, such as `setServerURIs` of Eclipse Paho takes.",
    ));
    doc.bullets(notes);
}

/// What a broker must prove, in place of services that it does not have.
pub(super) fn outside() -> Vec<Inline> {
    vec![
        Inline::from("Make a queue on one node's console. It shows on every other node's within seconds."),
        Inline::from(
            "Publish a hundred messages through one node's port and take them through another's: all arrive, each once.",
        ),
    ]
}

/// How a broker is missed.
pub(super) fn fail_over(plan: &Plan) -> Vec<Inline> {
    let Some(first) = plan.nodes.first().filter(|_| plan.nodes.len() > 1) else { return Vec::new() };
    vec![
        md!(
            "Publish and take messages in a loop, with the URL of step 4, and stop {}. Its clients go on at another broker after a \
             moment. No message is lost; one that was not acknowledged comes again.",
            code(&first.name)
        ),
        md!("Start {} again. New clients come to it, those that changed over stay where they are.", code(&first.name)),
    ]
}

fn endpoint(node: &Node, link: &Link) -> Option<String> {
    let port = node.ports_for(link).next()?;
    Some(match &node.address {
        Some(address) => address.with_port(port),
        None => format!("{}:{port}", node.name),
    })
}
