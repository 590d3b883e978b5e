use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::overlay::asked::Asked;
use crate::designer::overlay::entry::Entry;
use crate::designer::screen::form;
use crate::designer::view::{self, cursor};
use crossterm::event::{Event, KeyCode, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::{Constraint, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};
use std::path::PathBuf;
use wso2_design_core::diagnostic::Severity;
use wso2_design_core::form::{Field, Kind};

/// The kinds of references to a secret, as `tab` goes through them.
const REFERENCES: [&str; 3] = ["env:", "file:", "vault:"];

/// How many paths are shown that complete the line.
const PATHS: usize = 6;

/// A line that is being typed.
pub(crate) struct Prompt {
    title: String,
    about: String,
    /// What an answer looks like.
    shape: String,
    entry: Entry,
    /// The paths that the world found for what is typed.
    paths: Vec<String>,
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
        let (title, about, shape) = (title.to_owned(), about.to_owned(), String::new());
        Self { title, about, shape, entry: Entry::new(suggested), paths: Vec::new(), then, trouble: None }
    }

    /// The answer of a question, with what was said before; of a secret only where that is a reference.
    pub(crate) fn answer(model: &Model, question: Asked) -> Self {
        let field = &question.field;
        let said = field.said.as_ref().map_or_else(String::new, form::plain);
        let said = if field.is_hidden() { String::new() } else { said };
        let first = field.notes.iter().filter_map(|at| model.judged.notes.get(*at)).next();
        let trouble = first.map(|note| (note.severity, note.message.clone()));
        let (title, about, shape) = (field.label.clone(), field.help.clone(), shape(field));
        Self { shape, trouble, ..Self::new(&title, &about, said, Then::Answer(Box::new(question))) }
    }

    /// Where to save the design.
    pub(crate) fn save_as(suggested: String) -> Self {
        Self::new("Save as", "The file of the design. Tab completes.", suggested, Then::SaveAs)
    }

    /// Where to write the bundle.
    pub(crate) fn export(suggested: String) -> Self {
        Self::new(
            "Export",
            "The folder, or the `.zip`, that the bundle is written to. Tab completes.",
            suggested,
            Then::Export,
        )
    }

    /// Which bundle to compare with.
    pub(crate) fn compare(suggested: String) -> Self {
        Self::new(
            "Compare with",
            "The folder of a bundle that was written earlier. Tab completes.",
            suggested,
            Then::Compare,
        )
    }

    /// Asks: the line has the keys until it is given or given up.
    pub(crate) fn ask(self, model: &mut Model) -> Effect {
        let effect = self.wanted();
        model.prompt = Some(self);
        effect
    }

    /// Takes the paths that the world found.
    pub(crate) fn offer(&mut self, paths: Vec<String>) {
        self.paths = paths;
    }

    /// Asks the world for paths where a path is typed.
    fn wanted(&self) -> Effect {
        match self.then {
            Then::Answer(_) => Effect::Draw,
            Then::SaveAs | Then::Export | Then::Compare => Effect::Complete(self.entry.typed().to_owned()),
        }
    }

    pub(crate) fn update(model: &mut Model, event: &Event) -> Effect {
        let Some(mut prompt) = model.prompt.take() else { return Effect::Draw };
        let before = prompt.entry.typed().to_owned();
        match event {
            Event::Key(key) if key.code == KeyCode::Esc => return Effect::Draw,
            Event::Key(key) if key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL) => {
                return Effect::Draw;
            }
            Event::Key(key) if key.code == KeyCode::Enter => return prompt.end(model),
            Event::Key(key) if matches!(key.code, KeyCode::Tab | KeyCode::BackTab) => {
                if prompt.is_secret() {
                    prompt.refer();
                } else {
                    prompt.entry.step(&prompt.paths, key.code == KeyCode::BackTab);
                }
            }
            Event::Paste(text) => prompt.paste(text),
            other => {
                prompt.entry.handle(other, &prompt.paths);
            }
        }
        let mut effect = Effect::Draw;
        if prompt.entry.typed() != before {
            effect = prompt.wanted();
            prompt.trouble = match &prompt.then {
                Then::Answer(question) => question.trouble(model, prompt.entry.typed()),
                Then::SaveAs | Then::Export | Then::Compare => None,
            };
        }
        model.prompt = Some(prompt);
        effect
    }

    /// Puts a text at the cursor. Its lines are the items of a list, and words of anything else.
    fn paste(&mut self, text: &str) {
        let between = match &self.then {
            Then::Answer(question) if question.field.kind == Kind::Texts => ", ",
            _ => " ",
        };
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        let text: String = lines.collect::<Vec<_>>().join(between).chars().filter(|char| !char.is_control()).collect();
        self.entry.insert(&text, &self.paths);
    }

    /// Another kind of reference to the secret.
    fn refer(&mut self) {
        let value = self.entry.typed();
        let now = REFERENCES.iter().position(|kind| value.starts_with(kind));
        let next = REFERENCES[now.map_or(0, |now| (now + 1) % REFERENCES.len())];
        let rest = now.and_then(|now| value.strip_prefix(REFERENCES[now])).unwrap_or_default();
        self.entry = Entry::new(format!("{next}{rest}"));
    }

    fn is_secret(&self) -> bool {
        matches!(&self.then, Then::Answer(question) if question.field.kind == Kind::Secret)
    }

    fn end(self, model: &mut Model) -> Effect {
        let text = self.entry.text(&self.paths).trim();
        match self.then {
            Then::Answer(question) => {
                // What is hidden is kept by an empty line; `clear` takes it back.
                if text.is_empty() && question.field.is_hidden() {
                    return Effect::Draw;
                }
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
        let most = lines.len() + if matches!(self.then, Then::Answer(_)) { 0 } else { PATHS };
        let at = self.entry.chosen();
        let from = cursor::window(at.unwrap_or(0), self.paths.len(), PATHS);
        for (number, path) in self.paths.iter().enumerate().skip(from).take(PATHS) {
            let style = if Some(number) == at { theme.chosen } else { theme.plain };
            lines.push(Line::styled(view::cut(path, room, theme).into_owned(), style));
        }
        // It stays where it is, however many paths there are.
        let whole = within.centered(Constraint::Length(width), Constraint::Max(most as u16 + 3));
        let area = Rect { height: whole.height.min(lines.len() as u16 + 3), ..whole };
        frame.render_widget(Clear, area);
        let inside = view::pane(theme, frame, area, &self.title, true);
        let value = self.entry.typed();
        let (seen, column) = self.entry.seen(&self.paths, room.saturating_sub(1));
        // What may be a secret is never seen, not even while it is typed.
        let hidden =
            self.is_secret() && !REFERENCES.iter().any(|kind| kind.starts_with(value) || value.starts_with(kind));
        let typed = seen.chars().map(|char| if hidden { '*' } else { char });
        let typed = if seen.is_empty() {
            Span::styled(self.usual(), theme.usual)
        } else {
            Span::raw(typed.collect::<String>())
        };
        if inside.height > 0 {
            frame.render_widget(Line::from(typed), inside);
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
