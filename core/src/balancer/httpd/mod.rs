use super::{Balancer, BalancerProgram, Certificates, Operation, Stays};
use crate::value::Version;

/// Apache httpd.
pub(super) static BALANCER: Balancer = Balancer {
    program: BalancerProgram::Httpd,
    key: "httpd",
    name: "Apache httpd",
    summary: "To be written.",
    version: Some(Version::new(2, 4, 0)),
    called: |version| version.map_or_else(|| "Apache httpd".to_owned(), |version| format!("Apache httpd {version}")),
    too_old: |_| None,
    stays: |_, _| Stays::ByItself,
    certificates: Certificates::Pair,
    lacks: &[],
    verified: "",
    operation: Operation { folder: None, test: "", reload: "", restart: "", drain: "", prepare: &[], troubles: &[] },
    artifacts: |_, _| Vec::new(),
};
