//! The web ACL: what the listeners' rules cannot say. It sees a path as a node will: decoded, without `.`, `..` and `//`,
//! in lower case.

use super::super::platform::literally;
use super::MOST_VALUES;
use crate::plan::front::conduct;
use crate::plan::{Action, Paths, Refusal, VirtualHost};
use crate::value::{Cidr, HostName};

/// The longest regular expression of a rule.
const REGEX: usize = 512;

/// What a web ACL refuses.
pub(super) struct Firewall {
    pub(super) sets: Vec<IpSet>,
    pub(super) rules: Vec<Rule>,
}

/// Networks of one kind of address.
pub(super) struct IpSet {
    pub(super) key: String,
    pub(super) v6: bool,
    pub(super) networks: Vec<Cidr>,
}

/// Requests that are refused.
pub(super) struct Rule {
    pub(super) name: String,
    pub(super) say: String,
    pub(super) status: u16,
    /// All must hold.
    pub(super) when: Vec<Condition>,
}

/// What a request is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Condition {
    Host(Pattern),
    NotHost(Pattern),
    Path(Pattern),
    NotPath(Pattern),
    /// It does not come from a set (its place in the list).
    NotFrom(usize),
    /// It has one of these headers.
    Carries(Vec<&'static str>),
    /// It declares a body of a length that this matches.
    Length(Pattern),
}

/// A regular expression of words of ours and host names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pattern(pub(super) String);

/// What a rule asks, as AWS nests it.
pub(super) enum Statement<'r> {
    All(Vec<Self>),
    Any(Vec<Self>),
    Not(Box<Self>),
    Matches(Field, &'r Pattern),
    /// It comes from a set (its place in the list).
    From(usize),
    /// It has this header.
    Has(&'static str),
}

/// A part of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Path,
    Header(&'static str),
}

impl Field {
    /// What is made of it before it is compared, in this order.
    pub(super) fn transformations(self) -> &'static [&'static str] {
        match self {
            Self::Path => &["URL_DECODE", "NORMALIZE_PATH", "LOWERCASE"],
            Self::Header("host") => &["LOWERCASE"],
            Self::Header(_) => &["NONE"],
        }
    }
}

impl Rule {
    /// What it asks.
    pub(super) fn statement(&self) -> Statement<'_> {
        let mut all: Vec<Statement<'_>> = self.when.iter().map(Condition::statement).collect();
        match (all.pop(), all.is_empty()) {
            (Some(only), true) => only,
            (last, _) => {
                all.extend(last);
                Statement::All(all)
            }
        }
    }
}

impl Condition {
    fn statement(&self) -> Statement<'_> {
        let host = |pattern| Statement::Matches(Field::Header("host"), pattern);
        let path = |pattern| Statement::Matches(Field::Path, pattern);
        let not = |statement| Statement::Not(Box::new(statement));
        match self {
            Self::Host(pattern) => host(pattern),
            Self::NotHost(pattern) => not(host(pattern)),
            Self::Path(pattern) => path(pattern),
            Self::NotPath(pattern) => not(path(pattern)),
            Self::NotFrom(set) => not(Statement::From(*set)),
            Self::Carries(headers) => Statement::Any(headers.iter().map(|header| Statement::Has(header)).collect()),
            Self::Length(pattern) => Statement::Matches(Field::Header("content-length"), pattern),
        }
    }
}

/// What clients may not say of themselves, besides [`conduct::PLANTED`]: this load balancer sets none of them.
const CLAIMED: [&str; 3] = ["X-Forwarded-Host", "X-Forwarded-Server", "X-Real-IP"];

impl Firewall {
    pub(super) fn new(hosts: &[&VirtualHost]) -> Self {
        let mut all = Self { sets: Vec::new(), rules: Vec::new() };
        let hosts: Vec<&VirtualHost> =
            hosts.iter().copied().filter(|host| matches!(host.action, Action::Proxy(_))).collect();
        all.planted();
        all.bodies(&hosts);
        all.refusals(&hosts);
        all.networks(&hosts);
        all
    }

    /// Capacity units that it takes, as AWS counts them: a transformation of a part of the request once in all.
    pub(super) fn capacity(&self) -> usize {
        let mut transformed = [0; 2];
        let conditions = self.rules.iter().flat_map(|rule| &rule.when);
        let units: usize = conditions
            .map(|condition| match condition {
                Condition::Host(_) | Condition::NotHost(_) => {
                    transformed[0] = 10;
                    3
                }
                Condition::Path(_) | Condition::NotPath(_) => {
                    transformed[1] = 30;
                    3
                }
                Condition::NotFrom(_) => 1,
                Condition::Carries(headers) => headers.len(),
                Condition::Length(_) => 3,
            })
            .sum();
        units + transformed.iter().sum::<usize>()
    }

    fn planted(&mut self) {
        let headers = conduct::PLANTED.into_iter().chain(CLAIMED).collect();
        self.rules.push(Rule {
            name: "planted-headers".to_owned(),
            say: "Headers that nodes, and filters in front of web applications, believe: this load balancer removes none, so \
                  whoever sends one is refused."
                .to_owned(),
            status: 400,
            when: vec![Condition::Carries(headers)],
        });
    }

