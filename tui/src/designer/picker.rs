use super::action::{self, Action};
use super::effect::Effect;
use super::model::Model;
use super::screen::Motion;
use super::view::{self, cursor};
use crossterm::event::{Event, KeyCode};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph, Wrap};
use std::rc::Rc;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;
use wso2_design_core::diagnostic::Fix;
use wso2_design_core::form::{Choice, Field};

/// A list to choose from, which typing narrows: the answers of a question, `?` and `:`.
pub(crate) struct Picker {
    title: String,
    items: Vec<Item>,
    filter: Input,
    cursor: usize,
}

struct Item {
    label: String,
    about: String,
    then: Then,
}

/// What a person may choose to be done.
pub(crate) type Act = Rc<dyn Fn(&mut Model) -> Effect>;

/// What choosing does.
#[derive(Clone)]
enum Then {
    Apply(Fix),
    Run(&'static Action),
    Do(Act),
}

impl Picker {
    /// The answers of a question.
    pub(crate) fn choices(field: &Field, choices: &[Choice]) -> Self {
        let item = |choice: &Choice| Item {
            label: choice.label.clone(),
            about: choice.help.clone(),
            then: Then::Apply(field.answer(choice.value.clone())),
        };
        let cursor = field.chosen().unwrap_or(0);
        Self { title: field.label.clone(), items: choices.iter().map(item).collect(), filter: Input::default(), cursor }
    }

    /// What can be done here and now: help that can be run.
    pub(crate) fn actions(model: &Model, title: &str) -> Self {
        let item = |action: &'static Action| Item {
            label: action
                .keys
                .first()
                .map_or_else(|| action.name.to_owned(), |key| format!("{:12} {}", action::shown(*key), action.name)),
            about: action.about.to_owned(),
            then: Then::Run(action),
        };
        let items = action::possible(model).map(item).collect();
        Self { title: title.to_owned(), items, filter: Input::default(), cursor: 0 }
    }

    /// Anything else: a label, a sentence, and what choosing it does; and the one that is usual.
    pub(crate) fn of(title: &str, usual: usize, items: impl Iterator<Item = (String, String, Act)>) -> Self {
        let item = |(label, about, act)| Item { label, about, then: Then::Do(act) };
        Self { title: title.to_owned(), items: items.map(item).collect(), filter: Input::default(), cursor: usual }
    }

    fn found(&self) -> Vec<&Item> {
        let wanted = self.filter.value().to_lowercase();
        let fits = |item: &&Item| {
            wanted.is_empty() || format!("{} {}", item.label, item.about).to_lowercase().contains(&wanted)
        };
        self.items.iter().filter(fits).collect()
    }

    pub(crate) fn update(model: &mut Model, event: &Event) -> Effect {
        let Some(picker) = &mut model.picker else { return Effect::Draw };
        let Event::Key(key) = event else { return Effect::Draw };
        let (found, page) = (picker.found().len(), 10);
        let motion = match key.code {
            KeyCode::Up => Some(Motion::Up),
            KeyCode::Down | KeyCode::Tab => Some(Motion::Down),
            KeyCode::PageUp => Some(Motion::PageUp),
            KeyCode::PageDown => Some(Motion::PageDown),
            _ => None,
        };
        match (key.code, motion) {
            (KeyCode::Esc, _) => model.picker = None,
            (KeyCode::Enter, _) => {
                let then = picker.found().get(picker.cursor).map(|item| item.then.clone());
                model.picker = None;
                match then {
                    Some(Then::Apply(fix)) => model.apply(&fix),
                    Some(Then::Run(action)) => return model.run(action),
                    Some(Then::Do(act)) => return act(model),
                    None => {}
                }
            }
            (_, Some(motion)) => picker.cursor = cursor::moved(picker.cursor, found, page, motion),
            _ => {
                if picker.filter.handle_event(event).is_some_and(|change| change.value) {
                    picker.cursor = 0;
                }
            }
        }
        Effect::Draw
    }

    fn area(&self, within: Rect) -> Rect {
        within.centered(Constraint::Max(76), Constraint::Max(self.items.len() as u16 + 5))
    }

    /// The mouse on it: whether the item under it was chosen already; none beside the list.
    pub(crate) fn click(model: &mut Model, within: Rect, at: Position) -> Option<bool> {
        let picker = model.picker.as_mut()?;
        let area = picker.area(within);
        area.contains(at).then_some(())?;
        let (top, high) = (area.y + 2, area.height.saturating_sub(5));
        let found = picker.found().len();
        let from = cursor::window(picker.cursor, found, high.into());
        let row = at.y.checked_sub(top).filter(|row| *row < high).map(|row| from + usize::from(row));
        let Some(row) = row.filter(|row| *row < found) else { return Some(false) };
        let again = picker.cursor == row;
        picker.cursor = row;
        Some(again)
    }

    pub(crate) fn draw(&self, model: &Model, frame: &mut Frame<'_>, within: Rect) {
        let theme = &model.options.theme;
        let area = self.area(within);
        frame.render_widget(Clear, area);
        let inside = view::pane(theme, frame, area, &self.title, true);
        let [filter, list, about] =
            Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(2)]).areas(inside);
        frame.render_widget(Line::from(vec![Span::styled("> ", theme.key), Span::raw(self.filter.value())]), filter);
        let found = self.found();
        let from = cursor::window(self.cursor, found.len(), list.height.into());
        let lines = found.iter().enumerate().skip(from).take(list.height.into()).map(|(number, item)| {
            let line = Line::raw(item.label.clone());
            if number == self.cursor { line.style(theme.chosen) } else { line }
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), list);
        if let Some(item) = found.get(self.cursor) {
            frame
                .render_widget(Paragraph::new(item.about.as_str()).style(theme.usual).wrap(Wrap { trim: true }), about);
        }
        frame.set_cursor_position((filter.x + 2 + self.filter.visual_cursor() as u16, filter.y));
    }
}
