use super::Basis;
use crate::catalogue::{Component, Line, Product, Release};
use crate::design::{Addresses, Design, Membership, NodeSpec, Role};
use crate::diagnostic::{Diagnostic, Path, Severity};
use crate::plan::{Network, Node, Ports};
use crate::value::{Address, Name, NodeName, Offset, Port};
use std::collections::{BTreeMap, BTreeSet};

/// How many nodes a design may have.
const MOST: usize = 10_000;

/// Expands what was said into nodes: managers first, then in the order of the design.
pub(super) fn nodes(basis: Basis<'_>, networks: &[Network], notes: &mut Vec<Diagnostic>) -> Vec<Node> {
    let Basis { design, .. } = basis;
    let mut drafts = Vec::new();
    for (number, spec) in design.nodes.iter().enumerate() {
        let at = Path::root().key("nodes").index(number);
        let Some(role) = role(spec, basis, &at, notes) else { continue };
        let Some(kind) = Kind::of(basis, role) else { continue };
        if let Some(name) = spec.network.as_ref().filter(|name| !is_declared(name, networks)) {
            notes.push(dangling_network(name, networks, at.clone().key("network")));
        }
        for address in addresses(spec, &at, notes) {
            drafts.push(Draft { spec, role, kind, address, at: at.clone() });
        }
        if drafts.len() > MOST {
            notes.push(
                Diagnostic::new("too-many-nodes", Severity::Error, format!("there are more than {MOST} nodes"))
                    .at(at)
                    .help("split the cluster"),
            );
            drafts.truncate(MOST);
            break;
        }
    }
    drafts.sort_by_key(|draft| draft.role);
    let machines = Machines::of(&drafts);
    let mut names = Names::of(&drafts);
    let mut taken = Taken::of(&drafts, &machines);
    let mut seen_roles = BTreeSet::new();
    let mut nodes = Vec::with_capacity(drafts.len());
    for (draft, machine) in drafts.iter().zip(machines.of_draft.iter().copied()) {
        let line = draft.kind.release.line;
        let offset = draft.spec.offset.unwrap_or_else(|| taken.free_offset(machine, line.offset));
        let usual_port = usual_member_port(design, line);
        let wanted = draft.spec.member_port.unwrap_or(usual_port);
        let said = draft.spec.member_port.is_some() && draft.is_one();
        let member_port = taken.member_port(machine, wanted, said);
        let name = names.name(draft, notes);
        nodes.push(Node {
            name,
            role: draft.role,
            product: draft.kind.product,
            release: draft.kind.release,
            component: draft.kind.component,
            group: None,
            first: seen_roles.insert(draft.role),
            network: network(draft, networks),
            shares_machine: machines.sizes.get(machine).is_some_and(|size| *size > 1),
            address: draft.address.clone(),
            offset,
            member_port,
            ports: ports(draft.kind, offset, &draft.at, notes),
            at: draft.at.clone(),
        });
    }
    nodes
}

struct Draft<'d> {
    spec: &'d NodeSpec,
    role: Role,
    kind: Kind,
    address: Option<Address>,
    at: Path,
}

impl Draft<'_> {
    /// Whether its entry of the design stands for it alone.
    fn is_one(&self) -> bool {
        self.spec.addresses.is_none() && self.spec.count.is_none()
    }
}

/// What runs on a node of a role.
#[derive(Clone, Copy)]
struct Kind {
    product: &'static Product,
    release: &'static Release,
    component: &'static Component,
}

impl Kind {
    fn of(Basis { product, release, .. }: Basis<'_>, role: Role) -> Option<Self> {
        if let Some(component) = release.line.component(role) {
            return Some(Self { product, release, component });
        }
        let component = release.analytics_component(role)?;
        Some(Self { product: release.analytics?.product, release: release.analytics_release()?, component })
    }
}

