use super::alb::Alb;
use super::group::Targets;
use crate::plan::{Front, Plan};

/// More of something than an account may have, unless AWS raises it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Excess {
    /// What of.
    pub(crate) what: &'static str,
    /// How many there are.
    pub(crate) has: usize,
    /// How many there may be.
    pub(crate) quota: usize,
}

/// What a front has too many of. Source: the quotas of Elastic Load Balancing and of AWS WAF, as accounts have them at first.
pub(crate) fn excesses(plan: &Plan, front: &Front) -> Vec<Excess> {
    let alb = Alb::new(plan, front);
    let targets = alb.groups.iter().map(|group| match &group.targets {
        Targets::Addresses { active, .. } => active.len(),
        Targets::AutoScaling { because } => because.len(),
    });
    let rules = alb.listeners.iter().map(|listener| listener.rules.len()).sum();
    [
        ("targets", targets.sum(), 1000),
        ("listener rules", rules, 100),
        ("certificates", alb.certificates.len().saturating_sub(1), 25),
        ("capacity units of its web ACL", alb.firewall.capacity(), 1500),
    ]
    .into_iter()
    .filter(|(_, has, quota)| has > quota)
    .map(|(what, has, quota)| Excess { what, has, quota })
    .collect()
}
