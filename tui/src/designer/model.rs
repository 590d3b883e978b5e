use super::action::{self, Action};
use super::background::Background;
use super::draft::Draft;
use super::effect::Effect;
use super::judged::Judged;
use super::jump;
use super::overlay::palette::Palette;
use super::overlay::picker::Picker;
use super::overlay::prompt::Prompt;
use super::overlay::question::Question;
use super::overlay::reader::Reader;
use super::screen::{Screen, differences, files, form, gallery, guide, picture, problems, table};
use super::text::search::{self, Search};
use super::theme::Theme;
use super::world::shelf::Shelf;
use crokey::KeyCombination;
use crossterm::event::Event;
use wso2_design_core::diagnostic::Fix;

/// Everything that the designer knows. A picture is a function of it; an action changes it and nothing else.
pub(crate) struct Model {
    pub(crate) draft: Draft,
    pub(crate) judged: Judged,
    /// Where files are made.
    pub(crate) background: Background,
    pub(crate) options: Options,
    pub(crate) screen: Screen,
    pub(crate) gallery: gallery::State,
    pub(crate) form: form::State,
    pub(crate) picture: picture::State,
    pub(crate) problems: problems::State,
    pub(crate) table: table::State,
    pub(crate) files: files::State,
    pub(crate) differences: differences::State,
    pub(crate) guide: guide::State,
    /// What is looked for.
    pub(crate) search: Search,
    /// A line that is being typed: it has the keys.
    pub(crate) prompt: Option<Prompt>,
    /// A list to choose from: it has the keys.
    pub(crate) picker: Option<Picker>,
    /// A long text over everything: it has the keys.
    pub(crate) reader: Option<Reader>,
    /// Something that must be decided first: it has the keys before all others.
    pub(crate) question: Option<Question>,
    /// The line behind `:`: it has the keys.
    pub(crate) palette: Option<Palette>,
    /// What was said behind `:` before, the last at the end.
    pub(crate) said: Vec<String>,
    /// What is done once the design is saved.
    pub(crate) once_saved: Option<Effect>,
    /// What just happened.
    pub(crate) message: Option<Message>,
    /// The terminal's size, as it last said: what the mouse is on hangs on it.
    pub(crate) size: (u16, u16),
}

/// How the designer was called.
#[derive(Default)]
pub(crate) struct Options {
    /// Nothing is written: no file, no design.
    pub(crate) read_only: bool,
    /// Whether the mouse is listened to.
    pub(crate) mouse: bool,
    /// The colours and the characters of lines.
    pub(crate) theme: Theme,
    /// The products whose files are patched.
    pub(crate) shelf: Shelf,
}

/// A sentence about what just happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Message {
    pub(crate) text: String,
    pub(crate) tone: Tone,
}

/// How a message is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tone {
    Done,
    Trouble,
}

impl Model {
    pub(crate) fn new(draft: Draft, options: Options) -> Self {
        let judged = Judged::of(&draft);
        // Whoever comes with a design wants to see it; whoever comes with none chooses a pattern.
        let screen = if draft.is_empty() { Screen::Gallery } else { Screen::Design };
        let mut model = Self {
            draft,
            judged,
            background: Background::default(),
            options,
            screen,
            gallery: gallery::State::default(),
            form: form::State::default(),
            picture: picture::State::default(),
            problems: problems::State::default(),
            table: table::State::default(),
            files: files::State::default(),
            differences: differences::State::default(),
            guide: guide::State::default(),
            search: Search::default(),
            prompt: None,
            picker: None,
            reader: None,
            question: None,
            palette: None,
            said: Vec::new(),
            once_saved: None,
            message: None,
            size: (80, 24),
        };
        model.render();
        model.prepare();
        model
    }

    /// Has files made on a thread from now on.
    pub(crate) fn work_in(&mut self, background: Background) {
        self.background = background;
        self.files = files::State::default();
        self.render();
    }

    /// Has the files made anew.
    pub(crate) fn render(&mut self) {
        self.judged.render(&self.draft, self.options.shelf.stocks.as_ref(), &self.background);
        super::screen::rendered(self);
    }

    /// Asks for what the screen that is seen needs; before each picture.
    pub(crate) fn prepare(&mut self) {
        super::screen::prepare(self);
    }

    /// What an event makes of it.
    pub(crate) fn update(&mut self, event: &Event) -> Effect {
        if let Event::Resize(width, height) = event {
            self.size = (*width, *height);
        }
        let effect = self.handle(event);
        self.prepare();
        effect
    }