fn role(
    spec: &NodeSpec,
    Basis { pattern, release, .. }: Basis<'_>,
    at: &Path,
    notes: &mut Vec<Diagnostic>,
) -> Option<Role> {
    let roles: Vec<Role> = pattern.roles.of(release).into_iter().map(|(role, _)| role).collect();
    let help = || {
        let keys: Vec<String> = roles.iter().map(|role| format!("`role = \"{}\"`", role.key())).collect();
        format!("write {}", either(&keys))
    };
    let Some(said) = spec.role else {
        // Where nodes and their analytics make a pattern, a node without a role is one of the former.
        let usual = pattern.roles.only(release).or_else(|| roles.contains(&Role::Node).then_some(Role::Node));
        if usual.is_none() {
            notes.push(
                Diagnostic::new("role-missing", Severity::Error, format!("{at} says no role"))
                    .at(at.clone())
                    .help(help()),
            );
        }
        return usual;
    };
    if roles.contains(&said) {
        return Some(said);
    }
    let plurals: Vec<String> = roles.iter().map(|role| role.plural().to_owned()).collect();
    let (what, help) = match roles.as_slice() {
        [Role::Node] => ("every node of this pattern is equal".to_owned(), "leave `role` out".to_owned()),
        _ => (format!("this pattern has {}", all(&plurals)), help()),
    };
    notes.push(
        Diagnostic::new(
            "role-not-in-pattern",
            Severity::Error,
            format!("{at} has a role that the pattern does not know: {what}"),
        )
        .at(at.clone().key("role"))
        .help(help),
    );
    // The node still counts, so that nothing else is reported only because it is missing.
    roles.iter().copied().find(|role| *role == Role::Worker).or(roles.first().copied())
}

/// `a`, `a or b`, `a, b or c`.
fn either(words: &[String]) -> String {
    joined(words, "or")
}

/// `a`, `a and b`, `a, b and c`.
fn all(words: &[String]) -> String {
    joined(words, "and")
}

