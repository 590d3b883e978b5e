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
        let body = view::areas(Rect::new(0, 0, model.size.0, model.size.1)).body;
        let (Some(reader), Event::Key(key)) = (&mut model.reader, event) else { return Effect::Draw };
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
        let (lines, height) = (reader.lines(body).len(), usize::from(body.height.saturating_sub(2)));
        let last = lines.saturating_sub(height);
        reader.top = cursor::moved(reader.top.min(last), last + 1, height.saturating_sub(1).max(1), motion);
        Effect::Draw
    }

    /// The text as it is broken on a screen.
    fn lines(&self, within: Rect) -> Vec<String> {
        view::wrapped(&self.text, width(within).into())
    }

    pub(crate) fn draw(&self, model: &Model, frame: &mut Frame<'_>, within: Rect) {
        let theme = &model.options.theme;
        let lines = self.lines(within);
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
        let area = within.centered(Constraint::Max(width(within) + 4), Constraint::Max(height));
        frame.render_widget(Clear, area);
        let inside = view::pane(theme, frame, area, &format!("{} · esc closes", self.title), true);
        let top = self.top.min(lines.len().saturating_sub(inside.height.into()));
        let seen = lines.into_iter().skip(top).take(inside.height.into());
        frame.render_widget(Paragraph::new(seen.map(|line| Line::raw(format!(" {line}"))).collect::<Vec<_>>()), inside);
    }
}

/// How many columns a text has: more are hard to read.
fn width(within: Rect) -> u16 {
    within.width.saturating_sub(6).min(96)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::designer::testing::{DESIGN, buffer, model, press, text};
    use std::fmt::Write;

    #[test]
    fn from_the_end_of_a_text_every_step_back_is_seen() {
        let mut model = model(DESIGN);
        let mut long = String::new();
        for number in 0..60 {
            _ = writeln!(long, "{number} of sixty lines, each of which is longer than forty columns are");
        }
        model.reader = Some(Reader::new("Long", long));
        for size in [(80, 24), (120, 40)] {
            model.size = size;
            press(&mut model, "end");
            let end = text(&buffer(&model, size));
            assert!(end.contains("59 of sixty"), "{end}");
            press(&mut model, "k");
            assert!(!text(&buffer(&model, size)).contains("59 of sixty"));
            press(&mut model, "pagedown");
            assert_eq!(text(&buffer(&model, size)), end);
        }
    }
}
