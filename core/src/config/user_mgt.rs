use super::{ConfigFile, Generation, Of, Statements, Varies, user_store};
use crate::design::DatabaseUse;
use crate::edit::Why;
use crate::edit::xml::{Place, Step};
use crate::format::xml::Element;

pub(super) static FILE: ConfigFile = ConfigFile {
    path: "user-mgt.xml",
    about: "Users and permissions: the shared database, and the store that users are in.",
    generation: Generation::Xml,
    varies: Varies::ByRole,
    holds,
};

fn holds(Of { plan, node, .. }: Of<'_>) -> Option<Statements> {
    let place = Place::from(["UserManager", "Realm", "Configuration"]);
    let mut statements = Statements::xml(Element::new("UserManager"));
    let mut said = false;
    if let Some(admin) = &plan.access.admin {
        let why = |setting| {
            Why::new("the first start creates this administrator", setting, "production guidelines: never admin/admin")
        };
        let user = place.then(Step::named("AdminUser"));
        statements.text(user.then(Step::named("UserName")), admin.user.clone(), why("access.admin-user"));
        let at = user.then(Step::named("Password"));
        statements.secret(at, "Password", &admin.password, &plan.secrets, why("access.admin-password"));
        said = true;
    }
    if let Some(need) = plan.database.as_ref().and_then(|_| node.need(DatabaseUse::Users)) {
        let at = place.then(Step::with_attribute("Property", "name", "dataSource"));
        let why = Why::new(
            "users, roles and permissions are the same on every node",
            "database",
            "ADMIN44x manual, sharing databases in a cluster",
        );
        statements.text(at, need.jndi, why);
        said = true;
    }
    if let Some(store) = &plan.user_store {
        user_store::holds(store, plan, &mut statements);
        said = true;
    }
    said.then_some(statements)
}
