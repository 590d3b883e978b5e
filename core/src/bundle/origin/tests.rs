use super::*;
use crate::bundle::{StockFile, artifacts, parts};
use crate::catalogue::{PatternTraits, Product, Release};
use crate::design::Design;
use crate::edit::{Finding, toml, xml, yaml};
use crate::format::xml::{Document, Source};
use crate::format::{properties as property_file, yaml as yaml_file};
use crate::plan::resolve;
use crate::sample;
use expect_test::expect;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn plan(more: Value) -> Plan {
    let mut design = json!({
        "format": 1, "name": "esb", "product": "esb", "release": "5.0.0", "pattern": "worker-manager-2",
        "hosts": {"service": "api.example.com"},
        "nodes": [{"role": "manager", "addresses": "192.0.2.11-12"}, {"role": "worker", "addresses": "192.0.2.21-22"}],
        "database": {"mysql": {"host": "db.example.com", "schemas": {"users": {"password": "plain:hunter2"}}}},
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
    let other = |(product, release, pattern): (&'static Product, &'static Release, &'static PatternTraits)| {
        let more = json!({
            "product": product.id, "release": release.version, "pattern": pattern.key, "hosts": {},
            "nodes": sample::nodes(pattern, release),
        });
        plan(more)
    };
    std::iter::once(plan(json!({}))).chain(sample::layouts().step_by(5).map(other)).collect()
}

fn first_line(text: &str, origin: &Origin) -> String {
    text.lines().nth(origin.lines.start).unwrap_or_default().trim().to_owned()
}

/// The statements that hold in a file, by the readings that patch and compare; without those that want nothing to be there.
fn holding(file: &StockFile, bytes: &[u8]) -> BTreeSet<String> {
    let text = String::from_utf8_lossy(bytes);
    let holds = |finding: &Finding| *finding == Finding::Holds;
    let mut says = BTreeSet::new();
    match file {
        StockFile::Xml { edits, .. } => {
            let source = Source::read(bytes).unwrap();
            let document = Document::parse(source.text()).unwrap();
            let findings = xml::patch(&document, edits).findings;
            let wanted = edits.iter().zip(&findings).filter(|(edit, _)| edit.want != xml::Want::Absent);
            says.extend(wanted.filter(|(_, it)| holds(it)).map(|(edit, _)| edit.to_string()));
        }
        StockFile::Toml(edits) => {
            let findings = toml::check(&text, edits).unwrap();
            let wanted = edits.iter().zip(&findings).filter(|(edit, _)| edit.want != toml::Want::Absent);
            says.extend(wanted.filter(|(_, it)| holds(it)).map(|(edit, _)| edit.to_string()));
        }
        StockFile::Yaml(edits) => {
            let document = yaml_file::Document::parse(&text).unwrap();
            let wanted = edits.iter().filter(|edit| edit.want != yaml::Want::Absent);
            says.extend(wanted.filter(|edit| holds(&edit.check(&document))).map(ToString::to_string));
        }
        StockFile::Properties(edits) | StockFile::Shipped { edits, .. } => {
            let document = property_file::Document::parse(&text);
            says.extend(edits.iter().filter(|edit| holds(&edit.check(&document))).map(ToString::to_string));
        }
    }
    says
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
    let mut grammars = BTreeSet::new();
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
                let says: BTreeSet<String> = found.iter().map(|origin| origin.says.clone()).collect();
                let text = String::from_utf8_lossy(&made.bytes);
                let holding = holding(file, &made.bytes);
                assert!(
                    !holding.is_empty() && says == holding,
                    "{}
{text}
{says:#?}
{holding:#?}",
                    made.path
                );
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
    expect![[r#"
        3..4 <HostName>api.example.com</HostName> | hosts.service | In /Server/HostName write `api.example.com`
        6..7 <Offset>0</Offset> | nodes[1].offset | In /Server/Ports/Offset write `0`
        10..11 <Enabled>false</Enabled> | artifacts | In /Server/DeploymentSynchronizer/Enabled write `false`
    "#]]
    .assert_eq(&shown(&plan, &format!("nodes/{name}/fragments/repository/conf/carbon.xml"), None));
    // The path of the whole file does as well.
    expect![[r#"
        3..4 <taskServerCount>2</taskServerCount> | tasks.server-count | In /tasks-configuration/taskServerCount write `2`
    "#]].assert_eq(&shown(&plan, &format!("nodes/{name}/repository/conf/etc/tasks-config.xml"), None));
}

#[test]
fn lines_of_a_patched_file() {
    let plan = plan(json!({"database": null}));
    let name = plan.nodes[2].name.to_string();
    let shipped = "<?xml version=\"1.0\"?>\n<!-- as it came -->\n<tasks-configuration xmlns:svns=\"x\">\n  <taskServerMode>AUTO</taskServerMode>\n  <taskServerCount>\n    1\n  </taskServerCount>\n</tasks-configuration>\n";
    let path = "repository/conf/etc/tasks-config.xml";
    let stock = Files([(path.to_owned(), shipped.as_bytes().to_vec())].into());
    expect![[r#"
        4..7 <taskServerCount> | tasks.server-count | In /tasks-configuration/taskServerCount write `2`
    "#]]
    .assert_eq(&shown(&plan, &format!("nodes/{name}/{path}"), Some(&stock)));
}

#[test]
fn comments_of_a_file_of_our_own() {
    let text = r"# The head.

http {  # opens
    # One,
    # two.
    a 1;
    b 'x # y';
    # Three.
    server {
        c 3;

        d 4;
    }

    e 5;
}
";
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
    let parts = parts(&plan);
    let path = Path::from("cluster.domain");
    let made: Vec<Made> = lines_of(&plan, &parts, &path, None).collect();
    assert_eq!(made.len(), plan.nodes.len());
    for made in made {
        assert!(made.file.ends_with("axis2/axis2.xml"), "{made:?}");
        assert!(made.origins.iter().all(|origin| origin.says.contains("esb.domain")), "{made:?}");
    }
    // Of an entry of the list of nodes: the files of its nodes alone.
    let entry = plan.nodes[2].at.clone();
    let own: Vec<String> =
        plan.nodes.iter().filter(|node| node.at == entry).map(|node| format!("nodes/{}/", node.name)).collect();
    let path = entry.key("offset");
    let made: Vec<Made> = lines_of(&plan, &parts, &path, None).collect();
    assert!(!made.is_empty() && made.iter().all(|made| own.iter().any(|own| made.file.starts_with(own))), "{made:#?}");
    assert_eq!(lines_of(&plan, &parts, &Path::from("no.such.setting"), None).count(), 0);
}
