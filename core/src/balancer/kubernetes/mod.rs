use super::{Balancer, BalancerProgram, Certificates, Operation, Stays};

/// Kubernetes Ingress (NGINX).
pub(super) static INGRESS: Balancer = Balancer {
    program: BalancerProgram::KubernetesIngress,
    key: "kubernetes-ingress",
    name: "Kubernetes Ingress (NGINX)",
    summary: "To be written.",
    version: None,
    called: |version| {
        version.map_or_else(
            || "Kubernetes Ingress (NGINX)".to_owned(),
            |version| format!("Kubernetes Ingress (NGINX) {version}"),
        )
    },
    too_old: |_| None,
    stays: |_, _| Stays::ByItself,
    certificates: Certificates::Store,
    lacks: &[],
    verified: "",
    operation: Operation { folder: None, test: "", reload: "", restart: "", drain: "", prepare: &[], troubles: &[] },
    artifacts: |_, _| Vec::new(),
};

/// Kubernetes Gateway API.
pub(super) static GATEWAY: Balancer = Balancer {
    program: BalancerProgram::KubernetesGateway,
    key: "kubernetes-gateway",
    name: "Kubernetes Gateway API",
    summary: "To be written.",
    version: None,
    called: |version| {
        version
            .map_or_else(|| "Kubernetes Gateway API".to_owned(), |version| format!("Kubernetes Gateway API {version}"))
    },
    too_old: |_| None,
    stays: |_, _| Stays::ByItself,
    certificates: Certificates::Store,
    lacks: &[],
    verified: "",
    operation: Operation { folder: None, test: "", reload: "", restart: "", drain: "", prepare: &[], troubles: &[] },
    artifacts: |_, _| Vec::new(),
};
