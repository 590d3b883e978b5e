use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes a cluster whose domain is `wso2.carbon.domain`.
    ///
    /// # Why it matters
    /// The domain is what keeps clusters apart. A forgotten product with clustering switched on and nothing else
    /// changed has this one, and would join.
    ///
    /// # Example
    /// ```toml
    /// cluster.domain = "wso2.carbon.domain"
    /// ```
    ///
    /// # What to do
    /// Leave the domain out for the product's own, or write one of your own:
    ///
    /// ```toml
    /// cluster.domain = "esb.prod.example.com"
    /// ```
    Advice "domain-of-stock": "the domain is the one that every product comes with";
    source: "Kernel 4.4, axis2.xml: `wso2.carbon.domain`"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.cluster.enabled && plan.cluster.domain.as_str() == "wso2.carbon.domain" {
        let message = "wso2.carbon.domain is the domain of every product that nobody changed";
        let fix = Fix::unsafe_(format!("take {}", plan.product.domain)).set("cluster.domain", serde_json::Value::Null);
        notes.push(RULE.finding(message, "give the cluster a domain of its own").at("cluster.domain").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_cluster_has_a_domain_of_its_own() {
        let domain = |text: &str| json!({ "cluster": { "domain": text } });
        let message = "wso2.carbon.domain is the domain of every product that nobody changed";
        fires(&RULE, domain("wso2.carbon.domain"), "cluster.domain", message);
        silent(&RULE, domain("esb.prod"));
    }
}
