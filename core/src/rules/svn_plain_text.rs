use crate::design::Artifacts;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds a repository that is reached over http or svn.
    ///
    /// # Why it matters
    /// Neither encrypts. Whoever reads along gets the password with which artifacts are committed, and with it every
    /// node of the cluster.
    ///
    /// # Example
    /// ```toml
    /// [artifacts.svn]
    /// url = "http://svn.example.com/repos/esb"
    /// user = "wso2"
    /// password = "env:SVN_PASSWORD"
    /// ```
    ///
    /// # What to do
    /// Serve the repository over https:
    ///
    /// ```toml
    /// [artifacts.svn]
    /// url = "https://svn.example.com/repos/esb"
    /// user = "wso2"
    /// password = "env:SVN_PASSWORD"
    /// ```
    Warning "svn-plain-text": "the repository's password crosses the network in the clear";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Artifacts::Svn(svn) = &plan.artifacts else { return };
    let scheme = svn.url.scheme();
    if ["http", "svn"].iter().any(|plain| scheme.eq_ignore_ascii_case(plain)) {
        let message = format!("{scheme} sends the repository's password and the artifacts in the clear");
        notes.push(RULE.finding(message, "serve the repository over https").at("artifacts.svn.url"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn passwords_travel_encrypted() {
        let url = |url: &str| json!({ "artifacts": { "svn": { "url": url, "user": "wso2", "password": "env:P" } } });
        let message = "http sends the repository's password and the artifacts in the clear";
        fires(&RULE, url("http://svn.example.com/esb"), "artifacts.svn.url", message);
        silent(&RULE, url("https://svn.example.com/esb"));
    }
}
