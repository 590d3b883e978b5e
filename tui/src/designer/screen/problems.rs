use super::{Motion, Pane};
use crate::designer::effect::Effect;
use crate::designer::jump;
use crate::designer::model::Model;
use crate::designer::text::search::Searchable;
use crate::designer::view::{self, cursor};
use crate::output;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use wso2_design_core::diagnostic::{Diagnostic, Path, Places, Severity};
use wso2_design_core::{Mended, mend};

/// Which problem the cursor is on.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) cursor: usize,
    /// Whether a person was led to it, so that the next step leads to the next.
    visited: bool,
}

pub(crate) fn go(model: &mut Model, motion: Motion) {
    model.problems.cursor = cursor::moved(model.problems.cursor, model.judged.notes.len(), 8, motion);
}

/// The problem that `f` mends: of the question under the cursor, or in the list the one under its cursor.
pub(crate) fn current(model: &Model) -> Option<&Diagnostic> {
    if model.form.pane == Pane::Problems {
        return model.judged.notes.get(model.problems.cursor);
    }
    let field = super::form::current(model).filter(|_| super::form::is_here(model))?;
    let notes = || field.notes.iter().filter_map(|at| model.judged.notes.get(*at));
    notes().find(|note| note.fix.is_some()).or_else(|| notes().next())
}

/// Mends the problem as it suggests.
pub(crate) fn fix(model: &mut Model) -> Effect {
    if let Some(fix) = current(model).and_then(|note| note.fix.clone()) {
        model.apply(&fix);
    }
    Effect::Draw
}

/// Whether there is a problem that is mended without asking.
pub(crate) fn is_any_safe(model: &Model) -> bool {
    model.judged.notes.iter().any(|note| note.fix.as_ref().is_some_and(|fix| fix.safe))
}

/// Mends everything that is mended without asking, as one change.
pub(crate) fn fix_all(model: &mut Model) -> Effect {
    let Mended { text, done, .. } = mend(model.draft.text(), model.draft.syntax());
    let title = match done.as_slice() {
        [] => "there is nothing to mend".to_owned(),
        [one] => one.clone(),
        several => format!("{} problems mended", several.len()),
    };
    model.replace(text, &title);
    Effect::Draw
}

/// Goes to the question or the cell that the problem is about.
pub(crate) fn visit(model: &mut Model) -> Effect {
    let note = model.judged.notes.get(model.problems.cursor);
    if let Some((path, message)) = note.map(|note| (note.at.first().cloned().unwrap_or_default(), note.message.clone()))
    {
        jump::to(model, &path);
        if model.message.is_none() {
            model.trouble(message);
        }
    }
    Effect::Draw
}

/// Goes to the next problem, or the one before, from wherever one is; round at the ends.
pub(crate) fn step(model: &mut Model, back: bool) -> Effect {
    let all = model.judged.notes.len();
    if all > 0 {
        let here = model.problems.cursor;
        model.problems.cursor = match (model.problems.visited, back) {
            (false, _) => here,
            (true, false) => (here + 1) % all,
            (true, true) => (here + all - 1) % all,
        };
        model.problems.visited = true;
        return visit(model);
    }
    Effect::Draw
}

/// The page of the problem's code.
pub(crate) fn explain(model: &mut Model) -> Effect {
    if let Some(code) = model.judged.notes.get(model.problems.cursor).map(|note| note.code) {
        super::form::explain_code(model, code);
    }
    Effect::Draw
}

/// Copies the problem as a sentence.
pub(crate) fn copy(model: &mut Model) -> Effect {
    match model.judged.notes.get(model.problems.cursor) {
        Some(note) => {
            let text = format!("{}[{}]: {}", note.severity, note.code, note.message);
            Effect::Copy { text, what: "the problem".to_owned() }
        }
        None => Effect::Draw,
    }
}

/// The sentences can be searched.
pub(crate) const SEARCHABLE: Searchable = Searchable::Lines {
    lines: |model| model.judged.notes.iter().map(|note| note.message.to_string()).collect(),
    at: |model| model.problems.cursor,
    go: |model, line| model.problems.cursor = line,
};

