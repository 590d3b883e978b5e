use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;
use crate::value::Version;

rule! {
    /// # What it does
    /// Finds NGINX versions from 2 on, such as the 33 of NGINX Plus R33.
    ///
    /// # Why it matters
    /// The configuration is spelled for the open-source version underneath. A release number would count as newer than
    /// all of them.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ program = "nginx-plus", version = "33" }]
    /// ```
    ///
    /// # What to do
    /// Write the open-source version that `nginx -v` shows:
    ///
    /// ```toml
    /// balancers = [{ program = "nginx-plus", version = "1.27.2" }]
    /// ```
    Error "nginx-release-number": "a release of NGINX Plus stands where a version belongs";
    source: "NGINX Plus, Releases: each is based on an open-source version"
}

/// The open-source versions under the releases of NGINX Plus.
const BASES: [(&str, &str); 6] =
    [("29", "1.23.4"), ("30", "1.25.1"), ("31", "1.25.3"), ("32", "1.25.5"), ("33", "1.27.2"), ("34", "1.27.4")];

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for front in plan.fronts.iter().filter(|front| front.version >= Version::new(2, 0, 0)) {
        let written = front.version.to_string();
        let at = place::balancer(front, "version");
        let message = format!("there is no NGINX {written}: its versions begin with 1");
        let finding = RULE.finding(message, "write the version that `nginx -v` shows").at(at.clone());
        notes.push(match BASES.iter().find(|(release, _)| *release == written) {
            Some((_, base)) => {
                finding.fix(Fix::safe(format!("write {base}, which R{written} is based on")).set(at, *base))
            }
            None => finding,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn versions_of_nginx_begin_with_1() {
        let version = |version: &str| json!({ "balancers": [{ "program": "nginx-plus", "version": version }] });
        let message = "there is no NGINX 33: its versions begin with 1";
        assert!(fires(&RULE, version("33"), "balancers[0].version", message).fix.is_some());
        fires(&RULE, version("99.1"), "balancers[0].version", "there is no NGINX 99.1: its versions begin with 1");
        silent(&RULE, version("1.29.3"));
    }
}
