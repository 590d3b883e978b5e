use super::tree::Entry;
use super::{Page, Part, Seen, entry, is_behind, page, reason, rows, shown, tree};
use crate::designer::action;
use crate::designer::model::Model;
use crate::designer::text::difference::Mark;
use crate::designer::text::search::{Pattern, marked};
use crate::designer::theme::Theme;
use crate::designer::view::{self, cursor, cut};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Wrap};
use unicode_width::UnicodeWidthStr;

/// From this height on there is room for the reasons.
const ROOM_FOR_REASONS: u16 = 14;

pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let has_errors = model.judged.files.is_none();
    if shown(model).is_none() {
        let inside = view::pane(theme, frame, area, "Files", true);
        let (gallery, design) = (action::key_of("gallery"), action::key_of("design"));
        let text = match (!model.draft.text().trim().is_empty(), has_errors) {
            (false, _) => format!("There is no design yet: {gallery} shows the patterns to begin with."),
            (true, true) => format!("The design has errors, so it has no files yet: {design} shows what is wrong."),
            (true, false) => "rendering…".to_owned(),
        };
        return frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: true }), inside);
    }
    let [told, left, text, why] = areas(model, area);
    if has_errors {
        let design = action::key_of("design");
        let text =
            format!(" The design has errors: these are the files as they were before. {design} shows what is wrong.");
        frame.render_widget(Line::styled(cut(&text, told.width.into(), theme), theme.warning), told);
    }
    draw_tree(model, frame, left);
    match page(model) {
        Some(page) => draw_text(model, &page, frame, text),
        None => draw_folder(model, frame, text),
    }
    if why.height > 0 {
        reason::draw(model, frame, why);
    }
}

/// Where it is said that the files are old ones, the tree, the text, and the reasons.
pub(super) fn areas(model: &Model, area: Rect) -> [Rect; 4] {
    let has_errors = model.judged.files.is_none();
    let [told, body] = Layout::vertical([Constraint::Length(has_errors.into()), Constraint::Fill(1)]).areas(area);
    let wide = (body.width * 3 / 10).clamp(26, 48);
    let [left, right] = Layout::horizontal([Constraint::Length(wide), Constraint::Fill(1)]).areas(body);
    let below = if body.height >= 30 { 7 } else { 5 };
    let below = if body.height >= ROOM_FOR_REASONS && page(model).is_some() { below } else { 0 };
    let [text, why] = Layout::vertical([Constraint::Fill(1), Constraint::Length(below)]).areas(right);
    [told, left, text, why]
}

fn draw_tree(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let (theme, state) = (&model.options.theme, &model.files);
    let Some(tree) = tree(model) else { return };
    let (rows, at) = rows(model);
    let files = tree.entries.iter().filter(|entry| entry.file.is_some()).count();
    let title = match state.filter.as_str() {
        "" => format!("Files: {files}"),
        filter => format!("Files: /{filter}"),
    };
    let has_keys = state.part == Part::Tree;
    let inside = view::pane(theme, frame, area, &title, has_keys);
    if rows.is_empty() {
        let text = format!("No name has that: {} shows all.", action::key_of("end-search"));
        return frame.render_widget(Paragraph::new(text).style(theme.usual).wrap(Wrap { trim: true }), inside);
    }
    let pattern = Pattern::new(&state.filter);
    let height = usize::from(inside.height);
    let from = cursor::window(at, rows.len(), height);
    let seen = rows.iter().enumerate().skip(from).take(height);
    let lines = seen.filter_map(|(row, number)| {
        let entry = tree.entries.get(*number)?;
        let is_open = pattern.is_some() || tree.is_open(entry, &state.turned);
        let style = match (row == at, has_keys) {
            (true, false) => theme.said,
            _ => Style::new(),
        };
        let line = row_of(theme, entry, is_open, pattern.as_ref(), style, inside.width.into());
        Some(if row == at && has_keys { view::chosen(line, inside.width.into(), theme) } else { line })
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inside);
}

fn row_of(
    theme: &Theme,
    entry: &Entry,
    is_open: bool,
    pattern: Option<&Pattern>,
    style: Style,
    width: usize,
) -> Line<'static> {
    let signs = theme.signs();
    let sign = match (entry.file, is_open) {
        (Some(_), _) => " ",
        (None, true) => signs.open,
        (None, false) => signs.closed,
    };
    let mark = if entry.changed { signs.changed } else { " " };
    let front = format!("{}{sign} ", " ".repeat(entry.depth.min(12)));
    let name = cut(&entry.name, width.saturating_sub(front.chars().count() + 1), theme).into_owned();
    let ink = if entry.file.is_none() { theme.said } else { theme.plain };
    let mut spans = vec![Span::styled(mark, theme.changed.patch(style)), Span::styled(front, theme.plain.patch(style))];
    let name = marked(&name, pattern, ink.patch(style), theme.found);
    spans.extend(name.into_iter().map(|span| Span::styled(span.content.into_owned(), span.style)));
    Line::from(spans)
}

