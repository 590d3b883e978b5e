//! Unsaved work, kept beside everything else that the user's programs remember, and found again after a crash.
//!
//! Each designer keeps its work in a file of its own and holds a lock beside it as long as it lives: the kernel lets go of it
//! however the designer ends. Work whose lock is free belongs to nobody, and is offered to the next designer of that file.

mod difference;
mod keeper;

use crate::designer::draft::Draft;
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::overlay::question::Question;
use keeper::{Found, Keeper};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, TryLockError};

/// The work of this designer, where also a fault on another thread can reach it.
static KEEPER: Mutex<Option<Keeper>> = Mutex::new(None);

/// The keeper, unless somebody is at it. One that a fault left behind is as good: it is only ever replaced whole.
fn keeper() -> Option<MutexGuard<'static, Option<Keeper>>> {
    match KEEPER.try_lock() {
        Ok(guard) => Some(guard),
        Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
        Err(TryLockError::WouldBlock) => None,
    }
}

/// Takes notice of the work as it is now; what only looks has none.
pub(crate) fn follow(model: &Model) {
    if !model.options.read_only {
        follow_draft(&model.draft);
    }
}

/// The same, of a draft on its own.
pub(crate) fn follow_draft(draft: &Draft) {
    let Some(mut place) = keeper() else { return };
    if place.is_none() {
        *place = folder().map(Keeper::new);
    }
    if let Some(keeper) = place.as_mut() {
        keeper.follow(draft);
    }
}

/// What became of unsaved work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kept {
    /// There is none.
    Nothing,
    /// It lies here.
    At(PathBuf),
    /// It could not be written down.
    Failed,
}

impl Kept {
    /// Whether it is on the disk.
    pub(crate) fn is_safe(&self) -> bool {
        matches!(self, Self::At(_))
    }
}

/// Keeps what is not saved. What cannot be kept is no reason to stop.
pub(crate) fn keep() -> Kept {
    match keeper() {
        Some(mut place) => place.as_mut().map_or(Kept::Nothing, Keeper::keep),
        None => Kept::Failed,
    }
}

/// Forgets what was kept: it is saved, or was given up.
pub(crate) fn forget() {
    if let Some(mut keeper) = keeper()
        && let Some(keeper) = keeper.as_mut()
    {
        keeper.forget();
    }
}

/// What others left of this file's work, the newest first.
pub(crate) fn found(draft: &Draft) -> Vec<Found> {
    folder().map(|folder| keeper::found(&folder, draft)).unwrap_or_default()
}

/// Offers what was left behind, if there is anything.
pub(crate) fn offer(model: &mut Model) {
    if !model.options.read_only {
        ask(model, found(&model.draft));
    }
}

fn ask(model: &mut Model, mut all: Vec<Found>) {
    if all.is_empty() {
        return;
    }
    let first = all.remove(0);
    let sentence = format!("Work that was not saved is left from {}{}.", first.age(), first.after(&model.draft));
    question(first, all, sentence).ask(model);
}

fn question(first: Found, rest: Vec<Found>, sentence: String) -> Question {
    // Whichever answer is given has it: there is only one.
    let shared = std::rc::Rc::new(std::cell::RefCell::new(Some((first, rest))));
    let [to_take, to_show, to_drop] = [shared.clone(), shared.clone(), shared.clone()];
    Question::new("Recovered work", sentence)
        .answer('t', "take it", move |model| {
            if let Some((first, rest)) = to_take.take() {
                model.replace(first.text.clone(), "take the recovered work");
                // Before the other is gone: there is no moment without it.
                follow(model);
                if !model.draft.is_unsaved() || keep().is_safe() {
                    first.remove();
                }
                ask(model, rest);
            }
            Effect::Draw
        })
        .answer('s', "show difference", move |model| {
            if let Some((first, rest)) = to_show.take() {
                let sentence = difference::shown(model.draft.text(), &first.text);
                question(first, rest, sentence).ask(model);
            }
            Effect::Draw
        })
        .answer('d', "drop it", move |model| {
            if let Some((first, rest)) = to_drop.take() {
                first.remove();
                ask(model, rest);
            }
            Effect::Draw
        })
        .otherwise('l', "later")
}

/// Where it is kept, by the rules of the XDG directories.
fn folder() -> Option<PathBuf> {
    let home = |variable: &str| std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_absolute());
    let state = home("XDG_STATE_HOME").or_else(|| Some(home("HOME")?.join(".local/state")))?;
    Some(state.join("wso2-design"))
}
