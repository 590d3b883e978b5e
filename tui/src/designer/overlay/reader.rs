use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::screen::Motion;
use crate::designer::view::{self, cursor};
use crossterm::event::{Event, KeyCode, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Clear, Paragraph};

/// A long text over the screen, such as an explanation: it has the keys until it is closed.
pub(crate) struct Reader {
    title: String,
    text: String,
    top: usize,
}

impl Reader {
    pub(crate) fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { title: title.into(), text: text.into(), top: 0 }
    }

    pub(crate) fn update(model: &mut Model, event: &Event) -> Effect {
        let (Some(reader), Event::Key(key)) = (&mut model.reader, event) else { return Effect::Draw };
        // The text is never narrower than this, so it has never more lines.
        let lines = view::wrapped(&reader.text, 40).len();
        let motion = match key.code {
            KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => {
                model.reader = None;
                return Effect::Draw;
            }
            KeyCode::Up | KeyCode::Char('k') => Motion::Up,
            KeyCode::Down | KeyCode::Char('j') => Motion::Down,
            KeyCode::PageUp => Motion::PageUp,
            KeyCode::PageDown | KeyCode::Char(' ') => Motion::PageDown,
            KeyCode::Home | KeyCode::Char('g') => Motion::First,
            KeyCode::End | KeyCode::Char('G') => Motion::Last,
            KeyCode::Esc | KeyCode::Enter | KeyCode::Char('q' | 'i') => {
                model.reader = None;
                return Effect::Draw;
            }
            _ => return Effect::Draw,
        };
        reader.top = cursor::moved(reader.top, lines, 10, motion);
        Effect::Draw
    }

    pub(crate) fn draw(&self, model: &Model, frame: &mut Frame<'_>, within: Rect) {
        let theme = &model.options.theme;
        let width = usize::from(within.width.saturating_sub(6)).min(96);
        let lines = view::wrapped(&self.text, width);
        let area = within.centered(Constraint::Max(width as u16 + 4), Constraint::Max(lines.len() as u16 + 2));
        frame.render_widget(Clear, area);
        let inside = view::pane(theme, frame, area, &format!("{} · esc closes", self.title), true);
        let top = self.top.min(lines.len().saturating_sub(inside.height.into()));
        let seen = lines.into_iter().skip(top).take(inside.height.into());
        frame.render_widget(Paragraph::new(seen.map(|line| Line::raw(format!(" {line}"))).collect::<Vec<_>>()), inside);
    }
}
