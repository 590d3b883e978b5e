use crate::{designs, has, judge, python, spoken, starts, tools, write};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

const RESOURCES: [&str; 13] = [
    "aws_autoscaling_attachment",
    "aws_lb",
    "aws_lb_listener",
    "aws_lb_listener_certificate",
    "aws_lb_listener_rule",
    "aws_lb_target_group",
    "aws_lb_target_group_attachment",
    "aws_security_group",
    "aws_vpc_security_group_egress_rule",
    "aws_vpc_security_group_ingress_rule",
    "aws_wafv2_ip_set",
    "aws_wafv2_web_acl",
    "aws_wafv2_web_acl_association",
];

#[test]
fn files_stand_as_the_formatter_has_them() {
    if !has(&[("terraform", starts("terraform", "version"))]) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    write(&designs::all("aws-alb-terraform"), dir.path());
    let said = terraform(dir.path(), &["fmt", "-check", "-diff", "-recursive", "-no-color"], None);
    assert!(said.status.success() && said.stdout.is_empty(), "{}", spoken(&said));
}

/// Terraform checks every argument against the provider's schema, and evaluates every expression. The provider itself is made
/// by the schema alone: it plans what is asked.
#[test]
fn terraform_validates_and_plans() {
    if !has(&[
        ("terraform", starts("terraform", "version")),
        ("grpcio", python("grpc, msgpack")),
        ("schema of the AWS provider", tools().join("package/lib/lb/index.js").exists()),
    ]) {
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let folders = write(&designs::all("aws-alb-terraform"), dir.path());
    let root: String = folders.iter().enumerate().map(|(number, folder)| module(number, folder)).collect();
    std::fs::write(dir.path().join("main.tf"), root).unwrap();
    let provider = Provider::start(dir.path());
    let run = |arguments: &[&str]| {
        let said = terraform(dir.path(), arguments, Some(&provider));
        assert!(said.status.success(), "{}", spoken(&said));
        let text = spoken(&said);
        assert!(!text.contains("Warning"), "{text}");
        said
    };
    run(&["init", "-no-color"]);
    run(&["validate", "-no-color"]);
    run(&["plan", "-no-color", "-input=false", "-out=planned"]);
    let planned: Value = serde_json::from_slice(&run(&["show", "-json", "planned"]).stdout).unwrap();
    let modules = planned["planned_values"]["root_module"]["child_modules"].as_array().unwrap();
    assert!(modules.len() + 5 > folders.len(), "{} of {}", modules.len(), folders.len());
    for module in modules {
        limits(module);
    }

    // It would say so.
    let file = folders[0].join("listeners.tf");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("ssl_policy", "tls_policy")).unwrap();
    let said = terraform(dir.path(), &["validate", "-no-color"], Some(&provider));
    assert!(!said.status.success() && spoken(&said).contains("tls_policy"), "{}", spoken(&said));
}

/// What AWS refuses although its schema does not say so.
fn limits(module: &Value) {
    let at = &module["address"];
    let mut names: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut priorities: BTreeMap<(String, i64), usize> = BTreeMap::new();
    for resource in module["resources"].as_array().unwrap() {
        let (kind, values) = (resource["type"].as_str().unwrap(), &resource["values"]);
        match kind {
            "aws_lb" | "aws_lb_target_group" => {
                let name = values["name"].as_str().unwrap();
                let good = name.len() <= 32 && !name.starts_with("internal-") && !name.ends_with('-');
                assert!(good && name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-'), "{at} {name}");
                *names.entry((kind, name)).or_default() += 1;
            }
            "aws_lb_listener_rule" => {
                let conditions = values["condition"].as_array().unwrap();
                let lists = || ["values", "regex_values"].into_iter();
                let all = conditions
                    .iter()
                    .flat_map(|it| ["host_header", "path_pattern", "source_ip"].map(|kind| &it[kind][0]));
                let all: Vec<&str> = all
                    .flat_map(|it| lists().filter_map(|list| it[list].as_array()))
                    .flatten()
                    .map(|value| value.as_str().unwrap())
                    .collect();
                assert!(
                    !all.is_empty() && all.len() <= 5 && all.iter().all(|value| value.len() <= 128),
                    "{at} {all:?}"
                );
                let listener = resource["name"].as_str().unwrap().rsplit_once('_').unwrap().0.to_owned();
                let priority = values["priority"].as_i64().unwrap();
                assert!((1..=50_000).contains(&priority));
                *priorities.entry((listener, priority)).or_default() += 1;
            }
            "aws_wafv2_web_acl" => expressions(&values["rule"], &mut |expression| {
                assert!((1..=512).contains(&expression.len()), "{at} {expression}");
            }),
            _ => {}
        }
    }
    assert!(names.values().all(|count| *count == 1), "{at} {names:?}");
    assert!(priorities.values().all(|count| *count == 1), "{at} {priorities:?}");
}

fn expressions(value: &Value, check: &mut impl FnMut(&str)) {
    match value {
        Value::Object(pairs) => pairs.iter().for_each(|(key, value)| match value {
            Value::String(text) if key == "regex_string" => check(text),
            other => expressions(other, check),
        }),
        Value::Array(items) => items.iter().for_each(|item| expressions(item, check)),
        _ => {}
    }
}

/// A call of a folder as a module, with a value for every variable that needs one.
fn module(number: usize, folder: &Path) -> String {
    let name = folder.file_name().unwrap().to_str().unwrap();
    let mut text = format!("module \"m{number}\" {{\n  source = \"./{name}\"\n");
    let variables = std::fs::read_to_string(folder.join("variables.tf")).unwrap_or_default();
    for variable in variables.split("\nvariable \"").skip(1) {
        let name = variable.split('"').next().unwrap();
        let needed = !variable.contains("\n  default");
        let value = match name {
            // Every other cluster is on standby.
            "standby_takes_over" => (number % 2 == 1).to_string(),
            "log_bucket" => "\"logs\"".to_owned(),
            name if name.starts_with("auto_scaling_groups") => "[\"group\"]".to_owned(),
            _ if needed && variable.contains("list(string)") => "[\"one\", \"two\"]".to_owned(),
            _ if needed => "\"one\"".to_owned(),
            _ => continue,
        };
        let _ = writeln!(text, "  {name} = {value}");
    }
    text + "}\n"
}

fn terraform(folder: &Path, arguments: &[&str], provider: Option<&Provider>) -> Output {
    let mut command = Command::new("terraform");
    command.args(arguments).current_dir(folder);
    command.env_remove("TF_CLI_CONFIG_FILE").env("CHECKPOINT_DISABLE", "1").env("TF_IN_AUTOMATION", "1");
    if let Some(provider) = provider {
        let aws = json!({ "Protocol": "grpc", "ProtocolVersion": 5, "Pid": provider.process.id(), "Test": true,
                          "Addr": { "Network": "unix", "String": provider.socket } });
        command.env("TF_REATTACH_PROVIDERS", json!({ "registry.terraform.io/hashicorp/aws": aws }).to_string());
    }
    command.output().unwrap()
}

/// What Terraform takes for the AWS provider; it ends with the test.
struct Provider {
    process: Child,
    socket: PathBuf,
}

impl Provider {
    fn start(folder: &Path) -> Self {
        let socket = folder.join("provider.sock");
        let mut process = Command::new(tools().join("bin/python"))
            .arg(judge("aws_provider.py"))
            .arg(tools().join("package"))
            .arg(&socket)
            .args(RESOURCES)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert_eq!(line, "ready\n");
        Self { process, socket }
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
