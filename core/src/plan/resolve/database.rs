use crate::catalogue::{self, DatabaseNeed, PatternTraits, Product, Release, Vendor, VendorId};
use crate::design::{Database, DatabaseServer, DatabaseUse, Design, SchemaSpec};
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{DatabasePlan, SchemaPlan};
use crate::value::{HostName, Identifier, Port, Secret, Version};

pub(super) fn database(
    design: &Design,
    product: &'static Product,
    release: &'static Release,
    pattern: &'static PatternTraits,
    notes: &mut Vec<Diagnostic>,
) -> Option<DatabasePlan> {
    if !pattern.shared_database && design.database.is_none() {
        return None;
    }
    let usual = Database::Mysql(DatabaseServer::default());
    let said = design.database.as_ref().unwrap_or(&usual);
    let vendor = catalogue::vendor(said);
    let server = server(said);
    unneeded(server, vendor, product, notes);
    let host = server.host.clone().unwrap_or_else(|| HostName::known("carbondb.mysql-wso2.com"));
    let port = server.port.unwrap_or(Port::known(vendor.port));
    let service = server.service.clone().unwrap_or_else(|| Identifier::known("ORCL"));
    let spec = SchemaSpec::default();
    let schemas = product
        .databases
        .iter()
        .map(|need| {
            let said = server.schemas.get(&need.purpose).unwrap_or(&spec);
            schema(need, said, vendor, server, &host, port, &service, release)
        })
        .collect();
    Some(DatabasePlan {
        vendor,
        from_manual: server.host.is_none(),
        host,
        address: server.address.clone(),
        port,
        version: server.version,
        service,
        pool_size: server.pool_size.map(|size| size.get()),
        max_connections: server.max_connections.map(|most| most.get()),
        schemas,
    })
}

/// What is said of the server, whoever makes it.
pub(super) fn server(database: &Database) -> &DatabaseServer {
    match database {
        Database::Mysql(server)
        | Database::Mariadb(server)
        | Database::Postgresql(server)
        | Database::Oracle(server)
        | Database::Mssql(server) => server,
    }
}

fn unneeded(server: &DatabaseServer, vendor: &Vendor, product: &'static Product, notes: &mut Vec<Diagnostic>) {
    for purpose in server.schemas.keys() {
        if product.databases.iter().any(|need| need.purpose == *purpose) {
            continue;
        }
        let key = purpose.key();
        let known: Vec<&str> = product.databases.iter().map(|need| need.purpose.key()).collect();
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

#[expect(clippy::too_many_arguments, reason = "every one of them goes into the one URL or list of scripts")]
fn schema(
    need: &'static DatabaseNeed,
    said: &SchemaSpec,
    vendor: &'static Vendor,
    server: &DatabaseServer,
    host: &HostName,
    port: Port,
    service: &Identifier,
    release: &'static Release,
) -> SchemaPlan {
    let name = said.name.clone().unwrap_or_else(|| Identifier::known(need.schema));
    let user = said.user.clone().unwrap_or_else(|| Identifier::known(need.user));
    let variable = format!("{}_PASSWORD", need.user.to_ascii_uppercase());
    SchemaPlan {
        need,
        url: said.url.as_ref().map_or_else(|| url(vendor.id, host, port, &name, service), ToString::to_string),
        url_said: said.url.is_some(),
        name,
        user,
        password: said.password.clone().unwrap_or_else(|| Secret::env(variable)),
        pool: server.pool_size.map_or(need.pool, |size| size.get()),
        scripts: scripts(need.purpose, vendor, release, server.version),
    }
}

fn url(vendor: VendorId, host: &HostName, port: Port, name: &Identifier, service: &Identifier) -> String {
    match vendor {
        VendorId::Mysql => format!("jdbc:mysql://{host}:{port}/{name}?autoReconnect=true"),
        VendorId::Mariadb => format!("jdbc:mariadb://{host}:{port}/{name}"),
        VendorId::Postgresql => format!("jdbc:postgresql://{host}:{port}/{name}"),
        VendorId::Oracle => format!("jdbc:oracle:thin:@//{host}:{port}/{service}"),
        VendorId::Mssql => {
            format!("jdbc:sqlserver://{host}:{port};databaseName={name};SendStringParametersAsUnicode=false")
        }
    }
}

/// The product's own scripts, in order. Users and registry lie in one script of the kernel; MySQL from 5.7 on has one
/// of its own where the kernel ships it (its strict mode refuses the older one's dates).
fn scripts(
    purpose: DatabaseUse,
    vendor: &'static Vendor,
    release: &'static Release,
    version: Option<Version>,
) -> Vec<String> {
    match purpose {
        DatabaseUse::Users | DatabaseUse::Registry => {
            let strict = vendor.id == VendorId::Mysql
                && version.is_none_or(|version| version >= Version::new(5, 7, 0))
                && release.kernel.mysql57_script();
            vec![if strict { "dbscripts/mysql5.7.sql".to_owned() } else { format!("dbscripts/{}.sql", vendor.script) }]
        }
        DatabaseUse::Processes => vec![format!("dbscripts/bps/bpel/create/{}.sql", vendor.script)],
        DatabaseUse::Activiti => {
            let mut parts = vec!["engine", "history", "identity"];
            if release.activiti_substitutes {
                parts.push("substitute");
            }
            let script = |part| format!("dbscripts/bps/bpmn/create/activiti.{}.create.{part}.sql", vendor.activiti);
            parts.into_iter().map(script).collect()
        }
    }
}
