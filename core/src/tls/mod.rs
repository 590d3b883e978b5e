//! Certificates and keystores: one script that makes them all, from a small authority of the cluster's own.
//!
//! Keys never pass through this program: the script makes them where it runs, and keeps them when it runs again.

mod script;

use crate::bundle::{Artifact, Mode, Owner};
use crate::design::NodeTls;
use crate::plan::Plan;

/// The file name of a node's TLS keystore, in the product's folder for keystores ([`crate::catalogue::Layout::security`]).
/// The primary keystore is another, and stays: what is encrypted with it (registry values, user stores' passwords) must
/// be readable on every node.
pub const KEYSTORE: &str = "wso2tls.jks";

/// The alias of the key in the TLS keystore.
pub const KEY_ALIAS: &str = "wso2carbon";

/// The file name of the truststore, which the products' own configuration names already.
pub const TRUSTSTORE: &str = "client-truststore.jks";

/// Where the script puts the certificate of the cluster's authority, in the bundle.
pub const AUTHORITY: &str = "tls/authority/ca.crt";
/// Where it puts the authority's key.
pub const AUTHORITY_KEY: &str = "tls/authority/ca.key";

/// Where the script is in the bundle.
pub const SCRIPT: &str = "tls/make-certificates.sh";

/// The script; none where neither a load balancer nor a node needs a certificate from it.
pub fn artifacts(plan: &Plan) -> Vec<Artifact> {
    if plan.fronts.iter().all(|front| front.certificates().is_empty()) && plan.tls.nodes == NodeTls::Unverified {
        return Vec::new();
    }
    let mode =
        if plan.secrets.value(&plan.tls.keystore_password).is_secret() { Mode::PrivateProgram } else { Mode::Program };
    vec![Artifact::whole(Owner::Cluster, SCRIPT, mode, script::text(plan))]
}

#[cfg(test)]
mod tests;