    fn bodies(&mut self, hosts: &[&VirtualHost]) {
        let mut limits: Vec<u32> = hosts.iter().map(|host| host.body_limit).collect();
        limits.sort_unstable();
        limits.dedup();
        for limit in limits {
            let larger = names(hosts.iter().filter(|host| host.body_limit > limit).copied());
            let mut when: Vec<Condition> = larger.iter().map(|name| Condition::NotHost(host_pattern(name))).collect();
            when.push(Condition::Length(above(u64::from(limit) * 1_048_576)));
            self.rules.push(Rule {
                name: format!("body-{limit}-mb"),
                say: format!(
                    "Bodies of more than {limit} MB, by the length that they declare. A body in chunks declares none, and \
                     passes."
                ),
                status: 413,
                when,
            });
        }
    }

    /// Refused under every name but those that are known not to refuse it: a name that is written in a way that nobody
    /// thought of is refused too.
    fn refusals(&mut self, hosts: &[&VirtualHost]) {
        let mut done: Vec<&Refusal> = Vec::new();
        for refusal in hosts.iter().flat_map(|host| &host.refusals) {
            let alike = |other: &Refusal| {
                (&other.paths, other.status, &other.but_for) == (&refusal.paths, refusal.status, &refusal.but_for)
            };
            if done.iter().any(|other| alike(other)) {
                continue;
            }
            done.push(refusal);
            let open = names(hosts.iter().filter(|host| !host.refusals.iter().any(alike)).copied());
            let parts = refusal.paths.within(REGEX);
            for (number, part) in (1..).zip(&parts) {
                let mut when: Vec<Condition> = open.iter().map(|name| Condition::NotHost(host_pattern(name))).collect();
                when.push(Condition::Path(lower(part.pattern().as_str())));
                when.extend(part.exception().map(|exception| Condition::NotPath(lower(exception))));
                when.extend(self.not_from(&refusal.but_for));
                let kind = match refusal.paths {
                    Paths::Parameters => "parameters",
                    Paths::Contexts(_) => "folders",
                    Paths::Services(_) => "services",
                };
                let say = if number == 1 { refusal.say } else { "More of them." };
                let name = format!("{kind}-{}-{number}", done.len());
                self.rules.push(Rule { name, say: say.to_owned(), status: refusal.status, when });
            }
        }
    }

    /// Who is let in where the listener's rule has no room for all networks.
    fn networks(&mut self, hosts: &[&VirtualHost]) {
        for host in hosts.iter().filter(|host| host.allow.len() >= MOST_VALUES) {
            let mut when = vec![Condition::Host(host_pattern(&host.name))];
            when.extend(self.not_from(&host.allow));
            self.rules.push(Rule {
                name: format!("networks-of-{}", host.purpose.key()),
                say: format!("{}: these networks only.", host.purpose.heading()),
                status: 403,
                when,
            });
        }
    }

    /// That a request comes from none of these networks; nothing where there is none.
    fn not_from(&mut self, networks: &[Cidr]) -> Vec<Condition> {
        let mut conditions = Vec::new();
        for v6 in [false, true] {
            let of_kind = |network: &&Cidr| network.address().is_ipv6() == v6;
            let some: Vec<Cidr> = networks.iter().filter(of_kind).copied().collect();
            if some.is_empty() {
                continue;
            }
            let known = self.sets.iter().position(|set| set.v6 == v6 && set.networks == some);
            let place = known.unwrap_or_else(|| {
                let key = format!("networks_{}", self.sets.len() + 1);
                self.sets.push(IpSet { key, v6, networks: some });
                self.sets.len() - 1
            });
            conditions.push(Condition::NotFrom(place));
        }
        conditions
    }
}

/// The names of hosts, each once.
fn names<'h>(hosts: impl Iterator<Item = &'h VirtualHost>) -> Vec<&'h HostName> {
    let mut names: Vec<&HostName> = Vec::new();
    for host in hosts {
        if !names.contains(&&host.name) {
            names.push(&host.name);
        }
    }
    names
}

/// A host name as `Host` may have it: with a dot at its end, and with a port.
fn host_pattern(name: &HostName) -> Pattern {
    Pattern(format!("^{}[.]?(?::[0-9]*)?$", literally(name)))
}

/// An expression for paths in lower case.
fn lower(expression: &str) -> Pattern {
    Pattern(expression.to_ascii_lowercase())
}

/// A number above this one.
fn above(limit: u64) -> Pattern {
    let digits = limit.to_string();
    let mut ways = vec![format!("[1-9][0-9]{{{},}}", digits.len())];
    for (place, digit) in digits.char_indices() {
        let before = &digits[..place];
        let rest = match digits.len() - place - 1 {
            0 => String::new(),
            1 => "[0-9]".to_owned(),
            rest => format!("[0-9]{{{rest}}}"),
        };
        match digit {
            '9' => {}
            '8' => ways.push(format!("{before}9{rest}")),
            digit => ways.push(format!("{before}[{}-9]{rest}", digit.to_digit(10).unwrap_or(0) + 1)),
        }
    }
    Pattern(format!("^0*(?:{})$", ways.join("|")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_compared_digit_by_digit() {
        assert_eq!(above(20).0, "^0*(?:[1-9][0-9]{2,}|[3-9][0-9]|2[1-9])$");
        assert_eq!(above(98).0, "^0*(?:[1-9][0-9]{2,}|99)$");
    }

    #[test]
    fn a_host_is_known_with_a_port_and_a_dot() {
        let pattern = host_pattern(&"mgt.esb.example.com".parse().unwrap());
        assert_eq!(pattern.0, r"^mgt\.esb\.example\.com[.]?(?::[0-9]*)?$");
    }
}
