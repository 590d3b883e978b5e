use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::screen::Motion;
use crate::designer::view::{self, cursor};
use crossterm::event::{Event, KeyCode, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};

/// Something that a person must decide before anything else goes on: a sentence, and a few answers with a key each. Esc takes
/// the last answer, which therefore is the one that changes nothing.
pub(crate) struct Question {
    title: String,
    sentence: String,
    answers: Vec<Answer>,
    cursor: usize,
    /// The first line of the sentence that is seen.
    top: usize,
    /// What is asked after it.
    next: Option<Box<Question>>,
}

struct Answer {
    key: char,
    label: &'static str,
    then: Then,
}

/// What an answer does.
type Then = Box<dyn FnOnce(&mut Model) -> Effect>;

impl Question {
    /// A question without answers yet.
    pub(crate) fn new(title: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { title: title.into(), sentence: sentence.into(), answers: Vec::new(), cursor: 0, top: 0, next: None }
    }

    /// One more answer: its key, what it is called, what it does.
    pub(crate) fn answer(
        mut self,
        key: char,
        label: &'static str,
        then: impl FnOnce(&mut Model) -> Effect + 'static,
    ) -> Self {
        self.answers.push(Answer { key, label, then: Box::new(then) });
        self
    }

    /// A last answer that changes nothing.
    pub(crate) fn otherwise(self, key: char, label: &'static str) -> Self {
        self.answer(key, label, |_| Effect::Draw)
    }

    /// Something to know rather than to decide.
    pub(crate) fn notice(title: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self::new(title, sentence).otherwise('o', "ok")
    }

    /// Asks: the question has the keys until it is answered. Where another has them it comes after that one.
    pub(crate) fn ask(self, model: &mut Model) {
        match &mut model.question {
            Some(first) => first.follow(self),
            none => *none = Some(self),
        }
    }

    fn follow(&mut self, last: Self) {
        match &mut self.next {
            Some(next) => next.follow(last),
            none => *none = Some(Box::new(last)),
        }
    }

    pub(crate) fn update(model: &mut Model, event: &Event) -> Effect {
        let body = view::areas(Rect::new(0, 0, model.size.0, model.size.1)).body;
        let Some(question) = &mut model.question else { return Effect::Draw };
        let Event::Key(key) = event else { return Effect::Draw };
        if !key.is_press() {
            return Effect::Draw;
        }
        let (last, at) = (question.answers.len().saturating_sub(1), question.cursor);
        let chosen = match key.code {
            KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => Some(last),
            KeyCode::Esc => Some(last),
            KeyCode::Enter => Some(at),
            KeyCode::Left | KeyCode::Up | KeyCode::BackTab => {
                question.cursor = at.saturating_sub(1);
                None
            }
            KeyCode::Right | KeyCode::Down => {
                question.cursor = (at + 1).min(last);
                None
            }
            KeyCode::Tab => {
                question.cursor = if at == last { 0 } else { at + 1 };
                None
            }
            KeyCode::PageUp | KeyCode::PageDown => {
                let (lines, height) = (question.lines(body).len(), room(body));
                let last = if lines > height { (lines + 1).saturating_sub(height) } else { 0 };
                let motion = if key.code == KeyCode::PageUp { Motion::PageUp } else { Motion::PageDown };
                question.top = cursor::moved(question.top.min(last), last + 1, height.saturating_sub(1).max(1), motion);
                None
            }
            KeyCode::Char(char) => question.answers.iter().position(|answer| answer.key == char.to_ascii_lowercase()),
            _ => None,
        };
        let Some(chosen) = chosen else { return Effect::Draw };
        let Some(mut question) = model.question.take() else { return Effect::Draw };
        model.question = question.next.take().map(|next| *next);
        if chosen < question.answers.len() {
            return (question.answers.swap_remove(chosen).then)(model);
        }
        Effect::Draw
    }

    /// The sentence as it is broken on a screen.
    fn lines(&self, within: Rect) -> Vec<String> {
        view::wrapped(&self.sentence, width(within).saturating_sub(2).into())
    }

    pub(crate) fn draw(&self, model: &Model, frame: &mut Frame<'_>, within: Rect) {
        let theme = &model.options.theme;
        let lines = self.lines(within);
        let (long, room) = (lines.len(), room(within));
        let is_cut = long > room;
        let height = if is_cut { room } else { (long + 1).min(room) };
        let height = u16::try_from(height).unwrap_or(u16::MAX).saturating_add(3);
        let area = within.centered(Constraint::Length(width(within)), Constraint::Length(height));
        frame.render_widget(Clear, area);
        let inside = view::pane(theme, frame, area, &self.title, true);
        let [text, answers] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(inside);
        let seen = if is_cut { room.saturating_sub(1) } else { room };
        let top = self.top.min(long.saturating_sub(seen));
        let mut shown: Vec<Line<'_>> = lines.into_iter().skip(top).take(seen).map(Line::raw).collect();
        if is_cut {
            let more = match long.saturating_sub(top + seen) {
                0 => "the end: pageup goes back".to_owned(),
                1 => format!("{} 1 more line: pagedown", theme.signs().more),
                some => format!("{} {some} more lines: pagedown", theme.signs().more),
            };
            shown.push(Line::styled(more, theme.usual));
        }
        frame.render_widget(Paragraph::new(shown), text);
        let spans = self.answers.iter().enumerate().flat_map(|(number, answer)| {
            let style = if number == self.cursor { theme.chosen } else { theme.plain };
            [
                Span::styled(format!(" {} ", answer.key), theme.key),
                Span::styled(format!(" {} ", answer.label), style),
                Span::raw("  "),
            ]
        });
        frame.render_widget(Line::from_iter(spans), answers);
    }
}

fn width(within: Rect) -> u16 {
    within.width.min(72)
}

/// How many lines of a sentence are seen at most: the answers and the border are always there.
fn room(within: Rect) -> usize {
    usize::from(within.height.saturating_sub(3)).max(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::designer::testing::{DESIGN, buffer, model, press, text};
    use std::fmt::Write;

    #[test]
    fn a_long_sentence_is_gone_through_and_its_answers_stay() {
        let mut long = String::new();
        for number in 1..=70_000 {
            _ = writeln!(long, "place {number} has changed");
        }
        let mut model = model(DESIGN);
        Question::notice("Changed", long).ask(&mut model);
        let shown = |model: &Model| text(&buffer(model, (80, 24)));
        let first = shown(&model);
        assert!(first.contains("more lines: pagedown") && first.contains(" o  ok"), "{first}");
        press(&mut model, "pagedown");
        assert!(!shown(&model).contains("place 1 has") && shown(&model).contains(" o  ok"));
        press(&mut model, "pageup");
        assert_eq!(shown(&model), first);
    }

    #[test]
    fn the_end_of_a_long_sentence_is_reached() {
        let lines: Vec<String> = (1..=40).map(|number| format!("place {number} has changed")).collect();
        let mut model = model(DESIGN);
        Question::notice("Changed", lines.join("\n")).ask(&mut model);
        press(&mut model, "pagedown pagedown pagedown pagedown");
        let end = text(&buffer(&model, (80, 24)));
        assert!(end.contains("place 40 has changed") && end.contains("the end"), "{end}");
        press(&mut model, "pageup");
        assert!(!text(&buffer(&model, (80, 24))).contains("place 40"));
    }
}
