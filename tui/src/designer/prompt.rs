use super::asked::Asked;
use super::effect::Effect;
use super::model::Model;
use super::screen::form;
use super::view;
use crossterm::event::{Event, KeyCode, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};
use std::path::PathBuf;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;
use wso2_design_core::diagnostic::Severity;
use wso2_design_core::form::{Field, Kind};

/// The kinds of references to a secret, as `tab` goes through them.
const REFERENCES: [&str; 3] = ["env:", "file:", "vault:"];

/// A line that is being typed.
pub(crate) struct Prompt {
    title: String,
    about: String,
    /// What an answer looks like.
    shape: String,
    input: Input,
    then: Then,
    /// What would be wrong with the line as it is. It keeps nobody from giving it.
    trouble: Option<(Severity, String)>,
}

/// What becomes of the line.
enum Then {
    Answer(Box<Asked>),
    SaveAs,
    Export,
    Compare,
}

impl Prompt {
    fn new(title: &str, about: &str, suggested: String, then: Then) -> Self {
        let input = Input::new(suggested);
        Self { title: title.to_owned(), about: about.to_owned(), shape: String::new(), input, then, trouble: None }
    }

    /// The answer of a question, with what was said before; of a secret only where that is a reference.
    pub(crate) fn answer(model: &Model, question: Asked) -> Self {
        let field = &question.field;
        let said = field.said.as_ref().map_or_else(String::new, form::plain);
        let said = if field.kind == Kind::Secret && !form::is_reference(&said) { String::new() } else { said };
        let first = field.notes.iter().filter_map(|at| model.judged.notes.get(*at)).next();
        let trouble = first.map(|note| (note.severity, note.message.clone()));
        let (title, about, shape) = (field.label.clone(), field.help.clone(), shape(field));
        Self { shape, trouble, ..Self::new(&title, &about, said, Then::Answer(Box::new(question))) }
    }

    /// Where to save the design.
    pub(crate) fn save_as(suggested: String) -> Self {
        Self::new("Save as", "The file of the design.", suggested, Then::SaveAs)
    }

    /// Where to write the bundle.
    pub(crate) fn export(suggested: String) -> Self {
        Self::new("Export", "The folder, or the `.zip`, that the bundle is written to.", suggested, Then::Export)
    }

    /// Which bundle to compare with.
    pub(crate) fn compare(suggested: String) -> Self {
        Self::new("Compare with", "The folder of a bundle that was written earlier.", suggested, Then::Compare)
    }

    pub(crate) fn update(model: &mut Model, event: &Event) -> Effect {
        let Some(mut prompt) = model.prompt.take() else { return Effect::Draw };
        let before = prompt.input.value().to_owned();
        match event {
            Event::Key(key) if key.code == KeyCode::Esc => return Effect::Draw,
            Event::Key(key) if key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL) => {
                return Effect::Draw;
            }
            Event::Key(key) if key.code == KeyCode::Enter => return prompt.end(model),
            Event::Key(key) if key.code == KeyCode::Tab => prompt.refer(),
            Event::Paste(text) => prompt.paste(text),
            other => {
                prompt.input.handle_event(other);
            }
        }
        if prompt.input.value() != before {
            prompt.trouble = match &prompt.then {
                Then::Answer(question) => question.trouble(model, prompt.input.value()),
                Then::SaveAs | Then::Export | Then::Compare => None,
            };
        }
        model.prompt = Some(prompt);
        Effect::Draw
    }

    /// Puts a text at the cursor. Its lines are the items of a list, and words of anything else.
    fn paste(&mut self, text: &str) {
        let between = match &self.then {
            Then::Answer(question) if question.field.kind == Kind::Texts => ", ",
            _ => " ",
        };
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let text: String = lines.collect::<Vec<_>>().join(between).chars().filter(|char| !char.is_control()).collect();
        let at = self.input.cursor();
        let value: String = self
            .input
            .value()
            .chars()
            .take(at)
            .chain(text.chars())
            .chain(self.input.value().chars().skip(at))
            .collect();
        self.input = Input::new(value).with_cursor(at + text.chars().count());
    }

    /// Another kind of reference to the secret.
    fn refer(&mut self) {
        if !self.is_secret() {
            return;
        }
        let value = self.input.value();
        let now = REFERENCES.iter().position(|kind| value.starts_with(kind));
        let next = REFERENCES[now.map_or(0, |now| (now + 1) % REFERENCES.len())];
        let rest = now.and_then(|now| value.strip_prefix(REFERENCES[now])).unwrap_or_default();
        self.input = Input::new(format!("{next}{rest}"));
    }

    fn is_secret(&self) -> bool {
        matches!(&self.then, Then::Answer(question) if question.field.kind == Kind::Secret)
    }

    fn end(self, model: &mut Model) -> Effect {
        let text = self.input.value().trim();
        match self.then {
            Then::Answer(question) => {
                let fix = question.fix(question.field.kind.value(text));
                model.apply(&fix);
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
        let width = within.width.saturating_sub(4).min(76);
        let room = usize::from(width).saturating_sub(2);
        let mut lines = vec![Line::raw("")];
        if let Some((severity, message)) = &self.trouble {
            let style = theme.severity(*severity);
            lines.extend(view::wrapped(message, room).into_iter().take(3).map(|line| Line::styled(line, style)));
        }
        let about = if self.shape.is_empty() { self.about.clone() } else { format!("{}\n{}", self.shape, self.about) };
        lines.extend(view::wrapped(&about, room).into_iter().map(|line| Line::styled(line, theme.usual)));
        let area = within.centered(Constraint::Length(width), Constraint::Max(lines.len() as u16 + 3));
        frame.render_widget(Clear, area);
        let inside = view::pane(theme, frame, area, &self.title, true);
        let scroll = self.input.visual_scroll(room.saturating_sub(1));
        let value = self.input.value();
        // What may be a secret is never seen, not even while it is typed.
        let hidden =
            self.is_secret() && !REFERENCES.iter().any(|kind| kind.starts_with(value) || value.starts_with(kind));
        let typed = value.chars().skip(scroll).map(|char| if hidden { '*' } else { char });
        let typed = if value.is_empty() {
            Span::styled(self.usual(), theme.usual)
        } else {
            Span::raw(typed.collect::<String>())
        };
        if inside.height > 0 {
            frame.render_widget(Line::from(typed), inside);
            let column = self.input.visual_cursor().saturating_sub(scroll) as u16;
            frame.set_cursor_position((inside.x + column.min(inside.width.saturating_sub(1)), inside.y));
            let below = Rect { y: inside.y + 1, height: inside.height - 1, ..inside };
            frame.render_widget(Paragraph::new(lines), below);
        }
    }

    /// What holds where the line stays empty.
    fn usual(&self) -> String {
        match &self.then {
            Then::Answer(question) => match &question.field.usual {
                Some(usual) => format!("{} (usual)", form::shown(usual, &question.field.kind)),
                None => String::new(),
            },
            Then::SaveAs | Then::Export | Then::Compare => String::new(),
        }
    }
}

/// What an answer looks like, by its kind.
fn shape(field: &Field) -> String {
    match &field.kind {
        Kind::Number { least, most } => format!("{least}–{most}"),
        Kind::Secret => "env:NAME, file:PATH or vault:ALIAS (tab goes through them)".to_owned(),
        Kind::Texts => "Several with commas between them.".to_owned(),
        Kind::Text | Kind::Switch | Kind::Choice(_) | Kind::Pairs | Kind::Rows(_) => String::new(),
    }
}
