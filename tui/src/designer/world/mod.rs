//! What the world is asked to do, done: files, the clipboard. Everything that fails is a message; nothing ends the designer.

pub(crate) mod clipboard;
pub(crate) mod open;
pub(crate) mod paths;
pub(crate) mod recovery;
pub(crate) mod shelf;
pub(crate) mod watch;

use super::draft::Draft;
use super::effect::Effect;
use super::model::Model;
use super::overlay::question::Question;
use super::screen::differences::base::Base;
use super::{action, terminal};
use crate::failure::Failure;
use crate::input::{self, Source};
use crate::{save, secrets, write};
use shelf::Shelf;
use std::path::{Path, PathBuf};

/// Does what an action asked for; says whether to leave now.
pub(super) fn act(model: &mut Model, effect: Effect) -> bool {
    if model.options.read_only && effect.writes() {
        model.trouble("read-only: nothing is changed");
        return false;
    }
    let mut next = None;
    let done = match effect {
        Effect::Draw | Effect::Redraw | Effect::Suspend | Effect::Quit => Ok(None),
        Effect::Save(path) => {
            keep(model, path, false).inspect(|saved| next = saved.as_ref().and_then(|_| model.once_saved.take()))
        }
        Effect::SaveOver(path) => {
            keep(model, path, true).inspect(|saved| next = saved.as_ref().and_then(|_| model.once_saved.take()))
        }
        Effect::Export(target) => export(model, target, false),
        Effect::ExportOver(target) => export(model, target, true),
        Effect::Open(what) => open(model, &what).map(Some),
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
        Effect::Stock(path) => Shelf::take(model, &path).map(Some),
        Effect::Complete(begun) => {
            paths::offer(model, &begun);
            Ok(None)
        }
    };
    match done {
        Ok(Some(sentence)) => model.done(sentence),
        Ok(None) => {}
        Err(Failure::Told(sentence) | Failure::NeedsForce(sentence)) => model.trouble(sentence),
        Err(Failure::Design) => model.trouble("the design has errors"),
        Err(Failure::Gone | Failure::Signal(..)) => {}
    }
    match next {
        Some(Effect::Quit) => true,
        Some(next) => act(model, next),
        None => false,
    }
}

/// What has to be opened before a picture is drawn: the product of a design that has one now.
pub(super) fn prepare(model: &mut Model) {
    if let Err(Failure::Told(why)) = Shelf::follow(model) {
        model.trouble(why);
    }
}

/// Saves; asks first where the file is not as it was read, or is another's.
fn keep(model: &mut Model, path: Option<PathBuf>, over: bool) -> Result<Option<String>, Failure> {
    let own = path.is_none() || path == model.draft.path;
    let Some(path) = path.or_else(|| model.draft.path.clone()) else {
        let asked = action::save_as(model);
        act(model, asked);
        return Ok(None);
    };
    let path = input::home(&path);
    save::fits(&path, model.draft.syntax())?;
    let there = path.symlink_metadata().is_ok();
    if there && !over {
        let as_read = own && Source::open_path(&path).ok().map(|source| source.text).as_deref() == model.draft.saved();
        if !as_read {
            watch::before_saving(model, &path, own);
            return Ok(None);
        }
    }
    if there {
        save::replace(&path, model.draft.text())?
    } else {
        save::create(&path, model.draft.text())?
    }
    let sentence = format!("saved to {}", watch::shown(&path));
    recovery::forget();
    model.draft.is_saved_at(path);
    Ok(Some(sentence))
}

/// The same files as `render` writes, with the same safety.
fn export(model: &mut Model, target: PathBuf, force: bool) -> Result<Option<String>, Failure> {
    let target = input::home(&target);
    let Some(plan) = &model.judged.plan else { return Err(Failure::Design) };
    let Some(rendered) = model.judged.wait() else {
        return Err(Failure::Design);
    };
    match write::write(&target, plan.name.as_str(), &rendered.files, force) {
        Err(Failure::NeedsForce(told)) => {
            Question::new(
                "The folder was changed",
                format!("{told}. Edited files are replaced; those of others stay."),
            )
            .answer('r', "replace them", move |_| Effect::ExportOver(target))
            .answer('a', "another folder", action::export)
            .otherwise('c', "cancel")
            .ask(model);
            return Ok(None);
        }
        other => other?,
    }
    let nodes = plan.nodes.len();
    model.draft.bundle = Some(target.clone());
    let said = format!("{} files of {nodes} nodes in {}", rendered.files.len(), watch::shown(&target));
    let names: Vec<String> = secrets::wanted(plan, &rendered.files).iter().map(ToString::to_string).collect();
    let mut remarks = Vec::new();
    if !names.is_empty() {
        let how = "put them in on each machine, or with `wso2-design render --fill-secrets`";
        remarks.push(format!("Passwords stand as marks in the files ({}): {how}.", names.join(", ")));
    }
    remarks.extend(model.options.shelf.stocks.iter().flat_map(|stock| stock.troubles()));
    remarks.extend(rendered.findings.iter().map(ToString::to_string));
    if let Some(path) = model.draft.path.clone().filter(|path| is_in(path, &target)) {
        // The bundle has the design too: it was written with it.
        if Source::open_path(&path).is_ok_and(|source| source.text == model.draft.text()) {
            recovery::forget();
            model.draft.is_saved_at(path);
        }
    }
    if target.is_dir() {
        let base = Base::of_folder(&target, &model.background);
        model.differences.compare(target, base);
    }
    if !remarks.is_empty() {
        Question::notice("Exported", format!("{said}.\n\n{}", remarks.join("\n"))).ask(model);
    }
    Ok(Some(said))
}

/// Whether a file stands in a folder.
fn is_in(path: &Path, folder: &Path) -> bool {
    let parent = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    parent.canonicalize().ok().zip(folder.canonicalize().ok()).is_some_and(|(one, other)| one == other)
}

fn reload(model: &mut Model) -> Result<String, Failure> {
    let Some(path) = model.draft.path.clone() else { return Err("there is no file to take again".to_owned().into()) };
    let source = Source::open_path(&path)?;
    model.take_from_file(source.text);
    model.draft.is_saved_at(path);
    Ok("the file was taken again".to_owned())
}

/// Another design in the place of this one, whose unsaved work was asked about.
fn open(model: &mut Model, what: &str) -> Result<String, Failure> {
    let draft = Draft::open(what)?;
    recovery::forget();
    model.take(draft);
    model.tell_left_out();
    recovery::offer(model);
    Ok(format!("opened {}", crate::output::safe_line(what)))
}

#[cfg(test)]
mod tests;
