//! The commands, one a file: each turns arguments into output, and ends well or with a [`Failure`].

mod check;
mod designer;
mod explain;
mod import;
mod list;
mod man;
mod new;
mod render;
mod share;
mod show;

use crate::cli::{Cli, Command};
use crate::designer::world::recovery::Kept;
use crate::failure::Failure;
use crate::input::Source;
use crate::output::{self, say};
use annotate_snippets::Level;
use clap::CommandFactory;
use std::io::Write;
use std::process::ExitCode;
use wso2_design_core::diagnostic::{Diagnostic, Severity};
use wso2_design_core::plan::Plan;
use wso2_design_core::read::Document;
use wso2_design_core::value::SecretValues;

/// Carries a command out, and says how that ended.
pub(crate) fn run(cli: Cli) -> ExitCode {
    let done = match cli.command {
        None => designer::run(&cli.designer),
        Some(Command::New(arguments)) => new::run(&arguments),
        Some(Command::Import(arguments)) => import::run(&arguments),
        Some(Command::Check(arguments)) => check::run(&arguments),
        Some(Command::Render(arguments)) => render::run(&arguments),
        Some(Command::Show(arguments)) => show::run(&arguments),
        Some(Command::Share(arguments)) => share::run(&arguments),
        Some(Command::Explain(arguments)) => explain::run(&arguments),
        Some(Command::List(arguments)) => list::run(&arguments),
        Some(Command::Schema) => schema(),
        Some(Command::Completions { shell }) => completions(shell),
        Some(Command::Man { command }) => man::run(command.as_deref()),
    };
    match done {
        Ok(()) | Err(Failure::Gone) => ExitCode::SUCCESS,
        Err(Failure::Design) => ExitCode::from(1),
        Err(Failure::NeedsForce(sentence)) => {
            let force = "With --force edited files are replaced, and those of others stay";
            say(&Level::ERROR, &format!("{sentence}. {force}. Nothing was written"));
            ExitCode::from(2)
        }
        Err(Failure::Signal(signal, kept)) => {
            match kept {
                Kept::At(place) => {
                    let sentence =
                        format!("work that was not saved is kept in {}: the next start offers it", place.display());
                    say(&Level::NOTE, &sentence);
                }
                Kept::Failed => say(&Level::WARNING, "work that was not saved could not be kept"),
                Kept::Nothing => {}
            }
            ended_by(signal)
        }
        Err(Failure::Told(sentence)) => {
            say(&Level::ERROR, &sentence);
            ExitCode::from(2)
        }
    }
}

/// Ends as the signal would have ended it, so that whoever started the program sees which it was.
fn ended_by(signal: i32) -> ExitCode {
    #[cfg(unix)]
    let _ = signal_hook::low_level::emulate_default_handler(signal);
    ExitCode::from(u8::try_from(128 + signal).unwrap_or(1))
}

fn schema() -> Result<(), Failure> {
    let mut out = output::raw();
    writeln!(out, "{:#}", wso2_design_core::schema())?;
    Ok(out.flush()?)
}

fn completions(shell: clap_complete::Shell) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "wso2-design", &mut script);
    let mut out = output::raw();
    out.write_all(&script)?;
    Ok(out.flush()?)
}

/// The plan of a design without errors. Errors and warnings are told on standard error; advice is counted.
fn plan(source: &Source, document: &Document) -> Result<Plan, Failure> {
    let checked = wso2_design_core::check(document, SecretValues::default());
    let failed = checked.has_errors();
    let least = if failed { Severity::Error } else { Severity::Warning };
    let told: Vec<&Diagnostic> = checked.notes.iter().filter(|note| note.severity >= least).collect();
    // Whoever does not read standard error shall have the files all the same.
    let _ = output::report(&mut anstream::stderr().lock(), source, document, &told);
    match checked.plan {
        Some(plan) if !failed => Ok(plan),
        _ => {
            let count = output::Count::of(&checked.notes);
            say(&Level::ERROR, &format!("{} has {count}: nothing was written", source.shown));
            Err(Failure::Design)
        }
    }
}
