use crate::designer::model::Model;
use wso2_design_core::diagnostic::Path;

/// What a row of a list becomes, a line each: its nodes with their addresses and ports, or its load balancer with what it answers to.
pub(super) fn lines(model: &Model, row: &Path, most: usize) -> Vec<String> {
    let Some(plan) = &model.judged.plan else { return Vec::new() };
    let nodes: Vec<_> = plan.nodes.iter().filter(|node| node.at == *row).collect();
    let mut out: Vec<String> = nodes
        .iter()
        .take(most)
        .map(|node| {
            let address = node.address.as_ref().map_or_else(|| "address unknown".to_owned(), ToString::to_string);
            let ports = &node.ports;
            let services = if ports.service_https == ports.https {
                String::new()
            } else {
                format!("  services {}/{}", ports.service_https, ports.service_http)
            };
            let member = if node.group.is_some() { format!("  member {}", node.member_port) } else { String::new() };
            format!("{}  {address}  {}/{}{services}{member}", node.name, ports.https, ports.http)
        })
        .collect();
    if nodes.len() > most {
        out.pop();
        out.push(format!("… {} in all", nodes.len()));
    }
    for front in plan.fronts.iter().filter(|front| front.at == *row) {
        let address = front.address.as_ref().map_or_else(|| "address unknown".to_owned(), ToString::to_string);
        out.push(format!("{}  {address}  {}/{}", front.name, front.https_port, front.http_port));
        out.extend(front.hosts.iter().map(|host| format!("  answers to {}", host.name)));
    }
    out
}
