use crate::cli::{Check, Deny, Format};
use crate::failure::Failure;
use crate::input::Source;
use crate::output::{self, Count, say};
use crate::save;
use annotate_snippets::Level;
use std::io::Write;
use wso2_design_core::Mended;
use wso2_design_core::diagnostic::Diagnostic;
use wso2_design_core::read::Document;
use wso2_design_core::value::SecretValues;

pub(super) fn run(arguments: &Check) -> Result<(), Failure> {
    let mut source = Source::open(&arguments.design)?;
    let fixed = if arguments.fix { fix(&mut source)? } else { Vec::new() };
    let (document, notes) = notes(&source);
    let count = Count::of(&notes);
    if arguments.fix && source.path.is_none() {
        // From standard input to standard output: findings go where they do not mix with the design.
        let mut out = output::raw();
        out.write_all(source.text.as_bytes())?;
        out.flush()?;
        write(&mut anstream::stderr().lock(), arguments.format, &source, &document, &notes)?;
    } else {
        let mut out = output::out();
        write(&mut out, arguments.format, &source, &document, &notes)?;
        out.flush()?;
    }
    for title in fixed {
        say(&Level::NOTE.with_name("fixed"), &title);
    }
    let denied = arguments.deny == Some(Deny::Warnings) && count.warnings > 0;
    if count.errors > 0 || denied { Err(Failure::Design) } else { Ok(()) }
}

fn notes(source: &Source) -> (Document, Vec<Diagnostic>) {
    let document = source.document();
    let checked = wso2_design_core::check(&document, SecretValues::default());
    (document, checked.notes)
}

fn write(
    out: &mut dyn Write,
    format: Format,
    source: &Source,
    document: &Document,
    notes: &[Diagnostic],
) -> Result<(), Failure> {
    match format {
        Format::Json => writeln!(out, "{:#}", output::json(source, document, notes))?,
        Format::Text => {
            output::report(out, source, document, &notes.iter().collect::<Vec<_>>())?;
            writeln!(out, "{}: {}", output::safe_line(&source.shown), Count::of(notes))?;
        }
    }
    Ok(())
}

/// Applies the safe fixes to the text, and to the file it came from. Gives what was done.
fn fix(source: &mut Source) -> Result<Vec<String>, Failure> {
    let Mended { text, done, refused } = wso2_design_core::mend(&source.text, source.syntax);
    for (title, why) in refused {
        say(&Level::WARNING, &format!("could not {title}: {why}"));
    }
    source.text = text;
    match &source.path {
        Some(path) if !done.is_empty() => save::replace(path, &source.text)?,
        _ => {}
    }
    Ok(done)
}
