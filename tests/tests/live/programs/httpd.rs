use super::{Program, Running, missing, version_in};
use std::path::Path;
use std::process::Command;

/// The one of Debian's package.
pub(crate) static INSTALLED: Httpd = Httpd;

pub(crate) struct Httpd;

impl Program for Httpd {
    fn key(&self) -> &'static str {
        "httpd"
    }

    fn version(&self) -> Option<String> {
        let Ok(said) = Command::new("apache2").arg("-v").output() else { return missing("apache2") };
        version_in(&String::from_utf8_lossy(&said.stdout), "Apache/")
    }

    fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new("apache2");
        command.arg("-d").arg(folder).args(["-f", "apache2.conf", "-D", "FOREGROUND"]);
        command
    }

    fn folders(&self) -> &'static [&'static str] {
        &["/run/apache2", "/var/log/apache2"]
    }

    /// What `apachectl graceful` does.
    fn reload(&self, running: &Running) {
        running.signal("USR1");
    }

    fn logs(&self) -> &'static str {
        "/var/log/apache2"
    }
}
