use super::{plan, render};
use crate::cli::Show;
use crate::failure::Failure;
use crate::input::Source;
use crate::output;
use crate::stock::Stocks;
use std::io::{IsTerminal, Write};
use wso2_design_core::bundle::{File, Owner};

pub(super) fn run(arguments: &Show) -> Result<(), Failure> {
    let source = Source::open(&arguments.design)?;
    let plan = plan(&source, &source.document())?;
    if arguments.resolved {
        return print(wso2_design_core::resolved(&plan).as_bytes());
    }
    let stock = Stocks::open(&arguments.stock.stock, &plan)?;
    let rendered = render::with_stock(&plan, &source.as_toml(), &stock);
    render::tell(&stock, &rendered);
    let files: Vec<&File> = rendered.files.iter().collect();
    let Some(what) = arguments.what.as_deref() else { return list(&files) };
    if let Some((owner, path)) = what.split_once(':') {
        return print(&one(&of(&files, owner), path)?.bytes);
    }
    let owned = of(&files, what);
    if owned.is_empty() { print(&one(&files, what)?.bytes) } else { list(&owned) }
}

/// The files of a node or a load balancer; the bundle's own have no owner to name.
fn of<'f>(files: &[&'f File], owner: &str) -> Vec<&'f File> {
    let is = |file: &&&File| match &file.owner {
        Owner::Node(name) => name.as_str() == owner,
        Owner::Balancer(name) => name.as_str() == owner,
        Owner::Cluster => owner.is_empty(),
    };
    files.iter().filter(is).copied().collect()
}

/// The one file whose path is this, or else ends with it.
fn one<'f>(files: &[&'f File], path: &str) -> Result<&'f File, Failure> {
    if let Some(exact) = files.iter().find(|file| file.path == path) {
        return Ok(exact);
    }
    let end = format!("/{path}");
    let fits: Vec<&&File> = files.iter().filter(|file| file.path.ends_with(&end)).collect();
    match fits.as_slice() {
        [one] => Ok(one),
        [] => Err(format!("there is no file or node `{path}` in this bundle: `show` without it lists them").into()),
        several => {
            let paths: Vec<String> = several.iter().take(5).map(|file| format!("`{}`", file.path)).collect();
            let more = if several.len() > 5 { format!(" and {} more", several.len() - 5) } else { String::new() };
            Err(format!("several files end with `{path}`: {}{more}", paths.join(", ")).into())
        }
    }
}

fn list(files: &[&File]) -> Result<(), Failure> {
    let mut out = output::raw();
    for file in files {
        writeln!(out, "{}", file.path)?;
    }
    Ok(out.flush()?)
}

/// A pipe gets the bytes as they are; a terminal gets nothing that it would obey.
fn print(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = output::raw();
    if std::io::stdout().is_terminal() {
        out.write_all(output::safe(&String::from_utf8_lossy(bytes)).as_bytes())?;
    } else {
        out.write_all(bytes)?;
    }
    Ok(out.flush()?)
}
