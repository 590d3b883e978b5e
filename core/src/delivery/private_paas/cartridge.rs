use super::{Family, Generation, PortMapping, family, ports};
use crate::design::Role;
use crate::plan::{Node, Plan, PrivatePaasPlan};
use crate::value::HostName;

/// A role of the plan, as a cartridge.
#[derive(Debug, Clone, Copy)]
pub struct Cartridge<'p> {
    /// The cartridges of its product.
    pub family: &'static Family,
    /// The plan.
    pub plan: &'p Plan,
    /// What the platform is told.
    pub paas: &'p PrivatePaasPlan,
    /// The first of the role's nodes; an instance is made as it is.
    pub node: &'p Node,
    /// How many nodes of the role the design has.
    pub count: usize,
}

/// The cartridges of a plan, in the order in which they start: managers first. None where the platform has none of the
/// product.
pub fn cartridges<'p>(plan: &'p Plan, paas: &'p PrivatePaasPlan) -> Vec<Cartridge<'p>> {
    let generation = Generation::of(paas.version);
    let Some(family) = family(plan.product.id).filter(|family| family.is_in(generation)) else { return Vec::new() };
    let cartridge = |role: Role| {
        family.service_type(generation, plan.release.version, role)?;
        let mut nodes = plan.of_role(role).filter(|node| node.product.id == plan.product.id);
        let node = nodes.next()?;
        Some(Cartridge { family, plan, paas, node, count: 1 + nodes.count() })
    };
    plan.roles().into_iter().filter_map(cartridge).collect()
}

impl Cartridge<'_> {
    /// What the platform calls it: its service type.
    pub fn service_type(&self) -> String {
        self.type_of(self.node.role).unwrap_or_default()
    }

    fn type_of(&self, role: Role) -> Option<String> {
        self.family.service_type(Generation::of(self.paas.version), self.plan.release.version, role)
    }

    /// The service type of the other role, where workers and managers are apart.
    pub(super) fn partner(&self) -> Option<String> {
        let role = match self.node.role {
            Role::Manager => Role::Worker,
            Role::Worker => Role::Manager,
            _ => return None,
        };
        self.plan.of_role(role).next().and_then(|_| self.type_of(role))
    }

    /// The host name by which clients reach its instances.
    pub fn host(&self) -> &HostName {
        match self.node.role {
            Role::Manager => &self.plan.hosts.console,
            _ => &self.plan.hosts.service,
        }
    }

    /// What it does, in a word: `Manager`; empty for equal nodes.
    pub(super) fn word(&self) -> &'static str {
        match self.node.role {
            Role::Manager => "Manager",
            Role::Worker => "Worker",
            _ => "",
        }
    }

    /// Its name, for people.
    pub(super) fn display_name(&self) -> String {
        let name = format!("{} {} {}", self.plan.product.name, self.plan.release.version, self.word());
        name.trim_end().to_owned()
    }

    /// Whether its instances write what is deployed back to the repository.
    pub(super) fn commits(&self) -> bool {
        self.node.role == Role::Manager
    }

    /// The most instances that may run.
    pub fn most(&self) -> usize {
        self.count.max(self.paas.max_instances.map_or(0, usize::from))
    }

    /// The ports that the platform's load balancer leads to.
    pub fn ports(&self) -> Vec<PortMapping> {
        ports::ports(self)
    }
}
