use super::*;
use crate::bundle::Content;
use crate::design::Design;
use crate::plan;
use serde_json::{Value, json};

fn plan(more: Value) -> Plan {
    let mut design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "hosts": { "service": "esb.example.com", "console": "mgt.example.com" },
        "nodes": [
            { "role": "manager", "addresses": ["192.0.2.11", "node.example.com"] },
            { "role": "worker", "addresses": ["2001:db8::21"] },
            { "role": "worker", "count": 1 },
        ],
    });
    for (key, value) in more.as_object().unwrap() {
        design[key] = value.clone();
    }
    plan::resolve(&serde_json::from_value::<Design>(design).unwrap()).output.unwrap()
}

fn text(plan: &Plan) -> String {
    match artifacts(plan).remove(0).content {
        Content::Whole(text) => text.to_string(),
        Content::Stock(_) => panic!("the script is ours"),
    }
}

#[test]
fn each_certificate_is_a_line() {
    let text = text(&plan(json!({})));
    let lines: Vec<&str> = text.lines().skip_while(|line| *line != "authority").collect();
    assert_eq!(
        lines[..14].join("\n"),
        "authority
balancer lb wrk esb.example.com
balancer lb mgt mgt.example.com

truststore
trust_balancer lb wrk
trust_balancer lb mgt

node manager-1 mgt.example.com DNS:mgt.example.com,DNS:esb.example.com,DNS:manager-1,IP:192.0.2.11,DNS:localhost
node manager-2 mgt.example.com DNS:mgt.example.com,DNS:esb.example.com,DNS:manager-2,DNS:node.example.com,DNS:localhost
node worker-1 esb.example.com DNS:esb.example.com,DNS:worker-1,IP:2001:db8::21,DNS:localhost
node worker-2 esb.example.com DNS:esb.example.com,DNS:worker-2,DNS:localhost

printf '\\nThe authority is tls/authority/ca.crt. Its key, and the folder tls/nodes, stay here.\\n'"
    );
}

#[test]
fn a_program_that_wants_all_in_one_file_gets_it() {
    let text = text(&plan(json!({ "balancers": [{ "program": "haproxy" }] })));
    assert!(text.contains(
        "\nbalancer lb wrk esb.example.com\none_file lb wrk\nbalancer lb mgt mgt.example.com\none_file lb mgt\n\n"
    ));
}

#[test]
fn a_password_is_in_the_script_only_where_it_is_known() {
    let secret = |reference: &str| json!({ "tls": { "keystore-password": reference } });
    let known = plan(secret("plain:a'b"));
    assert_eq!(artifacts(&known)[0].mode, Mode::PrivateProgram);
    assert!(text(&known).contains("\nKEYSTORE_PASSWORD='a'\\''b'\nexport KEYSTORE_PASSWORD\n"));
    for (reference, read) in [
        ("env:STORE", "KEYSTORE_PASSWORD=${STORE:?set it to the password}"),
        ("file:/run/a b", "IFS= read -r KEYSTORE_PASSWORD <'/run/a b' || [ -n \"$KEYSTORE_PASSWORD\" ]"),
        ("vault:keys", "KEYSTORE_PASSWORD=${KEYSTORE_PASSWORD:?set it to the password}"),
    ] {
        let plan = plan(secret(reference));
        assert_eq!(artifacts(&plan)[0].mode, Mode::Program);
        assert!(text(&plan).contains(&format!("\n{read}\nexport KEYSTORE_PASSWORD\n")), "{reference}");
    }
}

#[test]
fn a_short_life_is_renewed_in_its_last_third() {
    for (days, margin) in [(90, 30 * 86400), (30, 10 * 86400), (366, 30 * 86400)] {
        let text = text(&plan(json!({ "tls": { "days": days } })));
        assert!(text.contains(&format!("\nmargin={margin}\n")), "{days}");
    }
}

#[test]
fn nothing_is_made_for_nobody() {
    let nobody = json!({ "balancers": [], "tls": { "nodes": "unverified" } });
    assert!(artifacts(&plan(nobody)).is_empty());
    assert_eq!(artifacts(&plan(json!({ "balancers": [] }))).len(), 1);
}

#[test]
fn the_script_grows_by_a_line_for_each_node() {
    let nodes = |count| json!({ "nodes": [{ "role": "manager", "count": 2 }, { "role": "worker", "count": count }] });
    let lines = |count| text(&plan(nodes(count))).lines().count();
    assert_eq!(lines(1000) - lines(10), 990);
}
