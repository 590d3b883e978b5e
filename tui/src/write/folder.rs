use super::moves::Moves;
use super::{Manifest, few};
use crate::failure::{Failure, plain};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use wso2_design_core::bundle::{File, MANIFEST};

/// Writes a bundle into a folder: beside it first and then by renaming, so that a failure leaves what was there.
pub(super) fn write(target: &Path, files: &[File], force: bool) -> Result<(), Failure> {
    let absolute = std::path::absolute(target).map_err(|error| Failure::file("cannot write", target, &error))?;
    let Found::Folder(earlier) = Found::at(target, files)? else { return create(&absolute, files) };
    let as_it_was = earlier.edited.is_empty() && earlier.foreign.is_empty();
    if !as_it_was && !force {
        return Err(refusal(target, &earlier));
    }
    let blocked = in_the_way(files, &earlier.foreign);
    if !blocked.is_empty() {
        let (target, blocked) = (target.display(), few(&blocked));
        let told = "has files in the way that this program did not write";
        return Err(format!("`{target}` {told}: {blocked}. Move them away, or choose another folder").into());
    }
    let new: Vec<&File> = files.iter().filter(|file| !earlier.same.contains(&file.path)).collect();
    if new.is_empty() && earlier.old.is_empty() { Ok(()) } else { replace(&absolute, &new, &earlier.old) }
}

/// What is at the place where a bundle shall be.
enum Found {
    Nothing,
    Folder(Earlier),
}

/// What is in a folder that was written earlier, or that is empty. Paths have `/` between.
#[derive(Default)]
struct Earlier {
    /// Files that are already as they shall be: they are not touched.
    same: BTreeSet<String>,
    /// Other files that the earlier run wrote.
    old: Vec<String>,
    /// Those of them that somebody edited.
    edited: Vec<String>,
    /// What the earlier run did not write; a link is never looked through.
    foreign: Vec<String>,
}

impl Found {
    fn at(target: &Path, files: &[File]) -> Result<Self, Failure> {
        let failed = |error: io::Error| Failure::file("cannot write", target, &error);
        match fs::metadata(target) {
            Ok(metadata) if metadata.is_dir() => {}
            Ok(_) => {
                return Err(
                    format!("`{}` is a file: name a folder, or a file that ends with .zip", target.display()).into()
                );
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(target).is_err() => {
                return Ok(Self::Nothing);
            }
            Err(error) => return Err(failed(error)),
        }
        if fs::read_dir(target).map_err(failed)?.next().is_none() {
            return Ok(Self::Folder(Earlier::default()));
        }
        let manifest = fs::read(target.join(MANIFEST)).ok().and_then(|bytes| Manifest::parse(&bytes));
        let Some(manifest) = manifest else {
            let told = "is not empty, and this program did not write it: choose another folder";
            return Err(format!("`{}` {told}", target.display()).into());
        };
        let mut earlier = Earlier::default();
        let wanted = files.iter().map(|file| (file.path.as_str(), file)).collect();
        earlier.look(target, "", &manifest, &wanted).map_err(failed)?;
        Ok(Self::Folder(earlier))
    }
}

impl Earlier {
    fn look(
        &mut self,
        target: &Path,
        below: &str,
        manifest: &Manifest,
        wanted: &BTreeMap<&str, &File>,
    ) -> io::Result<()> {
        let mut entries = fs::read_dir(target.join(below))?.collect::<io::Result<Vec<_>>>()?;
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            let name = entry.file_name();
            let path = format!("{below}{}", name.to_string_lossy());
            let kind = entry.file_type()?;
            if kind.is_dir() {
                self.look(target, &format!("{path}/"), manifest, wanted)?;
            } else if !kind.is_file() || name.to_str().is_none() || !manifest.has(&path) {
                self.foreign.push(path);
            } else {
                let bytes = fs::read(entry.path())?;
                let mode = mode(&entry.metadata()?);
                let is = |file: &&File| file.bytes[..] == bytes[..] && mode.is_none_or(|mode| mode == file.mode.bits());
                if wanted.get(path.as_str()).is_some_and(is) {
                    self.same.insert(path);
                    continue;
                }
                if !manifest.is_untouched(&path, &bytes) {
                    self.edited.push(path.clone());
                }
                self.old.push(path);
            }
        }
        Ok(())
    }
}

fn refusal(target: &Path, earlier: &Earlier) -> Failure {
    let mut told = format!("`{}` is not as this program left it", target.display());
    for (what, paths) in [("edited since", &earlier.edited), ("written by others", &earlier.foreign)] {
        if !paths.is_empty() {
            told += &format!("; {what}: {}", few(paths));
        }
    }
    Failure::NeedsForce(told)
}

