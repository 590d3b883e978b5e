use super::*;
use crate::diagnostic::Places as _;

const GOOD: &str = r#"
format = 1
name = "esb"
product = "esb"
release = "5.0.0"
pattern = "worker-manager-2"

[[nodes]]
role = "manager"
addresses = "192.0.2.11-12"

[[nodes]]
role = "worker"
addresses = ["192.0.2.21", "192.0.2.22"]
"#;

fn faults(text: &str) -> Vec<String> {
    let document = read(text, Syntax::guess(text));
    document
        .notes
        .iter()
        .map(|note| {
            let at = note.at.first().cloned().unwrap_or_default();
            let shown = document.span_of(note, &at).map(|span| text[span].to_owned()).unwrap_or_default();
            format!("{} {at} «{shown}» {} | {}", note.code, note.message, note.help)
        })
        .collect()
}

#[test]
fn a_good_design_is_read_from_toml_and_json_alike() {
    let toml = read(GOOD, Syntax::Toml);
    assert_eq!(toml.notes, []);
    let design = toml.design.expect("a design");
    let json = serde_json::to_string_pretty(&design).unwrap();
    assert_eq!(read(&json, Syntax::Json).design, Some(design));
}

#[test]
fn every_fault_is_found_at_once_with_its_place() {
    let text = r#"
format = 1
name = "ESB"
product = "esb"
release = 5
patern = "worker-manager-2"

[cluster.membership.multicast]
port = 99999

[[nodes]]
role = "boss"
address = "10.0.0.1;x"

[[nodes]]
role = "worker"
addresses = ["192.0.2.21", "nowhere at all", "192.0.2.23", ""]
"#;
    expect_test::expect![[r#"
        [
            "invalid-value name «\"ESB\"» `ESB` is not a name: only lower-case letters, digits and `-` are allowed | ",
            "wrong-type release «5» this is a whole number, where a text belongs | write it in quotes",
            "unknown-key patern «patern» there is no setting `patern` here | did you mean `pattern`? known are format, name, description, product, release, pattern, managers, hosts, cluster, networks, nodes, balancers, database, user-store, registry, artifacts, tasks, tls, access, jvm, delivery",
            "invalid-value cluster.membership.multicast.port «99999» `99999` is not a port: ports go from 1 to 65535 | ",
            "invalid-value nodes[0].role «\"boss\"» `boss` is not known here | known are manager, worker, node, key-manager, traffic-manager, control-plane, publisher, store, dev-portal, gateway-manager, gateway-worker, gateway, analytics, dashboard",
            "invalid-value nodes[0].address «\"10.0.0.1;x\"» `10.0.0.1;x` is not an address: write an IP address such as 192.0.2.11, or a host name | ",
            "invalid-value nodes[1].addresses[1] «\"nowhere at all\"» `nowhere at all` is not an address: write an IP address such as 192.0.2.11, or a host name | ",
            "invalid-value nodes[1].addresses[3] «\"\"» `` is not an address: write an IP address such as 192.0.2.11, or a host name | ",
        ]
    "#]]
    .assert_debug_eq(&faults(text));
}

#[test]
fn json_has_places_too() {
    let text = r#"{"format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "symmetric",
 "nodes": [{"adress": "192.0.2.1"}, {"address": 7}]}"#;
    expect_test::expect![[r#"
        [
            "unknown-key nodes[0].adress «\"adress\"» there is no setting `adress` here | did you mean `address`? known are name, role, address, addresses, count, network, offset, member-port",
            "wrong-type nodes[1].address «7» this is a whole number, where a text belongs | write it in quotes",
        ]
    "#]]
    .assert_debug_eq(&faults(text));
}

#[test]
fn faults_of_grammar_have_a_place() {
    expect_test::expect![[r#"
        [
            "syntax  «» this is not TOML: key with no value, expected `=`",
        ]
    "#]]
    .assert_debug_eq(
        &faults("format = 1\nname @ 3\n")
            .iter()
            .map(|it| it.split(" | ").next().unwrap().to_owned())
            .collect::<Vec<_>>(),
    );
    for text in ["{", "{\"a\": 1,}", "{\"format\": 1, \"format\": 1}", "", "= 1", "a = 1\na = 2", &"[".repeat(100_000)]
    {
        let document = read(text, Syntax::guess(text));
        assert!(document.design.is_none() && !document.notes.is_empty(), "{}", text.len());
    }
    assert_eq!(read(&format!("{{\"a\": {}", "[".repeat(500_000)), Syntax::Json).notes[0].code, "syntax");
    assert_eq!(read(&"#".repeat(LARGEST + 1), Syntax::Toml).notes[0].code, "too-large");
}

#[test]
fn a_secret_in_the_wrong_place_is_not_repeated() {
    let text = GOOD.replace(
        "[[nodes]]\nrole = \"manager\"",
        "[database.mysql.schemas.users]\npassword = \"hunter2\"\n[[nodes]]\nrole = \"manager\"",
    );
    let notes = faults(&text);
    assert_eq!(notes.len(), 1);
    assert!(!read(&text, Syntax::Toml).notes[0].message.contains("hunter2"));
}

#[test]
fn a_fix_keeps_comments() {
    use crate::diagnostic::Fix;
    let text = "format = 1 # one\nname = \"esb\"\n[[nodes]]\nrole = \"worker\" # w\naddresses = [\"a\", \"b\"]\n";
    let fix = Fix::safe("x")
        .set("nodes[0].role", "manager")
        .set("nodes[0].member-port", 5701)
        .set("nodes[0].addresses[1]", "c")
        .set("cluster.membership.aws.region", "us-east-1");
    expect_test::expect![[r#"
        format = 1 # one
        name = "esb"
        [[nodes]]
        role = "manager" # w
        addresses = ["a", "c"]
        member-port = 5701

        [cluster.membership.aws]
        region = "us-east-1"
    "#]]
    .assert_eq(&apply(text, Syntax::Toml, &[&fix]).unwrap());
    let fixed =
        apply(r#"{"a": {"b": 1}}"#, Syntax::Json, &[&Fix::safe("x").set("a.c", 2).set("a.b", serde_json::Value::Null)]);
    assert_eq!(fixed.unwrap(), "{\n  \"a\": {\n    \"c\": 2\n  }\n}\n");
}

#[test]
fn what_is_missing_is_said_once_even_where_no_stand_in_fits() {
    let text = "format = 1\nname = \"x\"\nproduct = \"esb\"\nrelease = \"5.0.0\"\npattern = \"symmetric\"\n\
                [cluster.membership.aws-ecs]\n";
    let document = read(text, Syntax::Toml);
    let messages: Vec<&str> = document.notes.iter().map(|note| note.message.as_str()).collect();
    let missing = |key| format!("`cluster.membership.aws-ecs` has no `{key}`");
    assert_eq!(messages, [missing("cluster"), missing("vpc")]);
    assert!(document.design.is_none() && document.preview().is_some());
}

#[test]
fn what_stands_in_the_wrong_place_is_named_with_its_place() {
    let said = |what: serde_json::Value| {
        let mut design = serde_json::json!({
            "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "symmetric",
            "nodes": [{"address": "192.0.2.1"}, {"address": "192.0.2.2"}],
        });
        design.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
        let notes = read(&design.to_string(), Syntax::Json).notes;
        notes
            .iter()
            .map(|note| format!("{} {}: {}", note.code, note.at[0], note.message))
            .collect::<Vec<_>>()
            .join("; ")
    };
    let membership = |what| said(serde_json::json!({"cluster": {"membership": what}}));
    let all = [
        membership(serde_json::json!("multicast")),
        membership(serde_json::json!({})),
        membership(serde_json::json!({"multicast": {}, "aws": {}})),
        membership(serde_json::json!({"multi-cast": {}})),
        membership(serde_json::json!({"multicast": {"port": 1.5}})),
        said(serde_json::json!({"cluster": []})),
        said(serde_json::json!({"cluster": {"cluster": 1}})),
        said(serde_json::json!({"cluster": {"hazelcast": {"1 x": "a"}}})),
        said(serde_json::json!({"cluster": {"jvm-route": "yes"}})),
        said(serde_json::json!({"database": {"mysql": {"schemas": {"userz": {}}}}})),
        said(serde_json::json!({"database": {"mysql": {"schemas": {"users": {"password": "guess"}}}}})),
        said(serde_json::json!({"hosts": null})),
        said(serde_json::json!({"user-store": 5})),
        said(serde_json::json!({"nodes": [{"addresses": 5}, {"address": "192.0.2.1", "count": u64::MAX}]})),
        said(serde_json::json!({"a`b": 1})),
    ];
    expect_test::expect![[r#"
        wrong-type cluster.membership.multicast: this is unit, where a text or a table with one key belongs
        invalid-value cluster.membership: invalid value: map, expected map with a single key
        invalid-value cluster.membership: invalid value: map, expected map with a single key
        invalid-value cluster.membership: `multi-cast` is not known here
        wrong-type cluster.membership.multicast.port: this is a decimal number, where a whole number belongs
        wrong-type cluster: this is a list, where a table belongs
        unknown-key cluster.cluster: there is no setting `cluster` here
        invalid-value cluster.hazelcast.1 x: `1 x` is not an identifier: it must begin with a letter
        wrong-type cluster.jvm-route: this is a text, where true or false belongs
        invalid-value database.mysql.schemas.userz: `userz` is not known here
        invalid-value database.mysql.schemas.users.password: a secret is written as a reference: `env:NAME`, `file:PATH` or `vault:ALIAS` (or `plain:TEXT`)
        wrong-type hosts: this is nothing, where a table belongs
        wrong-type user-store: this is a whole number, where a text belongs
        wrong-type nodes[0].addresses: this is a whole number, where a range of addresses or a list of them belongs; invalid-value nodes[1].count: invalid value: integer `18446744073709551615`, expected i64
        unknown-key a`b: there is no setting `a`b` here"#]]
    .assert_eq(&all.join("\n"));
}
