use super::{Program, Running, missing, version_in};
use crate::namespace::must;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The one that `WSO2_DESIGN_ENVOY` names, that of a virtual environment of Python (`target/envoy`), or the installed one.
pub(crate) static INSTALLED: Envoy = Envoy;

pub(crate) struct Envoy;

fn program() -> PathBuf {
    let local = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/envoy/bin/envoy");
    match std::env::var_os("WSO2_DESIGN_ENVOY") {
        Some(named) => named.into(),
        None if local.is_file() => local,
        None => "envoy".into(),
    }
}

impl Program for Envoy {
    fn key(&self) -> &'static str {
        "envoy"
    }

    fn version(&self) -> Option<String> {
        let Ok(said) = Command::new(program()).arg("--version").output() else { return missing("envoy") };
        // `envoy  version: <commit>/1.40.0/Clean/RELEASE/BoringSSL`
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        version_in(said.split_once("version: ")?.1, "/")
    }

    /// As the unit of the bundle starts it.
    fn command(&self, folder: &Path) -> Command {
        let unit = std::fs::read_to_string(folder.join("envoy.service")).unwrap();
        let line = unit.lines().find_map(|line| line.strip_prefix("ExecStart=/usr/bin/envoy ")).unwrap();
        let mut command = Command::new(program());
        command.args(line.split(' '));
        command
    }

    /// Between nodes that have as little to do it draws lots.
    fn by_chance(&self) -> bool {
        true
    }

    /// What the unit of the bundle does for `systemctl reload`, as root and without a user of its own.
    fn reload(&self, _running: &Running) {
        must(Command::new("sh").arg("/etc/envoy/test.sh").env("ENVOY", program()));
        let unit = std::fs::read_to_string("/etc/envoy/envoy.service").unwrap();
        let script = unit.lines().find_map(|line| line.strip_prefix("ExecReload=+/bin/sh -c '")).unwrap();
        must(Command::new("sh").args(["-c", script.trim_end_matches('\'')]));
    }

    fn logs(&self) -> &'static str {
        "/var/log"
    }

    fn access_log(&self, said: &str) -> String {
        said.lines().filter(|line| line.starts_with('{')).map(|line| format!("{line}\n")).collect()
    }
}
