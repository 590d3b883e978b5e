use super::{Balancer, BalancerProgram, Certificates, Operation, Stays};
use crate::value::Version;

/// Traefik.
pub(super) static BALANCER: Balancer = Balancer {
    program: BalancerProgram::Traefik,
    key: "traefik",
    name: "Traefik",
    summary: "To be written.",
    version: Some(Version::new(3, 3, 0)),
    called: |version| version.map_or_else(|| "Traefik".to_owned(), |version| format!("Traefik {version}")),
    too_old: |_| None,
    stays: |_, _| Stays::ByItself,
    certificates: Certificates::Pair,
    lacks: &[],
    verified: "",
    operation: Operation { folder: None, test: "", reload: "", restart: "", drain: "", prepare: &[], troubles: &[] },
    artifacts: |_, _| Vec::new(),
};