pub(crate) fn judged(model: &mut Model) {
    model.problems.cursor = model.problems.cursor.min(model.judged.notes.len().saturating_sub(1));
    model.problems.visited = false;
}

/// How much room the list wants, with its border.
pub(crate) fn height(model: &Model, width: u16) -> u16 {
    let open = model.judged.notes.get(model.problems.cursor).filter(|_| model.form.pane == Pane::Problems);
    let open = open.map_or(0, |note| opened(model, note, usize::from(width).saturating_sub(4)).len());
    u16::try_from(model.judged.notes.len() + open + 2).unwrap_or(u16::MAX)
}

/// The problem at a row of the pane's inside: says whether there is one.
pub(crate) fn click(model: &mut Model, area: Rect, row: u16) -> bool {
    let number = model.judged.notes.len();
    let at = cursor::window(model.problems.cursor, number, area.height.into()) + usize::from(row);
    if at < number {
        model.problems.cursor = at;
    }
    at < number
}

pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let focused = model.form.pane == Pane::Problems;
    let notes = &model.judged.notes;
    let title = match notes.len() {
        0 => "Problems: none".to_owned(),
        several => format!("Problems: {} of {several}", model.problems.cursor + 1),
    };
    let inside = view::pane(theme, frame, area, &title, focused);
    let (width, height) = (usize::from(inside.width), usize::from(inside.height));
    let open = notes.get(model.problems.cursor).filter(|_| focused);
    let open = open.map_or_else(Vec::new, |note| opened(model, note, width.saturating_sub(2)));
    // The open one takes its room from the others.
    let closed = height.saturating_sub(open.len()).max(1);
    let from = cursor::window(model.problems.cursor, notes.len(), closed);
    let mut lines = Vec::new();
    for (number, note) in notes.iter().enumerate().skip(from).take(height) {
        let style = theme.severity(note.severity);
        let here = focused && number == model.problems.cursor;
        let place = note.at.first().filter(|path| !path.is_root()).map_or_else(String::new, |path| format!(" {path}"));
        let room = width.saturating_sub(8);
        let text = view::cut(&format!("{}{place}", note.message), room, theme).into_owned();
        let line = Line::from(vec![Span::styled(view::filled(word(note.severity), 8, theme), style), Span::raw(text)]);
        lines.push(if here { view::chosen(line, width, theme) } else { line });
        if here {
            lines.extend(open.iter().cloned());
        }
    }
    frame.render_widget(Paragraph::new(lines), inside);
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// What is below an open problem: its whole sentence where it was cut, the help, what mends it, its place and its code.
fn opened(model: &Model, note: &Diagnostic, width: usize) -> Vec<Line<'static>> {
    let theme = &model.options.theme;
    let mut lines = Vec::new();
    let mut say = |text: &str, style| {
        lines.extend(view::wrapped(text, width).into_iter().map(|line| Line::styled(format!("  {line}"), style)));
    };
    if note.message.len() + 8 > width {
        say(&note.message, theme.plain);
    }
    if let Some(fix) = &note.fix {
        say(&format!("f: {}", fix.title), theme.key);
    }
    if let Some(line) = unreadable_line(model, note) {
        say(&line, theme.plain);
    }
    if !note.help.is_empty() {
        say(&note.help, theme.usual);
    }
    let places: Vec<String> = note.at.iter().filter(|path| !path.is_root()).take(3).map(ToString::to_string).collect();
    say(&format!("{} {}", note.code, places.join(", ")), theme.usual);
    lines
}

/// Of a text that cannot be read the line at fault: no question shows it.
fn unreadable_line(model: &Model, note: &Diagnostic) -> Option<String> {
    let text = output::conceal(model.draft.text());
    let span = model.judged.document.span_of(note, &Path::root()).filter(|_| note.code == "syntax")?;
    let before = text.get(..span.start)?;
    let number = before.matches('\n').count();
    let line = text.lines().nth(number).unwrap_or_default();
    Some(format!("line {}: {}", number + 1, output::safe_line(line.trim())))
}
