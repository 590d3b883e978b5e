//! Every action of the designer, once. The same rows dispatch keys, fill the hint bar, `?`, and the palette, and are
//! printed as the documentation of keys and the manual page.

mod table;

pub(crate) use table::{all, export, open, save_as};

use super::effect::Effect;
use super::model::Model;
use super::screen::{Pane, Screen};
use crokey::KeyCombination;

/// Something that a person can do.
pub(crate) struct Action {
    /// Its name: what is typed behind `:`.
    pub(crate) name: &'static str,
    /// Its keys, the first of which is shown.
    pub(crate) keys: &'static [KeyCombination],
    /// What it does, as an order.
    pub(crate) about: &'static str,
    /// What the hint bar calls it; empty where the bar has no room for it.
    pub(crate) hint: &'static str,
    /// Where its keys count.
    pub(crate) place: Place,
    /// Whether it makes sense now.
    pub(crate) when: fn(&Model) -> bool,
    /// Whether it changes the design or a file.
    pub(crate) writes: bool,
    /// Does it.
    pub(crate) run: fn(&mut Model) -> Effect,
    /// What may stand behind its name in the palette.
    pub(crate) argument: Option<Argument>,
}

/// What an action takes behind its name.
pub(crate) struct Argument {
    /// What it is called in the documentation: `FILE`.
    pub(crate) name: &'static str,
    /// What tab offers.
    pub(crate) complete: Complete,
    /// Does it with what was given.
    pub(crate) run: fn(&mut Model, &str) -> Effect,
}

/// How what an action takes is completed.
pub(crate) enum Complete {
    /// By the paths on the disk.
    Path,
    /// By these words.
    Words(fn(&Model) -> Vec<String>),
}

/// Where the keys of an action count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// Everywhere.
    Anywhere,
    /// On one screen.
    On(Screen),
    /// In one part of the design's screen.
    In(Pane),
}

impl Place {
    /// What the place is called in the documentation.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Anywhere => "everywhere",
            Self::On(screen) => screen.title(),
            Self::In(Pane::Form) => "Design: questions",
            Self::In(Pane::Picture) => "Design: picture",
            Self::In(Pane::Problems) => "Design: problems",
        }
    }

    /// Whether the keys go there now.
    pub(crate) fn is_here(self, model: &Model) -> bool {
        match self {
            Self::Anywhere => true,
            Self::On(screen) => model.screen == screen,
            Self::In(pane) => model.screen == Screen::Design && model.form.pane == pane,
        }
    }
}

/// The action of a key here and now: the first of the table.
pub(crate) fn of_key(model: &Model, key: KeyCombination) -> Option<&'static Action> {
    let fits = |action: &&Action| action.keys.contains(&key) && action.place.is_here(model) && (action.when)(model);
    all().find(fits)
}

/// The action that a key would have here if things were otherwise; the way out is never missed.
pub(crate) fn of_key_later(model: &Model, key: KeyCombination) -> Option<&'static Action> {
    let has = |action: &&Action| action.keys.contains(&key) && action.place.is_here(model);
    all().filter(|_| key != crokey::key!(esc)).find(has)
}

/// What can be done here and now, in the order of the table.
pub(crate) fn possible(model: &Model) -> impl Iterator<Item = &'static Action> {
    let may = |action: &&Action| !(model.options.read_only && action.writes);
    all().filter(may).filter(|action| action.place.is_here(model) && (action.when)(model))
}

/// A key as people write it: `ctrl-s`, `?`, `enter`.
pub(crate) fn shown(key: KeyCombination) -> String {
    key.to_string().to_lowercase()
}

/// The key of an action, for a sentence that names it.
pub(crate) fn key_of(name: &str) -> String {
    let action = all().find(|action| action.name == name);
    debug_assert!(action.is_some(), "there is no action `{name}`");
    action.and_then(|action| action.keys.first()).map(|key| shown(*key)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::designer::testing;
    use std::collections::HashSet;

    #[test]
    fn every_action_is_named_and_says_what_it_does() {
        let mut names = HashSet::new();
        for action in all() {
            assert!(names.insert(action.name), "`{}` is there twice", action.name);
            assert!(!action.about.is_empty() && !action.about.ends_with('.'), "{}", action.name);
            assert!(action.name.chars().all(|char| char.is_ascii_lowercase() || char == '-'), "{}", action.name);
            assert!(action.hint.is_empty() || !action.keys.is_empty(), "{}", action.name);
        }
    }

    /// Some sentences are hardly ever seen, so their actions are looked for in the sources.
    #[test]
    fn every_key_in_a_sentence_is_the_key_of_an_action() {
        let sources = testing::sources();
        let mut names = sources.split("key_of(\"").skip(1).filter_map(|rest| rest.split('"').next()).peekable();
        assert!(names.peek().is_some());
        for name in names {
            let action = all().find(|action| action.name == name);
            assert!(action.is_some_and(|action| !action.keys.is_empty()), "no action `{name}` has a key");
        }
    }

    /// A key means one thing wherever a person is, whatever is seen there.
    #[test]
    fn keys_do_not_clash() {
        for keys in ["", "/ \"e\" enter"] {
            for screen in Screen::ALL {
                for pane in [Pane::Form, Pane::Picture, Pane::Problems] {
                    let mut model = testing::model(testing::DESIGN);
                    (model.screen, model.form.pane) = (screen, pane);
                    testing::press(&mut model, keys);
                    for key in all().flat_map(|action| action.keys) {
                        let fits: Vec<&str> =
                            possible(&model).filter(|it| it.keys.contains(key)).map(|it| it.name).collect();
                        assert!(fits.len() < 2, "{} on {screen:?} {pane:?} is {fits:?}", shown(*key));
                    }
                }
            }
        }
    }
}
