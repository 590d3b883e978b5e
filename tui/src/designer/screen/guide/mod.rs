mod machines;

use super::Motion;
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::text::search::Searchable;
use crate::designer::view::{self, cursor, wrapped_spans};
use machines::Machines;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Wrap};
use std::collections::BTreeSet;
use std::ops::Range;
use wso2_design_core::format::markdown::Run;
use wso2_design_core::guide::Task;

/// Which step the cursor is on, and which are done. A step is known by its words: it stays ticked while the design says the same
/// of it, and opens again when it does not.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) cursor: usize,
    done: BTreeSet<String>,
}

pub(crate) fn go(model: &mut Model, motion: Motion) {
    let tasks = model.judged.tasks();
    let section = |at: usize| tasks.get(at).map(|task| task.section);
    let here = section(model.guide.cursor);
    let all = 0..tasks.len();
    model.guide.cursor = match motion {
        Motion::Right => all.skip(model.guide.cursor).find(|at| section(*at) != here).unwrap_or(model.guide.cursor),
        Motion::Left => {
            let before = all.take(model.guide.cursor).rev().find(|at| section(*at) != here).and_then(section);
            before.and_then(|name| tasks.iter().position(|task| task.section == name)).unwrap_or(0)
        }
        other => cursor::moved(model.guide.cursor, tasks.len(), 8, other),
    };
}

fn current(model: &Model) -> Option<&Task> {
    let tasks = model.judged.tasks();
    tasks.get(model.guide.cursor.min(tasks.len().saturating_sub(1)))
}

fn name(task: &Task) -> String {
    format!("{}/{}/{}", task.section, task.part.as_deref().unwrap_or_default(), task.text)
}

/// Ticks the step off and goes on, or opens it again.
pub(crate) fn tick(model: &mut Model) -> Effect {
    let Some(name) = current(model).map(name) else { return Effect::Draw };
    if !model.guide.done.remove(&name) {
        model.guide.done.insert(name);
        go(model, Motion::Down);
    }
    Effect::Draw
}

/// Copies what is typed in the step: its commands; else whatever it quotes; else its words.
pub(crate) fn copy(model: &mut Model) -> Effect {
    let Some(task) = current(model) else { return Effect::Draw };
    let runs = task.text.runs();
    let quoted = runs.iter().filter_map(|run| match run {
        Run::Code(text) => Some(text.as_str()),
        Run::Words(_) => None,
    });
    let commands: Vec<&str> = quoted.clone().filter(|text| text.contains(' ')).collect();
    let (text, what) = match (commands.len(), quoted.clone().next()) {
        (1, _) => (commands.concat(), "the command".to_owned()),
        (1.., _) => (commands.join("\n"), format!("{} lines of commands", commands.len())),
        (0, Some(first)) => (first.to_owned(), "what the step quotes".to_owned()),
        (0, None) => (words(task), "the step".to_owned()),
    };
    Effect::Copy { text, what }
}

/// The steps can be searched by their words.
pub(crate) const SEARCHABLE: Searchable = Searchable::Lines {
    lines: |model| model.judged.tasks().iter().map(words).collect(),
    at: |model| model.guide.cursor,
    go: |model, line| model.guide.cursor = line,
};

fn words(task: &Task) -> String {
    task.text
        .runs()
        .into_iter()
        .map(|run| match run {
            Run::Words(text) | Run::Code(text) => text,
        })
        .collect()
}

/// The step at a row of the list.
pub(crate) fn click(model: &mut Model, area: Rect, row: u16) -> bool {
    let (lines, places) = lines(model, area.width.into());
    let row = top(model, &places, lines.len(), area.height) + usize::from(row);
    let Some(at) = places.iter().position(|place| place.contains(&row)) else { return false };
    model.guide.cursor = at;
    true
}

pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let tasks = model.judged.tasks();
    let done = tasks.iter().filter(|task| model.guide.done.contains(&name(task))).count();
    let title = match tasks.len() {
        0 => "Guide".to_owned(),
        all => format!("Guide: {done} of {all} done{}", if done > 0 { ", until you quit" } else { "" }),
    };
    let inside = view::pane(theme, frame, area, &title, true);
    if tasks.is_empty() {
        let text = "The guide comes with a design: choose a pattern on the first screen.";
        frame.render_widget(Paragraph::new(text).style(theme.usual).wrap(Wrap { trim: true }), inside);
        return;
    }
    let (lines, places) = lines(model, inside.width.into());
    let top = top(model, &places, lines.len(), inside.height);
    let seen = lines.into_iter().skip(top).take(inside.height.into());
    frame.render_widget(Paragraph::new(seen.collect::<Vec<_>>()), inside);
}

