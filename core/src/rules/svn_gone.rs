use crate::catalogue::SvnClient;
use crate::design::Artifacts;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds artifacts by Subversion on a release whose kernel has no synchronizer.
    ///
    /// # Why it matters
    /// From kernel 4.5 on nothing reads the settings. Artifacts would stay on the node where they were deployed.
    ///
    /// # Example
    /// ```toml
    /// product = "ei"
    /// release = "6.6.0"
    /// [artifacts.svn]
    /// url = "https://svn.example.com/repos/ei"
    /// user = "wso2"
    /// password = "env:SVN_PASSWORD"
    /// ```
    ///
    /// # What to do
    /// Let a pipeline put artifacts on every node, or share the folder:
    ///
    /// ```toml
    /// product = "ei"
    /// release = "6.6.0"
    /// artifacts = "push"
    /// ```
    Error "svn-gone": "the release has no deployment synchronizer any more";
    source: "Kernel 4.5, carbon.xml: the synchronizer is switched off for good"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let kernel = plan.release.kernel;
    if matches!(plan.artifacts, Artifacts::Svn(_)) && kernel.svn_client() == SvnClient::Gone {
        let (name, release) = (plan.product.name, plan.release.version);
        let message = format!("{name} {release} (kernel {kernel}) has no deployment synchronizer");
        let fix = Fix::unsafe_("let a pipeline deploy").set("artifacts", "push");
        notes.push(RULE.finding(message, "take `push` or `shared-folder`").at("artifacts.svn").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn kernel_4_5_has_no_synchronizer() {
        let svn = json!({ "svn": { "url": "https://svn.example.com/ei", "user": "wso2", "password": "env:P" } });
        let change = |release: &str| json!({ "product": "ei", "release": release, "artifacts": svn });
        let message =
            "WSO2 Enterprise Integrator (integrator profile) 6.6.0 (kernel 4.5.3) has no deployment synchronizer";
        fires(&RULE, change("6.6.0"), "artifacts.svn", message);
        silent(&RULE, change("6.5.0"));
    }
}
