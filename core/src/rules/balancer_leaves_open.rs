use crate::balancer::balancer;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Finds what guards the cluster and its load balancer cannot do: refuse console and admin services however their path is
    /// written, check the nodes' certificates, replace what a client says of itself.
    ///
    /// # Why it matters
    /// What the design closes would be open, or only nearly closed.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ program = "aws-alb-terraform" }]   # takes any certificate of a node
    /// ```
    ///
    /// # What to do
    /// Do what the help says, or take a program that can; `wso2-design list balancers` shows which:
    ///
    /// ```toml
    /// balancers = [{ program = "nginx" }]
    /// ```
    Warning "balancer-leaves-open": "this load balancer cannot guard all that the design guards";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for front in &plan.fronts {
        let program = balancer(front.program);
        for lack in program.lacks.iter().filter(|lack| lack.need.guards() && lack.need.is_of(front)) {
            let message =
                format!("{} is {}, which cannot {}", front.name, (program.called)(front.version), lack.need.verb());
            notes.push(RULE.finding(message, lack.instead).at(place::balancer(front, "program")));
        }
    }
}
