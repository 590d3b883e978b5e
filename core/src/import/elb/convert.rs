use super::cluster::{Cluster, Host};
use super::setting::Kind;
use crate::catalogue::{PRODUCTS, Product, Release, Roles, pattern};
use crate::design::{BalancerSpec, Design, Format, NodeSpec, Pattern, Role};
use crate::diagnostic::{Diagnostic, Noted, Path, Severity};
use crate::value::{Count, HostName, Name, shown};

/// What is said besides the file, where it is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Asked {
    /// The product; found by the names of service and domain where it is left out.
    pub product: Option<&'static Product>,
    /// Its release; the oldest that is known where it is left out, as the ELB was retired with Carbon 4.2.
    pub release: Option<&'static Release>,
}

/// A design of a cluster behind the ELB, and what of it is not in the file or not in the design. No design where nobody knows
/// its product.
pub fn convert(cluster: &Cluster, asked: Asked) -> Noted<Option<Design>> {
    let mut work = Work { cluster, notes: Vec::new() };
    let output = work.design(asked);
    Noted { output, notes: work.notes }
}

struct Work<'c> {
    cluster: &'c Cluster,
    notes: Vec<Diagnostic>,
}

impl Work<'_> {
    fn design(&mut self, asked: Asked) -> Option<Design> {
        let product = asked.product.or_else(|| guess(self.cluster));
        let Some(product) = product else {
            let known: Vec<&str> =
                PRODUCTS.iter().filter(|it| !it.elb_services.is_empty()).map(|product| product.id).collect();
            let message = format!("no product is known by the service `{}`", shown(&self.cluster.service));
            let help = format!("say it with `--product`: one of {}", known.join(", "));
            self.note("elb-guessed", Severity::Error, message, &self.cluster.at.clone(), help);
            return None;
        };
        let release = asked.release.or(product.releases.first())?;
        if asked.product.is_none() || asked.release.is_none() {
            let message = format!("this is taken for {} {}", product.name, release.version);
            let help = "the file names neither product nor release: say `--product` and `--release` if it is another";
            self.note("elb-guessed", Severity::Warning, message, &self.cluster.at.clone(), help);
        }
        let pattern = self.pattern(release);
        let mut design = Design {
            format: Format,
            name: name(self.cluster, product),
            description: None,
            product: product.id.to_owned(),
            release: release.version,
            pattern,
            managers: None,
            hosts: Default::default(),
            cluster: Default::default(),
            networks: Vec::new(),
            nodes: nodes(pattern, release),
            balancers: None,
            database: None,
            user_store: None,
            registry: Default::default(),
            artifacts: None,
            tasks: Default::default(),
            tls: Default::default(),
            access: Default::default(),
            jvm: Default::default(),
            delivery: None,
        };
        self.hosts(&mut design);
        self.domain(&mut design);
        self.address(&mut design);
        self.unsaid(pattern);
        self.dropped();
        Some(design)
    }

    fn pattern(&mut self, release: &Release) -> Pattern {
        let (cluster, known) = (self.cluster, release.line.patterns);
        let equal = if known.contains(&Pattern::Symmetric) {
            Pattern::Symmetric
        } else {
            *known.first().unwrap_or(&Pattern::Symmetric)
        };
        if !cluster.separates_roles() {
            return equal;
        }
        if !known.contains(&Pattern::WorkerManager2) {
            let message = "this product has neither managers nor workers here";
            let help = "its nodes are equal; the names of both sub-domains lead to all of them";
            self.note("elb-guessed", Severity::Warning, message, &cluster.at.clone(), help);
            return equal;
        }
        let (missing, help, pattern) = match (cluster.managers.is_empty(), cluster.workers.is_empty()) {
            (true, _) => (
                "managers",
                "they are taken to stand behind none (pattern 1); are they behind an ELB of their own, write \
                 `pattern = \"worker-manager-3\"` and their name as `hosts.console`",
                Pattern::WorkerManager1,
            ),
            (_, true) => (
                "workers",
                "they are taken to stand behind an ELB of their own (pattern 3): write the name of its file as `hosts.service`",
                Pattern::WorkerManager3,
            ),
            (false, false) => return Pattern::WorkerManager2,
        };
        let message = format!("this ELB leads to no {missing}");
        self.note("elb-unknown", Severity::Warning, message, &cluster.at.clone(), help);
        pattern
    }

    fn hosts(&mut self, design: &mut Design) {
        let cluster = self.cluster;
        let workers: Vec<&Host> = cluster.workers.iter().chain(&cluster.anyone).collect();
        design.hosts.service = self.host("the services have", &workers);
        design.hosts.console = self.host("the console has", &cluster.managers.iter().collect::<Vec<_>>());
        if design.hosts.service.is_none() {
            let message = "no name of the services is in the file";
            let help = "write it as `hosts.service` of the design; one is made up where it is left out";
            self.note("elb-unknown", Severity::Warning, message, &cluster.at.clone(), help);
        }
        for (at, name) in &cluster.others {
            let message = format!("the sub-domain `{}` is dropped", shown(name));
            let help = "a design has `mgt` for managers and `worker` for workers";
            self.note("elb-dropped", Severity::Warning, message, at, help);
        }
    }

    /// The first name that is one. A design has one name for each side.
    fn host(&mut self, side_has: &str, hosts: &[&Host]) -> Option<HostName> {
        let mut taken: Option<&HostName> = None;
        for host in hosts {
            match (&host.name, taken) {
                (Ok(name), None) => taken = Some(name),
                (Ok(name), Some(first)) if name != first => {
                    let message = format!("`{name}` is dropped: {side_has} `{first}`");
                    let help = "a design has one name for the services and one for the console: let DNS or the load balancer \
                                send the others on to it";
                    self.note("elb-dropped", Severity::Warning, message, &host.at, help);
                }
                (Ok(_), Some(_)) => {}
                (Err(text), _) if text.contains("${") => {
                    let message = format!("`{}` stands for a value of the ELB's environment", shown(text));
                    self.note("elb-unknown", Severity::Warning, message, &host.at, "write the name into the design");
                }
                (Err(text), _) => {
                    let message = format!("`{}` is no host name", shown(text));
                    self.note("elb-dropped", Severity::Warning, message, &host.at, "write the name into the design");
                }
            }
        }
        taken.cloned()
    }

    fn domain(&mut self, design: &mut Design) {
        let cluster = self.cluster;
        match cluster.domain.parse() {
            Ok(domain) => design.cluster.domain = Some(domain),
            Err(_) => {
                let message = format!("`{}` is no domain", shown(&cluster.domain));
                let help = "write the domain of the nodes' `axis2.xml` as `cluster.domain`";
                self.note("elb-dropped", Severity::Warning, message, &cluster.at.clone(), help);
            }
        }
        if let Some((at, range)) = cluster.tenants.as_ref().filter(|_| !cluster.takes_all_tenants()) {
            let message = format!("the tenants `{}` are not kept apart: this cluster gets every tenant", shown(range));
            let help = "no load balancer but the ELB knows tenants by their numbers; give each cluster a host name of its own, \
                        and its tenants that name";
            self.note("elb-dropped", Severity::Warning, message, at, help);
        }
    }

    fn address(&mut self, design: &mut Design) {
        let Some((at, text)) = &self.cluster.address else { return };
        match text.parse() {
            Ok(address) => {
                design.balancers = Some(vec![BalancerSpec { address: Some(address), ..BalancerSpec::default() }]);
            }
            Err(_) => {
                let message = format!("`{}` is no address of a load balancer", shown(text));
                self.note("elb-unknown", Severity::Advice, message, at, "write it as `address` of `[[balancers]]`");
            }
        }
        if design.pattern == Pattern::WorkerManager3 {
            // It stands before one side; the file does not say where the other one's is.
            design.balancers = None;
        }
    }

    /// What such a file never says.
    fn unsaid(&mut self, pattern: Pattern) {
        let at = self.cluster.at.clone();
        let roles = if matches!(crate::catalogue::pattern(pattern).roles, Roles::WorkerManager { .. }) {
            " and each role's number"
        } else {
            ""
        };
        let message = format!("the file knows no node: their addresses{roles} are missing in the design");
        let help = "nodes came to the ELB by themselves. Put `address` or `addresses` in place of each `count`: the nodes' \
                    `localMemberHost` in `axis2.xml`";
        self.note("elb-unknown", Severity::Warning, message, &at, help);
        let message = "the ports at which clients reach the ELB are in its `axis2.xml`; 80 and 443 are taken";
        let help = "write others as `http-port` and `https-port` of `[[balancers]]`";
        self.note("elb-unknown", Severity::Advice, message, &at, help);
        let message = "the ELB kept every client with a session on its node, by `JSESSIONID`";
        let help = "here product and pattern decide who stays; `sticky = \"always\"` and `stay-by = \"session\"` of \
                    `[[balancers]]` are as it was";
        self.note("elb-dropped", Severity::Advice, message, &at, help);
        let message = "the nodes know the ELB too: as a well-known member, and by `port.mapping` properties";
        let help = "both are in their `axis2.xml` only because of it, and no part of the design: take them out";
        self.note("elb-dropped", Severity::Advice, message, &at, help);
    }

    /// The settings that nothing becomes of, one note for each kind.
    fn dropped(&mut self) {
        for kind in Kind::DROPPED {
            let Some((what, help)) = kind.dropped() else { continue };
            let mut names: Vec<&str> = Vec::new();
            let mut places: Vec<Path> = Vec::new();
            for (_, at, name) in self.cluster.rest.iter().filter(|(other, _, _)| *other == kind) {
                places.push(at.clone());
                if !names.contains(&name.as_str()) {
                    names.push(name);
                }
            }
            if names.is_empty() {
                continue;
            }
            let more = names.len().saturating_sub(MOST_NAMES);
            let list: Vec<String> = names.iter().take(MOST_NAMES).map(|name| format!("`{}`", shown(name))).collect();
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            let severity =
                if kind == Kind::Mapping || kind == Kind::Unknown { Severity::Warning } else { Severity::Advice };
            let mut note =
                Diagnostic::new("elb-dropped", severity, format!("{what}: {}{more}", list.join(", "))).help(help);
            note.at = places;
            self.notes.push(note);
        }
    }

    fn note(
        &mut self,
        code: &'static str,
        severity: Severity,
        message: impl Into<String>,
        at: &Path,
        help: impl Into<std::borrow::Cow<'static, str>>,
    ) {
        self.notes.push(Diagnostic::new(code, severity, message).at(at.clone()).help(help));
    }
}

