//! The design that a person starts from: short, complete, and with a comment on every line that teaches something.

use crate::catalogue::{Clustering, PatternTraits, Product, Release, Roles, VENDORS, Vendor, pattern};
use crate::design::Pattern;
use crate::plan::needs;
use crate::value::{HostName, Name};
use std::fmt::{self, Write};

/// What a starter design is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Starter {
    /// What the cluster is called.
    pub name: Name,
    /// The product.
    pub product: &'static Product,
    /// Its release.
    pub release: &'static Release,
    /// The pattern.
    pub pattern: &'static PatternTraits,
    /// How many managers; of a pattern without managers none are written.
    pub managers: u8,
    /// How many workers, or equal nodes.
    pub workers: u8,
    /// The host name of the services; of the console where clients call none.
    pub service: Option<HostName>,
    /// Who makes the database.
    pub vendor: &'static Vendor,
}

/// The design as commented TOML. Names and hosts are leaves that have no character which TOML would take for its own.
impl fmt::Display for Starter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, product, release, pattern, .. } = self;
        out.write_str(HEAD)?;
        let mut top = Lines::default();
        top.say("format = 1", "the version of this format");
        top.say(format!("name = \"{name}\""), "names files and units: lower-case letters, digits and -");
        top.say(format!("product = \"{}\"", product.id), product.name);
        top.say(format!("release = \"{}\"", release.version), format!("on Carbon kernel {}", release.kernel));
        top.say(format!("pattern = \"{}\"", pattern.key), pattern.summary);
        if let Roles::WorkerManager { managers: 2.., .. } = pattern.roles {
            top.say("# managers = \"active-active\"", "all managers answer; left out: one, the others stand by");
        }
        if pattern.offers_services(release) {
            top.say("# artifacts = \"push\"", "how deployments reach every node; also \"svn\" and \"shared-folder\"");
        }
        write!(out, "{top}\n[hosts]\n{}", self.hosts())?;
        write!(out, "\n[cluster]\n{}", self.cluster())?;
        self.nodes(out)?;
        write!(out, "\n{BALANCER}")?;
        if pattern.shared_database {
            self.database(out)?;
        }
        write!(out, "\n{ACCESS}\n{TLS}")
    }
}

impl Starter {
    /// As few nodes as the pattern takes, called as the product is; none where the catalogue has no database.
    pub fn smallest(
        product: &'static Product,
        release: &'static Release,
        pattern: &'static PatternTraits,
    ) -> Option<Self> {
        let (managers, workers) = match pattern.roles {
            Roles::WorkerManager { managers, workers } => (managers, workers),
            Roles::Equal(nodes) => (0, nodes),
            Roles::EqualWithAnalytics(_) | Roles::Components => (0, 0),
        };
        let small = |count: usize| u8::try_from(count).unwrap_or(2);
        Some(Self {
            name: product.id.parse().ok()?,
            product,
            release,
            pattern,
            managers: small(managers),
            workers: small(workers),
            service: None,
            vendor: VENDORS.first()?,
        })
    }

    /// The pattern that most clusters of a release have: managers and workers, at least two of each; equal nodes where the
    /// product's manual has no managers; what there is where it has no equal nodes either.
    pub fn usual_pattern(product: &Product, release: &Release) -> Option<&'static PatternTraits> {
        let known = release.line.patterns;
        let usual = if product.worker_manager { Pattern::WorkerManager2 } else { Pattern::Symmetric };
        known.iter().find(|known| **known == usual).or(known.first()).map(|key| pattern(*key))
    }

    fn hosts(&self) -> Lines {
        let service =
            self.service.as_ref().map_or_else(|| format!("{}.example.com", self.product.id), ToString::to_string);
        let mut lines = Lines::default();
        if !self.pattern.offers_services(self.release) {
            lines.say(
                format!("console = \"{service}\""),
                "what administrators open; clients come to the nodes themselves",
            );
            return lines;
        }
        lines.say(format!("service = \"{service}\""), "what clients call");
        let console = format!("# console = \"{}.{service}\"", self.product.console_label);
        lines.say(console, "what administrators open; decided like this where it is left out");
        lines
    }

    fn cluster(&self) -> Lines {
        let mut lines = Lines::default();
        let clustering = self.release.line.clustering;
        if self.pattern.clustering && clustering == Clustering::WhenSaid {
            lines.say("# This release needs no Hazelcast cluster. Whatever is said here makes its nodes form one.", "");
            lines.say(format!("# domain = \"{}\"", self.product.domain), "nodes of one domain form one cluster");
        } else if self.pattern.clustering && clustering == Clustering::Never {
            lines.say("# This product forms no Hazelcast cluster.", "");
        } else if self.pattern.clustering {
            lines.say(format!("# domain = \"{}\"", self.product.domain), "nodes of one domain form one cluster");
            let others = "or multicast, aws, aws-ecs, kubernetes, custom: `wso2-design list schemes`";
            lines.say("membership.well-known = {}", others);
        } else {
            lines.say("# This pattern forms no cluster: nodes do not know of each other.", "");
        }
        lines
    }

    fn nodes(&self, out: &mut impl Write) -> fmt::Result {
        writeln!(
            out,
            "\n# The nodes. The addresses are examples: put your own in, as a range, a list, or one `address` each."
        )?;
        match self.pattern.roles {
            Roles::WorkerManager { .. } => {
                writeln!(out, "[[nodes]]\nrole = \"manager\"\n{}", addresses(11, self.managers))?;
                writeln!(out, "[[nodes]]\nrole = \"worker\"\n{}", addresses(21, self.workers))?;
            }
            Roles::Equal(_) => writeln!(out, "[[nodes]]\n{}", addresses(21, self.workers))?,
            Roles::EqualWithAnalytics(_) | Roles::Components => {
                for (number, (role, wanted)) in (1u8..).zip(self.pattern.roles.of(self.release)) {
                    let count = u8::try_from(wanted.least.max(1)).unwrap_or(1);
                    writeln!(out, "[[nodes]]\nrole = \"{}\"\n{}", role.key(), addresses(10 * number + 1, count))?;
                }
            }
        }
        writeln!(
            out,
            "# Two nodes on one machine: write its address twice. Offsets and member ports are kept apart for you."
        )
    }

    fn database(&self, out: &mut impl Write) -> fmt::Result {
        let mut lines = Lines::default();
        lines.say(format!("[database.{}]", self.vendor.key), "or another of `wso2-design list databases`");
        lines.say("host = \"db.example.com\"", "as the nodes say it");
        lines.say(format!("# port = {}", self.vendor.port), format!("the usual one of {}", self.vendor.name));
        lines.say("# max-connections = 500", "what the server allows in all: the sum of all pools is checked");
        write!(out, "\n{SECRETS}{lines}")?;
        for (need, _) in needs(self.release, self.pattern, |_, _| true) {
            let mut lines = Lines::default();
            lines.say(format!("[database.{}.schemas.{}]", self.vendor.key, need.purpose.key()), need.content);
            let password = format!("password = \"env:{}\"", need.password_variable());
            lines.say(password, format!("of the user {}", need.user));
            write!(out, "{lines}")?;
        }
        Ok(())
    }
}

