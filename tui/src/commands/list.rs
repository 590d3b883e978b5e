use crate::cli::{List, ListFormat, Listed};
use crate::designer::action;
use crate::failure::Failure;
use crate::output::{self, Table};
use std::io::Write;
use wso2_design_core::balancer::{Need, overview as programs};
use wso2_design_core::catalogue::{PATTERNS, PRODUCTS, VENDORS, overview};
use wso2_design_core::delivery::DELIVERIES;
use wso2_design_core::membership::SCHEMES;
use wso2_design_core::rules;

pub(super) fn run(arguments: &List) -> Result<(), Failure> {
    let table = match arguments.what {
        Listed::Products => products(),
        Listed::Releases => releases(),
        Listed::Patterns => patterns(),
        Listed::Schemes => schemes(),
        Listed::Balancers if arguments.format == ListFormat::Text => balancers_in_short(),
        Listed::Balancers => balancers(),
        Listed::Databases => databases(),
        Listed::Deliveries => deliveries(),
        Listed::Rules => codes(),
        Listed::Keys => keys(),
    };
    let mut out = output::out();
    match arguments.format {
        ListFormat::Text => table.text(&mut out)?,
        ListFormat::Json => writeln!(out, "{:#}", table.json())?,
        ListFormat::Markdown => table.markdown(&mut out)?,
    }
    Ok(out.flush()?)
}

fn products() -> Table {
    let mut table = Table::new(&["product", "name", "releases", "kernel", "configured by", "patterns", "roles"]);
    for line in overview() {
        let product = line.product;
        let by = line.configured_by.to_owned();
        table.row([product.id.into(), product.name.into(), line.releases, line.kernels, by, line.patterns, line.roles]);
    }
    table
}

fn releases() -> Table {
    let mut table = Table::new(&["product", "release", "kernel"]);
    for product in PRODUCTS {
        for release in product.releases {
            table.row([product.id.into(), release.version.to_string(), release.kernel.to_string()]);
        }
    }
    table
}

fn patterns() -> Table {
    let mut table = Table::new(&["pattern", "summary"]);
    for pattern in PATTERNS {
        table.row([pattern.key.into(), pattern.summary.into()]);
    }
    table
}

fn schemes() -> Table {
    let mut table = Table::new(&["scheme", "name", "summary"]);
    for scheme in SCHEMES {
        table.row([scheme.key.into(), scheme.name.into(), scheme.summary.into()]);
    }
    table
}

fn balancers() -> Table {
    let mut headings = vec!["balancer", "name", "versions", "keeps clients by"];
    headings.extend(Need::ALL.map(Need::heading));
    headings.push("verified");
    let mut table = Table::new(&headings);
    for program in programs() {
        let mut cells = vec![program.key.to_owned(), program.name.to_owned(), program.versions, program.stays];
        cells.extend(program.can.map(|(_, can)| if can { "yes".to_owned() } else { "no".to_owned() }));
        cells.push(program.verified.to_owned());
        table.cells(cells);
    }
    table
}

/// A line of a terminal has no room for a column each.
fn balancers_in_short() -> Table {
    let mut table = Table::new(&["balancer", "versions", "keeps clients by", "cannot"]);
    for program in programs() {
        let lacks: Vec<&str> = program.can.iter().filter(|(_, can)| !can).map(|(need, _)| need.heading()).collect();
        let lacks = if lacks.is_empty() { "nothing".to_owned() } else { lacks.join(", ") };
        table.row([program.key.into(), program.versions, program.stays, lacks]);
    }
    table
}

fn databases() -> Table {
    let mut table = Table::new(&["database", "port", "driver", "name"]);
    for vendor in VENDORS {
        table.row([vendor.key.into(), vendor.port.to_string(), vendor.driver.into(), vendor.name.into()]);
    }
    table
}

fn deliveries() -> Table {
    let mut table = Table::new(&["delivery", "name", "summary"]);
    for way in DELIVERIES {
        table.row([way.key.into(), way.name.into(), way.summary.into()]);
    }
    table
}

fn codes() -> Table {
    let mut table = Table::new(&["code", "severity", "finds"]);
    for page in rules::pages() {
        table.row([page.code.into(), page.severity.to_string(), page.title.into()]);
    }
    table
}

/// Every action of the designer, by the table that dispatches its keys.
fn keys() -> Table {
    let mut table = Table::new(&["action", "keys", "where", "does"]);
    for action in action::all() {
        let keys = action.keys.iter().map(|key| action::shown(*key)).collect::<Vec<_>>().join(", ");
        let name = action.argument.as_ref().map_or_else(String::new, |argument| format!(" {}", argument.name));
        table.row([format!("{}{name}", action.name), keys, action.place.title().to_owned(), action.about.to_owned()]);
    }
    table
}
