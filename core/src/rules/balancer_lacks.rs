use crate::balancer::balancer;
use crate::diagnostic::Diagnostic;
use crate::plan::Plan;
use crate::rules::place;
use crate::rules::rule::rule;

rule! {
    /// # What it does
    /// Notes what a front needs and its program cannot do, such as keeping a node on standby.
    ///
    /// # Why it matters
    /// Every program is told the same things. One that cannot do one of them does something else instead, which is said here and
    /// in its files.
    ///
    /// # Example
    /// ```toml
    /// balancers = [{ program = "aws-alb-terraform" }]   # has no nodes on standby
    /// ```
    ///
    /// # What to do
    /// Nothing where what it does instead is enough; `wso2-design list balancers` shows what the others can:
    ///
    /// ```toml
    /// balancers = [{ program = "nginx" }]
    /// ```
    Advice "balancer-lacks": "this load balancer cannot do all that the design needs";
    source: ""
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    for front in &plan.fronts {
        let program = balancer(front.program);
        for lack in program.lacks.iter().filter(|lack| lack.need.surprises() && lack.need.is_of(front)) {
            let message =
                format!("{} is {}, which cannot {}", front.name, (program.called)(front.version), lack.need.verb());
            notes.push(RULE.finding(message, lack.instead).at(place::balancer(front, "program")));
        }
    }
}
