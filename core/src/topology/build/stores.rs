//! What nodes open to whatever stands beside the cluster: databases, directories, artifacts; and to their own load balancers.

use super::Builder;
use crate::catalogue::Feature;
use crate::design::Artifacts;
use crate::topology::{Edge, Ends, Party, Ports, Protocol, Purpose, Spans};
use crate::value::{Address, Port};

impl Builder<'_> {
    pub(super) fn database(&mut self) {
        if let Some(database) = &self.plan.database {
            let host = Address::Name(database.host.clone());
            let address = database.address.as_ref().unwrap_or(&host);
            for (from, sources) in self.parties(|node| database.of(node).next().is_some()) {
                let every = from == Party::Members;
                self.edges.push(Edge {
                    from,
                    to: Party::Database,
                    sources,
                    targets: Ends::Machines(Spans::of([Some(address)])),
                    ports: Ports::of([database.port]),
                    protocol: Protocol::Tcp(database.vendor.name),
                    purpose: Purpose::Database,
                    what: if every { "JDBC connections of every node" } else { "JDBC connections" }.into(),
                });
            }
        }
    }

    pub(super) fn users(&mut self) {
        let Some(directory) = self.plan.directory() else { return };
        let Some((host, port)) = server(directory.url.as_str()) else { return };
        let target = match host {
            Some(host) => Ends::Machines(Spans::of([Some(&host)])),
            None => Ends::Words("the directory of users"),
        };
        let protocol = if directory.url.scheme() == "ldaps" { "LDAP over TLS" } else { "LDAP" };
        self.edges.push(Edge {
            from: Party::Members,
            to: Party::Users,
            sources: self.members(),
            targets: target,
            ports: Ports::of([port]),
            protocol: Protocol::Tcp(protocol),
            purpose: Purpose::Nodes,
            what: "users and groups".into(),
        });
    }

    /// What nodes ask by the public name.
    pub(super) fn own_requests(&mut self) {
        if !self.plan.has(Feature::DashboardSignIn) {
            return;
        }
        for (number, front) in self.plan.fronts.iter().enumerate().filter(|(_, front)| front.serves_services()) {
            self.edges.push(Edge {
                from: Party::Members,
                to: Party::Front(number),
                sources: self.members(),
                targets: Ends::Machines(Spans::of([front.address.as_ref()])),
                ports: Ports::of([front.https_port]),
                protocol: Protocol::Https,
                purpose: Purpose::Nodes,
                what: "the dashboards' own calls, by the public name".into(),
            });
        }
    }

    pub(super) fn artifacts(&mut self) {
        let (targets, port, protocol, what) = match &self.plan.artifacts {
            Artifacts::Svn(svn) => {
                let Some((host, port)) = server(svn.url.as_str()) else { return };
                let protocol = match svn.url.scheme() {
                    "https" => Protocol::Https,
                    "http" => Protocol::Http,
                    _ => Protocol::Tcp("Subversion"),
                };
                let target = match host {
                    Some(host) => Ends::Machines(Spans::of([Some(&host)])),
                    None => Ends::Words("the Subversion server"),
                };
                (target, port, protocol, "artifacts, by Subversion")
            }
            Artifacts::SharedFolder(folder) => {
                let source = folder.source.as_ref().map_or("", |source| source.as_str());
                let (host, port, protocol) = match source.strip_prefix("//") {
                    Some(rest) => (rest.split('/').next(), 445, Protocol::Tcp("SMB")),
                    None => (source.split_once(":/").map(|(host, _)| host), 2049, Protocol::Tcp("NFS")),
                };
                let target = match host.and_then(|host| host.parse().ok()) {
                    Some(host) => Ends::Machines(Spans::of([Some(&host)])),
                    None => Ends::Words("the file server"),
                };
                let what = "the shared folder; write the ports of your file server here if they are others";
                (target, Port::known(port), protocol, what)
            }
            Artifacts::Push => {
                let what = "artifacts, where the pipeline copies over SSH; leave it out where it does not";
                let port = Port::known(22);
                self.edges.push(Edge {
                    from: Party::Pipeline,
                    to: Party::Members,
                    sources: Ends::Words("the pipeline"),
                    targets: self.members(),
                    ports: Ports::of([port]),
                    protocol: Protocol::Tcp("SSH"),
                    purpose: Purpose::Artifacts,
                    what: what.into(),
                });
                return;
            }
        };
        for (from, sources) in self.parties(|node| node.artifacts().is_some()) {
            self.edges.push(Edge {
                from,
                to: Party::Artifacts,
                sources,
                targets: targets.clone(),
                ports: Ports::of([port]),
                protocol,
                purpose: Purpose::Artifacts,
                what: what.into(),
            });
        }
    }
}

/// The host and the port of a URL; nothing where it stays on the machine. User names and passwords in it are dropped.
fn server(url: &str) -> Option<(Option<Address>, Port)> {
    let (scheme, rest) = url.split_once("://")?;
    let usual = match scheme {
        "http" => 80,
        "https" => 443,
        "svn" => 3690,
        "ldap" => 389,
        "ldaps" => 636,
        "file" => return None,
        _ => 22,
    };
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, port.parse().ok()),
        _ => (host, None),
    };
    Some((name.parse().ok(), port.unwrap_or(Port::known(usual))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_url_gives_host_and_port_and_no_password() {
        let shown = |url| server(url).map(|(host, port)| format!("{host:?} {port}"));
        assert_eq!(shown("https://u:p@svn.example.com:8443/x"), shown("https://svn.example.com:8443"));
        assert_eq!(server("svn://[2001:db8::1]/x").map(|(_, port)| port.get()), Some(3690));
        assert_eq!(server("http://[2001:db8::1]:81/x").map(|(_, port)| port.get()), Some(81));
        assert_eq!(server("file:///var/svn"), None);
        assert_eq!(server("nonsense:x"), None);
    }
}
