use super::{Program, Running, missing, version_in};
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::Path;
use std::process::Command;

/// The one that is installed.
pub(crate) static INSTALLED: Haproxy = Haproxy { find: || Some("haproxy".to_owned()) };
/// The one that `WSO2_DESIGN_HAPROXY` names.
pub(crate) static CURRENT: Haproxy = Haproxy { find: || std::env::var("WSO2_DESIGN_HAPROXY").ok() };

pub(crate) struct Haproxy {
    find: fn() -> Option<String>,
}

impl Program for Haproxy {
    fn key(&self) -> &'static str {
        "haproxy"
    }

    fn version(&self) -> Option<String> {
        let Some(program) = (self.find)() else { return missing("another haproxy (WSO2_DESIGN_HAPROXY)") };
        let Ok(said) = Command::new(&program).arg("-v").output() else { return missing(&program) };
        version_in(&String::from_utf8_lossy(&said.stdout), "ersion ")
    }

    fn command(&self, folder: &Path) -> Command {
        let mut file = folder.join("haproxy.cfg");
        let root = fs::metadata("/proc/self").is_ok_and(|it| it.uid() == 0);
        if !root {
            // As the file says: who does not start as root leaves out what only root may.
            let text = fs::read_to_string(&file).unwrap();
            let root_only =
                |line: &str| ["user ", "group ", "chroot "].iter().any(|it| line.trim_start().starts_with(it));
            file = folder.join("not-root.cfg");
            fs::write(&file, text.lines().filter(|line| !root_only(line)).collect::<Vec<_>>().join("\n") + "\n")
                .unwrap();
        }
        // As the packages' units start it, a master and its worker, but in the foreground.
        let mut command = Command::new((self.find)().unwrap());
        command.args(["-W", "-db", "-p", "/run/haproxy.pid", "-f"]).arg(file);
        command
    }

    fn folders(&self) -> &'static [&'static str] {
        &["/var/lib/haproxy"]
    }

    fn reload(&self, running: &Running) {
        running.signal("USR2");
    }

    fn logs(&self) -> &'static str {
        "/var/log"
    }

    /// All of it, but for what HAProxy says of itself and of nodes.
    fn access_log(&self, said: &str) -> String {
        let own = |line: &str| {
            ["[NOTICE]", "[WARNING]", "[ALERT]", "Server ", "Backup Server ", "Proxy ", "backend "]
                .iter()
                .any(|it| line.starts_with(it))
        };
        said.lines().filter(|line| !own(line)).collect::<Vec<_>>().join("\n")
    }
}
