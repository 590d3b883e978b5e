use crate::balancer;
use crate::bundle::Content;
use crate::design::Design;
use crate::plan;
use expect_test::expect;
use serde_json::{Value, json};

/// A file of a design with one setting changed.
fn file(program: &str, changes: Value, path: &str) -> String {
    let mut design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "hosts": { "service": "esb.example.com" },
        "access": { "console": ["10.0.9.0/24"] },
        "nodes": [{ "role": "manager", "addresses": "10.0.1.11-12" }, { "role": "worker", "addresses": "10.0.2.21-22" }],
        "balancers": [{ "program": program }],
    });
    for (key, value) in changes.as_object().unwrap() {
        design[key] = value.clone();
    }
    let design: Design = serde_json::from_value(design).unwrap();
    let files = balancer::artifacts(&plan::resolve(&design).output.unwrap());
    let file = files.into_iter().find(|file| file.path == path).unwrap_or_else(|| panic!("no file {path}"));
    match file.content {
        Content::Whole(text) => text.to_string(),
        Content::Stock(_) => panic!("not a file of our own"),
    }
}

fn terraform(changes: Value, path: &str) -> String {
    file("aws-alb-terraform", changes, path)
}

/// What stands from one text on until another one.
fn between<'t>(text: &'t str, from: &str, until: &str) -> &'t str {
    let text = &text[text.find(from).unwrap_or_else(|| panic!("no {from} in {text}"))..];
    &text[..text.find(until).unwrap()]
}

#[test]
fn only_the_active_manager_is_registered() {
    let text = terraform(json!({}), "target-groups.tf");
    expect![[r#"
        "console" = {
              "manager-1" = { address = "10.0.1.11", port = 9443, standby = false }
              "manager-2" = { address = "10.0.1.12", port = 9443, standby = true }
            }
    "#]]
    .assert_eq(&format!("{}\n", between(&text, "\"console\" = {", "\n  }\n}")));
    assert!(text.contains("=> node if node.standby == var.standby_takes_over }"));
    let text = terraform(json!({ "managers": "active-active" }), "target-groups.tf");
    assert!(!text.contains("standby") && text.contains("cookie_duration = 43200"));
}

#[test]
fn an_auto_scaling_group_registers_nodes_without_addresses() {
    let nodes = json!([{ "role": "manager", "count": 1 }, { "role": "worker", "address": "worker.example.com" }]);
    let text = terraform(json!({ "nodes": nodes }), "target-groups.tf");
    assert!(
        text.contains("# The services over HTTP. worker-1 has no IP address in the design: an Auto Scaling group"),
        "{text}"
    );
    assert!(text.contains("target_type          = \"instance\"") && !text.contains("target_group_attachment"));
    let text = file("aws-alb-cloudformation", json!({ "nodes": nodes }), "template.yaml");
    assert!(text.contains("TargetType: instance") && !text.contains("Targets:"));
}

#[test]
fn a_console_is_closed_by_rules_for_few_networks_and_by_the_web_acl_for_many() {
    let few = terraform(json!({}), "listeners.tf");
    assert!(few.contains("source_ip {\n      values = [\"10.0.9.0/24\"]"));
    let many: Vec<String> = (0..5).map(|net| format!("10.{net}.0.0/16")).collect();
    let many = json!({ "access": { "console": many } });
    assert!(!terraform(many.clone(), "listeners.tf").contains("source_ip"));
    let firewall = terraform(many, "firewall.tf");
    expect![[r#"
        "networks-of-console"
            priority = 7

            action {
              block {
                custom_response {
                  response_code = 403
                }
              }
            }

            statement {
              and_statement {
                statement {
                  regex_match_statement {
                    regex_string = "^mgt\\.esb\\.example\\.com[.]?(?::[0-9]*)?$"
                    field_to_match {
                      single_header {
                        name = "host"
                      }
                    }
                    text_transformation {
                      priority = 0
                      type     = "LOWERCASE"
                    }
                  }
                }
                statement {
                  not_statement {
                    statement {
                      ip_set_reference_statement {
                        arn = aws_wafv2_ip_set.networks_1.arn
                      }
                    }
                  }
                }
              }
            }
    "#]]
    .assert_eq(&format!("{}\n", between(&firewall, "\"networks-of-console\"", "\n\n    visibility_config").trim_end()));
}

#[test]
fn refusals_hold_for_every_name_but_those_without() {
    let firewall = terraform(json!({}), "firewall.tf");
    let folders = between(&firewall, "name     = \"folders-2-1\"", "visibility_config");
    assert!(folders.contains("not_statement {\n            statement {\n              regex_match_statement {\n                regex_string = \"^mgt"));
    assert!(
        folders.contains("URL_DECODE") && folders.contains("NORMALIZE_PATH") && folders.contains("response_code = 404")
    );
    assert!(firewall.contains("regex_string = \"^[^;]*/;jsessionid="));
}

#[test]
fn names_are_short_and_say_the_port() {
    let balancers = json!([{ "program": "aws-alb-terraform", "name": "a-name-that-is-rather-long-for-aws" }]);
    let text = terraform(json!({ "name": "internal-services", "balancers": balancers }), "target-groups.tf");
    let said = text.lines().filter_map(|line| line.trim().strip_prefix("name ")?.split('"').nth(1));
    let names: Vec<&str> = said.collect();
    assert_eq!(names.len(), 3);
    for (number, name) in names.iter().enumerate() {
        assert!(name.len() <= 32 && !name.starts_with("internal-") && !names[..number].contains(name), "{names:?}");
    }
    assert!(terraform(json!({}), "target-groups.tf").contains("\"esb-lb-service-8243\""));
}

#[test]
fn a_session_is_kept_by_the_nodes_own_cookie() {
    let balancers = json!([{ "program": "aws-alb-cloudformation", "stay-by": "session", "redirect-http": true }]);
    let text = file("aws-alb-cloudformation", json!({ "balancers": balancers }), "template.yaml");
    assert!(text.contains("Value: JSESSIONID") && text.contains("StatusCode: HTTP_301"));
    assert!(!text.contains("8280"));
}
