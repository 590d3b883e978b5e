use super::alb::{Alb, LONGEST_HOST};
use super::group::Targets;
use crate::plan::{Front, Plan};

/// More of something than AWS gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Excess {
    /// What of.
    pub(crate) what: &'static str,
    /// How many there are.
    pub(crate) has: usize,
    /// How many there may be.
    pub(crate) quota: usize,
    /// What to do.
    pub(crate) help: &'static str,
}

/// What a front has too many of. Source: the quotas of Elastic Load Balancing and of AWS WAF, as accounts have them at first.
pub(crate) fn excesses(plan: &Plan, front: &Front) -> Vec<Excess> {
    let alb = Alb::new(plan, front);
    let targets = alb.groups.iter().map(|group| match &group.targets {
        Targets::Addresses { active, .. } => active.len(),
        Targets::AutoScaling { because } => because.len(),
    });
    let rules = alb.listeners.iter().map(|listener| listener.rules.len()).sum();
    let names = front.hosts.iter().map(|host| host.name.as_str().len());
    let mut all = vec![Excess {
        what: "characters for a host name",
        has: names.max().unwrap_or(0),
        quota: LONGEST_HOST,
        help: "take a shorter name: the virtual host is left out",
    }];
    let counted = [
        ("targets", targets.sum(), 1000),
        ("listener rules", rules, 100),
        ("certificates", alb.certificates.len().saturating_sub(1), 25),
        ("capacity units of its web ACL", alb.firewall.capacity(), 1500),
    ];
    let help = "have the quota raised in Service Quotas first";
    all.extend(counted.into_iter().map(|(what, has, quota)| Excess { what, has, quota, help }));
    all.retain(|excess| excess.has > excess.quota);
    all
}
