use super::super::platform::short_name;
use crate::catalogue::Purpose;
use crate::plan::{Front, MembershipPlan, Plan, Upstream};

/// The longest name of a Service. Source: DNS labels, which names of Services are.
const LONGEST: usize = 63;

/// What the objects of one front are called.
pub(super) struct Names {
    front: String,
    /// The namespace of all.
    pub(super) namespace: String,
}

impl Names {
    pub(super) fn new(plan: &Plan, front: &Front) -> Self {
        let namespace = match &plan.cluster.membership {
            MembershipPlan::Kubernetes { namespace, .. } => namespace.to_string(),
            _ => plan.name.to_string(),
        };
        // A Service's name begins with a letter, and a front's may begin with a digit.
        Self { front: format!("wso2-{}", front.name), namespace }
    }

    /// `wso2-<front>-<what>`.
    pub(super) fn of(&self, what: &str) -> String {
        short_name(&format!("{}-{what}", self.front), LONGEST)
    }

    /// The front itself.
    pub(super) fn front(&self) -> String {
        short_name(&self.front, LONGEST)
    }

    pub(super) fn service(&self, upstream: &Upstream) -> String {
        match (upstream.purpose, upstream.tls) {
            (Purpose::Service, true) => self.of("service-https"),
            (Purpose::Service, false) => self.of("service-http"),
            (other, _) => self.of(other.key()),
        }
    }

    /// The Secret with a host's certificate and key.
    pub(super) fn certificate(&self, purpose: Purpose) -> String {
        self.of(&format!("{}-tls", purpose.certificate()))
    }

    /// What holds the certificate of the nodes' authority.
    pub(super) fn authority(&self) -> String {
        self.of("nodes-ca")
    }
}
