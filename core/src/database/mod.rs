//! The shared database, for whoever administers it: databases and users, the product's own tables, and the rights that
//! are left at run time. One vendor is one writer and one line in the list.
//!
//! The tables are made by the administrator, from the product's own scripts, so that the product's user needs no
//! rights on the schema. Between `01` and `03` it has them all the same, for those who let `-Dsetup` make the tables.

mod load;
mod mssql;
mod mysql;
mod oracle;
mod postgresql;
mod server;

use crate::bundle::{Artifact, Mode, Owner};
use crate::catalogue::VendorId;
use crate::plan::{DatabasePlan, Plan};
use server::Server;

/// The file that makes databases and users.
pub const CREATE: &str = "01-create.sql";
/// The script that fills databases that have no tables yet.
pub const LOAD: &str = "02-load.sh";
/// The file that leaves users the rights of run time.
pub const GRANTS: &str = "03-runtime-grants.sql";

/// Where a file of the database is in the bundle.
pub fn path(database: &DatabasePlan, file: &str) -> String {
    format!("database/{}/{file}", database.vendor.key)
}

/// One vendor's scripts.
trait Writer: Sync {
    /// Which vendor.
    fn vendor(&self) -> VendorId;
    /// Databases and users, with the rights that making tables takes. Holds passwords.
    fn create(&self, server: &Server<'_>) -> String;
    /// The product's own scripts, run by the vendor's client.
    fn load(&self, server: &Server<'_>) -> String;
    /// The rights that are left when the tables are there.
    fn grants(&self, server: &Server<'_>) -> String;
    /// Files besides: their names and texts.
    fn extras(&self, _server: &Server<'_>) -> Vec<(&'static str, String)> {
        Vec::new()
    }
}

/// Every vendor's writer, in the order of [`crate::catalogue::VENDORS`].
static WRITERS: [&dyn Writer; 5] = [
    &mysql::Writer { vendor: VendorId::Mysql },
    &mysql::Writer { vendor: VendorId::Mariadb },
    &postgresql::Writer,
    &oracle::Writer,
    &mssql::Writer,
];

/// The files below `database/<vendor>/`; none where the nodes share no database.
pub fn artifacts(plan: &Plan) -> Vec<Artifact> {
    let Some(database) = &plan.database else { return Vec::new() };
    let Some(writer) = WRITERS.iter().find(|writer| writer.vendor() == database.vendor.id) else { return Vec::new() };
    let server = Server::of(plan, database);
    let file = |name: &str, mode, text: String| Artifact::whole(Owner::Cluster, path(database, name), mode, text);
    let mut files = vec![
        file(CREATE, Mode::Private, writer.create(&server)),
        file(LOAD, Mode::Program, writer.load(&server)),
        file(GRANTS, Mode::Public, writer.grants(&server)),
    ];
    files.extend(writer.extras(&server).into_iter().map(|(name, text)| file(name, Mode::Public, text)));
    files
}

#[cfg(test)]
mod tests;
