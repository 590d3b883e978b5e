//! What can be done with the design as a whole, and with the designer: files, bundles, commands, leaving.

use super::{Action, BASE};
use crate::designer::action::{Argument, Complete};
use crate::designer::effect::Effect;
use crate::designer::jump;
use crate::designer::model::Model;
use crate::designer::overlay::palette::Palette;
use crate::designer::overlay::prompt::Prompt;
use crate::designer::overlay::question::Question;
use crate::designer::screen::{Screen, form};
use crate::designer::theme::Theme;
use crate::save;
use crokey::key;
use std::path::PathBuf;

pub(super) static ACTIONS: &[Action] = &[
    Action {
        name: "save",
        keys: &[key!(s), key!(ctrl - s)],
        about: "Save the design",
        hint: "save",
        when: |model| model.draft.is_unsaved(),
        writes: true,
        run: |model| if model.draft.path.is_some() { Effect::Save(None) } else { save_as(model) },
        ..BASE
    },
    Action {
        name: "save-as",
        about: "Save the design to another file",
        writes: true,
        run: save_as,
        argument: Some(Argument {
            name: "FILE",
            complete: Complete::Path,
            run: |_, file| Effect::Save(Some(PathBuf::from(file))),
        }),
        ..BASE
    },
    Action {
        name: "open",
        about: "Open another design: a file, a folder that was exported, a link",
        run: |model| Palette::begin(model, "open "),
        argument: Some(Argument { name: "FILE|LINK", complete: Complete::Path, run: open }),
        ..BASE
    },
    Action {
        name: "reload",
        about: "Take the design from its file again; undo comes back",
        when: |model| model.draft.saved().is_some(),
        run: |_| Effect::Reload,
        ..BASE
    },
    Action {
        name: "export",
        keys: &[key!(e)],
        about: "Write every file of the cluster into a folder or a zip",
        hint: "export",
        when: |model| model.judged.plan.is_some(),
        writes: true,
        run: export,
        argument: Some(Argument {
            name: "DIR|FILE.zip",
            complete: Complete::Path,
            run: |_, target| Effect::Export(PathBuf::from(target)),
        }),
        ..BASE
    },
    Action {
        name: "stock",
        about: "Patch the files of this product: its home, its zip, or a folder of its configuration files",
        when: |model| model.judged.plan.is_some(),
        run: |model| Palette::begin(model, "stock "),
        argument: Some(Argument {
            name: "[KEY=]PATH",
            complete: Complete::Path,
            run: |_, path| Effect::Stock(path.to_owned()),
        }),
        ..BASE
    },
    Action {
        name: "goto",
        about: "Go to the row of a node",
        when: |model| model.judged.plan.is_some(),
        run: |model| Palette::begin(model, "goto "),
        argument: Some(Argument { name: "NODE", complete: Complete::Words(nodes), run: goto }),
        ..BASE
    },
    Action {
        name: "step",
        about: "Go to a step of the questions",
        run: |model| Palette::begin(model, "step "),
        argument: Some(Argument {
            name: "NAME",
            complete: Complete::Words(|model| model.judged.form.steps.iter().map(|it| it.key.to_owned()).collect()),
            run: step,
        }),
        ..BASE
    },
    Action {
        name: "commands",
        keys: &[key!(':'), key!(ctrl - p)],
        about: "Do something by its name",
        hint: "commands",
        run: |model| Palette::begin(model, ""),
        ..BASE
    },
    Action {
        name: "theme",
        about: "Take other colours: the next, or those of a name",
        run: |model| {
            let next = model.options.theme.next();
            wear(model, next)
        },
        argument: Some(Argument {
            name: "NAME",
            complete: Complete::Words(|_| Theme::names().map(|(name, _)| name.to_owned()).collect()),
            run: |model, name| match Theme::by_name(name) {
                Some(theme) => {
                    let theme = theme.with_ascii(model.options.theme.ascii);
                    wear(model, theme)
                }
                None => {
                    model.trouble(format!("there is no theme `{}`", crate::output::safe_line(name)));
                    Effect::Draw
                }
            },
        }),
        ..BASE
    },
    Action {
        name: "redraw",
        keys: &[key!(ctrl - l)],
        about: "Draw everything anew, whatever else wrote on the terminal",
        run: |_| Effect::Redraw,
        ..BASE
    },
    Action {
        name: "suspend",
        keys: &[key!(ctrl - z)],
        about: "Go back to the shell; `fg` comes back here",
        run: |_| Effect::Suspend,
        ..BASE
    },
    Action {
        name: "quit",
        keys: &[key!(q), key!(ctrl - c)],
        about: "Leave the designer; what is not saved is asked about",
        hint: "quit",
        run: quit,
        ..BASE
    },
];

