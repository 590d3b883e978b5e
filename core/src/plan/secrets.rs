use super::{AwsCredentials, MembershipPlan, Plan};
use crate::design::Artifacts;
use crate::value::{Secret, Url};

impl Plan {
    /// Whether the design holds a secret itself, as text or within a URL, so that its own text must not be shown.
    pub fn holds_secrets(&self) -> bool {
        let mut urls: Vec<&Url> =
            self.database.iter().flat_map(|database| database.schemas.iter().map(|schema| &schema.url)).collect();
        if let Artifacts::Svn(svn) = &self.artifacts {
            urls.push(&svn.url);
        }
        urls.extend(self.directory().map(|directory| &directory.url));
        if let MembershipPlan::Kubernetes { api_server, .. } = &self.cluster.membership {
            urls.extend(api_server);
        }
        self.secret_references().into_iter().chain(self.membership_secrets()).any(Secret::is_plain)
            || urls.into_iter().any(Url::has_password)
    }

    /// Every secret that the plan speaks of, each once: what whoever renders with secrets has to look up.
    pub fn secret_references(&self) -> Vec<&Secret> {
        let mut all = vec![&self.tls.keystore_password];
        all.extend(self.database.iter().flat_map(|database| database.schemas.iter().map(|schema| &schema.password)));
        all.extend(self.directory().map(|directory| &directory.password));
        all.extend(self.access.admin.iter().map(|admin| &admin.password));
        if let Artifacts::Svn(svn) = &self.artifacts {
            all.push(&svn.password);
        }
        if self.cluster.enabled {
            all.extend(self.membership_secrets());
        }
        all.sort();
        all.dedup();
        all
    }

    fn membership_secrets(&self) -> Vec<&Secret> {
        match &self.cluster.membership {
            MembershipPlan::Aws { credentials: AwsCredentials::Keys { access, secret }, .. } => vec![access, secret],
            MembershipPlan::Kubernetes { token, .. } => token.iter().collect(),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::design::Design;
    use crate::plan::resolve;
    use serde_json::json;

    #[test]
    fn no_secret_of_a_design_is_forgotten() {
        let design: Design = serde_json::from_value(json!({
            "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
            "nodes": [{"role": "manager", "addresses": "192.0.2.11-12"}, {"role": "worker", "addresses": "192.0.2.21-22"}],
            "database": {"mysql": {"schemas": {"users": {"password": "env:A"}, "registry": {"password": "env:B"}}}},
            "artifacts": {"svn": {"url": "https://svn.example.com/", "user": "u", "password": "env:C"}},
            "access": {"admin-password": "env:D"},
            "tls": {"keystore-password": "env:E"},
            "user-store": {"ldap": {"url": "ldaps://ldap", "user": "u", "password": "env:G", "user-base": "u", "group-base": "g"}},
            "cluster": {"membership": {"aws": {"access-key": "env:F", "secret-key": "env:A"}}},
        }))
        .unwrap();
        let plan = resolve(&design).output.unwrap();
        let all: Vec<String> = plan.secret_references().into_iter().map(ToString::to_string).collect();
        assert_eq!(all, ["env:A", "env:B", "env:C", "env:D", "env:E", "env:F", "env:G"]);
    }
}
