use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds certificates that last more than 366 days.
    ///
    /// # Why it matters
    /// Browsers refuse them, and a key that is lost without notice is good for longer.
    ///
    /// # Example
    /// ```toml
    /// tls.days = 3650
    /// ```
    ///
    /// # What to do
    /// Leave the number out for 90 days, and renew by a timer:
    ///
    /// ```toml
    /// tls.days = 366
    /// ```
    Warning "certificate-days": "certificates last longer than clients accept";
    source: "Mozilla TLS guideline 6.0: 366 days at most, 90 recommended"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    if plan.tls.days > 366 {
        let message = format!("certificates last {} days, and clients accept 366", plan.tls.days);
        let fix = Fix::unsafe_("take 90 days").set("tls.days", serde_json::Value::Null);
        notes.push(RULE.finding(message, "leave the number out for 90 days").at("tls.days").fix(fix));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_certificate_lasts_a_year_at_most() {
        let days = |days: u16| json!({ "tls": { "days": days } });
        fires(&RULE, days(367), "tls.days", "certificates last 367 days, and clients accept 366");
        silent(&RULE, days(366));
    }
}
