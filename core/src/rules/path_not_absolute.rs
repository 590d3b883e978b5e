use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::rule::rule;
use crate::value::shown;

rule! {
    /// # What it does
    /// Checks that the homes of the product and of Java begin with `/`.
    ///
    /// # Why it matters
    /// Start scripts, units and the guide run in different folders, and a path that is not said from the root is
    /// another one in each.
    ///
    /// # Example
    /// ```toml
    /// jvm.home = "wso2esb-5.0.0"
    /// ```
    ///
    /// # What to do
    /// Write the whole path:
    ///
    /// ```toml
    /// jvm.home = "/opt/wso2/wso2esb-5.0.0"
    /// ```
    Error "path-not-absolute": "a folder is not said from the root";
    source: "systemd.exec: WorkingDirectory= and Environment= want absolute paths"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let java = Some(&plan.jvm.java_home).filter(|home| !home.is_empty());
    for (path, key) in [(Some(&plan.jvm.home), "jvm.home"), (java, "jvm.java-home")] {
        let Some(path) = path else { continue };
        let wrong = if !path.starts_with('/') {
            "does not begin at the root"
        } else if path.split('/').any(|part| part == "..") {
            "leads back by `..`"
        } else {
            continue;
        };
        let path = if path.is_empty() { "/" } else { path };
        let message = format!("`{key}` is \"{}\", which {wrong}", shown(path));
        notes.push(RULE.finding(message, "write the whole path").at(key));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn folders_are_said_from_the_root() {
        let home = |home: &str| json!({ "jvm": { "home": home } });
        fires(&RULE, home("esb"), "jvm.home", "`jvm.home` is \"esb\", which does not begin at the root");
        fires(&RULE, home("/opt/../esb"), "jvm.home", "`jvm.home` is \"/opt/../esb\", which leads back by `..`");
        let java = json!({ "jvm": { "java-home": "jdk8" } });
        fires(&RULE, java, "jvm.java-home", "`jvm.java-home` is \"jdk8\", which does not begin at the root");
        silent(&RULE, home("/opt/esb/"));
    }
}
