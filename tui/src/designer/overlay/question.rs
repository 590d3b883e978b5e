use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::view;
use crossterm::event::{Event, KeyCode, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph, Wrap};

/// Something that a person must decide before anything else goes on: a sentence, and a few answers with a key each. Esc takes
/// the last answer, which therefore is the one that changes nothing.
pub(crate) struct Question {
    title: String,
    sentence: String,
    answers: Vec<Answer>,
    cursor: usize,
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
        Self { title: title.into(), sentence: sentence.into(), answers: Vec::new(), cursor: 0, next: None }
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
        let Some(question) = &mut model.question else { return Effect::Draw };
        let Event::Key(key) = event else { return Effect::Draw };
        if !key.is_press() {
            return Effect::Draw;
        }
        let (last, cursor) = (question.answers.len().saturating_sub(1), question.cursor);
        let chosen = match key.code {
            KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => Some(last),
            KeyCode::Esc => Some(last),
            KeyCode::Enter => Some(cursor),
            KeyCode::Left | KeyCode::Up | KeyCode::BackTab => {
                question.cursor = cursor.saturating_sub(1);
                None
            }
            KeyCode::Right | KeyCode::Down => {
                question.cursor = (cursor + 1).min(last);
                None
            }
            KeyCode::Tab => {
                question.cursor = if cursor == last { 0 } else { cursor + 1 };
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

    pub(crate) fn draw(&self, model: &Model, frame: &mut Frame<'_>, within: Rect) {
        let theme = &model.options.theme;
        let width = within.width.min(72);
        let sentence = Paragraph::new(self.sentence.as_str()).wrap(Wrap { trim: true });
        let long = self.sentence.lines().map(|line| line.chars().count()).map(|it| it as u16 / width.max(8) + 2);
        let height = long.sum::<u16>().clamp(2, within.height.saturating_sub(3).max(2));
        let area = within.centered(Constraint::Length(width), Constraint::Length(height + 3));
        frame.render_widget(Clear, area);
        let inside = view::pane(theme, frame, area, &self.title, true);
        let [text, answers] = Layout::vertical([Constraint::Fill(1), Constraint::Length(1)]).areas(inside);
        frame.render_widget(sentence, text);
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
