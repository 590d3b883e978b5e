use crate::designer::action::{self, Action, Complete};
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::overlay::entry::Entry;
use crate::designer::view::{self, cursor};
use crossterm::event::{Event, KeyCode, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};
use unicode_width::UnicodeWidthStr;

/// The line behind `:`: an action by its name, with what it takes. Tab goes through what fits, the arrows through what was
/// said before.
#[derive(Default)]
pub(crate) struct Palette {
    entry: Entry,
    /// The paths that the world found for what is typed.
    paths: Vec<String>,
    /// Which of the lines before stands in the line, from the last.
    back: usize,
}

/// How many columns the keys have.
const KEYS: usize = 9;

/// Something that fits what was typed.
struct Fit {
    /// The line that says it.
    line: String,
    key: String,
    about: &'static str,
}

impl Palette {
    /// Opens with something typed already.
    pub(crate) fn begin(model: &mut Model, typed: &str) -> Effect {
        model.palette = Some(Self { entry: Entry::new(typed), ..Self::default() });
        wanted(model)
    }

    /// Takes the paths that the world found.
    pub(crate) fn offer(&mut self, paths: Vec<String>) {
        self.paths = paths;
    }

    pub(crate) fn update(model: &mut Model, event: &Event) -> Effect {
        let Some(mut palette) = model.palette.take() else { return Effect::Draw };
        let fits = palette.fits(model);
        let lines: Vec<String> = fits.iter().map(|fit| fit.line.clone()).collect();
        let said = model.said.len();
        let key = match event {
            Event::Key(key) if key.is_press() || key.is_repeat() => *key,
            Event::Paste(text) => {
                let text: String = text.chars().filter(|char| !char.is_control()).collect();
                palette.entry.insert(text.trim(), &lines);
                model.palette = Some(palette);
                return wanted(model);
            }
            _ => {
                model.palette = Some(palette);
                return Effect::Draw;
            }
        };
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        match (key.code, control) {
            (KeyCode::Esc, _) | (KeyCode::Char('c'), true) => return Effect::Draw,
            (KeyCode::Backspace, _) if palette.entry.text(&lines).is_empty() => {
                return Effect::Draw;
            }
            (KeyCode::Enter, _) => {
                return run(model, palette.entry.text(&lines), &fits);
            }
            (KeyCode::Tab | KeyCode::BackTab, _) | (KeyCode::Char('n' | 'p'), true) => {
                let back = matches!(key.code, KeyCode::BackTab | KeyCode::Char('p'));
                if palette.entry.step(&lines, back) {
                    model.palette = Some(palette);
                    return wanted(model);
                }
            }
            (KeyCode::Up | KeyCode::Down, _) => {
                let back = if key.code == KeyCode::Up { palette.back + 1 } else { palette.back.saturating_sub(1) };
                if back <= said {
                    palette.back = back;
                    let line = said.checked_sub(back).and_then(|at| model.said.get(at)).filter(|_| back > 0);
                    palette.entry = Entry::new(line.cloned().unwrap_or_default());
                }
            }
            _ => {
                if palette.entry.handle(event, &lines) {
                    palette.back = 0;
                    model.palette = Some(palette);
                    return wanted(model);
                }
            }
        }
        model.palette = Some(palette);
        Effect::Draw
    }

    /// What fits: names of actions that begin so, then those that have it anywhere; behind a name what its action takes.
    fn fits(&self, model: &Model) -> Vec<Fit> {
        let typed = self.entry.typed();
        let fit = |action: &Action, line: String| Fit {
            line,
            key: action.keys.first().map(|key| action::shown(*key)).unwrap_or_default(),
            about: action.about,
        };
        if let Some((name, begun)) = typed.split_once(' ') {
            let Some(action) = action::possible(model).find(|action| action.name == name) else { return Vec::new() };
            let words = match action.argument.as_ref().map(|argument| &argument.complete) {
                Some(Complete::Path) => self.paths.clone(),
                Some(Complete::Words(words)) => {
                    words(model).into_iter().filter(|word| word.starts_with(begun)).collect()
                }
                None => Vec::new(),
            };
            return words.into_iter().map(|word| fit(action, format!("{name} {word}"))).collect();
        }
        let wanted = typed.to_lowercase();
        let rank = |action: &&Action| match action.name.find(&wanted) {
            Some(0) => 0,
            Some(_) => 1,
            None if action.about.to_lowercase().contains(&wanted) => 2,
            None => 3,
        };
        let mut all: Vec<&Action> = action::possible(model).filter(|action| rank(action) < 3).collect();
        all.sort_by_key(rank);
        all.into_iter()
            .map(|action| {
                let space = if action.argument.is_some() { " " } else { "" };
                fit(action, format!("{}{space}", action.name))
            })
            .collect()
    }

