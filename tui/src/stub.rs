//! TEMPORARY: what the core will offer.
use std::sync::Arc;
use wso2_design_core::diagnostic::Diagnostic;
use wso2_design_core::plan::{Plan, resolve_with};
use wso2_design_core::read::Document;
use wso2_design_core::value::SecretValues;

pub(crate) struct Checked {
    pub(crate) plan: Option<Plan>,
    pub(crate) notes: Vec<Diagnostic>,
}

pub(crate) fn check(document: &Document, secrets: SecretValues) -> Checked {
    let mut notes = document.notes.clone();
    let plan = document.design.as_ref().and_then(|design| {
        let noted = resolve_with(design, secrets);
        notes.extend(noted.notes);
        noted.output
    });
    Checked { plan, notes }
}

pub(crate) fn schema() -> serde_json::Value {
    serde_json::json!({ "type": "object" })
}

pub(crate) fn resolved(plan: &Plan) -> String {
    format!("name = \"{}\"\n", plan.name)
}

pub(crate) mod bundle {
    use super::*;
    use wso2_design_core::bundle::{Mode, Owner};

    pub(crate) trait Stock {
        fn file(&self, path: &str) -> Option<&[u8]>;
    }

    #[derive(Clone)]
    pub(crate) struct File {
        pub(crate) path: String,
        pub(crate) mode: Mode,
        pub(crate) owner: Owner,
        pub(crate) bytes: Arc<[u8]>,
    }

    pub(crate) struct Rendered {
        pub(crate) files: Vec<File>,
        pub(crate) findings: Vec<String>,
    }

    pub(crate) fn render(plan: &Plan, design_text: &str, stock: Option<&dyn Stock>) -> Rendered {
        let mut files = vec![
            File { path: "design.toml".into(), mode: Mode::Public, owner: Owner::Cluster, bytes: design_text.as_bytes().into() },
            File { path: "guide.md".into(), mode: Mode::Public, owner: Owner::Cluster, bytes: (*b"# Guide\n").into() },
        ];
        for node in &plan.nodes {
            let owner = Owner::Node(node.name.clone());
            let mut push = |path: &str, mode, text: String| {
                files.push(File { path: format!("{}{path}", owner.folder()), mode, owner: owner.clone(), bytes: text.into_bytes().into() });
            };
            let conf = format!("{}/axis2/axis2.xml", plan.product.layout.conf);
            let text = stock.and_then(|it| it.file(&conf)).map_or("<fragment/>\n".into(), |it| String::from_utf8_lossy(it).into_owned());
            push(&conf, Mode::Public, text);
            let password = plan.secrets.value(&plan.tls.keystore_password);
            push("repository/conf/carbon.xml", Mode::Private, format!("<Password>{}</Password>\n", password.text()));
            push("bin/start.sh", Mode::Program, "#!/bin/sh\n".into());
        }
        Rendered { files, findings: Vec::new() }
    }
}

pub(crate) mod rules {
    pub(crate) static RULES: &[(&str, &str)] = &[];
    pub(crate) fn page(_code: &str) -> Option<String> {
        None
    }
}

pub(crate) mod explain {
    pub(crate) fn setting(_path: &str) -> Option<String> {
        None
    }
}
