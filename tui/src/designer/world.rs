//! What the world is asked to do, done: files, the clipboard. Everything that fails is a message; nothing ends the designer.

use super::effect::Effect;
use super::model::Model;
use super::screen::differences::base::Base;
use super::{clipboard, recovery, terminal};
use crate::failure::Failure;
use crate::input::Source;
use crate::{save, write};
use std::path::{Path, PathBuf};

/// Does what an action asked for.
pub(super) fn act(model: &mut Model, effect: Effect) {
    let done = match effect {
        Effect::Draw | Effect::Suspend | Effect::Quit => Ok(None),
        Effect::Save(path) => keep(model, path).map(Some),
        Effect::Export(target) => export(model, &target).map(Some),
        Effect::Copy { text, what } => clipboard::copy(&text).map(|()| Some(format!("{what} is on the clipboard"))),
        Effect::Compare(folder) => {
            let base = Base::of_folder(&folder, &model.background);
            model.differences.compare(folder, base);
            Ok(None)
        }
        Effect::Mouse(on) => {
            terminal::mouse(on);
            Ok(Some(if on { "the mouse is listened to" } else { "the mouse is the terminal's" }.to_owned()))
        }
        Effect::Reload => reload(model).map(Some),
    };
    match done {
        Ok(Some(sentence)) => model.done(sentence),
        Ok(None) => {}
        Err(Failure::Told(sentence)) => model.trouble(sentence),
        Err(Failure::Design) => model.trouble("the design has errors"),
        Err(Failure::Gone) => {}
    }
}

fn keep(model: &mut Model, path: Option<PathBuf>) -> Result<String, Failure> {
    let own = path.is_none() || path == model.draft.path;
    let Some(path) = path.or_else(|| model.draft.path.clone()) else { return Ok(String::new()) };
    if own {
        if model.file_changed {
            return Err("the file was changed by somebody else: `:reload` takes it, `:save-as` keeps both"
                .to_owned()
                .into());
        }
        save::replace(&path, model.draft.text())?;
    } else {
        save::create(&path, model.draft.text())?;
    }
    let sentence = format!("saved to {}", path.display());
    recovery::forget(&model.draft);
    model.draft.is_saved_at(path);
    Ok(sentence)
}

/// The same files as `render` writes, with the same safety.
fn export(model: &mut Model, target: &Path) -> Result<String, Failure> {
    let Some(plan) = &model.judged.plan else { return Err(Failure::Design) };
    let Some(rendered) = model.judged.wait() else {
        return Err(Failure::Design);
    };
    write::write(target, plan.name.as_str(), &rendered.files, false)?;
    let sentence = format!("{} files of {} nodes in {}", rendered.files.len(), plan.nodes.len(), target.display());
    if target.is_dir() {
        let base = Base::of_folder(target, &model.background);
        model.differences.compare(target.to_owned(), base);
    }
    Ok(sentence)
}

fn reload(model: &mut Model) -> Result<String, Failure> {
    let Some(path) = model.draft.path.clone() else { return Err("there is no file to take again".to_owned().into()) };
    let source = Source::open_path(&path)?;
    model.file_changed = false;
    model.replace(source.text, "take the file again");
    model.draft.is_saved_at(path);
    Ok("the file was taken again".to_owned())
}
