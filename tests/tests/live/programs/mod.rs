//! The programs: how each is found, started and told to take up new files.

pub(crate) mod caddy;
pub(crate) mod envoy;
pub(crate) mod haproxy;
pub(crate) mod httpd;
pub(crate) mod nginx;
pub(crate) mod traefik;

use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

/// A load balancer's program on this machine.
pub(crate) trait Program: Sync {
    /// What it is called in a design.
    fn key(&self) -> &'static str;

    /// The version that is installed, as a design says it (`1.22.1`): files are written for it. None where there is none;
    /// what is missing is said by [`missing`].
    fn version(&self) -> Option<String>;

    /// Starts it in the foreground. Its files are in `folder`, which is the folder that its entry names
    /// (`operation.folder`): the rendered ones lie over those of this machine, as an operator copies them.
    fn command(&self, folder: &Path) -> Command;

    /// Folders that its package makes: empty ones that everyone may write to. `/run` and `/var/log` are fresh for every
    /// program.
    fn folders(&self) -> &'static [&'static str] {
        &[]
    }

    /// Tells it to take up the files of its folder once more.
    fn reload(&self, running: &Running) {
        running.signal("HUP");
    }

    /// Whether chance decides between nodes that are equally busy, so that their shares differ.
    fn by_chance(&self) -> bool {
        false
    }

    /// Whether it draws two nodes and takes the less busy one, instead of looking at all.
    fn draws(&self) -> bool {
        false
    }

    /// The folder where it writes its logs.
    fn logs(&self) -> &'static str;

    /// What it has written down of requests: a line of JSON for each. `said` is what came on its standard output and error;
    /// most have files in [`Self::logs`], with `access` in their names.
    fn access_log(&self, _said: &str) -> String {
        let files = std::fs::read_dir(self.logs()).into_iter().flatten().flatten();
        let files = files.filter(|file| file.file_name().to_string_lossy().contains("access"));
        files.filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect()
    }
}

/// Says that a program is not here, for [`Program::version`].
pub(crate) fn missing(program: &str) -> Option<String> {
    println!("skipped: {program} is not installed");
    None
}

/// A version in what a program says of itself: the number behind `before`.
pub(crate) fn version_in(said: &str, before: &str) -> Option<String> {
    let rest = said.split_once(before)?.1;
    let number: String = rest.chars().take_while(|it| it.is_ascii_digit() || *it == '.').collect();
    (!number.is_empty()).then_some(number)
}

/// A program that runs; it ends with this.
#[derive(Debug)]
pub(crate) struct Running(pub(crate) Child);

impl Running {
    /// Sends it a signal: `HUP`.
    pub(crate) fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.0.id().to_string()]).status();
        assert!(sent.is_ok_and(|status| status.success()), "no signal {name}");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = Command::new("kill").arg(self.0.id().to_string()).status();
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(2) && matches!(self.0.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
