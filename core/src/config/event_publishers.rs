//! The publishers that carry sign-ins and sessions to the analytics. They are artifacts, not configuration: they lie where
//! artifacts lie.

use super::messaging::{ANALYTICS, ANALYTICS_SIGN_IN, Receiver, Spread, receivers};
use super::{ConfigFile, Generation, Of, Statements, Varies};
use crate::catalogue::Feature;
use crate::design::Role;
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::format::xml::Element;
use crate::plan::{Node, Plan};

const SOURCE: &str = "IS 5.8.0 manual, prerequisites to publish statistics";

pub(super) static SIGN_INS: ConfigFile = ConfigFile {
    path: "~/repository/deployment/server/eventpublishers/IsAnalytics-Publisher-wso2event-AuthenticationData.xml",
    about: "Publishes sign-ins: to which analytics nodes, and as whom.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds: |of| holds(of, "IsAnalytics-Publisher-wso2event-AuthenticationData"),
};

pub(super) static SESSIONS: ConfigFile = ConfigFile {
    path: "~/repository/deployment/server/eventpublishers/IsAnalytics-Publisher-wso2event-SessionData.xml",
    about: "Publishes sessions: to which analytics nodes, and as whom.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds: |of| holds(of, "IsAnalytics-Publisher-wso2event-SessionData"),
};

fn holds(Of { plan, node, .. }: Of<'_>, name: &'static str) -> Option<Statements> {
    let analytics: Vec<&Node> = plan.of_role(Role::Analytics).collect();
    let publishes = node.has(Feature::SignInListeners) || node.has(Feature::SignInHandlers);
    (publishes && !analytics.is_empty()).then(|| statements(plan, &analytics, name))
}

fn statements(plan: &Plan, analytics: &[&Node], name: &'static str) -> Statements {
    let root = Element::new("eventPublisher")
        .attribute("name", name)
        .attribute("xmlns", "http://wso2.org/carbon/eventpublisher");
    let mut statements = Statements::xml(root);
    // Analytics on Carbon 4 share their events, so one of two takes each. Those on Carbon 5 have one node that works and one
    // that takes nothing until the first is gone.
    let spread = match analytics.first().map(|node| node.line().generation) {
        Some(Generation::Yaml) => Spread::FailOver,
        _ => Spread::Parts,
    };
    let property =
        |name: &'static str| Place::from(["eventPublisher", "to"]).then(Step::with_attribute("property", "name", name));
    let [events, sign_in] = taken_by(analytics);
    let analytics = || analytics.iter().copied();
    let why = Why::new("events go to the analytics nodes themselves, on their own ports", "nodes.role", SOURCE);
    statements.text(property("receiverURL"), receivers(analytics(), events, spread), why.clone());
    let after = Some(Step::with_attribute("property", "name", "receiverURL"));
    let sign_in = receivers(analytics(), sign_in, spread);
    statements.text_with(property("authenticatorURL"), sign_in, Vec::new(), after, why);
    if let Some(admin) = &plan.access.admin {
        let why = Why::new("who signs in to the analytics", "access.admin-user", SOURCE);
        statements.text(property("username"), admin.user.clone(), why);
        let why = Why::new(
            "their password; the first start encrypts it in place, after which this file differs",
            "access.admin-password",
            SOURCE,
        );
        let password = Element::text("property", plan.secrets.value(&admin.password))
            .attribute("encrypted", false)
            .attribute("name", "password");
        statements.holds_secret();
        statements.element(property("password"), password, why);
    }
    statements
}

/// The ports on which the analytics take events and sign-ins: those of their link, which the firewall lets through.
fn taken_by(analytics: &[&Node]) -> [Receiver; 2] {
    let links = analytics.first().map(|node| node.line().links_to(node.role));
    let ports = links.into_iter().flatten().find(|link| link.protocol == "Thrift").map(|link| link.ports);
    match ports {
        Some(&[events, sign_in]) => {
            [Receiver { port: events, ..ANALYTICS }, Receiver { port: sign_in, ..ANALYTICS_SIGN_IN }]
        }
        _ => [ANALYTICS, ANALYTICS_SIGN_IN],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::{Content, StockFile};
    use crate::design::Design;
    use crate::plan::resolve;
    use serde_json::json;

    const STOCK: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<eventPublisher name="x" statistics="disable" xmlns="http://wso2.org/carbon/eventpublisher">
  <from streamName="s" version="1.0.0"/>
  <to eventAdapterType="wso2event">
    <property name="username">admin</property>
    <property name="receiverURL">tcp://localhost:7612</property>
    <property encrypted="false" name="password">admin</property>
  </to>
</eventPublisher>
"#;

    #[test]
    fn both_analytics_nodes_are_named_with_their_ports() {
        let design: Design = serde_json::from_value(json!({
            "format": 1, "name": "is", "product": "is", "release": "5.5.0", "pattern": "symmetric",
            "nodes": [{"addresses": "192.0.2.11-12", "offset": 1}], "access": {"admin-user": "boss"},
        }))
        .unwrap();
        let plan = resolve(&design).output.unwrap();
        let nodes: Vec<&Node> = plan.nodes.iter().collect();
        let (file, mode) = statements(&plan, &nodes, "x").finish();
        assert_eq!(mode, crate::bundle::Mode::Private);
        let Content::Stock(file) = file else { unreachable!("it is of the product") };
        let StockFile::Xml { edits, .. } = &*file else { unreachable!("it is XML") };
        let document = crate::format::xml::Document::parse(STOCK).unwrap();
        let text = crate::edit::xml::patch(&document, edits).text;
        let expected = STOCK
            .replace(">admin</property>\n    <property name=\"r", ">boss</property>\n    <property name=\"r")
            .replace(
                "tcp://localhost:7612</property>",
                "{tcp://192.0.2.11:7612,tcp://192.0.2.12:7612}</property>\n    \
                <property name=\"authenticatorURL\">{ssl://192.0.2.11:7712,ssl://192.0.2.12:7712}</property>",
            )
            .replace(">admin<", ">@env:WSO2_ADMIN_PASSWORD@<");
        assert_eq!(text, expected);
    }

    #[test]
    fn analytics_are_reached_on_the_ports_that_the_firewall_lets_through() {
        for (release, urls) in [
            ("5.6.0", "{tcp://192.0.2.21:7612,tcp://192.0.2.22:7612}"),
            ("5.8.0", "{tcp://192.0.2.21:7612|tcp://192.0.2.22:7612}"),
        ] {
            let design: Design = serde_json::from_value(json!({
                "format": 1, "name": "is", "product": "is", "release": release, "pattern": "symmetric-analytics",
                "nodes": [{"addresses": "192.0.2.11-12"}, {"role": "analytics", "addresses": "192.0.2.21-22"}],
            }))
            .unwrap();
            let artifacts = crate::config::artifacts(&resolve(&design).output.unwrap());
            let artifact = artifacts.iter().find(|it| it.path.ends_with("AuthenticationData.xml")).unwrap();
            let Content::Stock(file) = &artifact.content else { panic!("it is a file of the product") };
            let StockFile::Xml { root, edits } = &**file else { panic!("it is XML") };
            assert!(crate::edit::xml::fragment(root, edits).contains(urls), "{release}");
        }
    }
}
