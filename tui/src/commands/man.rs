use crate::cli::Cli;
use crate::designer::action;
use crate::failure::Failure;
use crate::output;
use clap::CommandFactory;
use std::io::{self, Write};

/// Prints a manual page. The program's own says every key of the designer, by the table that dispatches them.
pub(super) fn run(command: Option<&str>) -> Result<(), Failure> {
    let mut whole = Cli::command();
    whole.build();
    let page = match command {
        None => whole,
        Some(name) => match whole.find_subcommand(name) {
            Some(one) => one.clone(),
            None => return Err(format!("there is no command `{name}`: `wso2-design --help` lists them").into()),
        },
    };
    let title = page.get_display_name().unwrap_or("wso2-design").to_owned();
    let mut out = output::raw();
    let source = concat!("wso2-design ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(page).title(title).source(source).manual("WSO2 clusters").render(&mut out)?;
    if command.is_none() {
        keys(&mut out)?;
        environment(&mut out)?;
    }
    Ok(out.flush()?)
}

fn keys(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, ".SH KEYS\nWhat can be done in the designer; the names are said behind \\fB:\\fR.")?;
    let mut place = None;
    for action in action::all() {
        if place != Some(action.place) {
            writeln!(out, ".SS \"{}\"", action.place.title())?;
            place = Some(action.place);
        }
        let keys = action.keys.iter().map(|key| action::shown(*key)).collect::<Vec<_>>().join(", ");
        let takes = action.argument.as_ref().map_or_else(String::new, |it| format!(" \\fI{}\\fR", it.name));
        let between = if keys.is_empty() { "" } else { ", " };
        writeln!(out, ".TP\n\\fB{}\\fR{between}:{}{takes}", roff(&keys), roff(action.name))?;
        writeln!(out, "{}.", roff(action.about))?;
    }
    Ok(())
}

fn environment(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, ".SH ENVIRONMENT")?;
    for (name, about) in [
        ("NO_COLOR", "No colour, in the designer and elsewhere."),
        ("WSO2_DESIGN_THEME", "The colours of the designer, as \\-\\-theme says them."),
        ("TERM", "Where it is dumb, the designer asks in plain text, as with \\-\\-plain."),
        ("XDG_STATE_HOME", "Below it, in wso2\\-design, unsaved work is kept; otherwise below ~/.local/state."),
    ] {
        writeln!(out, ".TP\n\\fB{name}\\fR\n{about}")?;
    }
    Ok(())
}

/// A text that the formatter takes as it is.
fn roff(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-");
    if text.starts_with(['.', '\'']) { format!("\\&{text}") } else { text }
}