    pub(crate) fn draw(&self, model: &Model, frame: &mut Frame<'_>, within: Rect) {
        let theme = &model.options.theme;
        let fits = self.fits(model);
        let area = within.centered(Constraint::Max(100), Constraint::Max(18));
        frame.render_widget(Clear, area);
        let inside = view::pane(theme, frame, area, "Commands", true);
        let [line, list, about] =
            Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1)]).areas(inside);
        let lines: Vec<String> = fits.iter().map(|fit| fit.line.clone()).collect();
        let (text, column) = self.entry.seen(&lines, usize::from(line.width).saturating_sub(2));
        frame.render_widget(Line::from(vec![Span::styled(":", theme.key), Span::raw(text)]), line);
        let at = self.entry.chosen().unwrap_or(0);
        let from = cursor::window(at, fits.len(), list.height.into());
        let width = lines.iter().map(|line| line.width()).max().unwrap_or(0);
        // What an action takes says nothing more of the action.
        let beside = |fit: &Fit| if self.entry.typed().contains(' ') { "" } else { fit.about };
        let lines = fits.iter().enumerate().skip(from).take(list.height.into()).map(|(number, fit)| {
            let name = format!("{:width$}  ", fit.line);
            let room = usize::from(list.width).saturating_sub(KEYS + 1 + name.width());
            let line = Line::from(vec![
                Span::styled(format!("{:>KEYS$} ", fit.key), theme.key),
                Span::raw(name),
                Span::styled(view::cut(beside(fit), room, theme).into_owned(), theme.usual),
            ]);
            if Some(number) == self.entry.chosen() { view::chosen(line, list.width.into(), theme) } else { line }
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), list);
        if let Some(fit) = fits.get(at) {
            frame.render_widget(Line::styled(fit.about, theme.usual), about);
        }
        frame.set_cursor_position((line.x + 1 + column, line.y));
    }
}

/// Asks the world for paths where paths are what is typed.
fn wanted(model: &mut Model) -> Effect {
    let Some(palette) = &model.palette else { return Effect::Draw };
    let Some((name, begun)) = palette.entry.typed().split_once(' ') else { return Effect::Draw };
    let action = action::possible(model).find(|action| action.name == name);
    match action.and_then(|action| action.argument.as_ref()).map(|argument| &argument.complete) {
        Some(Complete::Path) => Effect::Complete(begun.to_owned()),
        _ => Effect::Draw,
    }
}

/// Runs the line: an exact name first, otherwise the first that fits.
fn run(model: &mut Model, line: &str, fits: &[Fit]) -> Effect {
    let line = line.trim();
    if line.is_empty() {
        return Effect::Draw;
    }
    #[cfg(debug_assertions)]
    fault(line);
    let (name, given) = line.split_once(' ').map_or((line, ""), |(name, given)| (name, given.trim()));
    let exact = action::possible(model).find(|action| action.name == name);
    let first = || {
        let name = fits.first().filter(|_| given.is_empty())?.line.trim_end();
        action::possible(model).find(|action| action.name == name)
    };
    let Some(action) = exact.or_else(first) else {
        model.trouble(format!("there is no command `{name}` here: {} lists them", action::key_of("help")));
        return Effect::Draw;
    };
    model.said.retain(|before| before != line);
    model.said.push(line.to_owned());
    match &action.argument {
        Some(argument) if !given.is_empty() => {
            if model.options.read_only && action.writes {
                model.trouble("read-only: nothing is changed");
                return Effect::Draw;
            }
            (argument.run)(model, given)
        }
        None if !given.is_empty() => {
            model.trouble(format!("`{}` takes nothing behind it", action.name));
            Effect::Draw
        }
        _ => model.run(action),
    }
}

/// A fault on request, so that tests see what one leaves behind. Not in a program that is released.
#[cfg(debug_assertions)]
#[allow(clippy::panic, reason = "that is what it is for")]
fn fault(line: &str) {
    assert!(line != "fault", "on request");
}
