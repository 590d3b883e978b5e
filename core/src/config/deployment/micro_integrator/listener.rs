use super::{Of, Tables};
use crate::edit::Why;
use crate::edit::toml::Place;
use crate::plan::Purpose;
use crate::tls;

const SOURCE: &str = "Micro Integrator 4.2.0, axis2.xml.j2";

/// `[transport.http.listener]`: the addresses printed in WSDL, and the certificate that the load balancer accepts.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let Some(front) = plan.service_front() else { return };
    let listener = Place::from(["transport", "http", "listener"]);
    for (key, scheme, port) in
        [("wsdl_epr_prefix", "http", front.http_port), ("secured_wsdl_epr_prefix", "https", front.https_port)]
    {
        let why = Why::new("WSDL shows the load balancer's address instead of this node's", "hosts.service", SOURCE);
        let prefix = format!("{scheme}://{}:{port}", plan.hosts.of(Purpose::Service));
        tables.text(listener.then(key), prefix, why);
    }
    if !front.checks_nodes() {
        return;
    }
    let store = listener.then("keystore");
    let why = || {
        Why::new(
            "a certificate that the load balancer accepts: of the cluster's authority, with the public names",
            "tls.nodes",
            SOURCE,
        )
    };
    tables.text(store.then("location"), format!("{}/{}", node.layout().security, tls::KEYSTORE), why());
    tables.text(store.then("type"), "JKS", why());
    for key in ["password", "key_password"] {
        let why = Why::new("the password of that keystore", "tls.keystore-password", SOURCE);
        tables.secret(store.then(key), &plan.tls.keystore_password, &plan.secrets, why);
    }
}
