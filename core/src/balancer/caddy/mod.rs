use super::{Balancer, BalancerProgram, Certificates, Operation, Stays};
use crate::value::Version;

/// Caddy.
pub(super) static BALANCER: Balancer = Balancer {
    program: BalancerProgram::Caddy,
    key: "caddy",
    name: "Caddy",
    summary: "To be written.",
    version: Some(Version::new(2, 10, 0)),
    called: |version| version.map_or_else(|| "Caddy".to_owned(), |version| format!("Caddy {version}")),
    too_old: |_| None,
    stays: |_, _| Stays::ByItself,
    certificates: Certificates::Pair,
    lacks: &[],
    verified: "",
    operation: Operation { folder: None, test: "", reload: "", restart: "", drain: "", prepare: &[], troubles: &[] },
    artifacts: |_, _| Vec::new(),
};
