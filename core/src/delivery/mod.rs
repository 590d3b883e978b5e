//! How a design reaches what runs it: one file or folder per way, one line in the list. The files for machines are in
//! the bundle in any case; a way may add to them.

mod files;
pub mod private_paas;

use crate::bundle::Artifact;
use crate::plan::{DeliveryPlan, Plan};

/// One way of delivery.
#[derive(Debug)]
pub struct Way {
    /// Its key in a design.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it is good for, in a sentence.
    pub summary: &'static str,
    /// What it adds to the files for machines.
    pub artifacts: fn(&Plan) -> Vec<Artifact>,
}

/// Every way, in the order in which lists show them.
pub static DELIVERIES: &[&Way] = &[&files::WAY, &private_paas::WAY];

/// What the design's way adds to the files for machines.
pub fn artifacts(plan: &Plan) -> Vec<Artifact> {
    (way(&plan.delivery).artifacts)(plan)
}

/// The entry of a way.
pub fn way(delivery: &DeliveryPlan) -> &'static Way {
    match delivery {
        DeliveryPlan::Files => &files::WAY,
        DeliveryPlan::PrivatePaas(_) => &private_paas::WAY,
    }
}

#[cfg(test)]
mod tests {
    use super::DELIVERIES;
    use crate::design::Delivery;
    use serde_json::{Value, json};

    #[test]
    fn every_way_of_the_format_has_its_line() {
        let said = [json!("files"), json!({ "private-paas": { "version": "4.0.0", "infrastructure": "mock" } })];
        assert_eq!(said.len(), DELIVERIES.len());
        for (value, way) in said.into_iter().zip(DELIVERIES) {
            let delivery: Delivery = serde_json::from_value(value).unwrap();
            let key = match serde_json::to_value(delivery).unwrap() {
                Value::String(key) => key,
                other => other.as_object().and_then(|map| map.keys().next().cloned()).unwrap(),
            };
            assert_eq!(key, way.key);
        }
    }
}
