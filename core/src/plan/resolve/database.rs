use super::Basis;
use crate::catalogue::{self, DatabaseNeed, PatternTraits, Product, Release, Vendor, VendorId};
use crate::design::{Database, DatabaseServer, Role, SchemaSpec};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{DatabasePlan, Node, SchemaPlan};
use crate::value::{HostName, Identifier, Port, Secret, Url, Version};

pub(super) fn database(
    Basis { design, product, release, pattern }: Basis<'_>,
    nodes: &[Node],
    notes: &mut Vec<Diagnostic>,
) -> Option<DatabasePlan> {
    if !pattern.shared_database && design.database.is_none() {
        return None;
    }
    let usual = Database::Mysql(DatabaseServer::default());
    let said = design.database.as_ref().unwrap_or(&usual);
    let vendor = catalogue::vendor(said);
    let server = said.server();
    // A role that may be left out needs nothing where it is.
    let there = |role: Role, least: usize| least > 0 || nodes.iter().any(|node| node.role == role);
    let needs = needs(release, pattern, there);
    unneeded(server, vendor, product, &needs, notes);
    let host = server.host.clone().unwrap_or_else(|| HostName::known("carbondb.mysql-wso2.com"));
    let port = server.port.unwrap_or(Port::known(vendor.port));
    let service = server.service.clone().unwrap_or_else(|| Identifier::known("ORCL"));
    let mut plan = DatabasePlan {
        vendor,
        from_manual: server.host.is_none(),
        host,
        address: server.address.clone(),
        port,
        version: server.version,
        service,
        pool_size: server.pool_size.map(|size| size.get()),
        max_connections: server.max_connections.map(|most| most.get()),
        schemas: Vec::new(),
    };
    let unsaid = SchemaSpec::default();
    let said = |need: &DatabaseNeed| server.schemas.get(&need.purpose).unwrap_or(&unsaid);
    plan.schemas = needs.iter().map(|(need, of)| schema(need, said(need), &plan, of)).collect();
    Some(plan)
}

/// What the product needs, and what the analytics beside it need besides, each with the release whose scripts fill it.
pub(crate) fn needs(
    release: &'static Release,
    pattern: &'static PatternTraits,
    there: impl Fn(Role, usize) -> bool,
) -> Vec<(&'static DatabaseNeed, &'static Release)> {
    let all = pattern.roles.of(release).into_iter();
    let roles: Vec<Role> = all.filter(|(role, number)| there(*role, number.least)).map(|(role, _)| role).collect();
    let mut needs: Vec<(&'static DatabaseNeed, &'static Release)> = Vec::new();
    for of in std::iter::once(release).chain(release.analytics_release()) {
        for need in of.line.databases {
            let component = |role: &Role| match std::ptr::eq(of, release) {
                true => of.line.component(*role),
                false => release.analytics_component(*role),
            };
            let needed = roles.iter().filter_map(component).any(|component| component.needs(need.purpose));
            if needed && needs.iter().all(|(other, _)| other.purpose != need.purpose) {
                needs.push((need, of));
            }
        }
    }
    needs
}

fn unneeded(
    server: &DatabaseServer,
    vendor: &Vendor,
    product: &'static Product,
    needs: &[(&'static DatabaseNeed, &'static Release)],
    notes: &mut Vec<Diagnostic>,
) {
    for purpose in server.schemas.keys() {
        if needs.iter().any(|(need, _)| need.purpose == *purpose) {
            continue;
        }
        let key = purpose.key();
        let known: Vec<&str> = needs.iter().map(|(need, _)| need.purpose.key()).collect();
        notes.push(
            Diagnostic::new(
                "unneeded-database",
                Severity::Error,
                format!("{} has no database for {key}", product.name),
            )
            .at(format!("database.{}.schemas.{key}", vendor.key).as_str())
            .help(format!("it has {}", known.join(", "))),
        );
    }
}

fn schema(
    need: &'static DatabaseNeed,
    said: &SchemaSpec,
    server: &DatabasePlan,
    release: &'static Release,
) -> SchemaPlan {
    let in_url = || said.url.as_ref().and_then(Url::database).and_then(|name| name.parse().ok());
    let name = said.name.clone().or_else(in_url).unwrap_or_else(|| Identifier::known(need.schema));
    let user = said.user.clone().unwrap_or_else(|| Identifier::known(need.user));
    SchemaPlan {
        need,
        url: said.url.clone().unwrap_or_else(|| url(server, &name)),
        url_said: said.url.is_some(),
        name,
        user,
        password: said.password.clone().unwrap_or_else(|| Secret::env(need.password_variable())),
        pool: server.pool_size.unwrap_or(need.pool),
        scripts: scripts(need, server, release),
    }
}

fn url(server: &DatabasePlan, name: &Identifier) -> Url {
    let DatabasePlan { host, port, service, .. } = server;
    Url::decided(match server.vendor.id {
        VendorId::Mysql => format!("jdbc:mysql://{host}:{port}/{name}?autoReconnect=true"),
        VendorId::Mariadb => format!("jdbc:mariadb://{host}:{port}/{name}"),
        VendorId::Postgresql => format!("jdbc:postgresql://{host}:{port}/{name}"),
        VendorId::Oracle => format!("jdbc:oracle:thin:@//{host}:{port}/{service}"),
        VendorId::Mssql => {
            format!("jdbc:sqlserver://{host}:{port};databaseName={name};SendStringParametersAsUnicode=false")
        }
    })
}

/// The product's own scripts, in order. MySQL from 5.7 on has one of its own where the kernel ships it (its strict mode
/// refuses the older one's dates).
fn scripts(need: &DatabaseNeed, server: &DatabasePlan, release: &'static Release) -> Vec<String> {
    let vendor = server.vendor;
    let strict = vendor.id == VendorId::Mysql
        && server.version.is_none_or(|version| version >= Version::new(5, 7, 0))
        && release.kernel.mysql57_script();
    let (kernel, identity) = if strict { ("mysql5.7", "mysql-5.7") } else { (vendor.script, vendor.script) };
    let script = |pattern: &&'static str| {
        let name = pattern
            .replace("{kernel}", kernel)
            .replace("{identity}", identity)
            .replace("{vendor}", vendor.script)
            .replace("{folder}", vendor.folder)
            .replace("{activiti}", vendor.activiti);
        format!("{}/{name}", release.line.layout.scripts)
    };
    need.scripts.iter().map(script).collect()
}
