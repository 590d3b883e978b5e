use super::{Sheet, lists, outcome, sheet};
use crate::designer::action;
use crate::designer::model::Model;
use crate::designer::screen::form::{counted, shown};
use crate::designer::view::{self, cursor};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use std::ops::Range;
use unicode_width::UnicodeWidthStr;
use wso2_design_core::form::Kind;

/// The widest that a column gets.
const WIDEST: usize = 32;

/// So many columns are seen even where nobody uses them.
const ALWAYS: usize = 5;

pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let Some(sheet) = sheet(model) else {
        view::pane(theme, frame, area, "Nodes", true);
        return;
    };
    let [table, below] = parts(area);
    let title = title(model, &sheet);
    let inside = view::pane(theme, frame, table, &title, true);
    if sheet.rows.is_empty() {
        let add = action::key_of("add");
        let text = format!("No row yet: {add} adds one; pasted lines become rows, such as `worker 10.0.1.11-20`.");
        frame.render_widget(
            Paragraph::new(view::wrapped(&text, inside.width.into()).join("\n")).style(theme.usual),
            inside,
        );
    } else {
        rows(model, &sheet, frame, inside);
    }
    details(model, &sheet, frame, below);
}

/// The rows, and what is told of one.
fn parts(area: Rect) -> [Rect; 2] {
    let beside = area.width >= 150;
    if beside {
        Layout::horizontal([Constraint::Fill(1), Constraint::Length(64)]).areas(area)
    } else {
        Layout::vertical([Constraint::Fill(1), Constraint::Length((area.height / 3).clamp(5, 12))]).areas(area)
    }
}

/// The row at a place: says whether there is one.
pub(crate) fn click(model: &mut Model, area: Rect, at: Position) -> bool {
    let [table, _] = parts(area);
    let Some(sheet) = sheet(model) else { return false };
    let number = sheet.rows.len();
    let inside = table.inner(Margin::new(1, 1));
    let column = column_at(model, &sheet, inside, at);
    let from = cursor::window(model.table.row, number, usize::from(inside.height).saturating_sub(1));
    let below = at.y.checked_sub(inside.y + 1).filter(|_| inside.contains(at));
    let row = below.map(|row| from + usize::from(row)).filter(|row| *row < number);
    if let Some(row) = row {
        (model.table.row, model.table.column) = (row, column.unwrap_or(model.table.column));
    }
    row.is_some()
}

/// The column at a place.
fn column_at(model: &Model, sheet: &Sheet<'_>, inside: Rect, at: Position) -> Option<usize> {
    let before = sheet.rows.len().to_string().len() + 2;
    let widths: Vec<usize> = (0..sheet.columns.len()).map(|column| width(sheet, column)).collect();
    let mut from = usize::from(inside.x) + before;
    seen(model, sheet, &widths, usize::from(inside.width).saturating_sub(before)).into_iter().find(|column| {
        let to = from + widths[*column] + 2;
        let here = (from..to).contains(&usize::from(at.x));
        from = to;
        here
    })
}

/// The list, what is in it, and the other lists.
fn title(model: &Model, sheet: &Sheet<'_>) -> String {
    let usual = if sheet.own > 0 || sheet.rows.is_empty() { "" } else { " (usual)" };
    let rows = counted(sheet.rows.len(), "row");
    let nodes = model.judged.plan.as_ref().filter(|_| sheet.field.path.to_string() == "nodes");
    let nodes = nodes.map_or_else(String::new, |plan| format!("{} in ", counted(plan.nodes.len(), "node")));
    let others: Vec<&str> =
        lists(model).filter(|(path, _)| **path != sheet.field.path).map(|(_, label)| label).collect();
    let others = match others.as_slice() {
        [] => String::new(),
        others => format!(" · {}: {}", action::key_of("next-list"), others.join(", ")),
    };
    format!("{}: {nodes}{rows}{usual}{others}", sheet.field.label)
}

