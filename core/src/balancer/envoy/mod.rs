use super::{Balancer, BalancerProgram, Certificates, Operation, Stays};
use crate::value::Version;

/// Envoy.
pub(super) static BALANCER: Balancer = Balancer {
    program: BalancerProgram::Envoy,
    key: "envoy",
    name: "Envoy",
    summary: "To be written.",
    version: Some(Version::new(1, 34, 0)),
    called: |version| version.map_or_else(|| "Envoy".to_owned(), |version| format!("Envoy {version}")),
    too_old: |_| None,
    stays: |_, _| Stays::ByItself,
    certificates: Certificates::Pair,
    lacks: &[],
    verified: "",
    operation: Operation { folder: None, test: "", reload: "", restart: "", drain: "", prepare: &[], troubles: &[] },
    artifacts: |_, _| Vec::new(),
};
