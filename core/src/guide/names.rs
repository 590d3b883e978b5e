use crate::plan::{Front, Plan, Purpose};
use crate::value::{Address, NodeName};
use std::collections::BTreeMap;
use std::fmt::Write;

/// `hosts`: lines for `/etc/hosts` of every machine, where DNS does not know the names. What has no known address is a
/// comment that says what to fill in.
pub(super) fn hosts(plan: &Plan) -> String {
    let mut file = File(format!(
        "# Names of the cluster {}, for /etc/hosts of every node and load balancer.\n\
         # Leave out what DNS answers already; clients need the public names in DNS in any case.\n",
        plan.name
    ));
    file.heading("public names");
    public(plan, &mut file);
    file.heading("nodes");
    nodes(plan, &mut file);
    if let Some(database) = &plan.database {
        file.heading("database");
        file.line(database.address.as_ref(), &[database.host.as_str()], "the database server");
    }
    file.0
}

struct File(String);

impl File {
    fn heading(&mut self, text: &str) {
        _ = writeln!(self.0, "\n# {text}");
    }

    /// A line for names at an address; a comment where there is no such line.
    fn line(&mut self, address: Option<&Address>, names: &[&str], machine: &str) {
        let names = names.join(" ");
        _ = match address {
            Some(Address::Ip(ip)) => writeln!(self.0, "{ip}\t{names}"),
            Some(Address::Name(name)) if name.as_str() == names => {
                writeln!(self.0, "# {names}: {machine}; fill in its address where DNS does not know it")
            }
            Some(Address::Name(name)) => {
                writeln!(self.0, "# {names}: {machine} is {name}; make this an alias of it in DNS")
            }
            None => writeln!(self.0, "# {names}: fill in the address of {machine}"),
        };
    }
}

fn public(plan: &Plan, file: &mut File) {
    if !plan.opens(Purpose::Service) && !plan.opens(Purpose::Console) {
        for front in &plan.fronts {
            let mut names: Vec<&str> = front.hosts.iter().map(|host| host.name.as_str()).collect();
            names.dedup();
            if !names.is_empty() {
                file.line(front.address.as_ref(), &names, &machine(front));
            }
        }
        return;
    }
    let (service, console) = (plan.hosts.service.as_str(), plan.hosts.console.as_str());
    let (service_front, console_front) = (plan.service_front(), plan.console_front());
    match (service_front, console_front) {
        (None, Some(front)) if !plan.offers_services() => {
            file.line(front.address.as_ref(), &[console], &machine(front));
        }
        (Some(one), Some(other)) if one.name == other.name => {
            let names: &[&str] = if service == console { &[service] } else { &[service, console] };
            file.line(one.address.as_ref(), names, &machine(one));
        }
        _ => {
            match service_front {
                Some(front) => file.line(front.address.as_ref(), &[service], &machine(front)),
                None if !plan.offers_services() => {}
                None => file.line(None, &[service], "the platform's load balancer"),
            }
            match (console_front, plan.with_console().next()) {
                (Some(front), _) => file.line(front.address.as_ref(), &[console], &machine(front)),
                (None, Some(node)) if service != console => {
                    file.line(node.address.as_ref(), &[console], &format!("node {}", node.name));
                }
                _ => {}
            }
        }
    }
    let first = |front: &&Front| {
        service_front.is_some_and(|other| other.name == front.name)
            || console_front.is_some_and(|other| other.name == front.name)
    };
    for front in plan.fronts.iter().filter(|front| !first(front)) {
        let address = front.address.as_ref().map_or_else(|| "its address".to_owned(), ToString::to_string);
        _ = writeln!(file.0, "# {} stands beside it: DNS may answer with {address} as well", machine(front));
    }
}

fn machine(front: &Front) -> String {
    format!("load balancer {}", front.name)
}

/// One line a machine, with the names of all its nodes.
fn nodes(plan: &Plan, file: &mut File) {
    let mut machines: BTreeMap<&Address, Vec<&str>> = BTreeMap::new();
    for node in &plan.nodes {
        if let Some(address) = &node.address {
            machines.entry(address).or_default().push(node.name.as_str());
        }
    }
    for node in &plan.nodes {
        let name: &NodeName = &node.name;
        match &node.address {
            None => file.line(None, &[name.as_str()], "the machine that the platform starts"),
            Some(address) => {
                if let Some(names) = machines.remove(address) {
                    file.line(Some(address), &names, "the node's machine");
                }
            }
        }
    }
}
