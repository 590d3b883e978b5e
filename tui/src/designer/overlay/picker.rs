use crate::designer::action::{self, Action, Place};
use crate::designer::effect::Effect;
use crate::designer::jump;
use crate::designer::model::Model;
use crate::designer::overlay::asked::Asked;
use crate::designer::screen::{Motion, form};
use crate::designer::view::{self, cursor};
use crossterm::event::{Event, KeyCode, KeyModifiers};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Clear, Paragraph};
use serde_json::Value;
use std::rc::Rc;
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;
use unicode_width::UnicodeWidthStr;
use wso2_design_core::diagnostic::Path;
use wso2_design_core::form::Kind;

/// A list to choose from, which typing narrows: the answers of a question, the questions of the design, `?` and `:`.
pub(crate) struct Picker {
    title: String,
    items: Vec<Item>,
    filter: Input,
    /// The items that fit the filter, the best first, each with the characters of its label that were found.
    found: Vec<(usize, Vec<usize>)>,
    cursor: usize,
}

struct Item {
    /// What stands before it in a column of its own: keys.
    left: String,
    /// What it belongs to; a list of one group has no headings.
    group: &'static str,
    label: String,
    about: String,
    then: Then,
}

/// A line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Row {
    /// The name of what follows.
    Group(&'static str),
    /// Something that was found, by its number.
    Item(usize),
}

/// What a person may choose to be done.
pub(crate) type Act = Rc<dyn Fn(&mut Model) -> Effect>;

/// What choosing does.
#[derive(Clone)]
enum Then {
    Answer(Rc<Asked>, Value),
    Run(&'static Action),
    Go(Path),
    Do(Act),
}

impl Picker {
    fn new(title: impl Into<String>, items: Vec<Item>, cursor: usize) -> Self {
        let found = (0..items.len()).map(|item| (item, Vec::new())).collect();
        Self { title: title.into(), items, filter: Input::default(), found, cursor }
    }

    /// The answers of a question.
    pub(crate) fn answers(question: Asked) -> Self {
        let (title, cursor) = (question.field.label.clone(), question.field.chosen().unwrap_or(0));
        let question = Rc::new(question);
        let choices = match &question.field.kind {
            Kind::Choice(choices) => choices.as_slice(),
            _ => &[],
        };
        let items = choices.iter().map(|choice| Item {
            left: String::new(),
            group: "",
            label: choice.label.clone(),
            about: if choice.help.is_empty() { question.field.help.clone() } else { choice.help.clone() },
            then: Then::Answer(Rc::clone(&question), choice.value.clone()),
        });
        let items = items.collect();
        Self::new(title, items, cursor)
    }

    /// Every question of every step.
    pub(crate) fn questions(model: &Model) -> Self {
        let items = model.judged.form.steps.iter().flat_map(|step| {
            step.fields.iter().map(|field| {
                let value = field.said.as_ref().or(field.usual.as_ref());
                let value = value.map_or_else(String::new, |value| format!(": {}", form::shown(value, &field.kind)));
                Item {
                    left: String::new(),
                    group: "",
                    label: format!("{} · {}{value}", step.title, field.label),
                    about: field.help.clone(),
                    then: Then::Go(field.path.clone()),
                }
            })
        });
        Self::new("Questions", items.collect(), 0)
    }

    /// What can be done here and now: help that can be run.
    pub(crate) fn actions(model: &Model, title: &str) -> Self {
        let item = |action: &'static Action| {
            let keys: Vec<String> = action.keys.iter().map(|key| action::shown(*key)).collect();
            let taken = action.argument.as_ref().map_or_else(String::new, |argument| format!(" {}", argument.name));
            Item {
                left: if keys.is_empty() { format!(":{}", action.name) } else { keys.join(" ") },
                group: action.place.title(),
                label: action.about.to_owned(),
                about: format!(":{}{taken}", action.name),
                then: Then::Run(action),
            }
        };
        let (everywhere, here): (Vec<_>, Vec<_>) =
            action::possible(model).partition(|action| action.place == Place::Anywhere);
        Self::new(title, here.into_iter().chain(everywhere).map(item).collect(), 0)
    }

    /// Anything else: a label, a sentence, and what choosing it does; and the one that is usual.
    pub(crate) fn of(title: &str, usual: usize, items: impl Iterator<Item = (String, String, Act)>) -> Self {
        let item = |(label, about, act)| Item { left: String::new(), group: "", label, about, then: Then::Do(act) };
        Self::new(title, items.map(item).collect(), usual)
    }

    /// Looks anew for what fits.
    fn look(&mut self) {
        let words: Vec<Vec<char>> = self.filter.value().split_whitespace().map(small).collect();
        let mut found: Vec<(u32, usize, Vec<usize>)> = Vec::new();
        for (number, item) in self.items.iter().enumerate() {
            let (label, about) = (small(&item.label), small(&format!("{} {}", item.about, item.left)));
            let hits: Option<Vec<_>> = words.iter().map(|word| hit(word, &label, &about)).collect();
            if let Some(hits) = hits {
                let rank = hits.iter().map(|(rank, _)| rank).sum();
                found.push((rank, number, hits.into_iter().flat_map(|(_, places)| places).collect()));
            }
        }
        found.sort_by_key(|(rank, number, _)| (*rank, *number));
        self.found = found.into_iter().map(|(_, number, places)| (number, places)).collect();
        self.cursor = 0;
    }