fn wear(model: &mut Model, theme: Theme) -> Effect {
    model.done(format!("theme: {}", theme.name));
    model.options.theme = theme;
    Effect::Draw
}

/// Asks for the file to save to.
pub(crate) fn save_as(model: &mut Model) -> Effect {
    let path = model.draft.path.clone().unwrap_or_else(|| save::usual(model.draft.syntax())).display().to_string();
    Prompt::save_as(path).ask(model)
}

/// Asks where to write the bundle; suggests where it was written before, or the folder that the design was opened from.
pub(crate) fn export(model: &mut Model) -> Effect {
    if !model.judged.is_sound {
        model.trouble("the design has errors: mend them first");
        return Effect::Draw;
    }
    let name = model.judged.plan.as_ref().map_or("cluster", |plan| plan.name.as_str());
    let before = model.draft.bundle.as_ref().map(|folder| folder.display().to_string());
    Prompt::export(before.unwrap_or_else(|| format!("{name}-cluster"))).ask(model)
}

/// Opens another design; asks first where this one is not saved.
pub(crate) fn open(model: &mut Model, what: &str) -> Effect {
    let what = what.to_owned();
    if !has_work(model) {
        return Effect::Open(what);
    }
    let after = what.clone();
    Question::new("Not saved", "The changes of this design are not saved.")
        .answer('s', "save and open", |model| save_and(model, Effect::Open(after)))
        .answer('o', "open without saving", |_| Effect::Open(what))
        .otherwise('c', "stay here")
        .ask(model);
    Effect::Draw
}

fn quit(model: &mut Model) -> Effect {
    if !has_work(model) {
        return Effect::Quit;
    }
    Question::new("Leave", "The design is not saved.")
        .answer('s', "save and leave", |model| save_and(model, Effect::Quit))
        .answer('l', "leave without saving", |_| Effect::Quit)
        .otherwise('c', "stay")
        .ask(model);
    Effect::Draw
}

/// Saves, asking for a file where there is none, and goes on once that is done.
fn save_and(model: &mut Model, then: Effect) -> Effect {
    model.once_saved = Some(then);
    if model.draft.path.is_some() { Effect::Save(None) } else { save_as(model) }
}

fn has_work(model: &Model) -> bool {
    model.draft.is_unsaved() && !model.options.read_only
}

fn nodes(model: &Model) -> Vec<String> {
    model.judged.plan.iter().flat_map(|plan| &plan.nodes).map(|node| node.name.to_string()).collect()
}

/// Puts the cursor on the row that a node is of.
fn goto(model: &mut Model, name: &str) -> Effect {
    let found = model.judged.plan.iter().flat_map(|plan| &plan.nodes).find(|node| node.name.as_str() == name);
    match found.map(|node| node.at.clone()) {
        Some(at) => jump::to(model, &at),
        None => model.trouble(format!("there is no node `{}`", crate::output::safe_line(name))),
    }
    Effect::Draw
}

fn step(model: &mut Model, name: &str) -> Effect {
    let found =
        model.judged.form.steps.iter().position(|step| step.key == name || step.title.eq_ignore_ascii_case(name));
    match found {
        Some(found) => {
            model.screen = Screen::Design;
            form::turn(model, found);
        }
        None => model.trouble(format!("there is no step `{}`", crate::output::safe_line(name))),
    }
    Effect::Draw
}
