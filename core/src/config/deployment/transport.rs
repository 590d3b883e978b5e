use super::super::catalina;
use super::{Of, Tables};
use crate::catalogue::Feature;
use crate::edit::Why;
use crate::plan::Upstream;
use crate::tls;

const SOURCE: &str = "IS 7.0.0, catalina-server.xml.j2";

/// `[transport.….properties]`, whose keys become attributes of the servlet connectors, and `[keystore.tls]`.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    // It has no servlet transport, and says the keystore at its listener.
    if node.has(Feature::MicroIntegrator) {
        return;
    }
    if let Some(front) = catalina::front(plan, node) {
        for (scheme, port, setting) in
            [("http", front.http_port, "balancers.http-port"), ("https", front.https_port, "balancers.https-port")]
        {
            let why = Why::new("redirects name the load balancer's port, not this connector's", setting, SOURCE);
            tables.integer(["transport", scheme, "properties", "proxyPort"], port.get(), why);
        }
    }
    let behind = |upstream: &Upstream| upstream.tls && upstream.servers.iter().any(|server| server.node == node.name);
    if !plan.fronts.iter().any(|front| front.checks_nodes() && front.upstreams.iter().any(behind)) {
        return;
    }
    let at = |key: &'static str| ["keystore", "tls", key];
    let why = || {
        Why::new(
            "a certificate that the load balancer accepts: of the cluster's authority, with the public names",
            "tls.nodes",
            "IS 7.0.0, default.json",
        )
    };
    tables.text(at("file_name"), tls::KEYSTORE, why());
    tables.plain(at("type"), "JKS", why());
    tables.plain(at("alias"), tls::KEY_ALIAS, why());
    for key in ["password", "key_password"] {
        let why = Why::new("the password of that keystore", "tls.keystore-password", "IS 7.0.0, default.json");
        tables.secret(at(key), &plan.tls.keystore_password, &plan.secrets, why);
    }
}
