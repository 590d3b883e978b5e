use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Files moved and folders made, all undone in reverse unless they are kept.
#[derive(Default)]
pub(super) struct Moves {
    done: Vec<Move>,
}

enum Move {
    Renamed { from: PathBuf, to: PathBuf },
    Made(PathBuf),
}

impl Moves {
    /// Moves a file to a place where there is none.
    pub(super) fn rename(&mut self, from: PathBuf, to: PathBuf) -> io::Result<()> {
        fs::rename(&from, &to)?;
        self.done.push(Move::Renamed { from, to });
        Ok(())
    }

    /// Makes a folder and those above it, as far as they are not there.
    pub(super) fn make(&mut self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        if let Some(parent) = folder.parent() {
            self.make(parent)?;
        }
        super::folder::make(folder)?;
        self.done.push(Move::Made(folder.to_owned()));
        Ok(())
    }

    /// Lets everything stay as it is now.
    pub(super) fn keep(mut self) {
        self.done.clear();
    }
}

impl Drop for Moves {
    fn drop(&mut self) {
        while let Some(done) = self.done.pop() {
            let _ = match done {
                Move::Renamed { from, to } => fs::rename(to, from),
                Move::Made(folder) => fs::remove_dir(folder),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_kept_is_undone() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::write(at("a"), "a").unwrap();
        let mut moves = Moves::default();
        moves.make(&at("x/y")).unwrap();
        moves.rename(at("a"), at("x/y/a")).unwrap();
        assert!(moves.rename(at("missing"), at("b")).is_err());
        drop(moves);
        assert!(at("a").is_file() && !at("x").exists());
    }
}
