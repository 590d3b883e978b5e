//! Paths that complete what is typed, wherever a path is typed.

use crate::designer::model::Model;
use crate::input;
use std::path::Path;

/// Puts what the disk has into the line that is being typed.
pub(crate) fn offer(model: &mut Model, begun: &str) {
    let found = found(begun);
    if let Some(palette) = &mut model.palette {
        palette.offer(found);
    } else if let Some(prompt) = &mut model.prompt {
        prompt.offer(found);
    }
}

/// The files whose paths begin so; folders end with `/`.
fn found(begun: &str) -> Vec<String> {
    let (folder, name) = begun.rsplit_once('/').map_or(("", begun), |(folder, name)| (folder, name));
    let prefix = if begun.contains('/') { format!("{folder}/") } else { String::new() };
    let place = match (folder, begun.contains('/')) {
        ("", true) => Path::new("/"),
        ("", false) => Path::new("."),
        _ => Path::new(folder),
    };
    let Ok(entries) = std::fs::read_dir(input::home(place)) else { return Vec::new() };
    let mut all: Vec<String> = entries
        .flatten()
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, entry.path().is_dir())))
        .filter(|(it, _)| it.starts_with(name) && (!it.starts_with('.') || name.starts_with('.')))
        // What cannot be shown cannot be chosen.
        .filter(|(it, _)| !it.contains(char::is_control))
        .map(|(it, folder)| format!("{prefix}{it}{}", if folder { "/" } else { "" }))
        .collect();
    all.sort();
    all
}

#[cfg(test)]
mod tests {
    use super::found;

    #[test]
    fn files_begin_so_and_folders_end_with_a_slash() {
        let room = tempfile::tempdir().unwrap();
        std::fs::create_dir(room.path().join("cluster")).unwrap();
        for name in ["cluster.zip", "design.toml", ".hidden", "clu\u{1b}[31m"] {
            std::fs::write(room.path().join(name), "").unwrap();
        }
        let folder = room.path().display();
        let of = |begun: &str| found(&format!("{folder}/{begun}"));
        assert_eq!(of("clu"), [format!("{folder}/cluster.zip"), format!("{folder}/cluster/")]);
        assert_eq!((of("").len(), of(".h").len(), of("nothing/x").len()), (3, 1, 0));
    }
}
