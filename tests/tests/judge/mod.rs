//! The judge: the product's own templates, rendered in Python from a configuration of ours (`tests/judge`).

use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use wso2_design_tests::{project, stock_of};

/// The address that the platform gives nodes without one.
pub(crate) const NODE_IP: &str = "192.0.2.99";

/// A Python with Jinja2, and the folder of the judge.
pub(crate) struct Judge {
    python: PathBuf,
}

/// What is to be judged.
pub(crate) struct Job {
    /// What it is, for messages.
    pub(crate) name: String,
    /// The product as it was downloaded.
    pub(crate) stock: PathBuf,
    /// The configuration.
    pub(crate) toml: String,
    /// Whether every template is rendered.
    pub(crate) every: bool,
}

/// What the product makes of a configuration.
pub(crate) struct Verdict {
    /// What was judged.
    pub(crate) name: String,
    /// Why it does not start with it.
    pub(crate) refused: Option<String>,
    /// Files that are no XML.
    pub(crate) faults: Vec<String>,
    /// What its files say.
    pub(crate) facts: Value,
}

impl Judge {
    /// The judge, where there is a Python with Jinja2: the one that `WSO2_DESIGN_PYTHON` names, that in `target/judge`,
    /// or the machine's own. Says what is missing.
    pub(crate) fn find() -> Option<Self> {
        let named = std::env::var_os("WSO2_DESIGN_PYTHON").map(PathBuf::from);
        let candidates =
            named.into_iter().chain([project().join("target/judge/bin/python3"), PathBuf::from("python3")]);
        let able = |python: &PathBuf| {
            let imports = Command::new(python).args(["-c", "import jinja2, tomllib"]).stderr(Stdio::null()).status();
            imports.is_ok_and(|status| status.success())
        };
        let python = candidates.into_iter().find(able);
        if python.is_none() {
            println!("skipped: no Python 3.11 with Jinja2 is to be had (WSO2_DESIGN_PYTHON may name one)");
        }
        python.map(|python| Self { python })
    }

    /// Judges all of them.
    pub(crate) fn judge(&self, jobs: &[Job]) -> Vec<Verdict> {
        let asked: Vec<Value> = jobs
            .iter()
            .map(|job| {
                let conf = job.stock.join("repository/resources/conf");
                let env = json!({ "NODE_IP": NODE_IP });
                let system = json!({ "carbon.home": "/opt/wso2" });
                json!({ "conf": conf, "toml": job.toml, "every": job.every, "env": env, "system": system })
            })
            .collect();
        let mut child = Command::new(&self.python)
            .arg(project().join("tests/judge"))
            .env("PYTHONDONTWRITEBYTECODE", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the judge starts");
        let mut stdin = child.stdin.take().expect("its input");
        stdin.write_all(serde_json::to_string(&asked).expect("JSON").as_bytes()).expect("it reads");
        drop(stdin);
        let output = child.wait_with_output().expect("the judge ends");
        assert!(output.status.success(), "the judge failed");
        let verdicts: Vec<Value> = serde_json::from_slice(&output.stdout).expect("verdicts");
        assert_eq!(verdicts.len(), jobs.len());
        let texts = |value: &Value| -> Vec<String> {
            value.as_array().into_iter().flatten().filter_map(|it| it.as_str().map(str::to_owned)).collect()
        };
        let verdict = |(verdict, job): (Value, &Job)| Verdict {
            name: job.name.clone(),
            refused: verdict["refused"].as_str().map(str::to_owned),
            faults: texts(&verdict["faults"]),
            facts: verdict["facts"].clone(),
        };
        verdicts.into_iter().zip(jobs).map(verdict).collect()
    }
}

/// The stock of a release that has templates.
pub(crate) fn stock_with_templates(release: &str) -> Option<PathBuf> {
    let stock = stock_of(release)?;
    Path::new(&stock).join("repository/resources/conf/templates").is_dir().then_some(stock)
}
