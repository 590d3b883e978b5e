use super::*;
use crate::diagnostic::{Places, Severity};
use crate::read::{Syntax, read as read_design};
use crate::value::SecretValues;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::fmt::Write as _;

/// Every note with what it underlines.
fn told(text: &str) -> String {
    let file = read(text);
    let mut out = String::new();
    let mut say = |notes: &[crate::diagnostic::Diagnostic]| {
        for note in notes {
            let spans: Vec<&str> =
                note.at.iter().filter_map(|at| file.span_of(note, at)).map(|span| &text[span]).collect();
            _ = writeln!(out, "{} {}: {} «{}»", note.severity, note.code, note.message, spans.join("», «"));
        }
    };
    say(&file.notes);
    for cluster in &file.clusters {
        say(&convert(cluster, Asked::default()).notes);
    }
    out
}

fn design(text: &str) -> String {
    let file = read(text);
    let [cluster] = file.clusters.as_slice() else { panic!("one cluster: {:#?}", file.notes) };
    let design = convert(cluster, Asked::default()).output.expect("a product");
    let text = written(cluster, &design);
    text.lines().filter(|line| !line.starts_with('#')).fold(String::new(), |all, line| all + line + "\n")
}

fn check(actual: &str, expected: Expect) {
    expected.assert_eq(actual.trim_start_matches('\n'));
}

const NESTED: &str = "
services {
    esb {
        domains {
            wso2.esb.domain {
                tenant_range *;   # all
                group_mgt_port 4500;
                mgt { hosts mgt.esb.example.com; }
                worker { hosts esb.example.com, api.example.com; }
            }
        }
    }
}
";

