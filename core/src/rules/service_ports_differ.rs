use crate::catalogue::Services;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds load balancers with different public ports in front of the same services; and, where console and services
    /// share the nodes' servlet connectors, in front of the same connectors.
    ///
    /// # Why it matters
    /// The nodes print one public port into WSDLs and links. Clients of the other load balancer are sent to a port that
    /// it does not have. Redirects alone are mended by the load balancer.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ name = "a", address = "192.0.2.2" }, { name = "b", address = "192.0.2.3", https-port = 8443 }]
    /// ```
    ///
    /// # What to do
    /// Give them the same ports:
    ///
    /// ```toml
    /// balancers = [{ name = "a", address = "192.0.2.2" }, { name = "b", address = "192.0.2.3" }]
    /// ```
    Warning "service-ports-differ": "load balancers of the same nodes have different public ports";
    source: "carbon.xml, `WorkerHttpProxyPort`; axis2.xml, `WSDLEPRPrefix`; catalina-server.xml, `proxyPort`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Some(first) = plan.service_front() else { return };
    // An equal node of a servlet product has its console on the connectors of its services.
    let one_connector = plan.services() == Services::Servlet && !plan.separates_roles();
    for front in plan.fronts.iter().filter(|front| front.name != first.name) {
        let shared = match front.serves_services() {
            true => "",
            false if one_connector => ", in front of the same connector",
            false => continue,
        };
        let ports =
            [(first.http_port, front.http_port, "http-port"), (first.https_port, front.https_port, "https-port")];
        let mut different = ports.into_iter().filter(|(one, other, _)| one != other).peekable();
        let Some((one, other, key)) = different.peek().copied() else { continue };
        let message = format!(
            "{} has the public port {other} where {} has {one}{shared}: nodes print one only",
            front.name, first.name
        );
        let fix = Fix::unsafe_(format!("use the ports of {}", first.name));
        let fix = different.fold(fix, |fix, (one, _, key)| fix.set(place::balancer(front, key), one.get()));
        notes.push(RULE.finding(message, "give them the same ports").at(place::balancer(front, key)).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_public_port_is_one() {
        let second = |second| json!({ "balancers": [{ "name": "a" }, second] });
        let message = "b has the public port 8443 where a has 443: nodes print one only";
        fires(&RULE, second(json!({ "name": "b", "https-port": 8443 })), "balancers[1].https-port", message);
        silent(&RULE, second(json!({ "name": "b" })));
        silent(&RULE, second(json!({ "name": "b", "serves": "console", "https-port": 8443 })));
    }

    #[test]
    fn one_connector_has_one_public_port() {
        let design = |product: &str, release: &str| {
            json!({
                "product": product, "release": release, "pattern": "symmetric",
                "nodes": [{ "addresses": "192.0.2.21-22" }],
                "balancers": [
                    { "name": "a", "serves": "services" },
                    { "name": "b", "serves": "console", "https-port": 8443 },
                ],
            })
        };
        let message =
            "b has the public port 8443 where a has 443, in front of the same connector: nodes print one only";
        fires(&RULE, design("dss", "3.5.1"), "balancers[1].https-port", message);
        silent(&RULE, design("ei", "6.5.0"));
    }
}
