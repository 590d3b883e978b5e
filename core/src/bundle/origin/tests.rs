use super::*;
use crate::bundle::{StockFile, artifacts};
use crate::design::Design;
use crate::edit::{properties, toml, xml, yaml};
use crate::format::xml::{Document, Source};
use crate::plan::resolve;
use expect_test::expect;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn plan(more: Value) -> Plan {
    let mut design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "hosts": {"service": "api.example.com"},
        "nodes": [{"role": "manager", "addresses": "192.0.2.11-12"}, {"role": "worker", "addresses": "192.0.2.21-22"}],
        "database": {"mysql": {"host": "db.example.com", "password": "plain:hunter2"}},
    });
    for (key, value) in more.as_object().unwrap() {
        design[key] = value.clone();
    }
    if more.get("database").is_some_and(Value::is_null) {
        design.as_object_mut().unwrap().remove("database");
    }
    resolve(&serde_json::from_value::<Design>(design).unwrap()).output.unwrap()
}

/// Plans that together have files of every grammar.
fn plans() -> Vec<Plan> {
    let single = json!([{"addresses": "192.0.2.21-22"}]);
    vec![
        plan(json!({})),
        plan(json!({"product": "mi", "release": "4.2.0", "pattern": "symmetric", "nodes": single})),
        plan(json!({"product": "is", "release": "5.11.0", "pattern": "symmetric", "nodes": single})),
        plan(json!({"product": "si", "release": "4.2.0", "pattern": "minimum-ha", "nodes": single, "hosts": {}})),
    ]
}

fn first_line(text: &str, origin: &Origin) -> String {
    text.lines().nth(origin.lines.start).unwrap_or_default().trim().to_owned()
}

/// How many statements hold in a file, by the readings that patch and compare.
fn holding(file: &StockFile, bytes: &[u8]) -> usize {
    let text = String::from_utf8_lossy(bytes);
    match file {
        StockFile::Xml { edits, .. } => {
            let source = Source::read(bytes).unwrap();
            let document = Document::parse(source.text()).unwrap();
            let findings = xml::patch(&document, edits).findings;
            let wanted = edits.iter().zip(findings).filter(|(edit, _)| edit.want != xml::Want::Absent);
            wanted
                .inspect(|(edit, finding)| assert_eq!(*finding, crate::edit::Finding::Holds, "{edit}\n{text}"))
                .count()
        }
        StockFile::Toml(edits) => {
            let findings = toml::check(&text, edits).unwrap();
            let wanted = edits.iter().zip(findings).filter(|(edit, _)| edit.want != toml::Want::Absent);
            wanted.filter(|(_, finding)| *finding == crate::edit::Finding::Holds).count()
        }
        StockFile::Yaml(edits) => edits.iter().filter(|edit| edit.want != yaml::Want::Absent).count(),
        StockFile::Properties(edits) | StockFile::Shipped { edits, .. } => {
            edits.iter().map(|edit: &properties::Edit| &edit.key).collect::<std::collections::BTreeSet<_>>().len()
        }
    }
}

struct Files(BTreeMap<String, Vec<u8>>);

impl Stock for Files {
    fn has(&self, _: &str) -> bool {
        true
    }
    fn file(&self, _: &str, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }
}

#[test]
fn every_statement_has_its_lines() {
    let mut grammars = std::collections::BTreeSet::new();
    for plan in plans() {
        // The same files, as if they had come with the product: of another cluster, so that statements find other values.
        let mut shipped = Files(BTreeMap::new());
        for artifact in artifacts(&plan) {
            if matches!(artifact.content, Content::Stock(_)) {
                shipped.0.entry(artifact.path.clone()).or_insert_with(|| one(&artifact, None).bytes.to_vec());
            }
        }
        for artifact in artifacts(&plan) {
            let Content::Stock(file) = &artifact.content else { continue };
            grammars.insert(match &**file {
                StockFile::Xml { .. } => "xml",
                StockFile::Toml(_) => "toml",
                StockFile::Yaml(_) => "yaml",
                StockFile::Properties(_) | StockFile::Shipped { .. } => "properties",
            });
            for stock in [None, Some(&shipped as &dyn Stock)] {
                let made = one(&artifact, stock);
                let found = origins_in(&plan, &artifact, &made.bytes);
                let says: std::collections::BTreeSet<&str> = found.iter().map(|origin| origin.says.as_str()).collect();
                let text = String::from_utf8_lossy(&made.bytes);
                assert!(says.len() >= holding(file, &made.bytes), "{}\n{text}\n{found:#?}", made.path);
                for origin in &found {
                    assert!(!origin.says.contains("hunter2") && !origin.lines.is_empty(), "{origin:?}");
                    let lines: Vec<&str> = text.lines().collect();
                    let lines = lines[origin.lines.clone()].join("\n");
                    // `In … write `value``: the value stands there.
                    if let Some(value) = origin.says.strip_suffix('`').and_then(|says| says.rsplit('`').next())
                        && origin.says.starts_with("In ")
                        && !value.contains(['&', '<', '>', '•', '"'])
                    {
                        assert!(lines.contains(value), "{origin:?}\n{lines}");
                    }
                }
                assert_eq!(origins(&plan, &made.path, stock), found);
            }
        }
    }
    assert_eq!(grammars.len(), 4, "{grammars:?}");
}

