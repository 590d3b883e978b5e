use crate::design::Artifacts;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Checks that the repository's URL begins with https, http or svn.
    ///
    /// # Why it matters
    /// The bundled client has no other protocols; with svn+ssh it fails on its first checkout and workers stay empty.
    ///
    /// # Example
    /// ```toml
    /// [artifacts.svn]
    /// url = "svn+ssh://svn.example.com/repos/esb"
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
    Error "svn-url-scheme": "the synchronizer cannot speak to this repository";
    source: "Clustering Guide 4.4.x, «Configuring SVN-based deployment synchronizer»: svn+ssh is not supported"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let Artifacts::Svn(svn) = &plan.artifacts else { return };
    let scheme = svn.url.scheme();
    if !["https", "http", "svn"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) {
        let message = format!("the deployment synchronizer does not speak {scheme}");
        notes.push(RULE.finding(message, "serve the repository over https").at("artifacts.svn.url"));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn some_protocols_are_spoken() {
        let url = |url: &str| json!({ "artifacts": { "svn": { "url": url, "user": "wso2", "password": "env:P" } } });
        let message = "the deployment synchronizer does not speak svn+ssh";
        fires(&RULE, url("svn+ssh://svn.example.com/esb"), "artifacts.svn.url", message);
        silent(&RULE, url("HTTPS://svn.example.com/esb"));
        silent(&RULE, url("svn://svn.example.com/esb"));
    }
}
