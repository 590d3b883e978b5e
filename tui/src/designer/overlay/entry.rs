use crossterm::event::Event;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

/// A line that is typed, and completed: tab goes through what fits, and every other key goes on from what stands there then.
#[derive(Default)]
pub(crate) struct Entry {
    /// What was typed: it decides what fits.
    typed: Input,
    /// Which of what fits stands in the line instead.
    chosen: Option<usize>,
}

impl Entry {
    /// A line with something in it.
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { typed: Input::new(text.into()), chosen: None }
    }

    /// What was typed.
    pub(crate) fn typed(&self) -> &str {
        self.typed.value()
    }

    /// Which of what fits stands in the line.
    pub(crate) fn chosen(&self) -> Option<usize> {
        self.chosen
    }

    /// The line as it stands there.
    pub(crate) fn text<'t>(&'t self, fits: &'t [String]) -> &'t str {
        self.chosen.and_then(|chosen| fits.get(chosen)).map_or(self.typed(), String::as_str)
    }

    /// Goes to the next of what fits, or to the one before. Where only one fits it is taken: says so, because something else fits
    /// then.
    pub(crate) fn step(&mut self, fits: &[String], back: bool) -> bool {
        let of = fits.len();
        self.chosen = match self.chosen {
            _ if of == 0 => None,
            None => Some(if back { of - 1 } else { 0 }),
            Some(at) => Some(if back { (at + of - 1) % of } else { (at + 1) % of }),
        };
        of == 1 && self.settle(fits)
    }

    /// A key that is typed; says whether the text is another now.
    pub(crate) fn handle(&mut self, event: &Event, fits: &[String]) -> bool {
        let settled = self.settle(fits);
        self.typed.handle_event(event).is_some_and(|change| change.value) || settled
    }

    /// Puts a text at the cursor.
    pub(crate) fn insert(&mut self, text: &str, fits: &[String]) {
        self.settle(fits);
        let (at, value) = (self.typed.cursor(), self.typed());
        let value: String = value.chars().take(at).chain(text.chars()).chain(value.chars().skip(at)).collect();
        self.typed = Input::new(value).with_cursor(at + text.chars().count());
    }

    /// Takes what stands there as typed; says whether it is something else.
    fn settle(&mut self, fits: &[String]) -> bool {
        let text = self.text(fits).to_owned();
        let other = text != self.typed();
        if self.chosen.take().is_some() {
            self.typed = Input::new(text);
        }
        other
    }

    /// The part of the line that fits into so many columns, and the column of the cursor in it.
    pub(crate) fn seen(&self, fits: &[String], room: usize) -> (String, u16) {
        let shown = match self.chosen {
            Some(_) => &Input::new(self.text(fits).to_owned()),
            None => &self.typed,
        };
        let scroll = shown.visual_scroll(room);
        let column = shown.visual_cursor().saturating_sub(scroll).min(room);
        (shown.value().chars().skip(scroll).collect(), u16::try_from(column).unwrap_or(u16::MAX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crossterm::event::KeyCode;

    #[test]
    fn tab_goes_round_and_typing_goes_on_from_there() {
        let fits = ["cluster/".to_owned(), "cluster.zip".to_owned()];
        let mut entry = Entry::new("clu");
        assert!(!entry.step(&fits, false));
        assert_eq!((entry.text(&fits), entry.typed()), ("cluster/", "clu"));
        entry.step(&fits, false);
        entry.step(&fits, false);
        assert!(!entry.step(&fits, true));
        assert_eq!(entry.text(&fits), "cluster.zip");
        assert!(entry.handle(&Event::Key(KeyCode::Backspace.into()), &fits));
        assert_eq!(entry.text(&[]), "cluster.zi");
    }

    #[test]
    fn the_only_one_is_taken() {
        let fits = ["new/".to_owned()];
        let mut entry = Entry::new("n");
        assert!(entry.step(&fits, false));
        assert_eq!((entry.typed(), entry.chosen()), ("new/", None));
        assert!(!entry.step(&fits, false), "it is there already");
        assert!(!entry.step(&[], false));
    }

    #[test]
    fn a_text_goes_in_at_the_cursor() {
        let mut entry = Entry::new("ac");
        entry.handle(&Event::Key(KeyCode::Left.into()), &[]);
        entry.insert("b", &[]);
        assert_eq!((entry.typed(), entry.seen(&[], 10)), ("abc", ("abc".to_owned(), 2)));
    }
}
