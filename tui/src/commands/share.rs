use crate::cli::Share;
use crate::failure::Failure;
use crate::input::Source;
use crate::output::{self, say};
use annotate_snippets::Level;
use std::io::Write;
use wso2_design_core::share;

/// Prints a design as a link, and says what stayed behind.
pub(super) fn run(arguments: &Share) -> Result<(), Failure> {
    let source = Source::open(&arguments.design)?;
    let shared = share::share(&source.text, source.syntax).map_err(|why| Failure::Told(why.to_string()))?;
    let mut out = output::raw();
    match &arguments.base {
        Some(base) => writeln!(out, "{}#{}", base.split('#').next().unwrap_or_default(), shared.link_fragment)?,
        None => writeln!(out, "#{}", shared.link_fragment)?,
    }
    out.flush()?;
    if !shared.left_out.is_empty() {
        let paths: Vec<String> = shared.left_out.iter().map(|path| format!("`{path}`")).collect();
        say(&Level::NOTE, &format!("secrets were left out, and are to be given again: {}", paths.join(", ")));
    }
    Ok(())
}