    fn chosen(&self) -> Option<&Item> {
        self.items.get(self.found.get(self.cursor)?.0)
    }

    pub(crate) fn update(model: &mut Model, event: &Event) -> Effect {
        let Some(picker) = &mut model.picker else { return Effect::Draw };
        let key = match event {
            Event::Key(key) => key,
            Event::Paste(text) => {
                let text: String = text.chars().map(|char| if char.is_control() { ' ' } else { char }).collect();
                picker.filter = Input::new(format!("{}{text}", picker.filter.value()));
                picker.look();
                return Effect::Draw;
            }
            _ => return Effect::Draw,
        };
        let motion = match (key.code, key.modifiers.contains(KeyModifiers::CONTROL)) {
            (KeyCode::Up | KeyCode::BackTab, _) | (KeyCode::Char('p' | 'k'), true) => Some(Motion::Up),
            (KeyCode::Down | KeyCode::Tab, _) | (KeyCode::Char('n' | 'j'), true) => Some(Motion::Down),
            (KeyCode::PageUp, _) => Some(Motion::PageUp),
            (KeyCode::PageDown, _) => Some(Motion::PageDown),
            (KeyCode::Home, _) => Some(Motion::First),
            (KeyCode::End, _) => Some(Motion::Last),
            (KeyCode::Char('c'), true) => {
                model.picker = None;
                return Effect::Draw;
            }
            _ => None,
        };
        match (key.code, motion) {
            (KeyCode::Esc, _) => model.picker = None,
            (KeyCode::Enter, _) => {
                let then = picker.chosen().map(|item| item.then.clone());
                model.picker = None;
                match then {
                    Some(Then::Answer(question, value)) => {
                        if let Some(fix) = question.choose(model, &value) {
                            model.apply(&fix);
                        }
                    }
                    Some(Then::Run(action)) => return model.run(action),
                    Some(Then::Go(path)) => jump::to(model, &path),
                    Some(Then::Do(act)) => return act(model),
                    None => {}
                }
            }
            (_, Some(motion)) => picker.cursor = cursor::moved(picker.cursor, picker.found.len(), 10, motion),
            _ => {
                if picker.filter.handle_event(event).is_some_and(|change| change.value) {
                    picker.look();
                }
            }
        }
        Effect::Draw
    }

    /// Where it is, and the details of what the cursor is on.
    fn place(&self, within: Rect) -> (Rect, Vec<String>) {
        let width = within.width.saturating_sub(4).min(if self.indent() > 0 { 100 } else { 76 });
        let room = usize::from(width).saturating_sub(2);
        let about = self.chosen().map_or_else(Vec::new, |item| {
            // What is cut in the list can be read here.
            let is_cut = item.label.width() + self.indent() > room;
            let label = if is_cut { format!("{}\n", item.label) } else { String::new() };
            view::wrapped(&format!("{label}{}", item.about), room)
        });
        let groups = self.items.chunk_by(|one, other| one.group == other.group).map(|group| group.first());
        let groups = groups.flatten().filter(|first| !first.group.is_empty()).count();
        let wanted = u16::try_from(self.items.len() + groups + 8).unwrap_or(u16::MAX);
        (within.centered(Constraint::Length(width), Constraint::Max(wanted)), about)
    }

    /// How many columns stand before the labels.
    fn indent(&self) -> usize {
        let left = self.items.iter().map(|item| item.left.width()).max().unwrap_or(0);
        if left > 0 { left + 4 } else { 0 }
    }

    /// What is listed: what was found; with the groups' names where nothing is narrowed.
    fn rows(&self) -> Vec<Row> {
        let group =
            |number: usize| self.found.get(number).and_then(|(item, _)| self.items.get(*item)).map(|it| it.group);
        let grouped = self.found.len() == self.items.len() && self.filter.value().is_empty();
        let mut rows = Vec::with_capacity(self.found.len());
        for number in 0..self.found.len() {
            let now = group(number).unwrap_or_default();
            let before = number.checked_sub(1).map_or("", |before| group(before).unwrap_or_default());
            if grouped && now != before {
                rows.push(Row::Group(now));
            }
            rows.push(Row::Item(number));
        }
        rows
    }

    /// The rows that so many lines show.
    fn seen(&self, height: usize) -> Vec<Row> {
        let rows = self.rows();
        let at = rows.iter().position(|row| *row == Row::Item(self.cursor)).unwrap_or(0);
        let from = cursor::window(at, rows.len(), height);
        // The first item is never without its heading.
        let from = if at == 1 { 0 } else { from };
        rows.into_iter().skip(from).take(height).collect()
    }