const REPEATED: &str = "
loadbalancer { instances 1; enable_autoscaler false; elasticIP ${ELASTIC_IP}; }
services {
    defaults { min_app_instances 1; payload resources/node.zip; }
    appserver {
        domains {
            wso2.as.domain { hosts as.example.com; sub_domain worker; tenant_range *; }
            wso2.as.domain { hosts mgt.as.example.com; sub_domain mgt; tenant_range *; }
        }
    }
";

#[test]
fn sub_domains_become_the_two_hosts() {
    let expected = expect![[r#"
        format = 1
        name = "esb"
        product = "esb"
        release = "4.8.1"
        pattern = "worker-manager-2"

        [hosts]
        service = "esb.example.com"
        console = "mgt.esb.example.com"

        [cluster]
        domain = "wso2.esb.domain"

        [[nodes]]
        role = "manager"
        count = 2

        [[nodes]]
        role = "worker"
        count = 2
    "#]];
    check(&design(NESTED), expected);
}

#[test]
fn domains_of_the_older_form_that_stand_twice_are_one_cluster() {
    let expected = expect![[r#"
        format = 1
        name = "appserver"
        product = "as"
        release = "5.2.1"
        pattern = "worker-manager-2"

        [hosts]
        service = "as.example.com"
        console = "mgt.as.example.com"

        [cluster]
        domain = "wso2.as.domain"

        [[nodes]]
        role = "manager"
        count = 2

        [[nodes]]
        role = "worker"
        count = 2
    "#]];
    check(&design(REPEATED), expected);
}

#[test]
fn what_is_dropped_is_told_with_its_place() {
    check(
        &told(NESTED),
        expect![[r#"
        warning elb-guessed: this is taken for WSO2 Enterprise Service Bus 4.8.1 «wso2.esb.domain»
        warning elb-dropped: `api.example.com` is dropped: the services have `esb.example.com` «esb.example.com, api.example.com»
        warning elb-unknown: the file knows no node: their addresses and each role's number are missing in the design «wso2.esb.domain»
        advice elb-unknown: the ports at which clients reach the ELB are in its `axis2.xml`; 80 and 443 are taken «wso2.esb.domain»
        advice elb-dropped: the ELB kept every client with a session on its node, by `JSESSIONID` «wso2.esb.domain»
        advice elb-dropped: the nodes know the ELB too: as a well-known member, and by `port.mapping` properties «wso2.esb.domain»
        advice elb-dropped: group management is dropped: `group_mgt_port` «4500»
    "#]],
    );
    check(
        &told(REPEATED),
        expect![[r#"
        advice elb-guessed: the block `services` is not closed «services»
        warning elb-guessed: this is taken for WSO2 Application Server 5.2.1 «wso2.as.domain»
        advice elb-unknown: `${ELASTIC_IP}` is no address of a load balancer «${ELASTIC_IP}»
        warning elb-unknown: the file knows no node: their addresses and each role's number are missing in the design «wso2.as.domain»
        advice elb-unknown: the ports at which clients reach the ELB are in its `axis2.xml`; 80 and 443 are taken «wso2.as.domain»
        advice elb-dropped: the ELB kept every client with a session on its node, by `JSESSIONID` «wso2.as.domain»
        advice elb-dropped: the nodes know the ELB too: as a well-known member, and by `port.mapping` properties «wso2.as.domain»
        advice elb-dropped: the autoscaler is dropped: `enable_autoscaler`, `min_app_instances` «false», «1»
        advice elb-dropped: what machines were started, and with what, is dropped: `payload` «resources/node.zip»
        advice elb-dropped: the number of load balancers is dropped: `instances` «1»
    "#]],
    );
}

#[test]
fn every_fault_of_the_grammar_is_found() {
    let text = "a b {\n x;\n y 1\n}\n}\n{ z 2; }\nservices { esb { hosts x; } }";
    check(
        &told(text),
        expect![[r#"
        error syntax: a block has one name «b»
        error syntax: `x` has no value «x»
        error syntax: this line has no `;` at its end «1»
        error syntax: this `}` closes nothing «}»
        error syntax: this block has no name «{»
    "#]],
    );
    check(
        &told(""),
        expect![[r#"
        error missing-key: no service with a domain is in this file «»
    "#]],
    );
}

#[test]
fn tenants_of_one_service_are_clusters_of_their_own() {
    let text = "services { identity { hosts id.example.com;
        domains { a.one { tenant_range 1-100; } a.rest { tenant_range *; } } } }";
    let file = read(text);
    let domains: Vec<_> =
        file.clusters.iter().map(|cluster| (cluster.domain.as_str(), cluster.takes_all_tenants())).collect();
    assert_eq!(domains, [("a.one", false), ("a.rest", true)]);
    let notes = convert(&file.clusters[0], Asked::default()).notes;
    assert!(notes.iter().any(|note| note.message.starts_with("the tenants `1-100` are not kept apart")), "{notes:#?}");
}

#[test]
fn one_side_alone_is_a_pattern_with_the_other_elsewhere() {
    let one = |side: &str| design(&format!("esb {{ domains {{ d {{ {side} {{ hosts x.example.com; }} }} }} }}"));
    assert!(one("worker").contains("worker-manager-1"));
    assert!(one("mgt").contains("worker-manager-3"));
}

#[test]
fn what_is_no_value_is_left_out_and_told() {
    let text = "esb { domains { \"d { hosts ${HOST}, a;b; } } }";
    assert!(told(text).contains("syntax"), "{}", told(text));
    let text = "esb { domains { d { worker { hosts ${HOST}, b_d.example.com, good.example.com; } } } }";
    assert!(design(text).contains("service = \"good.example.com\""));
    let told = told(text);
    assert!(
        told.contains("`${HOST}` stands for a value") && told.contains("`b_d.example.com` is no host name"),
        "{told}"
    );
}

/// Nothing but addresses and what is in no such file keeps a converted design from being rendered.
#[test]
fn a_converted_design_lacks_only_its_nodes_addresses() {
    for text in [NESTED, REPEATED, "identity { hosts id.example.com; domains { d { tenant_range *; } } }"] {
        let file = read(text);
        let design = convert(&file.clusters[0], Asked::default()).output.expect("a product");
        let written = written(&file.clusters[0], &design);
        let checked = crate::check(&read_design(&written, Syntax::Toml), SecretValues::default());
        let errors: Vec<&str> =
            checked.notes.iter().filter(|note| note.severity == Severity::Error).map(|note| note.code).collect();
        assert_eq!(errors, ["well-known-empty"], "{:#?}", checked.notes);
    }
}

#[test]
fn limits_hold() {
    let deep = "a {".repeat(100_000);
    assert!(read(&deep).notes.iter().any(|note| note.message.contains("nest deeper")));
    let many = "a b;".repeat(100_000);
    assert!(read(&many).notes.iter().any(|note| note.message.contains("more than")));
    assert_eq!(read(&" ".repeat(LARGEST + 1)).notes[0].code, "too-large");
}

proptest! {
    #[test]
    fn no_text_is_too_strange(text in "(?s).{0,200}") {
        let file = read(&text);
        for cluster in &file.clusters {
            convert(cluster, Asked::default());
        }
        for note in &file.notes {
            for at in &note.at {
                if let Some(span) = file.span_of(note, at) {
                    prop_assert!(text.get(span).is_some());
                }
            }
        }
    }

    /// Names of the file reach the design only as what they are.
    #[test]
    fn what_comes_out_is_a_design_whatever_names_go_in(
        service in "[^\\s;{}#]{1,20}", domain in "[^\\s;{}#]{1,20}", host in "[^;{}#\\n]{1,30}", side in "mgt|worker|x",
    ) {
        let text = format!("services {{ {service} {{ domains {{ {domain} {{ {side} {{ hosts {host}; }} }} }} }} }}");
        let file = read(&text);
        for cluster in &file.clusters {
            let product = crate::catalogue::PRODUCTS[0];
            let asked = Asked { product: Some(product), release: None };
            let design = convert(cluster, asked).output.expect("the product is said");
            let document = read_design(&written(cluster, &design), Syntax::Toml);
            prop_assert_eq!(document.notes, vec![]);
            prop_assert_eq!(document.design, Some(design));
        }
    }
}
