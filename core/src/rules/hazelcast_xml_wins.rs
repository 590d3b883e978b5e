use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes releases on kernel 4.4.6 or later, where a file `etc/hazelcast.xml` below the configuration folder wins
    /// over axis2.xml.
    ///
    /// # Why it matters
    /// Domain, membership scheme, members and ports of axis2.xml are ignored then. One line of level INFO in the log is
    /// the only hint.
    ///
    /// # Example
    /// ```toml
    /// release = "5.0.0"
    /// ```
    ///
    /// # What to do
    /// Look whether the file is there, on every node; a product that was never clustered before does not have it. Older
    /// kernels do not read it:
    ///
    /// ```toml
    /// release = "4.9.0"
    /// ```
    Advice "hazelcast-xml-wins": "a hazelcast.xml would replace all clustering settings";
    source: "Kernel 4.4.6, HazelcastClusteringAgent: `conf/etc/hazelcast.xml` goes before axis2.xml"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.cluster.enabled && plan.release.kernel.hazelcast_xml_wins() {
        let file = format!("{}/etc/hazelcast.xml", plan.layout().conf);
        let message = format!("a file {file} on a node would replace every clustering setting of axis2.xml");
        notes.push(RULE.finding(message, "make sure that no node has it").at("release"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn kernels_from_4_4_6_read_the_file() {
        let message =
            "a file repository/conf/etc/hazelcast.xml on a node would replace every clustering setting of axis2.xml";
        fires(&RULE, json!({}), "release", message);
        silent(&RULE, json!({ "release": "4.9.0" }));
        silent(&RULE, json!({ "pattern": "independent" }));
    }
}
