use super::*;
use crate::design::Design;
use crate::plan::resolve;
use proptest::prelude::*;
use serde_json::{Value as Json, json};

fn plan(nodes: Json, access: Json) -> Plan {
    let design = json!({
        "format": 1, "name": "x", "product": "esb", "release": "5.0.0", "pattern": "symmetric",
        "nodes": nodes, "access": access,
    });
    resolve(&serde_json::from_value::<Design>(design).unwrap()).output.unwrap()
}

fn pair() -> Json {
    json!([{"address": "192.0.2.11"}, {"address": "2001:db8::12", "offset": 1}])
}

#[test]
fn groups_say_how_receivers_share_events() {
    let plan = plan(pair(), json!({}));
    let groups = |kind, spread| receivers(&plan.nodes, kind, spread);
    assert_eq!(groups(THROTTLING, Spread::Copies), "{tcp://192.0.2.11:9611},{tcp://[2001:db8::12]:9612}");
    assert_eq!(groups(THROTTLING_SIGN_IN, Spread::Copies), "{ssl://192.0.2.11:9711},{ssl://[2001:db8::12]:9712}");
    assert_eq!(groups(ANALYTICS, Spread::Parts), "{tcp://192.0.2.11:7611,tcp://[2001:db8::12]:7612}");
    assert_eq!(groups(ANALYTICS_SIGN_IN, Spread::FailOver), "{ssl://192.0.2.11:7711|ssl://[2001:db8::12]:7712}");
}

#[test]
fn a_node_without_an_address_is_called_by_its_name() {
    let plan = plan(json!([{"count": 2}]), json!({}));
    assert_eq!(receivers(&plan.nodes, THROTTLING, Spread::Copies), "{tcp://node-1:9611},{tcp://node-2:9611}");
}

#[test]
fn several_brokers_are_tried_in_turn() {
    let plan = plan(pair(), json!({}));
    let url = |nodes: &[Node]| broker_url(&SignIn::admin(&plan), "clientid", "carbon", nodes).to_string();
    assert_eq!(url(&plan.nodes[..1]), "amqp://admin:admin@clientid/carbon?brokerlist='tcp://192.0.2.11:5672'");
    assert_eq!(
        url(&plan.nodes),
        "amqp://admin:admin@clientid/carbon?failover='roundrobin'%26cyclecount='2'%26brokerlist=\
         'tcp://192.0.2.11:5672?retries='5'%26connectdelay='50';tcp://[2001:db8::12]:5673?retries='5'%26connectdelay='50''"
    );
}

#[test]
fn a_password_is_encoded_and_masked_and_a_mark_stays() {
    let sign_in = |user: &str, password: &str| {
        let plan = plan(pair(), json!({"admin-user": user, "admin-password": password}));
        broker_url(&SignIn::admin(&plan), "clientid", "carbon", &plan.nodes[..1])
    };
    let url = sign_in("boss@example.com", "plain:p@ss/w:rd?#%&'<ä ${admin.password}");
    assert!(url.is_secret() && !format!("{url} {url:?}").contains("p%40"));
    let password = "p%40ss%2Fw%3Ard%3F%23%25%26%27%3C%C3%A4%20%24%7Badmin.password%7D";
    let expected = format!("amqp://boss!example.com:{password}@clientid/carbon?brokerlist='tcp://192.0.2.11:5672'");
    assert_eq!(url.text(), expected);
    let url = sign_in("boss", "env:ADMIN");
    assert_eq!(url.to_string(), "amqp://boss:@env:ADMIN@@clientid/carbon?brokerlist='tcp://192.0.2.11:5672'");
}

/// What a design takes for a name or a password.
fn one_line() -> impl Strategy<Value = String> {
    "\\PC{1,20}".prop_filter("a text for one line", |text| text.parse::<crate::value::Text>().is_ok())
}

proptest! {
    /// Whatever stands in a name or a password, the URL has its parts where a parser looks for them.
    #[test]
    fn no_name_and_no_password_ends_a_part_of_the_url(user in one_line(), password in one_line()) {
        let plan = plan(pair(), json!({"admin-user": user, "admin-password": format!("plain:{password}")}));
        let sign_in = SignIn::admin(&plan);
        let url = broker_url(&sign_in, "clientid", "carbon", &plan.nodes);
        let rest = url.text().strip_prefix("amqp://").unwrap();
        let (said, rest) = rest.split_once('@').unwrap();
        prop_assert!(rest.starts_with("clientid/carbon?failover='roundrobin'%26"));
        let (name, secret) = said.split_once(':').unwrap();
        prop_assert_eq!(decoded(name), user.replace('@', "!"));
        prop_assert_eq!(decoded(secret), password);
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let digit = |byte: Option<u8>| char::from(byte.unwrap()).to_digit(16).unwrap() as u8;
        bytes.push(if byte == b'%' { digit(rest.next()) * 16 + digit(rest.next()) } else { byte });
    }
    String::from_utf8(bytes).unwrap()
}
