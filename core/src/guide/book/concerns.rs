//! Which clusters a row of a table is about.

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
