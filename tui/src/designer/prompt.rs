use super::effect::Effect;
use super::model::Model;
use super::view;
use crossterm::event::{Event, KeyCode};
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Clear, Paragraph, Wrap};
use std::path::PathBuf;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;
use wso2_design_core::form::Field;

/// A line that is being typed.
pub(crate) struct Prompt {
    title: String,
    about: String,
    input: Input,
    then: Then,
}

/// What becomes of the line.
enum Then {
    Answer(Box<Field>),
    SaveAs,
    Export,
    Compare,
}

impl Prompt {
    /// The answer of a question, with what was said before.
    pub(crate) fn answer(field: &Field) -> Self {
        let said = field.said.as_ref().map_or_else(String::new, super::screen::form::shown);
        Self {
            title: field.label.clone(),
            about: field.help.clone(),
            input: Input::new(said),
            then: Then::Answer(Box::new(field.clone())),
        }
    }

    /// Where to save the design.
    pub(crate) fn save_as(suggested: String) -> Self {
        let about = "The file of the design.".to_owned();
        Self { title: "Save as".to_owned(), about, input: Input::new(suggested), then: Then::SaveAs }
    }

    /// Where to write the bundle.
    pub(crate) fn export(suggested: String) -> Self {
        let about = "The folder, or the `.zip`, that the bundle is written to.".to_owned();
        Self { title: "Export".to_owned(), about, input: Input::new(suggested), then: Then::Export }
    }

    /// Which bundle to compare with.
    pub(crate) fn compare(suggested: String) -> Self {
        let about = "The folder of a bundle that was written earlier.".to_owned();
        Self { title: "Compare with".to_owned(), about, input: Input::new(suggested), then: Then::Compare }
    }

    pub(crate) fn update(model: &mut Model, event: &Event) -> Effect {
        let Some(prompt) = &mut model.prompt else { return Effect::Draw };
        match event {
            Event::Key(key) if key.code == KeyCode::Esc => model.prompt = None,
            Event::Key(key) if key.code == KeyCode::Enter => {
                let Some(prompt) = model.prompt.take() else { return Effect::Draw };
                return prompt.end(model);
            }
            Event::Paste(text) => {
                for char in text.chars().filter(|char| !char.is_control()) {
                    prompt.input.handle(tui_input::InputRequest::InsertChar(char));
                }
            }
            other => {
                prompt.input.handle_event(other);
            }
        }
        Effect::Draw
    }

    fn end(self, model: &mut Model) -> Effect {
        let text = self.input.value().trim();
        match self.then {
            Then::Answer(field) => {
                let value = field.kind.value(text);
                model.apply(&field.answer(value));
            }
            _ if text.is_empty() => {}
            Then::SaveAs => return Effect::Save(Some(PathBuf::from(text))),
            Then::Export => return Effect::Export(PathBuf::from(text)),
            Then::Compare => return Effect::Compare(PathBuf::from(text)),
        }
        Effect::Draw
    }

    pub(crate) fn draw(&self, model: &Model, frame: &mut Frame<'_>, within: Rect) {
        let theme = &model.options.theme;
        let area = within.centered(Constraint::Max(76), Constraint::Length(6));
        frame.render_widget(Clear, area);
        let inside = view::pane(theme, frame, area, &self.title, true);
        let width = usize::from(inside.width.saturating_sub(1));
        let scroll = self.input.visual_scroll(width);
        let shown: String = self.input.value().chars().skip(scroll).collect();
        frame.render_widget(Line::raw(shown), inside);
        let below = Rect { y: inside.y + 2, height: inside.height.saturating_sub(2), ..inside };
        frame.render_widget(Paragraph::new(self.about.as_str()).style(theme.usual).wrap(Wrap { trim: true }), below);
        frame.set_cursor_position((inside.x + (self.input.visual_cursor() - scroll) as u16, inside.y));
    }
}
