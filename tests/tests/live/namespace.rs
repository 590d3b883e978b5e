//! A world of its own for one test: a network with nothing but this machine in it, mounts that nobody else sees, and
//! processes that end with it. As root or as anybody who may make user namespaces.

use std::fs;
use std::io::Read;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

/// Says inside that this is inside.
const INSIDE: &str = "WSO2_DESIGN_LIVE_INSIDE";
/// Where folders of the machine stay within reach that something else lies over.
const BEFORE: &str = "/mnt";
/// Longer than any test takes on a machine that does something else besides.
const LIMIT: Duration = Duration::from_secs(400);

/// Runs a test in a namespace: the test's own binary, once more. `name` is the test's full one.
pub(crate) fn run(name: &str, test: impl FnOnce()) {
    if std::env::var_os(INSIDE).is_some() {
        ip(&["link", "set", "lo", "up"]);
        fresh(BEFORE);
        test();
        return;
    }
    if let Some(fault) = fault() {
        println!("skipped: no namespace is to be had here: {fault}");
        return;
    }
    let mut inside = command();
    inside
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", name, "--nocapture"])
        .env(INSIDE, "1")
        .env("RUST_BACKTRACE", "0");
    let child = inside.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let (ended, said) = watched(child);
    println!("{said}");
    match ended {
        None => panic!("{name} has not ended after {LIMIT:?}"),
        Some(false) => panic!("{name} failed: see above"),
        Some(true) => {
            assert!(said.contains("test result: ok. 1 passed"), "{name} is no test of {:?}", inside.get_program())
        }
    }
}

/// What `unshare` does for whoever this is.
fn command() -> Command {
    let mut command = Command::new("unshare");
    let root = fs::metadata("/proc/self").is_ok_and(|it| std::os::unix::fs::MetadataExt::uid(&it) == 0);
    if !root {
        command.args(["--user", "--map-current-user", "--keep-caps"]);
    }
    command.args(["--net", "--mount", "--pid", "--fork", "--kill-child", "--"]);
    command
}

/// Why there is no namespace here, if there is none.
fn fault() -> Option<&'static str> {
    static FAULT: OnceLock<Option<String>> = OnceLock::new();
    FAULT
        .get_or_init(|| {
            let tried = command().args(["sh", "-c", "ip link set lo up && mount -t tmpfs none /mnt"]).output();
            match tried {
                Ok(tried) if tried.status.success() => None,
                Ok(tried) => Some(String::from_utf8_lossy(&tried.stderr).trim().to_owned()),
                Err(fault) => Some(format!("unshare (util-linux): {fault}")),
            }
        })
        .as_deref()
}

/// What a child said until it ended; whether it succeeded, or none where it had to be ended.
fn watched(mut child: Child) -> (Option<bool>, String) {
    let pipes: [Box<dyn Read + Send>; 2] =
        [Box::new(child.stdout.take().unwrap()), Box::new(child.stderr.take().unwrap())];
    let readers = pipes.map(|mut pipe| {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = pipe.read_to_end(&mut bytes);
            String::from_utf8_lossy(&bytes).into_owned()
        })
    });
    let begun = Instant::now();
    let ended = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break Some(status.success());
        }
        if begun.elapsed() > LIMIT {
            child.kill().unwrap();
            child.wait().unwrap();
            break None;
        }
        thread::sleep(Duration::from_millis(50));
    };
    (ended, readers.map(|reader| reader.join().unwrap()).concat())
}

/// `ip` with these words.
pub(crate) fn ip(words: &[&str]) {
    must(Command::new("ip").args(words));
}

/// Gives this machine an address.
pub(crate) fn add_address(address: &str) {
    // Without asking around first whether anyone has it already.
    let nodad: &[&str] = if address.contains(':') { &["nodad"] } else { &[] };
    ip(&[&["address", "add", &host(address), "dev", "lo"], nodad].concat());
}

/// Lets an address vanish: packets to it go nowhere, as those to a host without power. What is routed to `lo` without being
/// an address of this machine comes back, and is dropped without a word.
pub(crate) fn vanish(address: &str) {
    ip(&["address", "del", &host(address), "dev", "lo"]);
    ip(&["route", "add", &host(address), "dev", "lo"]);
}

/// Brings it back.
pub(crate) fn appear(address: &str) {
    ip(&["route", "del", &host(address), "dev", "lo"]);
    add_address(address);
}

fn host(address: &str) -> String {
    format!("{address}/{}", if address.contains(':') { 128 } else { 32 })
}

/// Shows a folder at another place as well.
pub(crate) fn show(folder: &Path, at: &str) {
    make(Path::new(at));
    must(Command::new("mount").arg("--bind").arg(folder).arg(at));
}

/// An empty folder that everyone may write to, at a place where this machine may have another or none.
pub(crate) fn fresh(at: &str) {
    make(Path::new(at));
    must(Command::new("mount").args(["-t", "tmpfs", "-o", "mode=0777", "none", at]));
}

/// A folder at a place where this machine has none, without touching the machine: its parent is replaced, in this
/// namespace alone, by one that holds the same and lets us write.
fn make(folder: &Path) {
    if folder.is_dir() {
        return;
    }
    let parent = folder.parent().unwrap();
    make(parent);
    if fs::create_dir(folder).is_ok() && is_ours(parent) {
        return;
    }
    let _ = fs::remove_dir(folder);
    let before = Path::new(BEFORE).join(parent.to_string_lossy().replace('/', "-"));
    fs::create_dir(&before).unwrap();
    must(Command::new("mount").arg("--bind").arg(parent).arg(&before));
    must(Command::new("mount").args(["-t", "tmpfs", "-o", "mode=0755", "none"]).arg(parent));
    for entry in fs::read_dir(&before).unwrap().flatten() {
        std::os::unix::fs::symlink(entry.path(), parent.join(entry.file_name())).unwrap();
    }
    fs::create_dir(folder).unwrap();
    fs::set_permissions(folder, fs::Permissions::from_mode(0o777)).unwrap();
}

/// Whether a folder is in a file system of this namespace's own.
fn is_ours(folder: &Path) -> bool {
    let kind = Command::new("stat").args(["-f", "-c", "%T"]).arg(folder).output().unwrap();
    String::from_utf8_lossy(&kind.stdout).trim() == "tmpfs"
}

/// Runs a command that must succeed.
pub(crate) fn must(command: &mut Command) -> String {
    let output = command.output().unwrap_or_else(|fault| panic!("{command:?}: {fault}"));
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{command:?}: {}\n{text}", output.status);
    text
}
