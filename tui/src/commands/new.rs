use crate::cli::New;
use crate::failure::Failure;
use crate::output::{self, say};
use crate::save;
use annotate_snippets::Level;
use std::io::Write;
use wso2_design_core::catalogue::{PatternTraits, Product, Release, Roles};
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
            save::create(path, &text)?;
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
    let pattern = arguments.pattern.or_else(|| Starter::usual_pattern(product, release));
    let pattern = pattern.ok_or_else(|| Failure::Told(format!("{} has no pattern", product.name)))?;
    numbers_fit(arguments, pattern)?;
    let smallest = Starter::smallest(product, release, pattern);
    let smallest = smallest.ok_or_else(|| Failure::Told("no database is known".to_owned()))?;
    Ok(Starter {
        name: arguments.name.clone().unwrap_or(smallest.name),
        managers: arguments.managers.unwrap_or(smallest.managers),
        workers: arguments.workers.or(arguments.nodes).unwrap_or(smallest.workers),
        service: arguments.host.clone(),
        vendor: arguments.database.unwrap_or(smallest.vendor),
        ..smallest
    })
}

/// Whether the pattern has the numbers that were said.
fn numbers_fit(arguments: &New, pattern: &PatternTraits) -> Result<(), Failure> {
    let New { managers, workers, nodes, .. } = arguments;
    let told = match pattern.roles {
        Roles::WorkerManager { .. } if nodes.is_some() => "has --managers and --workers, no --nodes",
        Roles::Equal(_) if managers.or(*workers).is_some() => "has equal nodes: say --nodes COUNT",
        Roles::EqualWithAnalytics(_) | Roles::Components if managers.or(*workers).or(*nodes).is_some() => {
            "has roles of its own: change their numbers in the design"
        }
        _ => return Ok(()),
    };
    Err(format!("pattern `{}` {told}", pattern.key).into())
}

/// A release of a product.
pub(super) fn release(product: &'static Product, version: Version) -> Result<&'static Release, Failure> {
    product.release(version).ok_or_else(|| {
        let known: Vec<String> = product.releases.iter().map(|release| release.version.to_string()).collect();
        Failure::Told(format!("known releases of {} are {}", product.name, known.join(", ")))
    })
}
