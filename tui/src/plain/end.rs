use super::Session;
use crate::designer::Shelf;
use crate::designer::world::recovery::{self, Kept};
use crate::failure::Failure;
use crate::input;
use crate::stock::Stocks;
use crate::{save, secrets, write};
use std::path::Path;
use wso2_design_core::bundle::{self, Rendered};
use wso2_design_core::diagnostic::{Diagnostic, Severity};
use wso2_design_core::read;

/// How many fixes are offered at the most: two might take each other back.
const MOST: usize = 200;

impl Session {
    /// What is wrong and how it is mended, the file, the bundle.
    pub(super) fn end(mut self) -> Result<(), Failure> {
        self.problems()?;
        if !self.read_only {
            self.mend()?;
            self.save()?;
            self.export()?;
        }
        if self.judged.is_sound { Ok(()) } else { Err(Failure::Design) }
    }

    /// Leaves, and asks what becomes of the work.
    pub(super) fn leave(mut self) -> Result<(), Failure> {
        if self.draft.is_unsaved() && !self.read_only {
            if self.lines.ended() {
                match recovery::keep() {
                    Kept::At(place) => self.lines.say(&format!(
                        "not saved: the work is kept in {}, and the next start offers it",
                        place.display()
                    ))?,
                    Kept::Failed => self.lines.say("not saved, and it could not be kept")?,
                    Kept::Nothing => {}
                }
                return Ok(());
            }
            if self.lines.agrees("Save the design?", true)? {
                return self.save();
            }
        }
        recovery::forget();
        Ok(())
    }

    /// Says everything that was found.
    pub(super) fn problems(&mut self) -> Result<(), Failure> {
        if self.judged.notes.is_empty() {
            return self.lines.say("\nProblems: none");
        }
        self.lines.say(&format!("\nProblems: {}", self.judged.notes.len()))?;
        let all: Vec<String> = self.judged.notes.iter().map(sentence).collect();
        all.iter().try_for_each(|note| self.lines.say(note))
    }

    /// Offers the fixes: those that are safe as what is usual.
    fn mend(&mut self) -> Result<(), Failure> {
        let mut refused: Vec<String> = Vec::new();
        for _ in 0..MOST {
            let fixes: Vec<_> = self.judged.notes.iter().filter_map(|note| note.fix.clone()).collect();
            let Some(fix) = fixes.into_iter().find(|fix| !refused.contains(&fix.title)) else { return Ok(()) };
            let agreed = self.lines.agrees(&format!("Fix: {}?", fix.title), fix.safe)?;
            if agreed && matches!(self.draft.apply(&fix), Ok(true)) {
                self.judge();
            } else {
                refused.push(fix.title);
            }
        }
        Ok(())
    }

    fn save(&mut self) -> Result<(), Failure> {
        if !self.draft.is_unsaved() {
            return self.lines.say("The design is saved as it is.");
        }
        loop {
            let usual = self.draft.path.clone().unwrap_or_else(|| save::usual(self.draft.syntax()));
            let line = self.lines.line(&format!("Save to (no: do not) [{}]: ", usual.display()))?.unwrap_or_default();
            let path = match line.trim() {
                "no" | "q" => {
                    recovery::forget();
                    return self.lines.say("not saved");
                }
                "" => usual,
                other => input::home(Path::new(other)),
            };
            match self.save_to(&path) {
                Ok(()) => {
                    self.draft.is_saved_at(path.clone());
                    recovery::forget();
                    return self.lines.say(&format!("saved to {}", path.display()));
                }
                // Nobody is there to say another name.
                Err(failure) if self.lines.ended() => return Err(failure),
                Err(Failure::Told(why)) => self.lines.say(&why)?,
                Err(other) => return Err(other),
            }
        }
    }

    /// Over the file that was opened, if nobody else wrote it since; never over another.
    fn save_to(&mut self, path: &Path) -> Result<(), Failure> {
        if self.draft.path.as_deref() == Some(path) && path.exists() {
            let there = input::Source::open_path(path)?.text;
            if Some(there.as_str()) != self.draft.saved() {
                return Err(format!("`{}` was changed by somebody else: say another name", path.display()).into());
            }
            return save::replace(path, self.draft.text());
        }
        save::fits(path, self.draft.syntax())?;
        save::create(path, self.draft.text())
    }

    fn export(&mut self) -> Result<(), Failure> {
        let Some(plan) = self.judged.plan.as_ref().filter(|_| self.judged.is_sound) else {
            return self.lines.say("There is no bundle as long as the design has errors.");
        };
        let Some(line) =
            self.lines.line("Write every file of the cluster to a folder or a .zip (empty: do not) []: ")?
        else {
            return Ok(());
        };
        if line.trim().is_empty() {
            return Ok(());
        }
        let target = input::home(Path::new(line.trim()));
        let design = read::as_toml(self.draft.text(), self.draft.syntax());
        let shelf = Shelf::new(self.stock.clone(), Some(plan))?;
        let stock = shelf.stocks.as_deref();
        let Rendered { files, findings } = bundle::render(plan, &design, stock.and_then(Stocks::given));
        write::write(&target, plan.name.as_str(), &files, false)?;
        let said = format!("{} files of {} nodes in {}", files.len(), plan.nodes.len(), target.display());
        self.lines.say(&said)?;
        let marks: Vec<String> = secrets::wanted(plan, &files).iter().map(ToString::to_string).collect();
        if !marks.is_empty() {
            let how = "put them in on each machine, or with `wso2-design render --fill-secrets`";
            self.lines.say(&format!("passwords stand as marks in the files ({}): {how}", marks.join(", ")))?;
        }
        let troubles = stock.map(Stocks::troubles).unwrap_or_default();
        let findings = findings.iter().map(ToString::to_string);
        troubles.into_iter().chain(findings).try_for_each(|remark| self.lines.say(&remark))
    }
}

/// A finding as a line or two.
pub(super) fn sentence(note: &Diagnostic) -> String {
    let severity = match note.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    };
    let fix = note.fix.as_ref().map(|fix| format!(" Fix: {}.", fix.title)).unwrap_or_default();
    format!("{severity}: {}.{fix}", note.message.trim_end_matches('.'))
}
