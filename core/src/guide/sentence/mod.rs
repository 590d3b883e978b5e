use super::words::nodes;
use crate::catalogue::{Purpose, Roles};
use crate::design::Role;
use crate::plan::{Plan, Upstream};
use crate::topology::Ports;
use crate::value::Port;
use std::collections::BTreeSet;

/// The cluster in one line: its nodes, what it can lose, where clients stay with a node, and what nodes share. Such as
/// «2 managers, 3 workers; loses one worker without interruption; sticky on 9443 only; three databases».
pub fn sentence(plan: &Plan) -> String {
    let parts = [parts(plan), losses(plan), sticky(plan), databases(plan)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

fn parts(plan: &Plan) -> String {
    let parts: Vec<String> = plan.roles().into_iter().map(|role| nodes(role, plan.of_role(role).count())).collect();
    if parts.is_empty() { "no nodes".to_owned() } else { parts.join(", ") }
}

fn losses(plan: &Plan) -> String {
    let count = |role| plan.of_role(role).count();
    let (alone, several): (Vec<Role>, Vec<Role>) = plan.roles().into_iter().partition(|role| count(*role) < 2);
    if let Roles::WorkerManager { .. } = plan.pattern.roles {
        let services = match count(Role::Worker) {
            0 => "",
            1 => "cannot lose its one worker",
            _ => "loses one worker without interruption",
        };
        let console = if count(Role::Manager) == 1 { "no deployment while its one manager is down" } else { "" };
        return [services, console].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join("; ");
    }
    let alone = join(alone.into_iter().map(Role::name), "or");
    match (several.as_slice(), alone.as_str()) {
        ([], "") => String::new(),
        ([], alone) => format!("cannot lose its one {alone}"),
        ([role], "") if plan.pattern.sticky_services => format!("loses one {} with its sessions", role.name()),
        ([role], "") => format!("survives the loss of one {}", role.name()),
        (_, "") => "survives the loss of one of each kind".to_owned(),
        (_, alone) => format!("survives the loss of one node, but not of its one {alone}"),
    }
}

/// Where clients stay with a node: by the nodes' ports where those tell it, otherwise by what the requests are for.
fn sticky(plan: &Plan) -> String {
    let reached = || plan.fronts.iter().flat_map(|front| &front.upstreams).filter(|it| !it.servers.is_empty());
    let (stays, free): (Vec<&Upstream>, Vec<&Upstream>) = reached().partition(|it| it.affinity.is_some());
    let ports = |of: &[&Upstream]| -> BTreeSet<Port> {
        of.iter().flat_map(|upstream| &upstream.servers).map(|server| server.port).collect()
    };
    let (held, loose) = (ports(&stays), ports(&free));
    match (stays.as_slice(), free.as_slice()) {
        ([], []) => String::new(),
        ([], _) => "sticky nowhere".to_owned(),
        (_, []) => "sticky everywhere".to_owned(),
        _ if held.is_disjoint(&loose) && held.len() < 5 => format!("sticky on {} only", Ports::of(held)),
        (stays, free) => by_purpose(stays, free),
    }
}

fn by_purpose(stays: &[&Upstream], free: &[&Upstream]) -> String {
    let purposes = |of: &[&Upstream]| of.iter().map(|upstream| upstream.purpose).collect::<BTreeSet<Purpose>>();
    let (held, loose) = (purposes(stays), purposes(free));
    if !held.is_disjoint(&loose) {
        let transports: BTreeSet<bool> = stays.iter().map(|upstream| upstream.tls).collect();
        return match transports.into_iter().collect::<Vec<_>>().as_slice() {
            [true] => "sticky over HTTPS only".to_owned(),
            [false] => "sticky over HTTP only".to_owned(),
            _ => "sticky in part".to_owned(),
        };
    }
    let all = held.len() + loose.len();
    let names = |of: BTreeSet<Purpose>| join(of.into_iter().map(Purpose::in_words), "and");
    match (held.len(), loose.len()) {
        (..=2, _) => format!("sticky for {} only", names(held)),
        (_, ..=2) => format!("sticky but for {}", names(loose)),
        (number, _) => format!("sticky for {} of {} host names", in_words(number), in_words(all)),
    }
}

fn databases(plan: &Plan) -> String {
    match plan.database.as_ref().map_or(0, |database| database.schemas.len()) {
        0 => "no shared database".to_owned(),
        1 => "one database".to_owned(),
        number => format!("{} databases", in_words(number)),
    }
}

/// Small numbers as words.
fn in_words(number: usize) -> String {
    let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    let word = number.checked_sub(2).and_then(|place| words.get(place));
    word.map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// Words with commas between, and one of «and», «or» before the last.
fn join<'w>(words: impl Iterator<Item = &'w str>, last: &str) -> String {
    let words: Vec<&str> = words.collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests;
