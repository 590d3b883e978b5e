use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// A design of two managers and two workers without errors.
pub(crate) const DESIGN: &str = "\
format = 1
name = \"esb\"
product = \"esb\"
release = \"5.0.0\"
pattern = \"worker-manager-2\"

[hosts]
service = \"esb.example.com\"

[[nodes]]
role = \"manager\"
addresses = \"192.0.2.11-12\"

[[nodes]]
role = \"worker\"
addresses = \"192.0.2.21-22\"

[database.mysql]
host = \"db.example.com\"
";

/// The program, built once from the sources as they are, with the profile of this test.
fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| {
        // This test is `<target>/<profile>/deps/cli-…`.
        let own = std::env::current_exe().unwrap();
        let folder = own.parent().and_then(Path::parent).unwrap().to_owned();
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "--quiet", "--package", "wso2-design", "--target-dir"]).arg(folder.parent().unwrap());
        if folder.ends_with("release") {
            build.arg("--release");
        }
        assert!(
            build.current_dir(wso2_design_tests::project()).status().unwrap().success(),
            "the program does not build"
        );
        folder.join(format!("wso2-design{}", std::env::consts::EXE_SUFFIX))
    })
}

/// A folder to run the program in, with nothing of the tester's environment.
pub(crate) struct Room(tempfile::TempDir);

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Room {
    /// An empty room.
    pub(crate) fn empty() -> Self {
        binary();
        Self(tempfile::tempdir().unwrap())
    }

    /// A room with a good design in `design.toml`.
    pub(crate) fn new() -> Self {
        let room = Self::empty();
        room.put("design.toml", DESIGN);
        room
    }

    /// A room with this design.
    pub(crate) fn with(design: &str) -> Self {
        let room = Self::empty();
        room.put("design.toml", design);
        room
    }

    pub(crate) fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub(crate) fn put(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.at(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The program with arguments, not run yet.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command.args(arguments).current_dir(self.0.path()).env_clear().stdin(Stdio::null());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        ended(self.command(arguments).output().unwrap())
    }

    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut command = self.command(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // The program may refuse before it has read everything.
        let _ = child.stdin.take().unwrap().write_all(input);
        ended(child.wait_with_output().unwrap())
    }

    /// Every file below the room but the design, with its bytes; folders end with `/`.
    pub(crate) fn all(&self) -> BTreeMap<String, Vec<u8>> {
        let mut all = BTreeMap::new();
        walk(self.0.path(), "", &mut all);
        all.remove("design.toml");
        all
    }
}

fn walk(root: &Path, below: &str, all: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(root.join(below)).unwrap().map(Result::unwrap) {
        let path = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            let folder = format!("{path}/");
            walk(root, &folder, all);
            all.insert(folder, Vec::new());
        } else {
            all.insert(path, fs::read(entry.path()).unwrap_or_default());
        }
    }
}

fn ended(output: Output) -> Run {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("output is UTF-8");
    let run = Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) };
    assert!(!run.err.contains("panicked"), "{run:?}");
    assert!(run.code.is_some(), "ended by a signal: {run:?}");
    run
}

impl Run {
    /// The same run, which must have ended with this code.
    #[track_caller]
    pub(crate) fn ends(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}\n{}", self.out, self.err);
        self
    }

    /// The same run, which must have said this on standard output or standard error.
    #[track_caller]
    pub(crate) fn says(self, text: &str) -> Self {
        assert!(self.out.contains(text) || self.err.contains(text), "«{text}» is not in\n{}\n{}", self.out, self.err);
        self
    }

    /// The same run, which must not have sent a terminal anything to obey.
    #[track_caller]
    pub(crate) fn plain(self) -> Self {
        let obeyed = |char: char| char.is_control() && !matches!(char, '\n' | '\t');
        assert!(!self.out.contains(obeyed) && !self.err.contains(obeyed), "{self:?}");
        self
    }
}