    fn handle(&mut self, event: &Event) -> Effect {
        // Terminals put a carriage return between the lines of a paste.
        if let Event::Paste(text) = event
            && text.contains('\r')
        {
            return self.handle(&Event::Paste(text.replace("\r\n", "\n").replace('\r', "\n")));
        }
        match event {
            Event::Key(key) if KeyCombination::from(*key) == crokey::key!(ctrl - z) => {
                // Whatever has the keys: the shell is always to be had.
                return Effect::Suspend;
            }
            Event::Mouse(_) if self.question.is_some() || self.palette.is_some() => return Effect::Draw,
            Event::Mouse(mouse) if self.options.mouse => return super::mouse::update(self, *mouse),
            Event::Mouse(_) => return Effect::Draw,
            _ => {}
        }
        if self.question.is_some() {
            return Question::update(self, event);
        }
        if self.reader.is_some() {
            return Reader::update(self, event);
        }
        if self.prompt.is_some() {
            return Prompt::update(self, event);
        }
        if self.palette.is_some() {
            return Palette::update(self, event);
        }
        if self.picker.is_some() {
            return Picker::update(self, event);
        }
        if self.search.is_typing() {
            return search::update(self, event);
        }
        match event {
            Event::Key(key) if key.is_press() || key.is_repeat() => self.press(KeyCombination::from(*key)),
            Event::Paste(text) if super::world::open::is_link(text) => action::open(self, text.trim()),
            Event::Paste(text) => super::screen::paste(self, text),
            _ => Effect::Draw,
        }
    }

    /// Runs the first action that has this key here and now.
    fn press(&mut self, key: KeyCombination) -> Effect {
        self.message = None;
        match action::of_key(self, key) {
            Some(action) => self.run(action),
            None => {
                if let Some(action) = action::of_key_later(self, key) {
                    self.trouble(format!("{} is not possible now", action.name));
                }
                Effect::Draw
            }
        }
    }

    /// Runs an action, if it may be run now.
    pub(crate) fn run(&mut self, action: &'static Action) -> Effect {
        if self.options.read_only && action.writes {
            self.trouble("read-only: nothing is changed");
            return Effect::Draw;
        }
        self.once_saved = None;
        (action.run)(self)
    }

    /// Puts a change into the design, and judges it anew.
    pub(crate) fn apply(&mut self, fix: &Fix) {
        if self.options.read_only {
            return self.trouble("read-only: nothing is changed");
        }
        match self.draft.apply(fix) {
            Ok(true) => {
                self.judge();
                self.done(fix.title.clone());
            }
            Ok(false) => {}
            Err(why) => self.trouble(why.to_string()),
        }
    }

    /// Takes what the file says now: also who only looks wants to see it.
    pub(crate) fn take_from_file(&mut self, text: String) {
        if self.draft.replace(text, "take the file again") {
            self.judge();
        }
    }

    /// Takes another text for the design, as one change.
    pub(crate) fn replace(&mut self, text: String, title: &str) {
        if self.options.read_only {
            return self.trouble("read-only: nothing is changed");
        }
        if self.draft.replace(text, title) {
            self.judge();
            self.done(title.to_owned());
        }
    }

    pub(crate) fn undo(&mut self) {
        match self.draft.undo() {
            Some(title) => {
                self.judge_and_point();
                self.done(format!("taken back: {title}"));
            }
            None => self.trouble("nothing to take back"),
        }
    }

    pub(crate) fn redo(&mut self) {
        match self.draft.redo() {
            Some(title) => {
                self.judge_and_point();
                self.done(format!("made again: {title}"));
            }
            None => self.trouble("nothing to make again"),
        }
    }

    fn judge(&mut self) -> Judged {
        let judged = Judged::of(&self.draft);
        let before = std::mem::replace(&mut self.judged, judged);
        super::screen::judged(self, &before);
        self.render();
        before
    }

    /// The cursors go to what is another thing now.
    fn judge_and_point(&mut self) {
        let before = self.judge();
        if let Some(path) = jump::changed(before.document.tree(), self.judged.document.tree()) {
            jump::point(self, &path);
            super::screen::table::judged(self);
        }
    }

    /// Another design in the place of this one.
    pub(crate) fn take(&mut self, draft: Draft) {
        let options = std::mem::take(&mut self.options);
        let said = std::mem::take(&mut self.said);
        let background = std::mem::take(&mut self.background);
        *self = Self { said, size: self.size, ..Self::new(draft, options) };
        self.work_in(background);
    }

    /// Says what a link did not bring.
    pub(crate) fn tell_left_out(&mut self) {
        if let Some(told) = self.draft.left_out() {
            Question::notice("Left out", told).ask(self);
        }
    }

    pub(crate) fn done(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), tone: Tone::Done });
    }

    pub(crate) fn trouble(&mut self, text: impl Into<String>) {
        self.message = Some(Message { text: text.into(), tone: Tone::Trouble });
    }
}
