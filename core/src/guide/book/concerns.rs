//! Which clusters a row of a table is about.

use crate::design::BalancerProgram;
use crate::plan::{MembershipPlan, Plan};

pub(super) fn fronted(plan: &Plan) -> bool {
    !plan.fronts.is_empty()
}

pub(super) fn clustered(plan: &Plan) -> bool {
    plan.cluster.enabled
}

pub(super) fn well_known(plan: &Plan) -> bool {
    plan.cluster.enabled && matches!(plan.cluster.membership, MembershipPlan::WellKnown { .. })
}

/// Whether the load balancers are the one that the manual writes about.
pub(super) fn nginx(plan: &Plan) -> bool {
    plan.fronts.iter().any(|front| matches!(front.program, BalancerProgram::Nginx | BalancerProgram::NginxPlus))
}
