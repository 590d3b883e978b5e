use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};
use std::{fs, thread};

/// How long a screen may take on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(60);

/// A terminal with a shell in it, in a folder of its own.
pub(crate) struct Terminal {
    room: tempfile::TempDir,
    socket: String,
}

impl Terminal {
    /// Opens one; none where there is no tmux.
    pub(crate) fn open() -> Option<Self> {
        if Command::new("tmux").arg("-V").stdout(Stdio::null()).status().is_err() {
            println!("skipped: no tmux here");
            return None;
        }
        let room = tempfile::tempdir().unwrap();
        let socket = room.path().join("tmux").display().to_string();
        std::os::unix::fs::symlink(binary(), room.path().join("wd")).unwrap();
        let terminal = Self { room, socket };
        // Nobody's own clipboard, settings or colours.
        let shell = "env -u NO_COLOR -u DISPLAY -u WAYLAND_DISPLAY -u WSO2_DESIGN_THEME PS1='$ ' XDG_STATE_HOME=$PWD/state bash --norc --noprofile -i";
        terminal.tmux(&["-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", shell]);
        // A capture has no blanks at the end of a line.
        terminal.waits_for("$");
        Some(terminal)
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.room.path().join(path)
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap()
    }

    /// Whether programs that run can be found here.
    pub(crate) fn sees_processes() -> bool {
        Path::new("/proc/self/exe").exists()
    }

    /// The number of the designer that runs here; none where none does.
    pub(crate) fn designer(&self) -> Option<String> {
        let (own, here) = (binary().canonicalize().unwrap(), self.room.path().canonicalize().unwrap());
        let mut all = fs::read_dir("/proc").unwrap().flatten();
        all.find_map(|entry| {
            let is = |link: &str, path: &Path| fs::read_link(entry.path().join(link)).is_ok_and(|it| it == path);
            (is("exe", &own) && is("cwd", &here)).then(|| entry.file_name().into_string().unwrap())
        })
    }

    /// What is kept of unsaved work.
    pub(crate) fn kept(&self) -> Vec<String> {
        let files = fs::read_dir(self.at("state/wso2-design")).into_iter().flatten().flatten().map(|file| file.path());
        let designs = files.filter(|path| path.extension().is_some_and(|it| it == "design"));
        designs.filter_map(|path| fs::read_to_string(path).ok()).collect()
    }

    pub(crate) fn tmux(&self, arguments: &[&str]) -> String {
        let mut command = Command::new("tmux");
        command.arg("-S").arg(&self.socket).args(arguments).current_dir(self.room.path()).env_remove("TMUX");
        let output = command.output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Types a text.
    pub(crate) fn types(&self, text: &str) -> &Self {
        self.tmux(&["send-keys", "-l", text]);
        self
    }

    /// Presses keys, by tmux's names.
    pub(crate) fn presses(&self, keys: &[&str]) -> &Self {
        self.tmux(&[&["send-keys"], keys].concat());
        self
    }

    /// Runs a command in the shell, on a screen that is empty but for it.
    pub(crate) fn runs(&self, command: &str) -> &Self {
        self.types(&format!("clear; {command}")).presses(&["Enter"])
    }

    pub(crate) fn screen(&self) -> String {
        self.tmux(&["capture-pane", "-p"])
    }

    /// Waits until the screen has this text.
    #[track_caller]
    pub(crate) fn waits_for(&self, text: &str) -> &Self {
        self.waits(|terminal| terminal.screen().contains(text), text)
    }

    /// Waits until something is so.
    #[track_caller]
    pub(crate) fn waits(&self, so: impl Fn(&Self) -> bool, what: &str) -> &Self {
        let begun = Instant::now();
        while !so(self) {
            assert!(begun.elapsed() < PATIENCE, "«{what}» did not come:\n{}", self.screen());
            thread::sleep(Duration::from_millis(50));
        }
        self
    }

    /// Waits until something is so of a terminal that may be gone itself.
    #[track_caller]
    pub(crate) fn ends(&self, so: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !so(self) {
            assert!(begun.elapsed() < PATIENCE, "it goes on");
            thread::sleep(Duration::from_millis(50));
        }
    }

    /// What the terminal itself says of its state: alternate screen, cursor, mouse, bracketed paste.
    pub(crate) fn modes(&self) -> String {
        let format = "#{alternate_on} #{cursor_flag} #{mouse_any_flag} #{bracket_paste_flag}";
        self.tmux(&["display-message", "-p", format]).trim().to_owned()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = Command::new("tmux").arg("-S").arg(&self.socket).arg("kill-server").stderr(Stdio::null()).status();
    }
}

/// The program, built once from the sources as they are, with the profile of this test.
fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        // This test is `<target>/<profile>/deps/terminal-…`.
        let own = std::env::current_exe().unwrap();
        let folder = own.parent().and_then(Path::parent).unwrap().to_owned();
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--package", "wso2-design", "--target-dir"]).arg(folder.parent().unwrap());
        if folder.ends_with("release") {
            build.arg("--release");
        }
        let built = build.current_dir(wso2_design_tests::project()).status().unwrap();
        assert!(built.success(), "the program does not build");
        folder.join("wso2-design")
    })
}
