use super::{Draft, Kept};
use sha2::{Digest, Sha256};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// The unsaved work of one designer, and the file that it is kept in.
pub(super) struct Keeper {
    folder: PathBuf,
    /// The file of the design that the work is on.
    path: Option<PathBuf>,
    /// The work; none where everything is saved.
    text: Option<String>,
    /// Whether it is kept as it is.
    is_kept: bool,
    slot: Option<Slot>,
}

/// A place of one's own: nobody else takes it while the lock is held.
struct Slot {
    file: PathBuf,
    lock: PathBuf,
    _held: File,
}

impl Keeper {
    /// Keeps in this folder.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder, path: None, text: None, is_kept: false, slot: None }
    }

    /// Takes notice of the work as it is now.
    pub(super) fn follow(&mut self, draft: &Draft) {
        if !draft.is_unsaved() {
            self.forget();
            return;
        }
        if self.path != draft.path {
            self.forget();
            self.path.clone_from(&draft.path);
        }
        if self.text.as_deref() != Some(draft.text()) {
            self.text = Some(draft.text().to_owned());
            self.is_kept = false;
        }
    }

    /// Writes it down, all of it or nothing, for its user only.
    pub(super) fn keep(&mut self) -> Kept {
        match &self.text {
            Some(text) => {
                let text = text.clone();
                self.write(&text).map_or(Kept::Failed, Kept::At)
            }
            None => Kept::Nothing,
        }
    }

    fn write(&mut self, text: &str) -> Option<PathBuf> {
        if self.slot.is_none() {
            self.slot = Slot::take(&self.folder, self.path.as_deref()).ok();
        }
        let slot = self.slot.as_ref()?;
        if !self.is_kept {
            // A temporary file is readable by its user alone.
            let mut file = tempfile::NamedTempFile::new_in(&self.folder).ok()?;
            file.write_all(text.as_bytes()).ok()?;
            file.persist(&slot.file).ok()?;
            self.is_kept = true;
        }
        Some(slot.file.clone())
    }

    /// Takes it away again.
    pub(super) fn forget(&mut self) {
        self.text = None;
        self.is_kept = false;
        if let Some(slot) = self.slot.take() {
            // It may never have been there.
            let _ = fs::remove_file(&slot.file);
            let _ = fs::remove_file(&slot.lock);
        }
    }
}

