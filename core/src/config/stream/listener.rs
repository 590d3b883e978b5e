use super::Gather;
use crate::design::NodeTls;
use crate::edit::Why;
use crate::edit::yaml::Place;
use crate::plan::{Node, Plan};
use crate::tls;

const STOCK: &str = "EI 6.5.0, conf/worker/deployment.yaml and conf/dashboard/deployment.yaml";

/// Who this runtime is.
pub(super) fn identity(node: &Node, gather: &mut Gather) {
    let at = Place::from(["wso2.carbon"]);
    let why = Why::new(
        "each runtime's own; rows of an id that is no longer used stay in the database, so it does not change",
        "nodes.name",
        "carbon-analytics#1203",
    );
    gather.text(at.then("id"), node.name.to_string(), why);
    let why = Why::new("moves the receivers of events, but no listener", "nodes.offset", STOCK);
    gather.offset(at.then("ports").then("offset"), node.offset, why);
}

/// The HTTP listeners, the one with TLS last; whether they get a certificate of the cluster's authority.
pub(super) fn ports(plan: &Plan, node: &Node, ids: &[&'static str], gather: &mut Gather) -> bool {
    let listener = |id: &'static str| Place::from(["wso2.transport.http", "listenerConfigurations"]).item(&["id"], id);
    let why = || Why::new("no offset moves it, so nodes of one machine have different ones", "nodes.offset", STOCK);
    let numbers = [node.ports.http, node.ports.https];
    for (id, port) in ids.iter().rev().zip(numbers.into_iter().rev()).collect::<Vec<_>>().into_iter().rev() {
        gather.port(listener(id).then("port"), port, why());
    }
    let secure = plan.tls.nodes == NodeTls::Verified;
    if let (true, Some(id)) = (secure, ids.last()) {
        let at = listener(id);
        let why = Why::new("a certificate of the cluster's authority, for whoever checks it", "tls.nodes", STOCK);
        gather.text(at.then("keyStoreFile"), store(node, "carbon.home"), why);
        for key in ["keyStorePassword", "certPass"] {
            let why = Why::new("the password of that keystore", "tls.keystore-password", STOCK);
            gather.secret(plan, at.then(key), &plan.tls.keystore_password, why);
        }
    }
    secure
}

/// The receivers of events show the same certificate.
pub(super) fn receivers(plan: &Plan, node: &Node, gather: &mut Gather) {
    let at = Place::from(["databridge.config"]);
    let why = Why::new("publishers that trust the cluster's authority know the receivers by it", "tls.nodes", STOCK);
    gather.text(at.then("keyStoreLocation"), store(node, "sys:carbon.home"), why);
    let why = Why::new("the password of that keystore", "tls.keystore-password", STOCK);
    gather.secret(plan, at.then("keyStorePassword"), &plan.tls.keystore_password, why);
}

/// The keystore's place, below the home as this part of the product calls it.
fn store(node: &Node, home: &str) -> String {
    format!("${{{home}}}/{}/{}", node.layout().security_in_carbon_home(), tls::KEYSTORE)
}