fn rows(model: &Model, sheet: &Sheet<'_>, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let digits = sheet.rows.len().to_string().len();
    let room = usize::from(area.width).saturating_sub(digits + 2);
    let widths: Vec<usize> = (0..sheet.columns.len()).map(|column| width(sheet, column)).collect();
    let seen = seen(model, sheet, &widths, room);
    let height = usize::from(area.height).saturating_sub(1);
    let from = cursor::window(model.table.row, sheet.rows.len(), height);
    let mut head = vec![Span::raw(" ".repeat(digits + 2))];
    for &column in &seen {
        head.push(Span::raw(format!("{}  ", view::filled(&sheet.columns[column].label, widths[column], theme))));
    }
    let mut lines = vec![Line::from(head).style(theme.title)];
    for row in row_range(from, height, sheet.rows.len()) {
        let notes = sheet.notes_of(model, row);
        let worst = notes.iter().map(|(note, _)| note.severity).max();
        let mark = worst.map_or(Span::raw(" "), |severity| view::mark(severity, theme));
        let here = row == model.table.row;
        let number = Span::styled(format!("{:>digits$} ", row + 1), if here { theme.title } else { theme.usual });
        let mut line = vec![mark, number];
        for &column in &seen {
            let text = view::filled(&text(sheet, row, column), widths[column], theme);
            let key = &sheet.columns[column].key;
            let fault = notes.iter().filter(|(_, at)| *at == Some(key.as_str())).map(|(note, _)| note.severity).max();
            let style = match fault {
                Some(severity) => theme.severity(severity),
                None if sheet.is_said(row) => theme.plain,
                None => theme.usual,
            };
            let style = if here && column == model.table.column { style.patch(theme.chosen) } else { style };
            line.extend([Span::styled(text, style), Span::raw("  ")]);
        }
        lines.push(Line::from(line));
    }
    frame.render_widget(Paragraph::new(lines), area);
}

fn row_range(from: usize, height: usize, rows: usize) -> Range<usize> {
    from..(from + height).min(rows)
}

fn text(sheet: &Sheet<'_>, row: usize, column: usize) -> String {
    let (Some(row), Some(column)) = (sheet.rows.get(row), sheet.columns.get(column)) else { return String::new() };
    // A key is shorter than its name, and it is what pasted lines have.
    let kind = if matches!(column.kind, Kind::Secret) { &column.kind } else { &Kind::Text };
    row.get(&column.key).map_or_else(String::new, |value| shown(value, kind))
}

fn is_used(sheet: &Sheet<'_>, column: usize) -> bool {
    sheet
        .columns
        .get(column)
        .is_some_and(|column| sheet.rows.iter().any(|row| !row.get(&column.key).is_none_or(|it| it.is_null())))
}

/// As wide as its longest cell, or its label.
fn width(sheet: &Sheet<'_>, column: usize) -> usize {
    let Some(it) = sheet.columns.get(column) else { return 0 };
    let cell = |row: usize| match sheet.rows.get(row).and_then(|row| row.get(&it.key)) {
        Some(serde_json::Value::String(text)) if it.kind != Kind::Secret => text.width(),
        Some(_) => text(sheet, row, column).width(),
        None => 0,
    };
    (0..sheet.rows.len()).map(cell).max().unwrap_or(0).max(it.label.width()).min(WIDEST)
}

/// The columns that are seen: all where they fit, else without those that nobody uses; scrolled so that the cursor's is among them.
fn seen(model: &Model, sheet: &Sheet<'_>, widths: &[usize], room: usize) -> Vec<usize> {
    let wide = |columns: &[usize]| columns.iter().map(|column| widths[*column] + 2).sum::<usize>().saturating_sub(2);
    let mut columns: Vec<usize> = (0..widths.len()).collect();
    if wide(&columns) > room {
        columns.retain(|column| *column < ALWAYS || *column == model.table.column || is_used(sheet, *column));
    }
    while wide(&columns) > room && columns.len() > 1 {
        // What is far from the cursor goes first.
        if columns.last() == Some(&model.table.column) {
            columns.remove(0)
        } else {
            columns.pop().unwrap_or_default()
        };
    }
    columns
}

/// What the cell is and what is wrong with the row, then what becomes of it.
fn details(model: &Model, sheet: &Sheet<'_>, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let inside = view::pane(theme, frame, area, &format!("Row {}", model.table.row + 1), false);
    let width = usize::from(inside.width);
    let mut lines = Vec::new();
    for (note, _) in sheet.notes_of(model, model.table.row).into_iter().take(2) {
        let text = format!("{}: {}", note.severity, note.message);
        let style = theme.severity(note.severity);
        lines.extend(view::wrapped(&text, width).into_iter().map(|line| Line::styled(line, style)));
    }
    if let Some(column) = sheet.columns.get(model.table.column) {
        let text = format!("{}: {}", column.label, column.help);
        lines.extend(view::wrapped(&text, width).into_iter().map(|line| Line::styled(line, theme.usual)));
    }
    let room = usize::from(inside.height).saturating_sub(lines.len()).max(1);
    let place = sheet.field.path.clone().index(model.table.row);
    lines.extend(
        outcome::lines(model, &place, room)
            .into_iter()
            .map(|line| Line::raw(view::cut(&line, width, theme).into_owned())),
    );
    frame.render_widget(Paragraph::new(lines), inside);
}
