use super::*;
use crate::bundle::{Content, StockFile};
use crate::config;
use crate::places::samples;

#[test]
fn a_setting_knows_its_places() {
    let domain = setting("cluster.domain").unwrap();
    assert!(
        domain.decides[0].xml.iter().any(|of| {
            of.file == "axis2/axis2.xml" && of.place == "/axisconfig/clustering/parameter[@name='domain']"
        })
    );
    assert!(domain.description.contains("domain"));
    assert_eq!(setting("nodes[2].member-port"), setting("nodes.member-port"));
    assert_eq!(setting("cluster.nonsense"), None);
    assert!(setting("balancers.sticky").unwrap().choices.iter().any(|(word, _)| word == "https"));
    assert!(setting("database.mysql.schemas.users.password").unwrap().description.contains("password"));
    assert_eq!(near("cluster.domian"), Some("cluster.domain".to_owned()));
    assert_eq!(near("domain"), Some("cluster.domain".to_owned()));
}

#[test]
fn every_statement_names_a_setting_that_exists() {
    let schema = schema();
    for plan in samples() {
        for artifact in config::artifacts(&plan) {
            let Content::Stock(stock) = &artifact.content else { continue };
            let settings: Vec<&str> = match &**stock {
                StockFile::Xml { edits, .. } => edits.iter().map(|edit| edit.why.setting).collect(),
                StockFile::Properties(edits) | StockFile::Shipped { edits, .. } => {
                    edits.iter().map(|edit| edit.why.setting).collect()
                }
                StockFile::Yaml(edits) => edits.iter().map(|edit| edit.why.setting).collect(),
                StockFile::Toml(edits) => edits.iter().map(|edit| edit.why.setting).collect(),
            };
            for path in settings {
                let keys = keys(path);
                assert!(find(&schema, &schema, &keys).is_some(), "{path} of {}", artifact.path);
            }
        }
    }
}
