//! The designer's questions as plain prompts: for screen readers, pipes and scripts. Lines in, lines out, nothing that a terminal
//! would obey.
//!
//! An empty line keeps what stands in brackets. The end of the input is an empty line to everything that is still to be asked,
//! so a script says only what it wants to change; at a terminal it leaves, and the work is offered again.

mod begin;
mod end;
mod lines;
mod question;
mod row;

use crate::designer::world::recovery;
use crate::designer::{Draft, Judged};
use crate::failure::Failure;
use crate::output::safe_line;
use lines::Lines;
use question::Answered;
use wso2_design_core::diagnostic::Path;
use wso2_design_core::form::{Field, Step};

/// What is asked, and what was answered so far.
pub(super) struct Session {
    draft: Draft,
    judged: Judged,
    lines: Lines,
    read_only: bool,
    /// The products whose files are patched, as they were given.
    stock: Vec<String>,
}

/// Where to go next.
pub(super) enum Turn {
    Next,
    Again,
    Back,
    Step(usize),
    End,
    Leave,
}

/// Asks everything, and saves what came of it.
pub(crate) fn run(draft: Draft, read_only: bool, stock: &[String]) -> Result<(), Failure> {
    let judged = Judged::of(&draft);
    let mut session = Session { draft, judged, lines: Lines::default(), read_only, stock: stock.to_vec() };
    session.lines.say("wso2-design in plain text. An empty line keeps what stands in [brackets].")?;
    session.lines.say(HELP)?;
    if let Some(told) = session.draft.left_out() {
        session.lines.say(&told)?;
    }
    session.recover()?;
    if session.draft.text().trim().is_empty() && !session.begin()? {
        return Ok(());
    }
    match session.ask_all()? {
        Turn::Leave => session.leave(),
        _ => session.end(),
    }
}

const HELP: &str = "? explains a question, b goes back, n goes to the next step, - takes an answer back, :step NAME jumps, \
    :steps lists the steps, :problems says what is wrong, :undo takes the last change back, :end goes to the end, q leaves. \
    An answer that is one of these words stands behind =, such as =b.";

impl Session {
    /// Offers what an earlier run left.
    fn recover(&mut self) -> Result<(), Failure> {
        if self.read_only {
            return Ok(());
        }
        for found in recovery::found(&self.draft) {
            let age = found.age();
            if !self.lines.is_terminal() {
                // A script's first line answers another question.
                self.lines.say(&format!("Work that was not saved is left from {age}: the designer offers it."))?;
                break;
            }
            if self.lines.agrees(&format!("Work that was not saved is left from {age}. Take it?"), false)? {
                self.draft.replace(found.text.clone(), "take the recovered work");
                self.judge();
                if !self.draft.is_unsaved() || recovery::keep().is_safe() {
                    found.remove();
                }
                break;
            }
        }
        Ok(())
    }

    /// Every step, with every question of it.
    fn ask_all(&mut self) -> Result<Turn, Failure> {
        let (mut step, mut at) = (0, 0);
        let mut announced = None;
        loop {
            let Some(now) = self.judged.form.steps.get(step) else { return Ok(Turn::End) };
            if announced != Some(step) {
                let of = self.judged.form.steps.len();
                let said = format!("\nStep {} of {of}: {} ({}). {}", step + 1, now.title, now.key, now.about);
                self.lines.say(&said)?;
                announced = Some(step);
            }
            let Some(field) = now.fields.get(at).cloned() else {
                (step, at) = (step + 1, 0);
                continue;
            };
            match self.ask(&field)? {
                // What was answered decides which questions follow: the next is found by the place of this one.
                Turn::Next => at = self.place(step, &field.path).map_or(at, |place| place + 1),
                Turn::Again => at = self.place(step, &field.path).unwrap_or(at),
                Turn::Back if at > 0 => at -= 1,
                Turn::Back if step > 0 => {
                    step -= 1;
                    at = self.judged.form.steps.get(step).map_or(0, |step| step.fields.len().saturating_sub(1));
                }
                Turn::Back => {}
                Turn::Step(to) => (step, at, announced) = (to, 0, None),
                end @ (Turn::End | Turn::Leave) => return Ok(end),
            }
        }
    }

