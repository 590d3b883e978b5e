use crate::design::Artifacts;
use crate::diagnostic::{Path, Segment};
use crate::plan::{AwsCredentials, MembershipPlan, Plan};
use crate::rules::place;
use crate::value::Secret;

/// Every secret of a plan, and where the design says it.
pub(super) fn all(plan: &Plan) -> Vec<(&Secret, Path)> {
    let mut found = vec![(&plan.tls.keystore_password, Path::from("tls.keystore-password"))];
    match &plan.cluster.membership {
        MembershipPlan::Aws { credentials: AwsCredentials::Keys { access, secret }, .. } => {
            found.push((access, place::membership(plan, "access-key")));
            found.push((secret, place::membership(plan, "secret-key")));
        }
        MembershipPlan::Kubernetes { token: Some(token), .. } => found.push((token, place::membership(plan, "token"))),
        _ => {}
    }
    if let Some(database) = &plan.database {
        let schemas = database.schemas.iter();
        found.extend(schemas.map(|schema| (&schema.password, place::schema(database, schema, "password"))));
    }
    if let Artifacts::Svn(svn) = &plan.artifacts {
        found.push((&svn.password, Path::from("artifacts.svn.password")));
    }
    if let Some(directory) = plan.directory() {
        found.push((&directory.password, place::directory(directory, "password")));
    }
    if let Some(admin) = &plan.access.admin {
        found.push((&admin.password, Path::from("access.admin-password")));
    }
    found
}

/// The name of an environment variable for the secret at a place: `artifacts.svn.password` gives
/// `ARTIFACTS_SVN_PASSWORD`.
pub(super) fn variable(at: &Path) -> String {
    let keys: Vec<String> =
        at.0.iter()
            .map(|segment| match segment {
                Segment::Key(key) => key.to_ascii_uppercase().replace(['-', '.'], "_"),
                Segment::Index(index) => index.to_string(),
            })
            .collect();
    keys.join("_")
}
