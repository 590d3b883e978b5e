//! The design's file, as others leave it: changed, replaced, taken away.

use crate::designer::action::save_as;
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::overlay::question::Question;
use crate::input::Source;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// What the file was like when it was looked at last.
pub(crate) struct Watch {
    path: Option<PathBuf>,
    stamp: Option<(SystemTime, u64)>,
    found: Option<Outside>,
}

/// What somebody else did to the file.
enum Outside {
    Changed(String),
    Gone,
}

impl Watch {
    /// Begins with the file as it is now.
    pub(crate) fn of(model: &Model) -> Self {
        let path = model.draft.path.clone();
        Self { stamp: path.as_deref().and_then(stamp), found: None, path }
    }

    /// Goes on after the world was asked for something: there may be another file, or this one was written.
    pub(crate) fn follow(&mut self, model: &Model) {
        if self.path != model.draft.path {
            *self = Self::of(model);
        } else if model.draft.path.as_deref().and_then(stamp) != self.stamp {
            // It is looked at again.
            self.found = None;
        }
    }

    /// Looks whether anything happened to the file: a cheap question, asked every second.
    pub(crate) fn look(&mut self, model: &Model) {
        let Some(path) = &model.draft.path else { return };
        let now = stamp(path);
        if now == self.stamp {
            return;
        }
        self.stamp = now;
        self.found = match Source::open_path(path) {
            // Touched, or written by this designer.
            Ok(source) if Some(source.text.as_str()) == model.draft.saved() => None,
            Ok(source) => Some(Outside::Changed(source.text)),
            Err(_) if model.draft.saved().is_some() && !path.exists() => Some(Outside::Gone),
            Err(_) => None,
        };
    }

    /// Asks what to do about it, as soon as nobody is typing.
    pub(crate) fn ask(&mut self, model: &mut Model) {
        let is_typing = model.prompt.is_some() || model.palette.is_some() || model.search.is_typing();
        if model.question.is_some() || model.picker.is_some() || is_typing {
            return;
        }
        let name = model.draft.path.as_deref().map(shown).unwrap_or_default();
        match self.found.take() {
            Some(Outside::Gone) if model.options.read_only => {
                model.draft.is_gone();
                Question::notice("The file is gone", format!("Somebody took `{name}` away or gave it another name."))
                    .ask(model);
            }
            Some(Outside::Changed(text)) => changed(&name, text, model.draft.is_unsaved()).ask(model),
            Some(Outside::Gone) => {
                Question::new("The file is gone", format!("Somebody took `{name}` away or gave it another name."))
                    .answer('s', "save it again", |model| {
                        model.draft.is_gone();
                        Effect::Save(None)
                    })
                    .answer('a', "save as …", |model| {
                        model.draft.is_gone();
                        save_as(model)
                    })
                    .answer('k', "keep on", |model| {
                        model.draft.is_gone();
                        Effect::Draw
                    })
                    .ask(model);
            }
            None => {}
        }
    }
}

fn changed(name: &str, text: String, unsaved: bool) -> Question {
    let sentence = if unsaved {
        format!(
            "Somebody else wrote `{name}`, and you have changes that are not saved. Undo brings them back after a reload."
        )
    } else {
        format!("Somebody else wrote `{name}`.")
    };
    Question::new("The file was changed", sentence)
        .answer('r', "reload", |_| Effect::Reload)
        .answer('m', "keep mine", move |model| {
            model.draft.is_now_in_file(text);
            Effect::Draw
        })
        // Saving asks in any case.
        .otherwise('l', "later")
}

/// Asks what becomes of a save over a file that somebody else wrote.
pub(crate) fn before_saving(model: &mut Model, path: &Path, own: bool) {
    let (over, name) = ((!own).then(|| path.to_owned()), shown(path));
    let question = if own {
        Question::new("The file was changed", format!("Somebody else wrote `{name}` since it was read."))
            .answer('o', "overwrite", move |_| Effect::SaveOver(over))
            .answer('r', "reload", |_| Effect::Reload)
    } else {
        Question::new("There is a file already", format!("`{name}` would be replaced.")).answer(
            'o',
            "overwrite",
            move |_| Effect::SaveOver(over),
        )
    };
    question.answer('a', "save as …", save_as).otherwise('c', "cancel").ask(model);
}

fn stamp(path: &Path) -> Option<(SystemTime, u64)> {
    let metadata = fs::metadata(path).ok()?;
    Some((metadata.modified().ok()?, metadata.len()))
}

/// A path for a sentence.
pub(crate) fn shown(path: &Path) -> String {
    crate::output::safe_line(&path.display().to_string()).to_string()
}
