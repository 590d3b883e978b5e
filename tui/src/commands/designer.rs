use crate::cli::{BEGIN, Designer};
use crate::designer::{self, Draft, Options, Screenshot};
use crate::failure::Failure;
use crate::input::Source;
use crate::output;
use crate::stock::Stocks;
use std::io::{IsTerminal, Write, stdin, stdout};
use std::sync::Arc;
use wso2_design_core::plan;
use wso2_design_core::read::{self, Syntax};

/// Opens the designer; without a terminal says what else there is.
pub(super) fn run(arguments: &Designer) -> Result<(), Failure> {
    if arguments.design.is_none()
        && arguments.screenshot.is_none()
        && !(stdin().is_terminal() && stdout().is_terminal())
    {
        return begin();
    }
    let draft = match &arguments.design {
        None => Draft::new(String::new(), Syntax::Toml),
        Some(path) => {
            let source = Source::open_path(path)?;
            Draft::of_file(source.text, source.syntax, path.clone())
        }
    };
    let document = read::read(draft.text(), draft.syntax());
    let plan = document.preview().and_then(|design| plan::resolve(design).output);
    let stock = plan.map(|plan| Stocks::open(&arguments.stock.stock, &plan)).transpose()?;
    let stock = stock.map(Arc::new);
    let options = Options { read_only: arguments.read_only, mouse: true, stock, ..Options::default() };
    if let Some(file) = &arguments.screenshot {
        return designer::screenshot(draft, options, &Screenshot { keys: &arguments.keys, size: arguments.size, file });
    }
    designer::run(draft, options)
}

fn begin() -> Result<(), Failure> {
    let mut out = output::out();
    writeln!(out, "wso2-design {}: every file of a WSO2 cluster from one design\n", env!("CARGO_PKG_VERSION"))?;
    writeln!(out, "{BEGIN}\n\nMore: wso2-design --help")?;
    Ok(out.flush()?)
}