fn addresses(first: u8, count: u8) -> String {
    match count {
        0 | 1 => format!("address = \"192.0.2.{first}\"\n"),
        _ => format!("addresses = \"192.0.2.{first}-{}\"\n", first.saturating_add(count - 1)),
    }
}

const HEAD: &str = "\
# The design of one WSO2 cluster.
#   wso2-design check FILE             what is wrong with it
#   wso2-design render FILE -o FOLDER  every file of every node and load balancer
# What is left out is decided: `wso2-design show FILE --resolved` prints every decision, and
# `wso2-design explain SETTING` says what a setting does and where it ends up.

";

const BALANCER: &str = "\
# The load balancers that the pattern needs are written for NGINX. To say more of one, or to take another program
# (`wso2-design list balancers`):
# [[balancers]]
# name = \"lb\"
# program = \"haproxy\"
# address = \"192.0.2.5\"
";

const SECRETS: &str = "\
# Secrets are never written here, only where they are: env:NAME, file:PATH, or vault:ALIAS of the Secure Vault.
";

const ACCESS: &str = "\
[access]
# console = [\"198.51.100.0/24\"]              # the networks that may reach the console; left out: all
admin-password = \"env:WSO2_ADMIN_PASSWORD\"  # instead of admin/admin, which every product comes with
";

const TLS: &str = "\
[tls]
# keystore-password = \"env:WSO2_KEYSTORE_PASSWORD\"
# nodes = \"unverified\"  # for the self-signed certificate that the products come with
";

/// Settings with their comments in one column.
#[derive(Default)]
struct Lines(Vec<(String, String)>);

impl Lines {
    fn say(&mut self, setting: impl Into<String>, comment: impl Into<String>) {
        self.0.push((setting.into(), comment.into()));
    }
}

impl fmt::Display for Lines {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.0.iter().filter(|(_, comment)| !comment.is_empty()).map(|(setting, _)| setting.len()).max();
        for (setting, comment) in &self.0 {
            match (comment.is_empty(), width) {
                (false, Some(width)) => writeln!(out, "{setting:<width$}  # {comment}")?,
                _ => writeln!(out, "{setting}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{PRODUCTS, VENDORS, pattern};
    use crate::read::{Syntax, read};
    use crate::value::SecretValues;

    #[test]
    fn every_starter_is_a_design_without_errors() {
        for product in PRODUCTS.iter().copied() {
            for release in product.releases {
                for (pattern, vendor) in
                    release.line.patterns.iter().map(|key| pattern(*key)).zip(VENDORS.iter().cycle())
                {
                    let service = Some(HostName::known("a.example.org"));
                    let name = Name::known("x");
                    let starter = Starter { name, product, release, pattern, managers: 2, workers: 3, service, vendor };
                    let text = starter.to_string();
                    let checked = crate::check(&read(&text, Syntax::Toml), SecretValues::default());
                    assert!(!checked.has_errors(), "{text}\n{:#?}", checked.notes);
                    let roles = checked.plan.map(|plan| plan.nodes.len());
                    let expected = match pattern.roles {
                        Roles::Equal(_) => 3,
                        Roles::WorkerManager { .. } => 5,
                        other => other.of(release).iter().map(|(_, number)| number.least.max(1)).sum(),
                    };
                    assert_eq!(roles, Some(expected));
                }
            }
        }
    }
}