fn shown(plan: &Plan, path: &str, stock: Option<&dyn Stock>) -> String {
    let artifact = artifact(plan, path).unwrap();
    let text = String::from_utf8(one(&artifact, stock).bytes.to_vec()).unwrap();
    let mut out = String::new();
    for origin in origins(plan, path, stock) {
        let path = origin.path.as_ref().map(Path::to_string).unwrap_or_default();
        out.push_str(&format!("{:?} {} | {path} | {}\n", origin.lines, first_line(&text, &origin), origin.says));
    }
    out
}

#[test]
fn lines_of_a_fragment() {
    let plan = plan(json!({"database": null}));
    let name = plan.nodes[2].name.to_string();
    expect![""].assert_eq(&shown(&plan, &format!("nodes/{name}/fragments/repository/conf/carbon.xml"), None));
    expect![""].assert_eq(&shown(&plan, &format!("nodes/{name}/repository/conf/tasks-config.xml"), None));
}

#[test]
fn lines_of_a_patched_file() {
    let plan = plan(json!({"database": null}));
    let name = plan.nodes[2].name.to_string();
    let shipped = "<?xml version=\"1.0\"?>\n<!-- as it came -->\n<tasks-configuration xmlns:svns=\"x\">\n  <taskServerMode>AUTO</taskServerMode>\n  <taskServerCount>\n    1\n  </taskServerCount>\n</tasks-configuration>\n";
    let path = "repository/conf/etc/tasks-config.xml";
    let stock = Files([(path.to_owned(), shipped.as_bytes().to_vec())].into());
    expect![""].assert_eq(&shown(&plan, &format!("nodes/{name}/{path}"), Some(&stock)));
}

#[test]
fn comments_of_a_file_of_our_own() {
    let text = "\
# The head.\n\
\n\
http {  # opens\n\
    # One,\n\
    # two.\n\
    a 1;\n\
    b 'x # y';\n\
    # Three.\n\
    server {\n\
        c 3;\n\
\n\
        d 4;\n\
    }\n\
\n\
    e 5;\n\
}\n";
    let plan = plan(json!({}));
    let artifact = Artifact::whole(crate::bundle::Owner::Cluster, "x.conf", crate::bundle::Mode::Public, text);
    let found = origins_in(&plan, &artifact, text.as_bytes());
    let said: Vec<_> = found.iter().map(|origin| (origin.lines.clone(), origin.why.as_str())).collect();
    assert_eq!(said, [(2..3, "opens"), (5..7, "One, two."), (8..13, "Three.")]);
    assert_eq!(origin_at(&found, 9).map(|origin| origin.why.as_str()), Some("Three."));
    assert_eq!(origin_at(&found, 14), None);
}

#[test]
fn a_setting_makes_lines() {
    let plan = plan(json!({"cluster": {"domain": "esb.domain"}}));
    let path = Path::from("cluster.domain");
    let made: Vec<Made> = lines_of(&plan, &path, None).collect();
    assert_eq!(made.len(), plan.nodes.len());
    for made in made {
        assert!(made.file.ends_with("axis2/axis2.xml"), "{made:?}");
        assert!(made.origins.iter().all(|origin| origin.says.contains("esb.domain")), "{made:?}");
    }
    // Of one node: its own files alone.
    let path = plan.nodes[2].at.clone().key("address");
    assert!(
        lines_of(&plan, &path, None)
            .all(|made| made.file.contains(plan.nodes[2].at.to_string().as_str()) || !made.origins.is_empty())
    );
    assert_eq!(lines_of(&plan, &Path::from("no.such.setting"), None).count(), 0);
}
