//! The screens. Each is a file: its state, what its keys do, and its picture.

pub(crate) mod differences;
pub(crate) mod files;
pub(crate) mod form;
pub(crate) mod gallery;
pub(crate) mod guide;
pub(crate) mod picture;
pub(crate) mod problems;
pub(crate) mod table;

use super::effect::Effect;
use super::judged::Judged;
use super::model::Model;
use super::text::search::Searchable;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};

/// A screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Screen {
    /// Patterns to begin with.
    #[default]
    Gallery,
    /// The questions, the cluster's picture, and what is wrong.
    Design,
    /// The table of nodes.
    Nodes,
    /// Every file.
    Files,
    /// What differs from the saved bundle, or from the product.
    Differences,
    /// What to do, as a list to tick off.
    Guide,
}

impl Screen {
    /// All, in the order of their numbers.
    pub(crate) const ALL: [Self; 6] =
        [Self::Gallery, Self::Design, Self::Nodes, Self::Files, Self::Differences, Self::Guide];

    /// Whether its picture shows files.
    pub(crate) fn needs_files(self) -> bool {
        matches!(self, Self::Files | Self::Differences)
    }

    /// What it is called.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::Gallery => "Gallery",
            Self::Design => "Design",
            Self::Nodes => "Nodes",
            Self::Files => "Files",
            Self::Differences => "Differences",
            Self::Guide => "Guide",
        }
    }
}

/// A part of the design's screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Pane {
    #[default]
    Form,
    Picture,
    Problems,
}

/// A step of the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Motion {
    Up,
    Down,
    Left,
    Right,
    PageUp,
    PageDown,
    First,
    Last,
}

/// Moves the cursor of the screen that is seen.
pub(crate) fn go(model: &mut Model, motion: Motion) {
    match (model.screen, model.form.pane) {
        (Screen::Gallery, _) => gallery::go(model, motion),
        (Screen::Design, Pane::Form) => form::go(model, motion),
        (Screen::Design, Pane::Picture) => picture::go(model, motion),
        (Screen::Design, Pane::Problems) => problems::go(model, motion),
        (Screen::Nodes, _) => table::go(model, motion),
        (Screen::Files, _) => files::go(model, motion),
        (Screen::Differences, _) => differences::go(model, motion),
        (Screen::Guide, _) => guide::go(model, motion),
    }
}

/// Draws the screen that is seen.
pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    match model.screen {
        Screen::Gallery => gallery::draw(model, frame, area),
        Screen::Design => design(model, frame, area),
        Screen::Nodes => table::draw(model, frame, area),
        Screen::Files => files::draw(model, frame, area),
        Screen::Differences => differences::draw(model, frame, area),
        Screen::Guide => guide::draw(model, frame, area),
    }
}

fn design(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let [form, picture, problems] = panes(model, area);
    form::draw(model, frame, form);
    picture::draw(model, frame, picture);
    problems::draw(model, frame, problems);
}

/// The places of the questions, the picture and the problems: side by side, or, on a narrow and high terminal, one above another.
/// What has the keys gets more room where there is little.
pub(crate) fn panes(model: &Model, area: Rect) -> [Rect; 3] {
    // A click may come while the terminal is smaller than anything that is drawn.
    let left = (area.width / 20 * 9).max(42).min(area.width);
    let stacked = area.width < 90 && area.height > area.width / 2;
    let notes = problems::height(model, if stacked { area.width } else { area.width.saturating_sub(left) });
    let little = area.height < 30;
    let below = match model.form.pane {
        Pane::Problems => notes.clamp(5, (area.height / 2).max(5)),
        Pane::Picture if little => 3,
        _ if little => notes.clamp(3, 5),
        _ => notes.clamp(3, area.height / 3),
    };
    if stacked {
        let fields = form::step(model).map_or(0, |step| step.fields.len()) as u16 + 10;
        let form = fields.clamp(8, (area.height / 3).max(8));
        let heights = [Constraint::Length(form), Constraint::Fill(1), Constraint::Length(below)];
        return Layout::vertical(heights).areas(area);
    }
    let [left, right] = Layout::horizontal([Constraint::Length(left), Constraint::Fill(1)]).areas(area);
    let [picture, below] = Layout::vertical([Constraint::Fill(1), Constraint::Length(below)]).areas(right);
    [left, picture, below]
}

/// A text from the clipboard, where no line is being typed.
pub(crate) fn paste(model: &mut Model, text: &str) -> Effect {
    if model.screen == Screen::Nodes {
        table::paste(model, text);
    }
    Effect::Draw
}

/// What `/` searches here and now.
pub(crate) fn searchable(model: &Model) -> Option<Searchable> {
    match (model.screen, model.form.pane) {
        (Screen::Design, Pane::Form) => Some(form::SEARCHABLE),
        (Screen::Design, Pane::Problems) => Some(problems::SEARCHABLE),
        (Screen::Nodes, _) => Some(table::SEARCHABLE),
        (Screen::Guide, _) => Some(guide::SEARCHABLE),
        (Screen::Files, _) => Some(files::searchable(model)),
        (Screen::Differences, _) => Some(differences::searchable(model)),
        _ => None,
    }
}

/// The files of the design are asked for anew.
pub(crate) fn rendered(model: &mut Model) {
    files::rendered(model);
}

/// Asks for what the screen that is seen needs.
pub(crate) fn prepare(model: &mut Model) {
    match model.screen {
        Screen::Files => files::prepare(model),
        Screen::Differences => differences::prepare(model),
        _ => {}
    }
}

/// The design was judged anew: cursors stay where they make sense.
pub(crate) fn judged(model: &mut Model, before: &Judged) {
    form::judged(model, before);
    problems::judged(model);
    table::judged(model);
}
