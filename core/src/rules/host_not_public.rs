use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds host names of services or console that are `localhost` or have no dot.
    ///
    /// # Why it matters
    /// The name stands in WSDLs, redirects and certificates. Clients take `localhost` for themselves, and resolve a
    /// name without a domain in a domain of their own, or not at all.
    ///
    /// # Example
    /// ```toml
    /// hosts.service = "localhost"
    /// ```
    ///
    /// # What to do
    /// Write the whole name:
    ///
    /// ```toml
    /// hosts.service = "esb.example.com"
    /// ```
    Warning "host-not-public": "a public host name is no public name";
    source: "Production Deployment Guidelines: set the host name"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for (name, key) in [(&plan.hosts.service, "hosts.service"), (&plan.hosts.console, "hosts.console")] {
        let (text, service) = (name.as_str(), plan.hosts.service.as_str());
        let follows = key == "hosts.console" && text.ends_with(&format!(".{service}"));
        let local = text == "localhost" || text.ends_with(".localhost");
        if (local || !text.contains('.')) && !follows {
            let why = if local { "every client's own machine" } else { "a name without a domain" };
            notes.push(RULE.finding(format!("{key} is {name}, {why}"), "write the whole name").at(key));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn clients_can_resolve_the_names() {
        let service = |service: &str| json!({ "hosts": { "service": service } });
        fires(&RULE, service("localhost"), "hosts.service", "hosts.service is localhost, every client's own machine");
        fires(&RULE, service("esb"), "hosts.service", "hosts.service is esb, a name without a domain");
        let console = json!({ "hosts": { "console": "console" } });
        fires(&RULE, console, "hosts.console", "hosts.console is console, a name without a domain");
        silent(&RULE, service("esb.example.com"));
    }
}