fn draw_text(model: &Model, page: &Page, frame: &mut Frame<'_>, area: Rect) {
    let (theme, state) = (&model.options.theme, &model.files);
    let has_keys = state.part == Part::Text;
    let dot = theme.signs().dot;
    let begin = if is_behind(model) { format!("rendering{} ", theme.signs().more) } else { String::new() };
    let mut end = String::new();
    if !page.places.is_empty() {
        end = format!(" {dot} {} changed", page.places.len());
    }
    if page.masked {
        end = format!("{end} {dot} secrets as stars");
    }
    // The end of a path says most.
    let room = usize::from(area.width).saturating_sub(4 + begin.width() + end.width());
    let title = format!("{begin}{}{end}", view::cut_front(&state.path, room.max(16), theme));
    let inside = view::pane(theme, frame, area, &title, has_keys);
    let height = usize::from(inside.height);
    let from = cursor::window(state.line, page.lines.len(), height);
    let digits = page.lines.len().to_string().len().max(2);
    let pattern = model.search.pattern();
    let seen = Seen {
        theme,
        pattern: pattern.as_ref().filter(|_| has_keys),
        left: state.left,
        width: usize::from(inside.width).saturating_sub(digits + 3),
    };
    let mut colours = page.colours.borrow_mut();
    let lines = page.lines.iter().enumerate().skip(from).take(height).map(|(number, text)| {
        let (sign, ink) = sign(theme, page.marks.get(number).copied().unwrap_or_default());
        let mut spans =
            vec![Span::styled(format!("{:>digits$} ", number + 1), theme.usual), Span::styled(format!("{sign} "), ink)];
        spans.extend(seen.spans(text, colours.line(&page.lines, number), Style::new()));
        let line = Line::from(spans);
        if has_keys && number == state.line { view::chosen(line, inside.width.into(), theme) } else { line }
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inside);
}

/// What stands beside a line.
fn sign(theme: &Theme, mark: Mark) -> (&'static str, Style) {
    let signs = theme.signs();
    match mark {
        Mark::Same => (" ", theme.plain),
        Mark::Added => (signs.added, theme.added),
        Mark::Changed => (signs.changed, theme.changed),
        Mark::Removed => (signs.removed, theme.removed),
    }
}

/// Of a folder, how many files it has and which of them were changed.
fn draw_folder(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let (Some(tree), Some(folder)) = (tree(model), entry(model)) else { return };
    let title = view::cut_front(&folder.path, usize::from(area.width).saturating_sub(4), theme);
    let inside = view::pane(theme, frame, area, &title, false);
    let start = tree.find(&folder.path).unwrap_or(0);
    let within = || tree.entries.iter().take(folder.end).skip(start).filter(|entry| entry.file.is_some());
    let changed = within().filter(|entry| entry.changed);
    let mut lines = vec![Line::raw(match within().count() {
        1 => "1 file".to_owned(),
        several => format!("{several} files"),
    })];
    if folder.changed {
        lines.extend([Line::default(), Line::styled("The last change of the design changed", theme.title)]);
        let paths = changed.map(|entry| entry.path.strip_prefix(&folder.path).unwrap_or(&entry.path));
        let line = |path: &str| Line::styled(format!("{} {path}", theme.signs().changed), theme.changed);
        lines.extend(paths.take(usize::from(inside.height)).map(line));
    }
    frame.render_widget(Paragraph::new(lines), inside);
}
