use super::{Of, Tables, peers};
use crate::edit::Why;

/// `apim.key_manager.service_url`: where keys are checked; token endpoints that the portal shows are made of it.
pub(super) fn holds(Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let role = peers::key_manager(plan);
    if node.role == role && role == crate::design::Role::KeyManager {
        return;
    }
    let why = Why::new(
        "the key managers behind the load balancer: any of them checks a key, and the portal shows this host to whoever needs a token",
        "hosts.components",
        "API Manager 4.2.0, api-manager.xml.j2",
    );
    let url = format!("{}/services/", peers::origin(plan, role));
    tables.text(["apim", "key_manager", "service_url"], url, why);
}
