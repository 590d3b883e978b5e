use super::{Gather, Of, access, datasources, listener};
use crate::edit::Why;
use crate::edit::yaml::Place;

const STOCK: &str = "EI 6.5.0, conf/dashboard/deployment.yaml";

pub(super) fn state(Of { plan, node, .. }: Of<'_>, gather: &mut Gather) {
    listener::identity(node, gather);
    listener::ports(plan, node, &["default-https"], gather);
    if node.shares_machine {
        let receiver = Place::from(["databridge.config", "dataReceivers"]).item(&["dataReceiver", "type"], "Thrift");
        let properties = receiver.then("dataReceiver").then("properties");
        let reason = "as the workers write it, so that offsets keep the nodes of a machine apart; stock's number is a neighbour's";
        for (key, port) in [("tcpPort", "7612"), ("sslPort", "7712")] {
            gather.text(properties.then(key), port, Why::new(reason, "nodes.offset", STOCK));
        }
    }
    datasources::state(plan, node, gather);
    access::state(plan, gather);
    if let Some(admin) = &plan.access.admin {
        let why = |setting| Why::new("dashboards ask the workers as the administrator", setting, STOCK);
        for place in [
            Place::from(["wso2.business.rules.manager"]),
            Place::from(["wso2.status.dashboard", "workerAccessCredentials"]),
        ] {
            gather.text(place.then("username"), admin.user.to_string(), why("access.admin-user"));
            gather.secret(plan, place.then("password"), &admin.password, why("access.admin-password"));
        }
    }
}
