use super::setting::{Kind, kind};
use super::syntax::{Block, Token};
use crate::diagnostic::{Diagnostic, Path, Severity};
use crate::value::{HostName, shown};

/// One cluster behind the ELB: a domain of a service.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// The service's name, such as `appserver`.
    pub service: String,
    /// The cluster's domain, as the nodes' `axis2.xml` has it.
    pub domain: String,
    /// Where it is in the file.
    pub at: Path,
    /// The tenants that it is for; none: all.
    pub(super) tenants: Option<(Path, String)>,
    /// The names that lead to the managers.
    pub(super) managers: Vec<Host>,
    /// The names that lead to the workers.
    pub(super) workers: Vec<Host>,
    /// The names that lead to any node.
    pub(super) anyone: Vec<Host>,
    /// Sub-domains of other names.
    pub(super) others: Vec<(Path, String)>,
    /// A public address of the ELB, if it is said.
    pub(super) address: Option<(Path, String)>,
    /// What the file says besides, by kind.
    pub(super) rest: Vec<(Kind, Path, String)>,
}

/// A host name of the file.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Host {
    pub(super) at: Path,
    /// The name; what stands there instead, where it is none.
    pub(super) name: Result<HostName, String>,
}

/// The clusters of a service. Domains that stand twice, as in ELB 2.0 for each sub-domain, are one.
pub(super) fn of(service: &Block<'_>, global: &[&Block<'_>], notes: &mut Vec<Diagnostic>) -> Vec<Cluster> {
    let mut found: Vec<Cluster> = Vec::new();
    let domains: Vec<&Block<'_>> =
        service.blocks().filter(|block| block.name == "domains").flat_map(Block::blocks).collect();
    if domains.is_empty() {
        let message = format!("the service `{}` has no domain", shown(service.name));
        let help = "write `domains { <domain> { … } }`, with the domain of its nodes' `axis2.xml`";
        notes.push(Diagnostic::new("missing-key", Severity::Error, message).at(service.path.clone()).help(help));
    }
    for domain in domains {
        let place = found.iter().position(|cluster| cluster.domain == domain.name).unwrap_or_else(|| {
            found.push(Cluster::new(service, domain, global));
            found.len() - 1
        });
        if let Some(cluster) = found.get_mut(place) {
            cluster.take(service, domain);
        }
    }
    found
}

impl Cluster {
    fn new(service: &Block<'_>, domain: &Block<'_>, global: &[&Block<'_>]) -> Self {
        let mut cluster = Self {
            service: service.name.to_owned(),
            domain: domain.name.to_owned(),
            at: domain.path.clone(),
            tenants: None,
            managers: Vec::new(),
            workers: Vec::new(),
            anyone: Vec::new(),
            others: Vec::new(),
            address: None,
            rest: Vec::new(),
        };
        for block in global.iter().chain([&service]) {
            cluster.besides(block);
        }
        cluster
    }

    /// Takes what a block of its domain says. What the service says holds for each of its domains, unless the domain says it
    /// itself.
    fn take(&mut self, service: &Block<'_>, domain: &Block<'_>) {
        self.besides(domain);
        let said = |name| domain.values(name).last().or_else(|| service.values(name).last());
        if let Some((path, range)) = said("tenant_range") {
            self.tenants.get_or_insert((path.clone(), range.text.to_owned()));
        }
        let hosts: Vec<Host> = said("hosts").map(|(path, value)| listed(path, value).collect()).unwrap_or_default();
        let inside: Vec<&Block<'_>> = domain.blocks().collect();
        match said("sub_domain") {
            Some((path, name)) => self.sub_domain(path, name.text, hosts),
            // Names beside sub-domains of ELB 2.1 are those of the service, which lead nowhere by themselves.
            None if inside.is_empty() => self.anyone.extend(hosts),
            None => {}
        }
        for block in inside {
            self.besides(block);
            let own = block.values("hosts").last().map(|(path, value)| listed(path, value).collect());
            self.sub_domain(&block.path, block.name, own.unwrap_or_default());
        }
    }

    fn sub_domain(&mut self, at: &Path, name: &str, hosts: Vec<Host>) {
        match name {
            "mgt" => self.managers.extend(hosts),
            "worker" => self.workers.extend(hosts),
            // What a node without a sub-domain is in.
            "__$default" => self.anyone.extend(hosts),
            _ => self.others.push((at.clone(), name.to_owned())),
        }
    }

    fn besides(&mut self, block: &Block<'_>) {
        for (path, name, value) in block.settings() {
            match kind(name) {
                Kind::Read => {}
                Kind::Address => self.address = Some((path.clone(), value.text.to_owned())),
                kind => self.rest.push((kind, path.clone(), name.to_owned())),
            }
        }
    }

    /// Whether its names tell managers from workers.
    pub(super) fn separates_roles(&self) -> bool {
        !self.managers.is_empty() || !self.workers.is_empty()
    }

    /// Whether it takes the tenants that no other one takes.
    pub fn takes_all_tenants(&self) -> bool {
        self.tenants.as_ref().is_none_or(|(_, range)| range == "*")
    }
}

/// Host names with commas between them.
fn listed<'v>(at: &'v Path, value: &'v Token<'_>) -> impl Iterator<Item = Host> + 'v {
    let names = value.text.split(',').map(str::trim).filter(|name| !name.is_empty());
    names.map(|name| Host { at: at.clone(), name: name.parse().map_err(|_| name.to_owned()) })
}
