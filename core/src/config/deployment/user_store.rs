use super::{Of, Tables};
use crate::catalogue::{Feature, Kernel};
use crate::config::user_store::{ACTIVE_DIRECTORY, LDAP, Settings};
use crate::design::DatabaseUse;
use crate::edit::Why;
use crate::edit::toml::Place;
use crate::plan::{DirectoryKind, DirectoryPlan};

const SOURCE: &str = "IS 5.11.0, deployment.toml and infer.json";

/// `[user_store]`: users are in a directory that every node asks, or in the shared database; not in a directory inside each node.
pub(super) fn holds(of @ Of { plan, node, .. }: Of<'_>, tables: &mut Tables) {
    let shared = plan.database.is_some() && node.need(DatabaseUse::Shared).is_some();
    match plan.directory() {
        Some(directory) => self::directory(of, directory, tables),
        None if node.has(Feature::EmbeddedLdap) && shared => database(of, tables),
        None => {}
    }
}

fn database(of: Of<'_>, tables: &mut Tables) {
    let why = Why::new(
        "users are in the shared database: the directory that the product comes with is another one on every node",
        "database",
        SOURCE,
    );
    tables.plain(["user_store", "type"], kind(of, "database"), why);
    for key in ["connection_url", "connection_name", "connection_password", "base_dn"] {
        let why = Why::new("a database has no directory's connection", "database", SOURCE);
        tables.absent(["user_store", key], why);
    }
}

fn directory(of: Of<'_>, directory: &DirectoryPlan, tables: &mut Tables) {
    let setting = Settings::of(directory.kind);
    let class = match (directory.read_only, directory.kind) {
        (true, _) => "read_only_ldap",
        (false, DirectoryKind::Ldap) => "read_write_ldap",
        (false, DirectoryKind::ActiveDirectory) => "active_directory",
    };
    let why = |reason, setting| Why::new(reason, setting, SOURCE);
    let reason = "users are in a directory that every node asks";
    tables.plain(["user_store", "type"], kind(of, class), why(reason, setting.read_only));
    tables.text(["user_store", "connection_url"], directory.url.clone(), why("where it is", setting.url));
    let reason = "the entry by which nodes sign in to it";
    tables.text(["user_store", "connection_name"], directory.user.clone(), why(reason, setting.user));
    let reason = "the password of that entry";
    let at = ["user_store", "connection_password"];
    tables.secret(at, &directory.password, &of.plan.secrets, why(reason, setting.password));
    let reason = "the entry below which users are";
    tables.text(["user_store", "user_search_base"], directory.user_base.clone(), why(reason, setting.user_base));
    let reason = "the entry below which groups are";
    tables.text(["user_store", "group_search_base"], directory.group_base.clone(), why(reason, setting.group_base));
    let words = match directory.kind {
        DirectoryKind::Ldap => LDAP,
        DirectoryKind::ActiveDirectory => ACTIVE_DIRECTORY,
    };
    for (name, value) in words {
        let reason = "what this kind of directory calls users and groups";
        tables.text(Place::from(["user_store", "properties"]).then(*name), *value, why(reason, "user-store"));
    }
    let reason = "only the two entries above are derived from it, and they are said";
    tables.absent(["user_store", "base_dn"], why(reason, setting.user_base));
}

/// From kernel 4.6.1 on users have an id besides their name, and stores are of another class for it.
fn kind(Of { node, .. }: Of<'_>, class: &'static str) -> String {
    if node.release.kernel >= Kernel::new(4, 6, 1) { format!("{class}_unique_id") } else { class.to_owned() }
}
