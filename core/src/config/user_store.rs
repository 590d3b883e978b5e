//! The active user store of `user-mgt.xml`: which class it is, and what that class needs to know.

use super::Statements;
use crate::edit::xml::{Place, Step};
use crate::edit::{Value, Why};
use crate::plan::{DirectoryKind, DirectoryPlan, Plan, UserStorePlan};

const SOURCE: &str = "IS 5.5.0, user-mgt.xml";

/// Stock has one active store, and others in comments; the active one becomes what is wanted.
pub(super) fn holds(store: &UserStorePlan, plan: &Plan, statements: &mut Statements) {
    match store {
        UserStorePlan::Jdbc => jdbc(statements),
        UserStorePlan::Directory(directory) => self::directory(directory, plan, statements),
    }
}

/// The settings of a directory, in either generation of configuration.
pub(super) struct Settings {
    pub(super) url: &'static str,
    pub(super) user: &'static str,
    pub(super) password: &'static str,
    pub(super) user_base: &'static str,
    pub(super) group_base: &'static str,
    pub(super) read_only: &'static str,
}

impl Settings {
    pub(super) fn of(kind: DirectoryKind) -> Self {
        match kind {
            DirectoryKind::Ldap => Self {
                url: "user-store.ldap.url",
                user: "user-store.ldap.user",
                password: "user-store.ldap.password",
                user_base: "user-store.ldap.user-base",
                group_base: "user-store.ldap.group-base",
                read_only: "user-store.ldap.read-only",
            },
            DirectoryKind::ActiveDirectory => Self {
                url: "user-store.active-directory.url",
                user: "user-store.active-directory.user",
                password: "user-store.active-directory.password",
                user_base: "user-store.active-directory.user-base",
                group_base: "user-store.active-directory.group-base",
                read_only: "user-store.active-directory.read-only",
            },
        }
    }
}

/// On the database for users. It has no data source of its own: it takes that of the realm.
fn jdbc(statements: &mut Statements) {
    let why = Why::new("users are in the database, the same on every node", "user-store", SOURCE);
    class("jdbc.JDBCUserStoreManager", &why, statements);
    properties(
        &[
            ("TenantManager", "org.wso2.carbon.user.core.tenant.JDBCTenantManager"),
            ("ReadOnly", "false"),
            ("PasswordDigest", "SHA-256"),
            ("StoreSaltedPassword", "true"),
            ("UserNameUniqueAcrossTenants", "false"),
        ],
        &why,
        statements,
    );
    let why = Why::new("what it takes to sign in to a directory is of no use to a database", "user-store", SOURCE);
    for name in ["ConnectionURL", "ConnectionName", "ConnectionPassword"] {
        statements.absent(property(name), why.clone());
    }
}

