use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds 0.0.0.0/0 or ::/0 among the networks that may reach the console.
    ///
    /// # Why it matters
    /// The list is there to keep others out. With a network of length 0 in it, it keeps nobody out.
    ///
    /// # Example
    /// ```toml
    /// access.console = ["198.51.100.0/24", "0.0.0.0/0"]
    /// ```
    ///
    /// # What to do
    /// Name the networks of the administrators alone:
    ///
    /// ```toml
    /// access.console = ["198.51.100.0/24"]
    /// ```
    Warning "console-open-to-all": "the whole internet may reach the console";
    source: "Production Deployment Guidelines: restrict the console's network"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let (all, some): (Vec<_>, Vec<_>) = plan.access.console.iter().copied().partition(|cidr| cidr.is_everything());
    let Some(everything) = all.first() else { return };
    let at = "access.console";
    let message = format!("{everything} lets the whole internet reach the console");
    let finding = RULE.finding(message, "name the networks of the administrators alone").at(at);
    notes.push(if some.is_empty() {
        finding
    } else {
        let kept: Vec<String> = some.iter().map(ToString::to_string).collect();
        finding.fix(Fix::unsafe_("let only the others in").set(at, kept))
    });
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn the_internet_stays_out() {
        let console = |console| json!({ "access": { "console": console } });
        let message = "::/0 lets the whole internet reach the console";
        assert!(fires(&RULE, console(json!(["::/0", "192.0.2.0/24"])), "access.console", message).fix.is_some());
        let message = "0.0.0.0/0 lets the whole internet reach the console";
        assert!(fires(&RULE, console(json!(["1.2.3.4/0"])), "access.console", message).fix.is_none());
        silent(&RULE, console(json!(["192.0.2.0/24"])));
    }
}
