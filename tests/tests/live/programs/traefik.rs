use super::{Program, Running, missing, version_in};
use std::fs;
use std::path::Path;
use std::process::Command;

/// The one that is installed, or that `WSO2_DESIGN_TRAEFIK` names.
pub(crate) static TRAEFIK: Traefik = Traefik;

pub(crate) struct Traefik;

impl Traefik {
    fn run(&self) -> Command {
        Command::new(std::env::var("WSO2_DESIGN_TRAEFIK").unwrap_or_else(|_| "traefik".to_owned()))
    }
}

impl Program for Traefik {
    fn key(&self) -> &'static str {
        "traefik"
    }

    fn version(&self) -> Option<String> {
        let Ok(said) = self.run().arg("version").output() else { return missing("traefik (WSO2_DESIGN_TRAEFIK)") };
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        version_in(said.split_once("Version:")?.1.trim_start(), "")
    }

    fn command(&self, folder: &Path) -> Command {
        let mut command = self.run();
        command.arg(format!("--configFile={}", folder.join("traefik.yml").display()));
        command
    }

    fn by_chance(&self) -> bool {
        true
    }

    fn folders(&self) -> &'static [&'static str] {
        &["/var/log/traefik"]
    }

    fn draws(&self) -> bool {
        true
    }

    /// It takes its dynamic files up by itself, at any moment: one that is written in place it reads half, or empty.
    fn reload(&self, _: &Running) {
        let (file, new) = ("/etc/traefik/dynamic/wso2.yml", "/etc/traefik/wso2.yml.new");
        fs::copy(file, new).unwrap();
        fs::rename(new, file).unwrap();
    }

    fn logs(&self) -> &'static str {
        "/var/log/traefik"
    }
}