fn directory(directory: &DirectoryPlan, plan: &Plan, statements: &mut Statements) {
    let why = Why::new("users are in a directory that every node asks", "user-store", SOURCE);
    let setting = Settings::of(directory.kind);
    let manager = match (directory.read_only, directory.kind) {
        (true, _) => "ldap.ReadOnlyLDAPUserStoreManager",
        (false, DirectoryKind::Ldap) => "ldap.ReadWriteLDAPUserStoreManager",
        (false, DirectoryKind::ActiveDirectory) => "ldap.ActiveDirectoryUserStoreManager",
    };
    class(manager, &why, statements);
    let tenants = ("TenantManager", "org.wso2.carbon.user.core.tenant.CommonHybridLDAPTenantManager");
    properties(&[tenants], &why, statements);
    text("ConnectionURL", directory.url.clone(), setting.url, statements);
    text("ConnectionName", directory.user.clone(), setting.user, statements);
    let password = Why::new("the password of that entry", setting.password, SOURCE);
    let at = property("ConnectionPassword");
    statements.named_secret(at, "Property", "ConnectionPassword", &directory.password, &plan.secrets, password);
    properties(&[("AnonymousBind", "false")], &why, statements);
    text("UserSearchBase", directory.user_base.clone(), setting.user_base, statements);
    text("GroupSearchBase", directory.group_base.clone(), setting.group_base, statements);
    let words = match directory.kind {
        DirectoryKind::Ldap => LDAP,
        DirectoryKind::ActiveDirectory => ACTIVE_DIRECTORY,
    };
    let why = Why::new("how the directory calls users and groups, and who is in them", "user-store", SOURCE);
    properties(words, &why, statements);
    let writes = if directory.read_only { "false" } else { "true" };
    let why = Why::new("whether nodes change what is in it", setting.read_only, SOURCE);
    let read_only = if directory.read_only { "true" } else { "false" };
    properties(&[("ReadOnly", read_only), ("ReadGroups", "true"), ("WriteGroups", writes)], &why, statements);
    if directory.read_only {
        let at = Place::from(["UserManager", "Realm", "Configuration", "AddAdmin"]);
        let why = Why::new(
            "nothing can be added to this directory: the administrator must be in it already",
            setting.read_only,
            SOURCE,
        );
        statements.text(at, "false", why);
    }
    let why = Why::new("connections are kept, and one that gets no answer is given up", "user-store", SOURCE);
    properties(&[("ConnectionPoolingEnabled", "true"), ("LDAPConnectionTimeout", "5000")], &why, statements);
}

/// What a directory that speaks LDAP calls users and groups.
pub(super) const LDAP: &[(&str, &str)] = &[
    ("UserEntryObjectClass", "inetOrgPerson"),
    ("UserNameAttribute", "uid"),
    ("UserNameSearchFilter", "(&(objectClass=person)(uid=?))"),
    ("UserNameListFilter", "(objectClass=person)"),
    ("GroupEntryObjectClass", "groupOfNames"),
    ("GroupNameAttribute", "cn"),
    ("GroupNameSearchFilter", "(&(objectClass=groupOfNames)(cn=?))"),
    ("GroupNameListFilter", "(objectClass=groupOfNames)"),
    ("MembershipAttribute", "member"),
    ("BackLinksEnabled", "false"),
];

/// What Microsoft's calls them.
pub(super) const ACTIVE_DIRECTORY: &[(&str, &str)] = &[
    ("UserEntryObjectClass", "user"),
    ("UserNameAttribute", "cn"),
    ("UserNameSearchFilter", "(&(objectClass=user)(cn=?))"),
    ("UserNameListFilter", "(objectClass=user)"),
    ("GroupEntryObjectClass", "group"),
    ("GroupNameAttribute", "cn"),
    ("GroupNameSearchFilter", "(&(objectClass=group)(cn=?))"),
    ("GroupNameListFilter", "(objectcategory=group)"),
    ("MembershipAttribute", "member"),
    ("MemberOfAttribute", "memberOf"),
    ("BackLinksEnabled", "true"),
    ("Referral", "follow"),
    ("MembershipAttributeRange", "1500"),
    ("isADLDSRole", "false"),
    ("userAccountControl", "512"),
];

fn store() -> Place {
    Place::from(["UserManager", "Realm", "UserStoreManager"])
}

fn property(name: &'static str) -> Place {
    store().then(Step::with_attribute("Property", "name", name))
}

fn class(name: &'static str, why: &Why, statements: &mut Statements) {
    statements.attribute(store(), "class", format!("org.wso2.carbon.user.core.{name}"), why.clone());
}

fn properties(all: &[(&'static str, &'static str)], why: &Why, statements: &mut Statements) {
    for (name, value) in all {
        statements.text(property(name), *value, why.clone());
    }
}

fn text(name: &'static str, value: impl Into<Value>, setting: &'static str, statements: &mut Statements) {
    statements.text(property(name), value, Why::new("where the directory is, and who asks it", setting, SOURCE));
}
