use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds several load balancers in front of the services with different public ports.
    ///
    /// # Why it matters
    /// The nodes print one public address into WSDLs and redirects. Clients of the other load balancer are sent to a
    /// port that it does not have.
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
    Warning "service-ports-differ": "load balancers of the services have different public ports";
    source: "carbon.xml, `WorkerHttpProxyPort`; axis2.xml, `WSDLEPRPrefix`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let mut fronts = plan.fronts.iter().filter(|front| front.serves_services());
    let Some(first) = fronts.next() else { return };
    for front in fronts {
        let ports =
            [(first.http_port, front.http_port, "http-port"), (first.https_port, front.https_port, "https-port")];
        let mut different = ports.into_iter().filter(|(one, other, _)| one != other).peekable();
        let Some((one, other, key)) = different.peek().copied() else { continue };
        let message =
            format!("{} has the public port {other} where {} has {one}: nodes print one only", front.name, first.name);
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
}
