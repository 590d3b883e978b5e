//! The load balancers: the files of every front, for the program that the design names.
//!
//! What a front must do is decided in the plan ([`crate::plan::Front`]); a program's room only spells it.

mod aws;
mod caddy;
mod envoy;
mod haproxy;
mod httpd;
mod kubernetes;
mod lack;
mod nginx;
mod operation;
mod overview;
mod platform;
mod program;
mod traefik;

pub(crate) use aws::excesses as aws_excesses;
pub use lack::{Lack, Need};
pub use operation::{Operation, Trouble};
pub use overview::{Overview, overview};
use program::programs;

use crate::bundle::Artifact;
use crate::design::StayBy;
use crate::plan::{Front, Plan};
use crate::value::Version;

programs! {
    /// NGINX, open source.
    Nginx => nginx::OPEN_SOURCE,
    /// NGINX Plus.
    NginxPlus => nginx::PLUS,
    /// HAProxy.
    Haproxy => haproxy::BALANCER,
    /// Apache httpd.
    Httpd => httpd::BALANCER,
    /// Envoy.
    Envoy => envoy::BALANCER,
    /// Traefik.
    Traefik => traefik::BALANCER,
    /// Caddy.
    Caddy => caddy::BALANCER,
    /// AWS Application Load Balancer (Terraform).
    AwsAlbTerraform => aws::TERRAFORM,
    /// AWS Application Load Balancer (CloudFormation).
    AwsAlbCloudformation => aws::CLOUDFORMATION,
    /// Kubernetes Ingress (NGINX).
    KubernetesIngress => kubernetes::INGRESS,
    /// Kubernetes Gateway API.
    KubernetesGateway => kubernetes::GATEWAY,
}

/// One load balancer's program.
#[derive(Debug)]
pub struct Balancer {
    /// Which.
    pub program: BalancerProgram,
    /// Its key in a design.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// One sentence.
    pub summary: &'static str,
    /// The version that is written for where nobody says one; none where its files are the same for all.
    pub version: Option<Version>,
    /// The program and a version of it, as people say them.
    pub called: fn(Option<Version>) -> String,
    /// The oldest version that reads the files, where this one does not.
    pub too_old: fn(Version) -> Option<Version>,
    /// How a version ties clients to nodes by each means.
    pub stays: fn(Option<Version>, StayBy) -> Stays,
    /// Whether it does not start while a node's name cannot be resolved, as its files are written here.
    pub waits_for_names: bool,
    /// How it wants certificates and keys.
    pub certificates: Certificates,
    /// What a front may need and it cannot do, each with what takes its place.
    pub lacks: &'static [Lack],
    /// How its files are tested: a sentence for whoever chooses.
    pub verified: &'static str,
    /// How an operator handles it.
    pub operation: Operation,
    /// The files of one front.
    pub artifacts: fn(&Plan, &Front) -> Vec<Artifact>,
}

/// How a program ties clients to nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stays {
    /// By means of its own.
    ByItself,
    /// By what its files build from other means.
    Emulated,
    /// By the session's id, which must end with the node's name (`jvmRoute` of `catalina-server.xml`).
    ByRoute,
    /// Not by this means: a cookie of its own is taken instead.
    Otherwise,
}

/// How a program wants certificates and keys, which a script of the bundle makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certificates {
    /// `ssl/<name>.crt`, the certificate and its authority's, and `ssl/<name>.key`.
    Pair,
    /// The same, and both in one file, `ssl/<name>.pem`.
    Bundle,
    /// In a store of the platform: the same files, which are carried there.
    Store,
}

/// Whether a program is a service of a platform, and no machine: it survives the loss of one, and finds nodes that get their
/// addresses at start.
pub fn is_platform(program: BalancerProgram) -> bool {
    balancer(program).certificates == Certificates::Store
}

/// The files of every load balancer.
pub fn artifacts(plan: &Plan) -> Vec<Artifact> {
    plan.fronts.iter().flat_map(|front| (balancer(front.program).artifacts)(plan, front)).collect()
}

#[cfg(test)]
mod tests;
