use super::{Balancer, BalancerProgram, Certificates, Operation, Stays};
use crate::value::Version;

/// HAProxy.
pub(super) static BALANCER: Balancer = Balancer {
    program: BalancerProgram::Haproxy,
    key: "haproxy",
    name: "HAProxy",
    summary: "To be written.",
    version: Some(Version::new(3, 0, 0)),
    called: |version| version.map_or_else(|| "HAProxy".to_owned(), |version| format!("HAProxy {version}")),
    too_old: |_| None,
    stays: |_, _| Stays::ByItself,
    certificates: Certificates::Bundle,
    lacks: &[],
    verified: "",
    operation: Operation { folder: None, test: "", reload: "", restart: "", drain: "", prepare: &[], troubles: &[] },
    artifacts: |_, _| Vec::new(),
};