impl Slot {
    fn take(folder: &Path, path: Option<&Path>) -> io::Result<Self> {
        make(folder)?;
        let (name, own) = (name(path), std::process::id());
        // A designer that died may have had the same number: its work is not ours to write over.
        for number in 0..1000 {
            let lock = folder.join(format!("{name}-{own}-{number}.lock"));
            match OpenOptions::new().write(true).create_new(true).open(&lock) {
                Ok(held) => {
                    hold(&held)?;
                    return Ok(Self { file: lock.with_extension("design"), lock, _held: held });
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

/// Work that belongs to nobody.
pub(crate) struct Found {
    /// What it says.
    pub(crate) text: String,
    file: PathBuf,
    kept: SystemTime,
    /// So that of two designers only one offers it.
    _held: Option<File>,
}

impl Found {
    /// When it was kept.
    pub(crate) fn age(&self) -> String {
        let seconds = SystemTime::now().duration_since(self.kept).unwrap_or(Duration::ZERO).as_secs();
        let (number, unit) = match seconds {
            0..60 => return "less than a minute ago".to_owned(),
            60..3600 => (seconds / 60, "minute"),
            3600..86_400 => (seconds / 3600, "hour"),
            _ => (seconds / 86_400, "day"),
        };
        format!("{number} {unit}{} ago", if number == 1 { "" } else { "s" })
    }

    /// Says so where the design's file is newer.
    pub(crate) fn after(&self, draft: &Draft) -> &'static str {
        let modified = draft.path.as_ref().and_then(|path| fs::metadata(path).ok()?.modified().ok());
        if modified.is_some_and(|modified| modified > self.kept) { "; the file was saved after that" } else { "" }
    }

    /// Takes it away for good.
    pub(crate) fn remove(self) {
        let _ = fs::remove_file(&self.file);
        let _ = fs::remove_file(self.file.with_extension("lock"));
    }
}

/// What was left of a draft's file and says something else, the newest first.
pub(super) fn found(folder: &Path, draft: &Draft) -> Vec<Found> {
    let prefix = format!("{}-", name(draft.path.as_deref()));
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut all = Vec::new();
    for entry in entries.flatten() {
        let file = entry.path();
        let ours = entry.file_name().to_str().is_some_and(|it| it.starts_with(&prefix) && it.ends_with(".design"));
        if !ours {
            continue;
        }
        let held = match File::open(file.with_extension("lock")) {
            Ok(lock) if is_free(&lock) => Some(lock),
            Ok(_) => continue,
            Err(_) => None,
        };
        let (Ok(text), Ok(kept)) = (fs::read_to_string(&file), entry.metadata().and_then(|it| it.modified())) else {
            continue;
        };
        let found = Found { text, file, kept, _held: held };
        if found.text == draft.text() { found.remove() } else { all.push(found) }
    }
    all.sort_by_key(|found| std::cmp::Reverse(found.kept));
    all
}

/// By the file's whole path, so that two files of one name do not meet.
fn name(path: Option<&Path>) -> String {
    let whole = path.map_or_else(
        || PathBuf::from("new"),
        |path| fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned()),
    );
    let hash = Sha256::digest(whole.as_os_str().as_encoded_bytes());
    hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// A design may hold secrets: nobody else looks into the folder.
fn make(folder: &Path) -> io::Result<()> {
    if let Some(above) = folder.parent() {
        fs::create_dir_all(above)?;
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

#[cfg(unix)]
fn hold(file: &File) -> io::Result<()> {
    Ok(rustix::fs::flock(file, rustix::fs::FlockOperation::LockExclusive)?)
}

#[cfg(unix)]
fn is_free(file: &File) -> bool {
    rustix::fs::flock(file, rustix::fs::FlockOperation::NonBlockingLockExclusive).is_ok()
}

/// Elsewhere the number of the process is all that tells designers apart.
#[cfg(not(unix))]
fn hold(_file: &File) -> io::Result<()> {
    Ok(())
}

#[cfg(not(unix))]
fn is_free(_file: &File) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use wso2_design_core::read::Syntax;

    fn kept(keeper: &mut Keeper) -> PathBuf {
        match keeper.keep() {
            Kept::At(place) => place,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn work_is_found_when_its_designer_is_gone() {
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("state");
        let draft = Draft::new("a = 1\n".to_owned(), Syntax::Toml);
        let mut one = Keeper::new(folder.clone());
        one.follow(&draft);
        let place = kept(&mut one);
        assert_eq!(fs::read_to_string(&place).unwrap(), "a = 1\n");
        let other = Draft::new("a = 2\n".to_owned(), Syntax::Toml);
        assert!(found(&folder, &other).is_empty(), "its designer lives");
        let mut two = Keeper::new(folder.clone());
        two.follow(&other);
        assert_ne!(kept(&mut two), place);
        drop(one);
        let left = found(&folder, &other);
        assert_eq!(left.iter().map(|found| found.text.as_str()).collect::<Vec<_>>(), ["a = 1\n"]);
        assert!(found(&folder, &other).is_empty(), "it is offered once");
        left.into_iter().for_each(Found::remove);
        two.forget();
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    }

    #[test]
    fn what_is_saved_is_not_kept() {
        let room = tempfile::tempdir().unwrap();
        let mut keeper = Keeper::new(room.path().join("state"));
        let mut draft = Draft::new("a = 1\n".to_owned(), Syntax::Toml);
        keeper.follow(&draft);
        let place = kept(&mut keeper);
        draft.is_saved_at(room.path().join("a.toml"));
        keeper.follow(&draft);
        assert!(keeper.keep() == Kept::Nothing && !place.exists());
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_may_look() {
        use std::os::unix::fs::PermissionsExt;
        let room = tempfile::tempdir().unwrap();
        let folder = room.path().join("a/b");
        let mut keeper = Keeper::new(folder.clone());
        keeper.follow(&Draft::new("a".to_owned(), Syntax::Toml));
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&kept(&mut keeper)), mode(&folder)), (0o600, 0o700));
    }
}
