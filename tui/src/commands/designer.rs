use crate::cli::{BEGIN, Cli, Designer};
use crate::designer::{self, Draft, Options, Screenshot, Shelf, Theme};
use crate::failure::Failure;
use crate::output;
use crate::plain;
use clap::CommandFactory;
use std::io::{IsTerminal, Write, stdin, stdout};
use std::path::Path;
use wso2_design_core::preview;
use wso2_design_core::read::{self, Syntax};

/// Opens the designer; without a terminal says what else there is.
pub(super) fn run(arguments: &Designer) -> Result<(), Failure> {
    let terminal = stdin().is_terminal() && stdout().is_terminal();
    let plain = arguments.plain || (terminal && is_dumb());
    if arguments.design.is_none() && arguments.screenshot.is_none() && !plain && !terminal {
        return begin();
    }
    let draft = match &arguments.design {
        None => Draft::new(String::new(), Syntax::Toml),
        Some(what) => {
            is_no_command(what)?;
            Draft::open(what)?
        }
    };
    if plain {
        return plain::run(draft, arguments.read_only, &arguments.stock.stock);
    }
    let shelf = shelf(arguments, &draft)?;
    let mouse = !arguments.no_mouse;
    let options = Options { read_only: arguments.read_only, mouse, theme: theme(arguments), shelf };
    if let Some(file) = &arguments.screenshot {
        return designer::screenshot(draft, options, &Screenshot { keys: &arguments.keys, size: arguments.size, file });
    }
    if !terminal {
        let told =
            "the designer needs a terminal; --plain asks the same in plain text, and check, show and render need none";
        return Err(told.to_owned().into());
    }
    designer::run(draft, options)
}

/// The products that were given. Where none is, the design is not read for them: the first screen waits for nothing.
fn shelf(arguments: &Designer, draft: &Draft) -> Result<Shelf, Failure> {
    let given = arguments.stock.stock.clone();
    let plan = if given.is_empty() { None } else { preview(&read::read(draft.text(), draft.syntax())) };
    Shelf::new(given, plan.as_ref())
}

/// The theme that was asked for, here or for good; without colour where `NO_COLOR` is set (<https://no-color.org>).
fn theme(arguments: &Designer) -> Theme {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty());
    let usual = if no_color { "none" } else { "terminal" };
    let for_good = std::env::var("WSO2_DESIGN_THEME").ok();
    let asked = arguments.theme.as_deref().or(for_good.as_deref()).unwrap_or(usual);
    let theme = Theme::by_name(asked).unwrap_or_default();
    theme.with_ascii(arguments.ascii)
}

/// Whether the terminal can put text anywhere but at the end.
fn is_dumb() -> bool {
    cfg!(unix) && std::env::var_os("TERM").is_none_or(|term| term == "dumb" || term.is_empty())
}

/// A word that is no file is a mistyped command more often than it is a design.
fn is_no_command(word: &str) -> Result<(), Failure> {
    let like_a_path = word.contains(['/', '\\', '.', ':', '#']);
    if like_a_path || Path::new(word).symlink_metadata().is_ok() {
        return Ok(());
    }
    let command = Cli::command();
    let near = |name: &str| strsim::damerau_levenshtein(word, name);
    let meant = command.get_subcommands().map(clap::Command::get_name).min_by_key(|name| near(name));
    let told = format!("there is no command and no file `{}`", output::safe_line(word));
    Err(match meant.filter(|name| near(name) <= 2 || (!word.is_empty() && name.starts_with(word))) {
        Some(name) => format!("{told}: did you mean `wso2-design {name}`?").into(),
        None => format!("{told}; a new design's file ends with .toml. `wso2-design --help` lists the commands").into(),
    })
}

fn begin() -> Result<(), Failure> {
    let mut out = output::out();
    writeln!(out, "wso2-design {}: every file of a WSO2 cluster from one design\n", env!("CARGO_PKG_VERSION"))?;
    writeln!(out, "{BEGIN}\n\nMore: wso2-design --help")?;
    Ok(out.flush()?)
}
