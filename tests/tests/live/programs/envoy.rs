use super::{Program, Running, missing, version_in};
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

    fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new(program());
        command.arg("-c").arg(folder.join("envoy.yaml"));
        command.args(["--log-level", "warning", "--drain-time-s", "300", "--disable-hot-restart"]);
        command
    }

    /// What the unit of the bundle does for `systemctl reload`.
    fn reload(&self, _running: &Running) {
        let moved = Command::new("sh")
            .args(["-c", "touch /etc/envoy/.reload~ && mv /etc/envoy/.reload~ /etc/envoy/.reload"])
            .status();
        assert!(moved.is_ok_and(|status| status.success()), "nothing moved");
    }

    fn logs(&self) -> &'static str {
        "/var/log"
    }

    fn access_log(&self, said: &str) -> String {
        said.lines().filter(|line| line.starts_with('{')).map(|line| format!("{line}\n")).collect()
    }
}