/// The foreign files that stand where a new file, or a folder of one, must be.
fn in_the_way(files: &[File], foreign: &[String]) -> Vec<String> {
    let wanted: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let blocks = |path: &&String| {
        let below = format!("{path}/");
        wanted.contains(path.as_str())
            || wanted.range(below.as_str()..).next().is_some_and(|it| it.starts_with(&below))
            || path.match_indices('/').any(|(at, _)| path.get(..at).is_some_and(|folder| wanted.contains(folder)))
    };
    foreign.iter().filter(blocks).cloned().collect()
}

/// Writes a folder that is not there yet.
fn create(target: &Path, files: &[File]) -> Result<(), Failure> {
    let parent = target.parent().unwrap_or(target);
    if !parent.is_dir() {
        return Err(format!("there is no folder `{}` to write `{}` into", parent.display(), target.display()).into());
    }
    let failed = |error: io::Error| Failure::file("cannot write", target, &error);
    let staged = temporary(parent).map_err(failed)?;
    stage(staged.path(), &files.iter().collect::<Vec<_>>())?;
    set_mode(staged.path(), FOLDER).map_err(failed)?;
    fs::rename(staged.path(), target).map_err(failed)?;
    let _ = staged.keep();
    Ok(())
}

/// Writes into a folder that is there: within it, since it may be a mount, or where the shell stands.
fn replace(target: &Path, files: &[&File], old_files: &[String]) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::file("cannot write", target, &error);
    let staged = temporary(target).map_err(failed)?;
    let (new, old) = (staged.path().join("new"), staged.path().join("old"));
    make(&new).and_then(|()| make(&old)).map_err(failed)?;
    stage(&new, files)?;
    let mut moves = Moves::default();
    let mut exchange = || -> io::Result<()> {
        for (number, path) in old_files.iter().enumerate() {
            moves.rename(target.join(path), old.join(number.to_string()))?;
        }
        for file in files {
            let place = target.join(&file.path);
            if let Some(folder) = place.parent() {
                moves.make(folder)?;
            }
            moves.rename(new.join(&file.path), place)?;
        }
        Ok(())
    };
    exchange().map_err(failed)?;
    moves.keep();
    remove_empty(target, old_files);
    Ok(())
}

/// Takes away the folders that the earlier run filled and that are empty now.
fn remove_empty(target: &Path, old_files: &[String]) {
    let folders = old_files.iter().flat_map(|path| path.match_indices('/').filter_map(|(at, _)| path.get(..at)));
    for folder in folders.collect::<BTreeSet<_>>().into_iter().rev() {
        // One with something in it stays: that is what this call is for.
        let _ = fs::remove_dir(target.join(folder));
    }
}

fn temporary(parent: &Path) -> io::Result<TempDir> {
    tempfile::Builder::new().prefix(".wso2-design-").tempdir_in(parent)
}

/// Writes files below a folder, each with its mode from the start.
fn stage(root: &Path, files: &[&File]) -> Result<(), Failure> {
    let mut made: BTreeSet<PathBuf> = BTreeSet::new();
    for file in files {
        let place = root.join(&file.path);
        let failed = |error: io::Error| Failure::Told(format!("cannot write `{}`: {}", file.path, plain(&error)));
        let folders: Vec<&Path> =
            place.ancestors().skip(1).take_while(|it| *it != root && !made.contains(*it)).collect();
        for folder in folders.into_iter().rev() {
            make(folder).map_err(failed)?;
            made.insert(folder.to_owned());
        }
        put(&place, &file.bytes, file.mode.bits()).map_err(failed)?;
    }
    Ok(())
}

/// Writes one new file. It is made with its mode, so that nobody can open it in between; a umask can only have made it
/// stricter, and that is set right afterwards.
pub(super) fn put(place: &Path, bytes: &[u8], mode: u32) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, mode);
    let mut file = options.open(place)?;
    file.write_all(bytes)?;
    set_mode(place, mode)
}

const FOLDER: u32 = 0o755;

/// Makes one folder.
pub(super) fn make(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)?;
    set_mode(folder, FOLDER)
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(mode))
}

/// Elsewhere files have no such modes; the folder's own permissions decide.
#[cfg(not(unix))]
fn set_mode(_path: &Path, _mode: u32) -> io::Result<()> {
    Ok(())
}

/// The mode of a file; none where files have no such modes.
fn mode(metadata: &fs::Metadata) -> Option<u32> {
    #[cfg(unix)]
    return Some(std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o7777);
    #[cfg(not(unix))]
    {
        let _ = metadata;
        None
    }
}
