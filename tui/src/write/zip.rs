use super::Manifest;
use crate::failure::{Failure, plain};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::Path;
use tempfile::NamedTempFile;
use wso2_design_core::bundle::{File, MANIFEST};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The largest manifest that is read from a zip, in bytes.
const LARGEST_MANIFEST: u64 = 64 * 1024 * 1024;

/// Writes a bundle into a zip, below one folder, with the modes of its files and without a clock: the same bundle gives
/// the same bytes.
pub(super) fn write(target: &Path, name: &str, files: &[File]) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::Told(format!("cannot write `{}`: {}", target.display(), plain(&error)));
    let there = std::fs::symlink_metadata(target).is_ok();
    if there && !is_ours(target) {
        let told = "is there already, and this program did not write it: choose another name";
        return Err(format!("`{}` {told}", target.display()).into());
    }
    let parent = match target.parent() {
        Some(parent) if parent.as_os_str().is_empty() => Path::new("."),
        Some(parent) => parent,
        None => target,
    };
    let staged = NamedTempFile::new_in(parent).map_err(failed)?;
    pack(staged.as_file(), name, files).map_err(failed)?;
    set_mode(&staged, files).map_err(failed)?;
    let done = if there { staged.persist(target) } else { staged.persist_noclobber(target) };
    done.map(|_| ()).map_err(|error| failed(error.error))
}

fn pack(out: &std::fs::File, name: &str, files: &[File]) -> io::Result<()> {
    let mut zip = ZipWriter::new(BufWriter::new(out));
    let mut sorted: Vec<&File> = files.iter().collect();
    sorted.sort_by(|one, other| one.path.cmp(&other.path));
    for file in sorted {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::default())
            .unix_permissions(file.mode.bits());
        zip.start_file(format!("{name}/{}", file.path), options)?;
        zip.write_all(&file.bytes)?;
    }
    zip.finish()?.flush()
}

/// Whether a zip has our manifest, and nothing that is not in it.
fn is_ours(path: &Path) -> bool {
    let look = || -> Option<bool> {
        if !std::fs::symlink_metadata(path).ok()?.is_file() {
            return None;
        }
        let mut zip = ZipArchive::new(BufReader::new(std::fs::File::open(path).ok()?)).ok()?;
        let names: Vec<String> = zip.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
        let (folder, _) = names.first()?.split_once('/')?;
        let mut bytes = Vec::new();
        let entry = zip.by_name(&format!("{folder}/{MANIFEST}")).ok()?;
        entry.take(LARGEST_MANIFEST).read_to_end(&mut bytes).ok()?;
        let manifest = Manifest::parse(&bytes)?;
        let known = |name: &String| {
            name.strip_prefix(folder).and_then(|it| it.strip_prefix('/')).is_some_and(|path| manifest.has(path))
        };
        Some(names.iter().all(known))
    };
    look().unwrap_or(false)
}

/// A zip with a secret in it is for its owner only, as the temporary file was; another is for everyone.
fn set_mode(file: &NamedTempFile, files: &[File]) -> io::Result<()> {
    #[cfg(unix)]
    if files.iter().all(|file| file.mode.bits() & 0o044 != 0) {
        file.as_file().set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644))?;
    }
    #[cfg(not(unix))]
    let _ = (file, files);
    Ok(())
}
