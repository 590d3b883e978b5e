use crate::balancer::{self, BALANCERS};
use crate::bundle::{Content, Owner};
use crate::plan::resolve;
use crate::read;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The files of a load balancer that a setting ends up in, for one program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontFiles {
    /// The program's key.
    pub program: &'static str,
    /// Paths below the load balancer's folder.
    pub files: Vec<String>,
}

/// A setting of a load balancer, and two values that show where it ends up.
type Probe = (&'static str, fn() -> [Value; 2]);

const PROBES: [Probe; 10] = [
    ("address", || ["192.0.2.5".into(), "2001:db8::5".into()]),
    ("serves", || ["everything".into(), "services".into()]),
    ("http-port", || [80.into(), 8081.into()]),
    ("https-port", || [443.into(), 8444.into()]),
    ("redirect-http", || [false.into(), true.into()]),
    ("sticky", || ["never".into(), "always".into()]),
    ("stay-by", || ["balancer-cookie".into(), "session".into()]),
    ("answer-timeout", || [300.into(), 301.into()]),
    ("body-limit", || [20.into(), 21.into()]),
    ("health-path", || ["/a".into(), "/b".into()]),
];

/// Where a setting of `[[balancers]]` ends up: in the files that are others with another value of it. Empty for other settings.
pub(super) fn files(path: &str) -> Vec<FrontFiles> {
    let Some(setting) = path.strip_prefix("balancers.") else { return Vec::new() };
    let Some((_, values)) = PROBES.iter().find(|(known, _)| *known == setting) else { return Vec::new() };
    let with = |program, value: &Value| rendered(program, setting, value);
    let found = BALANCERS.iter().map(|program| {
        let [one, other] = values();
        let (one, other) = (with(program.key, &one), with(program.key, &other));
        let paths = one.keys().chain(other.keys().filter(|path| !one.contains_key(*path)));
        let files = paths.filter(|path| one.get(*path) != other.get(*path)).cloned().collect();
        FrontFiles { program: program.key, files }
    });
    found.filter(|found| !found.files.is_empty()).collect()
}

/// The files of a load balancer in front of a small cluster, by path.
fn rendered(program: &str, setting: &str, value: &Value) -> BTreeMap<String, String> {
    let mut spec = json!({ "program": program, "sticky": "always" });
    if let Value::Object(spec) = &mut spec {
        spec.insert(setting.to_owned(), value.clone());
    }
    let design = json!({
        "format": 1, "name": "x", "product": "as", "release": "5.3.0", "pattern": "worker-manager-2", "balancers": [spec],
        "nodes": [{ "role": "manager", "addresses": "192.0.2.11-12" }, { "role": "worker", "addresses": "192.0.2.21-22" }],
    });
    let plan = read::design(&design).ok().and_then(|design| resolve(&design).output);
    let files = plan.iter().flat_map(balancer::artifacts).filter_map(|file| match (file.owner, file.content) {
        (Owner::Balancer(_), Content::Whole(text)) => Some((file.path, text.to_string())),
        _ => None,
    });
    files.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_of_a_load_balancer_are_found_in_its_files() {
        for (setting, _) in PROBES {
            let found = files(&format!("balancers.{setting}"));
            let nginx = found.iter().find(|found| found.program == "nginx-plus");
            assert!(nginx.is_some_and(|found| !found.files.is_empty()), "{setting}");
        }
        assert_eq!(files("balancers.nonsense"), []);
        assert_eq!(files("cluster.domain"), []);
    }
}
