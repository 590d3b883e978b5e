use super::{Pane, current, shown, step};
use crate::designer::model::Model;
use crate::designer::view::{self, cursor};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;
use wso2_design_core::diagnostic::Severity;
use wso2_design_core::form::{Field, Kind, Step};

/// The steps, the questions of one, and below them what the one under the cursor is and what is wrong with it.
pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let Some(step) = step(model) else { return };
    let title = format!("{} · {} of {}", step.title, model.form.step + 1, model.judged.form.steps.len());
    let inside = view::pane(theme, frame, area, &title, model.form.pane == Pane::Form);
    let help = help(model, inside.width.into());
    let [names, list, below] = parts(inside, help.len());
    frame.render_widget(steps(model, names.width.into()), names);
    questions(model, step, frame, list);
    if let Some(room) = below.height.checked_sub(1) {
        let rule = theme.lines().horizontal_top.repeat(below.width.into());
        frame.render_widget(Line::styled(rule, theme.border), below);
        let below = Rect { y: below.y + 1, height: room, ..below };
        frame.render_widget(Paragraph::new(help), below);
    }
}

/// The steps, the questions, and the help.
fn parts(inside: Rect, help: usize) -> [Rect; 3] {
    let most = (inside.height / 2).saturating_sub(1);
    let below = (help as u16 + 1).min(most);
    Layout::vertical([Constraint::Length(2), Constraint::Fill(1), Constraint::Length(below)]).areas(inside)
}

/// The question at a place of the pane's inside: says whether there is one.
pub(crate) fn click(model: &mut Model, inside: Rect, at: Position) -> bool {
    let [_, list, _] = parts(inside, help(model, inside.width.into()).len());
    let number = step(model).map_or(0, |step| step.fields.len());
    let from = cursor::window(model.form.cursor, number, list.height.into());
    let row = list.contains(at).then(|| from + usize::from(at.y - list.y)).filter(|row| *row < number);
    model.form.cursor = row.unwrap_or(model.form.cursor);
    row.is_some()
}

/// Where one is: the names of all steps where they fit, their numbers else. A step with a problem has a `!`.
fn steps(model: &Model, width: usize) -> Line<'static> {
    let theme = &model.options.theme;
    let all = &model.judged.form.steps;
    let is_problem = |at: &usize| model.judged.notes.get(*at).is_some_and(|note| note.severity > Severity::Advice);
    let mark = |step: &Step| {
        if step.fields.iter().flat_map(|field| &field.notes).any(is_problem) { "!" } else { "" }
    };
    let names: usize = all.iter().map(|step| step.title.width() + mark(step).len() + 2).sum();
    let parts = all.iter().enumerate().flat_map(|(number, step)| {
        let here = number == model.form.step;
        let name = if names <= width {
            step.title.to_owned()
        } else if here {
            format!("{} {}", number + 1, step.title)
        } else {
            (number + 1).to_string()
        };
        let style = if here { theme.chosen } else { theme.plain };
        let gap = if names <= width || here { " " } else { "" };
        [Span::styled(format!("{gap}{name}"), style), Span::styled(mark(step), style.patch(theme.trouble)), " ".into()]
    });
    Line::from_iter(parts)
}

fn questions(model: &Model, step: &Step, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let focused = model.form.pane == Pane::Form;
    let label = |field: &Field| {
        let mark = if field.required { "*" } else { "" };
        format!("{}{}{mark}", "  ".repeat(field.depth.into()), field.label)
    };
    if step.fields.is_empty() {
        let text = view::wrapped("Nothing is asked here: this cluster decides none of it.", area.width.into());
        return frame.render_widget(Paragraph::new(text.join("\n")).style(theme.usual), area);
    }
    let dash = theme.signs().dash;
    let room = usize::from(area.width);
    let wide = step.fields.iter().map(|field| label(field).width()).max().unwrap_or(0).min(room / 2);
    let from = cursor::window(model.form.cursor, step.fields.len(), area.height.into());
    let seen = step.fields.iter().enumerate().skip(from).take(area.height.into());
    let lines = seen.map(|(number, field)| {
        let room = room.saturating_sub(wide + 2);
        let (text, style) = match (&field.said, &field.usual) {
            (Some(said), _) => (view::cut(&shown(said, &field.kind), room, theme).into_owned(), theme.said),
            (None, Some(usual)) => {
                let text = shown(usual, &field.kind);
                let text = if text.is_empty() { dash } else { &text };
                // Where the room is short the answer says more than the word.
                let whole = format!("{text} (usual)");
                let short = || view::cut(text, room, theme).into_owned();
                (if whole.width() <= room { whole } else { short() }, theme.usual)
            }
            (None, None) if field.required => ("needed".to_owned(), theme.trouble),
            (None, None) => (dash.to_owned(), theme.usual),
        };
        let worst = field.notes.iter().filter_map(|at| model.judged.notes.get(*at)).map(|note| note.severity).max();
        let mark = worst.map_or(Span::raw(" "), |severity| view::mark(severity, theme));
        let line = Line::from(vec![
            mark,
            Span::raw(format!("{} ", view::filled(&label(field), wide, theme))),
            Span::styled(text, style),
        ]);
        if focused && number == model.form.cursor { view::chosen(line, area.width.into(), theme) } else { line }
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), area);
}

/// What the question under the cursor is, and what is wrong with its answer.
fn help(model: &Model, width: usize) -> Vec<Line<'static>> {
    let theme = &model.options.theme;
    let Some(field) = current(model) else { return Vec::new() };
    let mut lines = Vec::new();
    for note in field.notes.iter().filter_map(|at| model.judged.notes.get(*at)).take(2) {
        let style = theme.severity(note.severity);
        let text = format!("{}: {}", note.severity, note.message);
        lines.extend(view::wrapped(&text, width).into_iter().map(|line| Line::styled(line, style)));
        if let Some(fix) = &note.fix {
            lines.push(Line::from(vec![
                Span::styled("f ", theme.key),
                Span::raw(view::cut(&fix.title, width.saturating_sub(2), theme).into_owned()),
            ]));
        }
    }
    let about = match &field.kind {
        Kind::Number { least, most } => format!("{} {least}–{most}.", field.help),
        Kind::Rows(_) | Kind::Pairs => format!("{} Enter opens the table.", field.help),
        Kind::Text | Kind::Secret | Kind::Switch | Kind::Choice(_) | Kind::Texts => field.help.clone(),
    };
    lines.extend(view::wrapped(&about, width).into_iter().map(|line| Line::styled(line, theme.usual)));
    lines
}
