use super::{Kin, Page, Which, page, rows};
use crate::designer::action;
use crate::designer::model::Model;
use crate::designer::screen::files::{Seen, shown};
use crate::designer::view::{self, cursor, cut};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Wrap};

pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let [left, right] = areas(area);
    draw_list(model, frame, left);
    draw_text(model, page(model).as_deref(), frame, right);
}

/// The list, and what differs in one file.
pub(super) fn areas(area: Rect) -> [Rect; 2] {
    let wide = (area.width * 2 / 5).clamp(28, 60);
    Layout::horizontal([Constraint::Length(wide), Constraint::Fill(1)]).areas(area)
}

/// What the files are compared with.
fn base(model: &Model) -> String {
    match (model.differences.which, &model.differences.folder) {
        (Which::Saved, _) => "the saved design".to_owned(),
        (Which::Folder, Some((folder, _))) => folder.display().to_string(),
        (Which::Folder, None) => "a bundle in a folder".to_owned(),
        (Which::Product, _) => "the product as it was downloaded".to_owned(),
    }
}

fn draw_list(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let (theme, state) = (&model.options.theme, &model.differences);
    let inside = view::pane(theme, frame, area, &format!("Beside {}", base(model)), !state.in_text);
    let rows = rows(model);
    let told = told(model);
    if rows.is_empty() {
        return frame.render_widget(Paragraph::new(told).style(theme.usual).wrap(Wrap { trim: true }), inside);
    }
    let [list, foot] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(inside);
    let height = usize::from(list.height);
    let from = cursor::window(state.cursor, rows.len(), height);
    let digits = |number: fn(&super::Differing) -> u32| {
        rows.iter().skip(from).take(height).map(|it| number(it).to_string().len()).max().unwrap_or(1)
    };
    let (more, fewer) = (digits(|it| it.added), digits(|it| it.removed));
    let lines = rows.iter().enumerate().skip(from).take(height).map(|(number, it)| {
        let style = match (number == state.cursor, state.in_text) {
            (true, true) => theme.said,
            _ => Style::new(),
        };
        let width = usize::from(list.width).saturating_sub(more + fewer + 4);
        let path = short(&it.path, width, theme.signs().more);
        let line = Line::from(vec![
            Span::styled(format!("+{:<more$} ", it.added), theme.added.patch(style)),
            Span::styled(format!("-{:<fewer$} ", it.removed), theme.removed.patch(style)),
            Span::styled(path, theme.plain.patch(style)),
        ]);
        let here = number == state.cursor && !state.in_text;
        if here { view::chosen(line, list.width.into(), theme) } else { line }
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), list);
    frame.render_widget(Line::styled(cut(&told, foot.width.into(), theme).into_owned(), theme.usual), foot);
}

/// A path in so many cells: whose file it is, and its end, which say most.
fn short(path: &str, width: usize, more: &str) -> String {
    let path = ["nodes/", "balancers/"].iter().find_map(|folder| path.strip_prefix(folder)).unwrap_or(path);
    let count = path.chars().count();
    if count <= width {
        return path.to_owned();
    }
    let owner = path.split('/').next().filter(|owner| owner.chars().count() * 2 < width).unwrap_or_default();
    let room = width.saturating_sub(owner.chars().count() + 1);
    let end: String = path.chars().skip(count - room.min(count)).collect();
    format!("{owner}{more}{end}")
}

/// What is compared with after it.
fn after(which: Which) -> &'static str {
    match which {
        Which::Saved => "a bundle in a folder, then the product as it was downloaded",
        Which::Folder => "the product as it was downloaded, then the saved design",
        Which::Product => "the saved design, then a bundle in a folder",
    }
}

/// How much differs, or why nothing does.
fn told(model: &Model) -> String {
    let state = &model.differences;
    let Some(asked) = &state.asked else {
        let (folder, next) = (action::key_of("choose-bundle"), action::key_of("compare-with"));
        return match state.which {
            _ if model.draft.is_empty() => "There is no design yet.".to_owned(),
            _ if model.judged.files.is_none() && shown(model).is_none() => {
                let design = action::key_of("design");
                format!("The design has errors, so it has no files to compare: {design} shows what is wrong.")
            }
            Which::Folder => format!(
                "{folder} chooses the folder of a bundle that was written earlier; {next} goes on to the product as it \
                 was downloaded."
            ),
            Which::Saved if model.draft.saved().is_none() => format!(
                "The design was never saved: {} saves it. {next} goes on to a bundle in a folder, then to the product \
                 as it was downloaded; {folder} chooses the folder.",
                action::key_of("save")
            ),
            Which::Saved | Which::Product => "comparing…".to_owned(),
        };
    };
    let Some((base, list)) = asked.base.get().zip(asked.list.get()) else {
        return "comparing…".to_owned();
    };
    if !base.trouble.is_empty() {
        return base.trouble.to_owned();
    }
    let left_out = match base.left_out {
        0 => String::new(),
        some => format!("; {some} could not be read"),
    };
    match (list.len(), state.filter.is_empty()) {
        (0, _) => {
            let next = action::key_of("compare-with");
            format!("Nothing differs{left_out}. {next} compares with something else: {}.", after(state.which))
        }
        (_, false) => format!("/{}", state.filter),
        (1, _) => format!("1 file differs{left_out}"),
        (several, _) => format!("{several} files differ{left_out}"),
    }
}

fn draw_text(model: &Model, page: Option<&Page>, frame: &mut Frame<'_>, area: Rect) {
    let (theme, state) = (&model.options.theme, &model.differences);
    let path = page.map_or("Lines", |page| page.of.path.as_str());
    let title = view::cut_front(path, usize::from(area.width).saturating_sub(4), theme);
    let inside = view::pane(theme, frame, area, &title, state.in_text);
    let Some(page) = page else { return };
    let height = usize::from(inside.height);
    let from = cursor::window(state.line, page.lines.len(), height);
    let pattern = model.search.pattern();
    let seen = Seen {
        theme,
        pattern: pattern.as_ref().filter(|_| state.in_text),
        left: state.left,
        width: usize::from(inside.width).saturating_sub(2),
    };
    let lines = page.lines.iter().enumerate().skip(from).take(height).map(|(number, (kin, text))| {
        let (sign, ink) = match kin {
            Kin::Head => (theme.signs().dot, theme.usual),
            Kin::Same => (" ", theme.plain),
            Kin::Added => (theme.signs().added, theme.added),
            Kin::Removed => (theme.signs().removed, theme.removed),
        };
        let mut spans = vec![Span::styled(format!("{sign} "), ink)];
        spans.extend(seen.spans(text, &[], ink));
        let line = Line::from(spans);
        if state.in_text && number == state.line { view::chosen(line, inside.width.into(), theme) } else { line }
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inside);
}