fn joined(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

fn addresses(spec: &NodeSpec, at: &Path, notes: &mut Vec<Diagnostic>) -> Vec<Option<Address>> {
    let said = [spec.address.is_some(), spec.addresses.is_some(), spec.count.is_some()];
    if said.iter().filter(|yes| **yes).count() > 1 {
        notes.push(
            Diagnostic::new(
                "several-ways-to-count",
                Severity::Error,
                format!("{at} says more than one of `address`, `addresses` and `count`"),
            )
            .at(at.clone())
            .help(
                "one node has an `address`; several have `addresses`, or a `count` where their addresses are not known",
            ),
        );
    }
    match (&spec.address, &spec.addresses, spec.count) {
        (Some(address), _, _) => vec![Some(address.clone())],
        (None, Some(Addresses::Range(range)), _) => range.addresses().map(Some).collect(),
        (None, Some(Addresses::List(list)), _) => list.iter().cloned().map(Some).collect(),
        (None, None, Some(count)) => vec![None; usize::from(count.get())],
        (None, None, None) => vec![None],
    }
}

/// The member port that a node has where nobody says: what its axis2.xml comes with, or the first that the AWS schemes
/// scan (from 5701).
fn usual_member_port(design: &Design, line: &Line) -> Port {
    match design.cluster.membership {
        Some(Membership::Aws(_) | Membership::AwsEcs(_)) => Port::known(5701),
        _ => Port::known(line.member_port),
    }
}

/// The network that is named; where none is, or nobody declared it, the one that has the address, or the first.
fn network(draft: &Draft<'_>, networks: &[Network]) -> Name {
    if let Some(name) = draft.spec.network.as_ref().filter(|name| is_declared(name, networks)) {
        return name.clone();
    }
    let ip = draft.address.as_ref().and_then(Address::ip);
    let by_address =
        ip.and_then(|ip| networks.iter().find(|network| network.cidr.is_some_and(|cidr| cidr.contains(ip))));
    by_address.or(networks.first()).map_or_else(|| Name::known("default"), |network| network.name.clone())
}

pub(super) fn is_declared(name: &Name, networks: &[Network]) -> bool {
    networks.iter().any(|network| network.name == *name)
}

/// A network that nobody declared.
pub(super) fn dangling_network(name: &Name, networks: &[Network], at: Path) -> Diagnostic {
    let known: Vec<&str> = networks.iter().take(20).map(|network| network.name.as_str()).collect();
    Diagnostic::new("dangling-network", Severity::Error, format!("there is no network `{name}`"))
        .at(at)
        .help(format!("declare it under [[networks]]; declared are {}", known.join(", ")))
}

fn ports(Kind { release, component, .. }: Kind, offset: Offset, at: &Path, notes: &mut Vec<Diagnostic>) -> Ports {
    let line = release.line;
    let (service_http, service_https) = line.services.ports();
    let usual = [9763, 9443, service_http, service_https, 9099, 8099, 11111];
    // The configuration names such listeners as they are.
    let (all, by) = match component.listeners {
        Some((http, https)) => {
            ([http, https, http, https, http, https, https], offset.get().saturating_sub(line.offset))
        }
        None => (usual, offset.get()),
    };
    let all = all.map(Port::known).map(|port| port.shifted(by));
    if all.iter().any(Option::is_none) {
        notes.push(
            Diagnostic::new(
                "offset-too-large",
                Severity::Error,
                format!("{at}: offset {offset} moves a port past 65535"),
            )
            .at(at.clone().key("offset")),
        );
    }
    let [http, https, service_http, service_https, ws, wss, _] = all.map(|port| port.unwrap_or(Port::known(65535)));
    Ports { http, https, service_http, service_https, ws, wss }
}

/// Which nodes are on the same machine: those with the same address.
struct Machines {
    of_draft: Vec<usize>,
    sizes: Vec<usize>,
}

impl Machines {
    fn of(drafts: &[Draft<'_>]) -> Self {
        let mut by_address: BTreeMap<&Address, usize> = BTreeMap::new();
        let mut machines = Self { of_draft: Vec::with_capacity(drafts.len()), sizes: Vec::new() };
        for draft in drafts {
            let fresh = machines.sizes.len();
            let machine = match &draft.address {
                Some(address) => *by_address.entry(address).or_insert(fresh),
                None => fresh,
            };
            match machines.sizes.get_mut(machine) {
                Some(size) => *size += 1,
                None => machines.sizes.push(1),
            }
            machines.of_draft.push(machine);
        }
        machines
    }
}

/// What is taken on each machine.
#[derive(Default)]
struct Taken {
    offsets: Numbers,
    ports: Numbers,
}

impl Taken {
    /// What single nodes say for themselves is taken from the start.
    fn of(drafts: &[Draft<'_>], machines: &Machines) -> Self {
        let mut taken = Self::default();
        for (draft, machine) in drafts.iter().zip(machines.of_draft.iter().copied()) {
            if let Some(offset) = draft.spec.offset {
                taken.offsets.take(machine, offset.get());
            }
            if let (Some(port), true) = (draft.spec.member_port, draft.is_one()) {
                taken.ports.take(machine, port.get());
            }
        }
        taken
    }

    fn free_offset(&mut self, machine: usize, usual: u16) -> Offset {
        Offset::decided(usize::from(self.offsets.next(machine, usual).unwrap_or(usual)))
    }

    /// The wanted port, or the next free one of the machine; a port said for one node is left as it was said.
    fn member_port(&mut self, machine: usize, wanted: Port, said: bool) -> Port {
        if said {
            return wanted;
        }
        let by = self.ports.next(machine, wanted.get()).map_or(0, |port| port - wanted.get());
        wanted.shifted(by).unwrap_or(wanted)
    }
}

/// Numbers that are taken, on each machine for itself.
#[derive(Default)]
struct Numbers {
    taken: BTreeSet<(usize, u16)>,
    /// Where the search from a number ended: ten thousand nodes of one machine must not begin anew each.
    ended: BTreeMap<(usize, u16), u16>,
}

impl Numbers {
    fn take(&mut self, machine: usize, number: u16) -> bool {
        self.taken.insert((machine, number))
    }

    /// Takes the first free number from `first` on; none where all are taken.
    fn next(&mut self, machine: usize, first: u16) -> Option<u16> {
        let from = self.ended.get(&(machine, first)).copied().unwrap_or(first);
        let free = (from..=u16::MAX).find(|number| self.take(machine, *number))?;
        self.ended.insert((machine, first), free);
        Some(free)
    }
}

/// Names: said, or role and number.
struct Names {
    taken: BTreeSet<NodeName>,
    numbers: BTreeMap<String, usize>,
}

impl Names {
    fn of(drafts: &[Draft<'_>]) -> Self {
        let said = drafts.iter().filter(|draft| draft.is_one()).filter_map(|draft| draft.spec.name.clone());
        Self { taken: said.collect(), numbers: BTreeMap::new() }
    }

    fn name(&mut self, draft: &Draft<'_>, notes: &mut Vec<Diagnostic>) -> NodeName {
        if let (Some(name), true) = (&draft.spec.name, draft.is_one()) {
            let uses = self.numbers.entry(format!("={name}")).or_default();
            *uses += 1;
            if *uses > 1 {
                notes.push(
                    Diagnostic::new("duplicate-name", Severity::Error, format!("two nodes are called `{name}`"))
                        .at(draft.at.clone().key("name"))
                        .help("give each node a name of its own"),
                );
            }
            return name.clone();
        }
        let kind = draft.spec.name.as_ref().map_or(draft.role.key(), |name| name.as_str());
        let number = self.numbers.entry(kind.to_owned()).or_default();
        loop {
            *number += 1;
            let name = NodeName::numbered(kind, *number);
            if self.taken.insert(name.clone()) {
                return name;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::{Plan, resolve};
    use serde_json::{Value, json};

    fn plan(nodes: Value) -> Plan {
        let design = json!({
            "format": 1, "name": "x", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2", "nodes": nodes,
        });
        resolve(&serde_json::from_value(design).unwrap()).output.unwrap()
    }

    #[test]
    fn nodes_on_one_machine_get_ports_and_offsets_of_their_own() {
        let plan = plan(json!([
            {"role": "worker", "address": "192.0.2.1"},
            {"role": "manager", "address": "192.0.2.1"},
            {"role": "worker", "address": "192.0.2.1", "offset": 1, "member-port": 4101},
            {"role": "worker", "address": "192.0.2.2"},
        ]));
        let decided: Vec<(String, u16, u16, u16)> = plan
            .nodes
            .iter()
            .map(|it| (it.name.to_string(), it.offset.get(), it.member_port.get(), it.ports.service_https.get()))
            .collect();
        assert_eq!(
            decided,
            [
                ("manager-1".to_owned(), 0, 4100, 8243),
                ("worker-1".to_owned(), 2, 4102, 8245),
                ("worker-2".to_owned(), 1, 4101, 8244),
                ("worker-3".to_owned(), 0, 4100, 8243),
            ]
        );
        assert_eq!(plan.nodes.iter().filter(|it| it.shares_machine).count(), 3);
    }

    #[test]
    fn ten_thousand_nodes_on_one_machine_are_told_apart() {
        let plan = plan(json!([{"role": "worker", "addresses": vec!["192.0.2.1"; 10_000]}]));
        let (first, last) = (&plan.nodes[0], &plan.nodes[9_999]);
        assert_eq!((first.offset.get(), last.offset.get()), (0, 9_999));
        assert_eq!((first.member_port.get(), last.member_port.get()), (4100, 14_099));
    }

    #[test]
    fn several_nodes_of_one_entry_are_numbered_around_names_that_are_said() {
        let plan = plan(json!([
            {"role": "worker", "name": "worker-2", "address": "192.0.2.9"},
            {"role": "worker", "addresses": "192.0.2.1-3"},
            {"role": "manager", "name": "boss", "count": 2},
        ]));
        let names: Vec<&str> = plan.nodes.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names, ["boss-1", "boss-2", "worker-2", "worker-1", "worker-3", "worker-4"]);
    }
}