/// Every line, and which of them each step takes.
fn lines(model: &Model, width: usize) -> (Vec<Line<'static>>, Vec<Range<usize>>) {
    let theme = &model.options.theme;
    let signs = theme.signs();
    let tasks = model.judged.tasks();
    let (mut lines, mut places) = (Vec::new(), Vec::new());
    let machines = model.judged.plan.as_ref().map(|plan| Machines::of(plan)).unwrap_or_default();
    let (mut section, mut part) = ("", None);
    for (at, task) in tasks.iter().enumerate() {
        if task.section != section {
            (section, part) = (task.section, None);
            let of = || tasks.iter().filter(|other| other.section == section);
            let done = of().filter(|task| model.guide.done.contains(&name(task))).count();
            if !lines.is_empty() {
                lines.push(Line::default());
            }
            let number = sections(tasks, at);
            lines.push(Line::from(vec![
                Span::styled(format!("{number} {section}"), theme.title),
                Span::styled(format!("  {done} of {}", of().count()), theme.usual),
            ]));
        }
        if task.part.as_deref() != part {
            part = task.part.as_deref();
            lines.extend(part.map(|part| Line::styled(format!("  {part}"), theme.title)));
        }
        let ticked = model.guide.done.contains(&name(task));
        let mark = if ticked { signs.done } else { signs.undone };
        let plain = if ticked { theme.usual } else { theme.plain };
        let runs = task.text.runs().into_iter().map(|run| match run {
            Run::Words(text) => Span::styled(text, plain),
            Run::Code(text) => Span::styled(text, if ticked { theme.usual } else { theme.key }),
        });
        let machines = machines.named(task);
        let machines = machines.iter().map(|text| Span::styled(format!("  {text}"), theme.usual));
        let spans = std::iter::once(Span::styled(format!("  {mark} "), plain)).chain(runs).chain(machines);
        let from = lines.len();
        let here = at == model.guide.cursor;
        lines.extend(
            wrapped_spans(spans, width, 4)
                .into_iter()
                .map(|line| if here { view::chosen(line, width, theme) } else { line }),
        );
        places.push(from..lines.len());
    }
    (lines, places)
}

/// The number of the section of a step.
fn sections(tasks: &[Task], at: usize) -> usize {
    let pairs = tasks.iter().take(at + 1).zip(tasks.iter().skip(1).take(at));
    1 + pairs.filter(|(one, other)| one.section != other.section).count()
}

/// The first line that is seen: the step under the cursor is, whole, with some of what comes next.
fn top(model: &Model, places: &[Range<usize>], lines: usize, height: u16) -> usize {
    let place = places.get(model.guide.cursor).cloned().unwrap_or_default();
    cursor::window(place.end.saturating_sub(1), lines, height.into()).min(place.start)
}

#[cfg(test)]
mod tests {
    use crate::designer::effect::Effect;
    use crate::designer::testing::{DESIGN, model, press, screens, screens_of};

    #[test]
    fn screens_of_the_guide() {
        screens("guide", DESIGN, "6 space space j");
        screens("guide-empty", "", "6");
        screens("guide-find", DESIGN, "6 / \"systemctl\"");
    }

    #[test]
    fn a_tick_stays_while_the_step_says_the_same() {
        let mut model = model(DESIGN);
        press(&mut model, "6 space");
        assert_eq!((model.guide.done.len(), model.guide.cursor), (1, 1));
        press(&mut model, "k space");
        assert_eq!((model.guide.done.len(), model.guide.cursor), (0, 0));
        press(&mut model, "end l g l h");
        assert_eq!(model.guide.cursor, 0);
        screens_of("guide-begin", &model);
    }

    #[test]
    fn copies_the_command() {
        let mut model = model(DESIGN);
        press(&mut model, "6 / \"getent\" enter");
        assert!(matches!(super::copy(&mut model), Effect::Copy { text, .. } if text.starts_with("getent hosts ")));
    }
}