    fn place(&self, step: usize, path: &Path) -> Option<usize> {
        let step: &Step = self.judged.form.steps.get(step)?;
        step.fields.iter().position(|field| field.path == *path)
    }

    fn ask(&mut self, field: &Field) -> Result<Turn, Failure> {
        self.lines.say(&question::shown(field))?;
        let Some(line) = self.lines.line(&question::bracket(field))? else {
            return Ok(if self.lines.is_terminal() { Turn::Leave } else { Turn::End });
        };
        let line = line.trim();
        match line {
            "" => return Ok(Turn::Next),
            "?" => return self.lines.say(&question::help(field)).map(|()| Turn::Again),
            "b" => return Ok(Turn::Back),
            "n" => return Ok(self.step_of(field).map_or(Turn::Next, |step| Turn::Step(step + 1))),
            "q" => return Ok(Turn::Leave),
            _ => {}
        }
        if let Some(command) = line.strip_prefix(':') {
            return self.command(command);
        }
        if self.read_only {
            return self.lines.say("read-only: nothing is changed").map(|()| Turn::Next);
        }
        let answer = line.strip_prefix('=').unwrap_or(line);
        let fix = match question::answer(field, answer, line == "-") {
            Answered::Change(fix) => fix,
            Answered::Same => return Ok(Turn::Next),
            Answered::Not(why) => return self.lines.say(&why).map(|()| Turn::Again),
        };
        match self.draft.apply(&fix) {
            Ok(_) => self.judge(),
            Err(why) => return self.lines.say(&format!("not taken: {why}")).map(|()| Turn::Again),
        }
        recovery::keep();
        self.remark(field)
    }

    /// Says what is wrong with the answer; nobody must mend it now.
    fn remark(&mut self, field: &Field) -> Result<Turn, Failure> {
        let now = self.judged.form.steps.iter().flat_map(|step| &step.fields).find(|it| it.path == field.path);
        let Some(now) = now else { return Ok(Turn::Next) };
        let rows = question::is_table(now);
        let notes: Vec<String> =
            now.notes.iter().filter_map(|note| self.judged.notes.get(*note)).map(end::sentence).collect();
        for note in &notes {
            self.lines.say(note)?;
        }
        // Of a table the next row is asked for, until one is empty.
        Ok(if notes.is_empty() && !rows { Turn::Next } else { Turn::Again })
    }

    fn command(&mut self, command: &str) -> Result<Turn, Failure> {
        let (name, given) = command.trim().split_once(' ').unwrap_or((command.trim(), ""));
        match name {
            "step" => {
                let given = given.trim();
                let fits = |step: &Step| step.key == given || step.title.eq_ignore_ascii_case(given);
                match self.judged.form.steps.iter().position(fits) {
                    Some(step) => return Ok(Turn::Step(step)),
                    None => self.lines.say(&format!("there is no step `{}`: :steps lists them", safe_line(given)))?,
                }
            }
            "steps" => {
                for (number, step) in self.judged.form.steps.iter().enumerate() {
                    self.lines.say(&format!("{} {}: {}", number + 1, step.key, step.about))?;
                }
            }
            "problems" => self.problems()?,
            "undo" => match self.draft.undo() {
                Some(title) => {
                    self.judge();
                    recovery::keep();
                    self.lines.say(&format!("taken back: {title}"))?;
                }
                None => self.lines.say("nothing to take back")?,
            },
            "end" => return Ok(Turn::End),
            "q" | "quit" => return Ok(Turn::Leave),
            _ => self.lines.say(HELP)?,
        }
        Ok(Turn::Again)
    }

    fn step_of(&self, field: &Field) -> Option<usize> {
        self.judged.form.steps.iter().position(|step| step.fields.iter().any(|it| it.path == field.path))
    }

    fn judge(&mut self) {
        self.judged = Judged::of(&self.draft);
        if !self.read_only {
            recovery::follow_draft(&self.draft);
        }
    }
}
