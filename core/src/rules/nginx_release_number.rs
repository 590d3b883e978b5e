use crate::design::BalancerProgram;
use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;
use crate::value::Version;

rule! {
    /// # What it does
    /// Finds open-source NGINX with a version from 2 on, such as the 33 of NGINX Plus R33.
    ///
    /// # Why it matters
    /// Files are spelled for the version. A release of NGINX Plus would count as newer than every open-source version, and
    /// directives would be written that the program on the machine does not know.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ program = "nginx", version = "33" }]
    /// ```
    ///
    /// # What to do
    /// Write the version that `nginx -v` shows, or say that it is NGINX Plus:
    ///
    /// ```toml
    /// balancers = [{ program = "nginx-plus", version = "33" }]
    /// ```
    Error "nginx-release-number": "a release of NGINX Plus stands where a version belongs";
    source: "NGINX, CHANGES: versions begin with 1"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let open_source = plan.fronts.iter().filter(|front| front.program == BalancerProgram::Nginx);
    for (front, version) in open_source.filter_map(|front| Some((front, front.version?))) {
        if version < Version::new(2, 0, 0) {
            continue;
        }
        let message = format!("there is no open-source NGINX {version}: its versions begin with 1");
        let fix = Fix::unsafe_("take NGINX Plus").set(place::balancer(front, "program"), "nginx-plus");
        let finding = RULE.finding(message, "write the version that `nginx -v` shows, or take `nginx-plus`");
        notes.push(finding.at(place::balancer(front, "version")).fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn versions_of_nginx_begin_with_1() {
        let version =
            |program: &str, version: &str| json!({ "balancers": [{ "program": program, "version": version }] });
        let message = "there is no open-source NGINX 33: its versions begin with 1";
        fires(&RULE, version("nginx", "33"), "balancers[0].version", message);
        silent(&RULE, version("nginx-plus", "33"));
        silent(&RULE, version("nginx", "1.30.0"));
    }
}
