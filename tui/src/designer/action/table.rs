use super::{Action, Place};
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::picker::Picker;
use crate::designer::prompt::Prompt;
use crate::designer::screen::{Motion, Pane, Screen, form, gallery, go, nodes, problems};
use crokey::key;

const fn always(_: &Model) -> bool {
    true
}

/// An action that can be run always, changes nothing, and has no place in the hint bar.
const BASE: Action = Action {
    name: "",
    keys: &[],
    about: "",
    hint: "",
    place: Place::Anywhere,
    when: always,
    writes: false,
    run: |_| Effect::Draw,
};

/// Every action, in the order in which help shows them.
pub(crate) static ACTIONS: &[Action] = &[
    Action {
        name: "choose",
        keys: &[key!(enter)],
        about: "Take the pattern under the cursor",
        hint: "choose",
        place: Place::On(Screen::Gallery),
        writes: true,
        run: gallery::choose,
        ..BASE
    },
    Action {
        name: "change",
        keys: &[key!(enter), key!(space)],
        about: "Answer the question under the cursor",
        hint: "change",
        place: Place::In(Pane::Form),
        run: form::answer,
        ..BASE
    },
    Action {
        name: "clear",
        keys: &[key!(delete), key!(x)],
        about: "Take the answer back, so that what is usual holds",
        hint: "clear",
        place: Place::In(Pane::Form),
        when: |model| form::current(model).is_some_and(|field| field.said.is_some()),
        writes: true,
        run: form::clear,
        ..BASE
    },
    Action {
        name: "fix",
        keys: &[key!(f)],
        about: "Mend the problem under the cursor as it suggests",
        hint: "fix",
        place: Place::On(Screen::Design),
        when: |model| problems::current(model).is_some_and(|note| note.fix.is_some()),
        writes: true,
        run: |model| {
            if let Some(fix) = problems::current(model).and_then(|note| note.fix.clone()) {
                model.apply(&fix);
            }
            Effect::Draw
        },
        ..BASE
    },
    Action {
        name: "next-pane",
        keys: &[key!(tab)],
        about: "Go to the next part of the screen",
        hint: "pane",
        place: Place::On(Screen::Design),
        run: |model| {
            model.form.pane = match model.form.pane {
                Pane::Form => Pane::Picture,
                Pane::Picture => Pane::Problems,
                Pane::Problems => Pane::Form,
            };
            Effect::Draw
        },
        ..BASE
    },
    Action {
        name: "change-cell",
        keys: &[key!(enter), key!(space)],
        about: "Answer the question of the cell",
        hint: "change",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::change,
        ..BASE
    },
    Action {
        name: "add",
        keys: &[key!(a), key!(insert)],
        about: "Add a row",
        hint: "add",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::add,
        ..BASE
    },
    Action {
        name: "remove",
        keys: &[key!(d)],
        about: "Remove the row",
        hint: "remove",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::take_out,
        ..BASE
    },
    Action {
        name: "duplicate",
        keys: &[key!(c)],
        about: "Add the same row once more",
        hint: "copy",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::double,
        ..BASE
    },
    Action {
        name: "clear-cell",
        keys: &[key!(delete), key!(x)],
        about: "Take the answer of the cell back",
        hint: "",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::clear,
        ..BASE
    },
    Action {
        name: "row-up",
        keys: &[key!(shift-k), key!(shift-up)],
        about: "Move the row up",
        hint: "",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::up,
        ..BASE
    },
    Action {
        name: "row-down",
        keys: &[key!(shift-j), key!(shift-down)],
        about: "Move the row down",
        hint: "",
        place: Place::On(Screen::Nodes),
        writes: true,
        run: nodes::down,
        ..BASE
    },
    Action {
        name: "undo",
        keys: &[key!(u), key!(ctrl-z)],
        about: "Take the last change back",
        hint: "undo",
        when: |model| model.draft.can_undo(),
        writes: true,
        run: |model| {
            model.undo();
            Effect::Draw
        },
        ..BASE
    },
    Action {
        name: "redo",
        keys: &[key!(ctrl-r), key!(ctrl-y)],
        about: "Make the last change that was taken back again",
        when: |model| model.draft.can_redo(),
        writes: true,
        run: |model| {
            model.redo();
            Effect::Draw
        },
        ..BASE
    },
    Action {
        name: "save",
        keys: &[key!(s), key!(ctrl-s)],
        about: "Save the design",
        hint: "save",
        when: |model| model.draft.is_unsaved(),
        writes: true,
        run: |model| {
            if model.draft.path.is_some() {
                return Effect::Save(None);
            }
            model.prompt = Some(Prompt::save_as("design.toml".to_owned()));
            Effect::Draw
        },
        ..BASE
    },
    Action {
        name: "save-as",
        about: "Save the design to another file",
        writes: true,
        run: |model| {
            model.prompt = Some(Prompt::save_as("design.toml".to_owned()));
            Effect::Draw
        },
        ..BASE
    },
    Action {
        name: "reload",
        about: "Take the design from its file again; undo comes back",
        when: |model| model.draft.path.is_some(),
        run: |_| Effect::Reload,
        ..BASE
    },
    Action {
        name: "export",
        keys: &[key!(e)],
        about: "Write every file of the cluster into a folder or a zip",
        hint: "export",
        when: |model| model.judged.is_sound,
        writes: true,
        run: |model| {
            let name = model.judged.plan.as_ref().map_or("cluster", |plan| plan.name.as_str()).to_owned();
            model.prompt = Some(Prompt::export(format!("{name}-cluster")));
            Effect::Draw
        },
        ..BASE
    },
    Action { name: "up", keys: &[key!(up), key!(k)], about: "Go up", run: |model| step(model, Motion::Up), ..BASE },
    Action { name: "down", keys: &[key!(down), key!(j)], about: "Go down", run: |model| step(model, Motion::Down), ..BASE },
    Action {
        name: "left",
        keys: &[key!(left), key!(h)],
        about: "Go left; in the questions, to the step before",
        run: |model| step(model, Motion::Left),
        ..BASE
    },
    Action {
        name: "right",
        keys: &[key!(right), key!(l)],
        about: "Go right; in the questions, to the next step",
        run: |model| step(model, Motion::Right),
        ..BASE
    },
    Action {
        name: "page-up",
        keys: &[key!(pageup), key!(ctrl-b)],
        about: "Go up a page",
        run: |model| step(model, Motion::PageUp),
        ..BASE
    },
    Action {
        name: "page-down",
        keys: &[key!(pagedown), key!(ctrl-f)],
        about: "Go down a page",
        run: |model| step(model, Motion::PageDown),
        ..BASE
    },
    Action {
        name: "first",
        keys: &[key!(home), key!(g)],
        about: "Go to the first",
        run: |model| step(model, Motion::First),
        ..BASE
    },
    Action {
        name: "last",
        keys: &[key!(end), key!(shift-g)],
        about: "Go to the last",
        run: |model| step(model, Motion::Last),
        ..BASE
    },
    Action { name: "gallery", keys: &[key!(1)], about: "Show the patterns", run: |model| show(model, Screen::Gallery), ..BASE },
    Action { name: "design", keys: &[key!(2)], about: "Show the design", run: |model| show(model, Screen::Design), ..BASE },
    Action { name: "nodes", keys: &[key!(3)], about: "Show the table of nodes", run: |model| show(model, Screen::Nodes), ..BASE },
    Action { name: "files", keys: &[key!(4)], about: "Show every file", run: |model| show(model, Screen::Files), ..BASE },
    Action {
        name: "differences",
        keys: &[key!(5)],
        about: "Show what differs from what was saved, or from the product",
        run: |model| show(model, Screen::Differences),
        ..BASE
    },
    Action { name: "guide", keys: &[key!(6)], about: "Show what to do", run: |model| show(model, Screen::Guide), ..BASE },
    Action {
        name: "commands",
        keys: &[key!(':'), key!(ctrl-p)],
        about: "Do something by its name",
        hint: "commands",
        run: |model| {
            model.picker = Some(Picker::actions(model, "Commands"));
            Effect::Draw
        },
        ..BASE
    },
    Action {
        name: "help",
        keys: &[key!('?'), key!(f1)],
        about: "Show what can be done here",
        hint: "help",
        run: |model| {
            model.picker = Some(Picker::actions(model, "What can be done here"));
            Effect::Draw
        },
        ..BASE
    },
    Action {
        name: "suspend",
        keys: &[key!(ctrl-z)],
        about: "Go back to the shell; `fg` comes back here",
        when: |model| !model.draft.can_undo(),
        run: |_| Effect::Suspend,
        ..BASE
    },
    Action {
        name: "quit",
        keys: &[key!(q), key!(ctrl-c)],
        about: "Leave the designer",
        hint: "quit",
        run: |_| Effect::Quit,
        ..BASE
    },
];

fn step(model: &mut Model, motion: Motion) -> Effect {
    go(model, motion);
    Effect::Draw
}

fn show(model: &mut Model, screen: Screen) -> Effect {
    model.screen = screen;
    Effect::Draw
}
