use super::{Program, missing, version_in};
use std::path::Path;
use std::process::Command;

/// The one that is installed.
pub(crate) static INSTALLED: Nginx = Nginx { find: || Some("nginx".to_owned()) };
/// The one that `WSO2_DESIGN_NGINX` names.
pub(crate) static CURRENT: Nginx = Nginx { find: || std::env::var("WSO2_DESIGN_NGINX").ok() };

pub(crate) struct Nginx {
    find: fn() -> Option<String>,
}

impl Program for Nginx {
    fn key(&self) -> &'static str {
        "nginx"
    }

    fn version(&self) -> Option<String> {
        let Some(program) = (self.find)() else { return missing("a current nginx (WSO2_DESIGN_NGINX)") };
        let Ok(said) = Command::new(&program).arg("-v").output() else { return missing(&program) };
        version_in(&String::from_utf8_lossy(&said.stderr), "nginx/")
    }

    fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new((self.find)().unwrap());
        command.arg("-c").arg(folder.join("nginx.conf")).args(["-e", "/var/log/nginx/error.log"]);
        // A build without a place of its own keeps its temporary files below `-p`.
        command.args(["-p", "/var/lib/nginx", "-g", "daemon off; pid /run/nginx.pid;"]);
        command
    }

    fn folders(&self) -> &'static [&'static str] {
        &["/var/log/nginx", "/var/lib/nginx", "/var/cache/nginx"]
    }

    fn logs(&self) -> &'static str {
        "/var/log/nginx"
    }
}
