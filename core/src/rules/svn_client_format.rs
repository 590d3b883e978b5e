use crate::catalogue::SvnClient;
use crate::design::Artifacts;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes artifacts by Subversion, with the format that the kernel's client library understands.
    ///
    /// # Why it matters
    /// The client library is not part of the product, for its licence. With the wrong one, or none, nothing is
    /// synchronized, and the log says so once.
    ///
    /// # Example
    /// ```toml
    /// [artifacts.svn]
    /// url = "https://svn.example.com/repos/esb"
    /// user = "wso2"
    /// password = "env:SVN_PASSWORD"
    /// ```
    ///
    /// # What to do
    /// Put the library for that format into every node, or do without Subversion:
    ///
    /// ```toml
    /// artifacts = "push"
    /// ```
    Advice "svn-client-format": "the synchronizer's client is not bundled, and takes one format";
    source: "Clustering Guide 4.2.0 (Subversion 1.6) and 4.4.x (1.7, 1.8), «SVN-based deployment synchronizer»"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let kernel = plan.release.kernel;
    let format = match (&plan.artifacts, kernel.svn_client()) {
        (Artifacts::Svn(_), SvnClient::Svn16) => "1.6",
        (Artifacts::Svn(_), SvnClient::Svn18) => "1.7 or 1.8",
        _ => return,
    };
    let message = format!("kernel {kernel} needs a client library for Subversion {format}, which is not bundled");
    let help = "put svnkit for that format into every node";
    notes.push(RULE.finding(message, help).at("artifacts.svn"));
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_format_follows_the_kernel() {
        let change = |release: &str| {
            let svn = json!({ "svn": { "url": "https://svn.example.com/esb", "user": "wso2", "password": "env:P" } });
            json!({ "release": release, "artifacts": svn })
        };
        let message = "kernel 4.2.0 needs a client library for Subversion 1.6, which is not bundled";
        fires(&RULE, change("4.8.1"), "artifacts.svn", message);
        let message = "kernel 4.4.8 needs a client library for Subversion 1.7 or 1.8, which is not bundled";
        fires(&RULE, change("5.0.0"), "artifacts.svn", message);
        silent(&RULE, json!({ "artifacts": "push" }));
    }
}