/// How many names a note lists.
const MOST_NAMES: usize = 8;

/// The product that a service is called by; else by a part of its domain, such as `as1` of `wso2.as1.domain`.
fn guess(cluster: &Cluster) -> Option<&'static Product> {
    let called = |name: &str| {
        let name = name.to_ascii_lowercase();
        let product = PRODUCTS.iter().copied().find(|product| product.elb_services.contains(&name.as_str()));
        product.filter(|_| !name.is_empty())
    };
    called(&cluster.service).or_else(|| {
        let parts =
            cluster.domain.split(['.', '-', '_']).map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()));
        parts.filter_map(called).next()
    })
}

/// The service's name as far as it can be one.
fn name(cluster: &Cluster, product: &Product) -> Name {
    let plain = |char: char| if char.is_ascii_alphanumeric() { char.to_ascii_lowercase() } else { '-' };
    let text: String = cluster.service.chars().map(plain).take(40).collect();
    let text = text.trim_matches('-');
    text.parse().ok().or_else(|| product.id.parse().ok()).unwrap_or(Name::known("cluster"))
}

/// As many nodes of each role as the pattern has at least.
fn nodes(key: Pattern, release: &'static Release) -> Vec<NodeSpec> {
    let wanted = pattern(key).roles.of(release);
    let spec = |(role, number): (Role, crate::catalogue::Number)| NodeSpec {
        role: (role != Role::Node).then_some(role),
        count: i64::try_from(number.least.max(1)).ok().and_then(|least| Count::try_from(least).ok()),
        ..NodeSpec::default()
    };
    wanted.into_iter().map(spec).collect()
}
