use super::plan;
use crate::cli::Render;
use crate::failure::Failure;
use crate::input::Source;
use crate::output::say;
use crate::progress::Progress;
use crate::stock::Stocks;
use crate::{secrets, write};
use annotate_snippets::Level;
use wso2_design_core::bundle::{self, Rendered};
use wso2_design_core::plan::Plan;

pub(super) fn run(arguments: &Render) -> Result<(), Failure> {
    let source = Source::open(&arguments.design)?;
    let mut plan = plan(&source, &source.document())?;
    let progress = Progress::begin("deciding");
    let stock = Stocks::open(&arguments.stock.stock, &plan)?;
    progress.stage("rendering");
    let design = source.as_toml();
    let mut rendered = with_stock(&plan, &design, &stock);
    let wanted = secrets::wanted(&plan, &rendered.files);
    let (names, marks) = (wanted.iter().map(ToString::to_string).collect::<Vec<_>>(), wanted.len());
    if arguments.fill_secrets && marks > 0 {
        match secrets::look_up(&wanted, source.folder()) {
            Ok(values) => plan.secrets = values,
            Err(missing) => {
                drop(progress);
                missing.iter().for_each(|sentence| say(&Level::ERROR, sentence));
                let count = match missing.len() {
                    1 => "a secret is missing".to_owned(),
                    several => format!("{several} secrets are missing"),
                };
                say(&Level::ERROR, &format!("{count}: nothing was written"));
                return Err(Failure::Design);
            }
        }
        rendered = with_stock(&plan, &design, &stock);
    }
    progress.stage("writing");
    let count = rendered.files.len();
    let written = write::write(&arguments.output, plan.name.as_str(), &rendered.files, arguments.force);
    drop(progress);
    tell(&stock, &rendered);
    written?;
    if marks > 0 && !arguments.fill_secrets {
        let sentence = format!(
            "passwords stand as marks in the files ({}): put them in with --fill-secrets, or on each machine",
            names.join(", ")
        );
        say(&Level::NOTE, &sentence);
    }
    let place = arguments.output.display();
    say(&Level::INFO.with_name("done"), &format!("{count} files of {} nodes in {place}", plan.nodes.len()));
    Ok(())
}

/// Renders, and nothing else: twice where secrets are filled in, since the first run says which are needed.
pub(super) fn with_stock(plan: &Plan, design: &str, stock: &Stocks) -> Rendered {
    bundle::render(plan, design, stock.given())
}

/// Says what was not as expected in the product's files.
pub(super) fn tell(stock: &Stocks, rendered: &Rendered) {
    let findings = rendered.findings.iter().map(ToString::to_string);
    for sentence in stock.troubles().into_iter().chain(findings) {
        say(&Level::WARNING, &sentence);
    }
}
