use crate::cli::New;
use crate::failure::Failure;
use crate::output::{self, say};
use annotate_snippets::Level;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::path::Path;
use wso2_design_core::catalogue::{PatternTraits, Product, Release, Roles, VENDORS, pattern};
use wso2_design_core::design::Pattern;
use wso2_design_core::starter::Starter;
use wso2_design_core::value::Version;

pub(super) fn run(arguments: &New) -> Result<(), Failure> {
    let text = starter(arguments)?.to_string();
    match &arguments.output {
        None => {
            let mut out = output::raw();
            out.write_all(text.as_bytes())?;
            Ok(out.flush()?)
        }
        Some(path) => {
            write(path, &text)?;
            let shown = path.display();
            say(
                &Level::INFO.with_name("done"),
                &format!("{shown}: now put your addresses in, and `wso2-design check {shown}`"),
            );
            Ok(())
        }
    }
}

fn starter(arguments: &New) -> Result<Starter, Failure> {
    let product = arguments.product;
    let release = match arguments.release {
        Some(version) => release(product, version)?,
        None => product.releases.last().ok_or_else(|| Failure::Told(format!("{} has no release", product.name)))?,
    };
    let pattern = arguments.pattern.map_or_else(|| usual_pattern(product, release), Ok)?;
    let (managers, workers) = match pattern.roles {
        Roles::WorkerManager { managers, workers } if arguments.nodes.is_none() => {
            (arguments.managers.unwrap_or(small(managers)), arguments.workers.unwrap_or(small(workers)))
        }
        Roles::WorkerManager { .. } => {
            return Err(format!("pattern `{}` has --managers and --workers, no --nodes", pattern.key).into());
        }
        Roles::Equal(nodes) if arguments.managers.is_none() && arguments.workers.is_none() => {
            (0, arguments.nodes.unwrap_or(small(nodes)))
        }
        Roles::Equal(_) => {
            return Err(format!("pattern `{}` has equal nodes: say --nodes COUNT", pattern.key).into());
        }
        Roles::EqualWithAnalytics(_) | Roles::Components
            if arguments.managers.or(arguments.workers).or(arguments.nodes).is_none() =>
        {
            (0, 0)
        }
        Roles::EqualWithAnalytics(_) | Roles::Components => {
            return Err(
                format!("pattern `{}` has roles of its own: change their numbers in the design", pattern.key).into()
            );
        }
    };
    let name = match &arguments.name {
        Some(name) => name.clone(),
        None => product.id.parse().map_err(|why| Failure::Told(format!("{why}")))?,
    };
    let vendor = arguments.database.or(VENDORS.first()).ok_or_else(|| Failure::Told("no database is known".into()))?;
    Ok(Starter { name, product, release, pattern, managers, workers, service: arguments.host.clone(), vendor })
}

/// A release of a product.
pub(super) fn release(product: &'static Product, version: Version) -> Result<&'static Release, Failure> {
    product.release(version).ok_or_else(|| {
        let known: Vec<String> = product.releases.iter().map(|release| release.version.to_string()).collect();
        Failure::Told(format!("known releases of {} are {}", product.name, known.join(", ")))
    })
}

/// Managers and workers, at least two of each; equal nodes where the product's manual has no managers; what there is where
/// it has no equal nodes either.
fn usual_pattern(product: &Product, release: &Release) -> Result<&'static PatternTraits, Failure> {
    let known = release.line.patterns;
    let usual = if product.worker_manager { Pattern::WorkerManager2 } else { Pattern::Symmetric };
    let found = known.iter().find(|known| **known == usual).or(known.first());
    found.map(|key| pattern(*key)).ok_or_else(|| Failure::Told(format!("{} has no pattern", product.name)))
}

fn small(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(2)
}

/// Writes a new file, and never over one that is there.
pub(super) fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let made = OpenOptions::new().write(true).create_new(true).open(path);
    let mut file = made.map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            Failure::Told(format!("`{}` is there already: choose another name", path.display()))
        }
        _ => Failure::file("cannot write", path, &error),
    })?;
    file.write_all(text.as_bytes()).map_err(|error| {
        // Half a design is worse than none.
        let _ = std::fs::remove_file(path);
        Failure::file("cannot write", path, &error)
    })
}
