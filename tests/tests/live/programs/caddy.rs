use super::{Program, Running, missing, version_in};
use std::path::Path;
use std::process::Command;

/// The one that is installed, or that `WSO2_DESIGN_CADDY` names.
pub(crate) static CADDY: Caddy = Caddy;

pub(crate) struct Caddy;

const FILE: &str = "Caddyfile";

impl Caddy {
    fn run(&self) -> Command {
        let mut command = Command::new(std::env::var("WSO2_DESIGN_CADDY").unwrap_or_else(|_| "caddy".to_owned()));
        command.env("XDG_DATA_HOME", "/var/lib/caddy").env("XDG_CONFIG_HOME", "/var/lib/caddy");
        command
    }
}

impl Program for Caddy {
    fn key(&self) -> &'static str {
        "caddy"
    }

    fn version(&self) -> Option<String> {
        let Ok(said) = self.run().arg("version").output() else { return missing("caddy (WSO2_DESIGN_CADDY)") };
        version_in(&String::from_utf8_lossy(&said.stdout), "v")
    }

    fn command(&self, folder: &Path) -> Command {
        // What `prepare` asks for, as far as this kernel and this user can.
        let _ = std::fs::write("/proc/sys/net/ipv4/tcp_migrate_req", "1");
        let mut command = self.run();
        command.args(["run", "--config"]).arg(folder.join(FILE));
        command
    }

    fn by_chance(&self) -> bool {
        true
    }

    fn folders(&self) -> &'static [&'static str] {
        &["/var/log/caddy", "/var/lib/caddy"]
    }

    fn reload(&self, _: &Running) {
        let said = self.run().args(["reload", "--force", "--config", "/etc/caddy/Caddyfile"]).output().unwrap();
        assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    }

    fn logs(&self) -> &'static str {
        "/var/log/caddy"
    }
}
