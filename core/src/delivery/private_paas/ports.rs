use super::Cartridge;
use crate::catalogue::{Purpose, Services, Transport};
use crate::plan::Front;
use crate::value::Port;

/// A port of the instances, and the one of the platform's load balancer that leads to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PortMapping {
    /// What 4.1's start-up plug-ins call it.
    pub name: &'static str,
    /// `http` or `https`.
    pub protocol: &'static str,
    /// The instance's port.
    pub port: Port,
    /// The load balancer's port.
    pub public: Port,
}

/// The ports of every transport that the cartridge's nodes are reached on, the console's first.
pub(super) fn ports(cartridge: &Cartridge<'_>) -> Vec<PortMapping> {
    let (plan, node) = (cartridge.plan, cartridge.node);
    let own = |transport| transport == Transport::Services && node.line().services == Services::PassThrough;
    let mut doors: Vec<(bool, Purpose)> = Vec::new();
    for door in node.component.doors.iter().filter(|door| door.transport != Transport::WebSocket) {
        // Console and services on one transport are one mapping.
        if doors.iter().all(|(pass_through, _)| *pass_through != own(door.transport)) {
            doors.push((own(door.transport), door.purpose));
        }
    }
    doors.sort_unstable();
    // One host name has its public ports once: the services have them.
    let several = doors.len() > 1;
    let mut all = Vec::new();
    for (pass_through, purpose) in doors {
        let (names, transport) = match pass_through {
            true => (["pt-http", "pt-https"], Transport::Services),
            false => (["mgt-http", "mgt-https"], Transport::Servlet),
        };
        let (http, https) = node.ports.of(transport);
        let front = match purpose {
            Purpose::Console => plan.console_front(),
            _ => plan.service_front(),
        };
        let (public_http, public_https) = match several && !pass_through {
            true => (http, https),
            false => public(front),
        };
        let [name, name_tls] = names;
        all.push(PortMapping { name, protocol: "http", port: http, public: public_http });
        all.push(PortMapping { name: name_tls, protocol: "https", port: https, public: public_https });
    }
    all
}

fn public(front: Option<&Front>) -> (Port, Port) {
    front.map_or((Port::known(80), Port::known(443)), |front| (front.http_port, front.https_port))
}