    /// The mouse on it: whether the item under it was chosen already; none beside the list.
    pub(crate) fn click(model: &mut Model, within: Rect, at: Position) -> Option<bool> {
        let picker = model.picker.as_mut()?;
        let (area, about) = picker.place(within);
        area.contains(at).then_some(())?;
        let [_, list, _] = parts(area.inner(Margin::new(1, 1)), about.len());
        let row = list.contains(at).then(|| usize::from(at.y - list.y));
        let seen = row.and_then(|row| picker.seen(list.height.into()).into_iter().nth(row));
        let Some(Row::Item(row)) = seen else { return Some(false) };
        let again = picker.cursor == row;
        picker.cursor = row;
        Some(again)
    }

    pub(crate) fn draw(&self, model: &Model, frame: &mut Frame<'_>, within: Rect) {
        let theme = &model.options.theme;
        let (area, about) = self.place(within);
        frame.render_widget(Clear, area);
        let title = if self.found.len() == self.items.len() {
            self.title.clone()
        } else {
            format!("{}: {} of {}", self.title, self.found.len(), self.items.len())
        };
        let inside = view::pane(theme, frame, area, &title, true);
        let [filter, list, details] = parts(inside, about.len());
        let room = usize::from(filter.width.saturating_sub(3));
        let scroll = self.filter.visual_scroll(room);
        let typed: String = self.filter.value().chars().skip(scroll).collect();
        frame.render_widget(Line::from(vec![Span::styled("> ", theme.key), Span::raw(typed)]), filter);
        let indent = self.indent();
        let left = indent.saturating_sub(4);
        let lines = self.seen(list.height.into()).into_iter().filter_map(|row| {
            let number = match row {
                Row::Group(name) => return Some(Line::styled(name, theme.title)),
                Row::Item(number) => number,
            };
            let (item, places) = self.found.get(number)?;
            let item = self.items.get(*item)?;
            let mut spans = Vec::new();
            if indent > 0 {
                spans.push(Span::styled(format!("  {:left$}  ", item.left), theme.key));
            }
            let room = usize::from(list.width).saturating_sub(indent);
            let label = view::cut(&item.label, room, theme);
            if places.is_empty() {
                spans.push(Span::raw(label.into_owned()));
            } else {
                spans.extend(label.chars().enumerate().map(|(at, char)| {
                    let style = if places.contains(&at) { theme.key } else { theme.plain };
                    Span::styled(char.to_string(), style)
                }));
            }
            let line = Line::from(spans);
            Some(if number == self.cursor { view::chosen(line, list.width.into(), theme) } else { line })
        });
        frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), list);
        frame.render_widget(Paragraph::new(about.join("\n")).style(theme.usual), details);
        if filter.height > 0 {
            let column = self.filter.visual_cursor().saturating_sub(scroll) as u16;
            frame.set_cursor_position((filter.x + 2 + column.min(filter.width.saturating_sub(3)), filter.y));
        }
    }
}

/// The line that is typed, the list, and the details: long ones take room from the list, but never more than half.
fn parts(inside: Rect, about: usize) -> [Rect; 3] {
    let below = (about as u16).clamp(2, (inside.height / 2).max(2));
    Layout::vertical([Constraint::Length(1), Constraint::Fill(1), Constraint::Length(below)]).areas(inside)
}

fn small(text: &str) -> Vec<char> {
    // One character stays one, so that places are those of the label.
    text.chars().map(|char| char.to_lowercase().next().unwrap_or(char)).collect()
}

/// How well a word fits (0 is best) and where in the label it was found: at the beginning of a word, inside one, in what is said about
/// it, or its characters one after the other.
fn hit(word: &[char], label: &[char], about: &[char]) -> Option<(u32, Vec<usize>)> {
    let within = |text: &[char]| text.windows(word.len().max(1)).position(|part| part == word);
    let starts = |at: usize| at.checked_sub(1).and_then(|at| label.get(at)).is_none_or(|char| !char.is_alphanumeric());
    let all = |at: usize| (at..at + word.len()).collect();
    let begins = label.windows(word.len().max(1)).enumerate().position(|(at, part)| part == word && starts(at));
    if let Some(at) = begins {
        return Some((0, all(at)));
    }
    if let Some(at) = within(label) {
        return Some((1, all(at)));
    }
    if within(about).is_some() {
        return Some((2, Vec::new()));
    }
    let mut places = Vec::new();
    for wanted in word {
        let from = places.last().map_or(0, |last| last + 1);
        places.push(from + label.iter().skip(from).position(|char| char == wanted)?);
    }
    Some((3, places))
}

#[cfg(test)]
mod tests {
    use super::{hit, small};

    #[test]
    fn words_before_parts_before_what_is_said_before_single_letters() {
        let rank =
            |word: &str| hit(&small(word), &small("Load balancers"), &small("What stands before")).map(|it| it.0);
        assert_eq!(
            [rank("bal"), rank("lan"), rank("stands"), rank("lbr"), rank("xyz")],
            [Some(0), Some(1), Some(2), Some(3), None]
        );
        assert_eq!(hit(&small("lb"), &small("Load balancers"), &[]).unwrap().1, [0, 5]);
        assert_eq!(hit(&small("BAL"), &small("Load balancers"), &[]).unwrap().1, [5, 6, 7]);
    }
}
