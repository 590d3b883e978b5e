//! What the tests of the whole project share: designs, stock on disk, and the difference between two files.

mod cases;
pub mod http;
mod stock;

pub use cases::{Case, cases};
pub use stock::{Folder, stock_of};

use std::path::PathBuf;
use wso2_design_core::bundle::{Rendered, Stock, render};
use wso2_design_core::plan::Plan;
use wso2_design_core::read::{Syntax, read};
use wso2_design_core::value::SecretValues;

/// The folder of the whole project.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).parent().map(PathBuf::from).unwrap_or_default()
}

/// The plan of a design without errors.
///
/// # Panics
/// If the design has an error: a test that calls this has nothing to test then.
#[expect(clippy::panic, reason = "a test's fault is a test's failure")]
pub fn plan(design: &str) -> Plan {
    let checked = wso2_design_core::check(&read(design, Syntax::guess(design)), SecretValues::default());
    if checked.has_errors() {
        panic!("the design has errors: {:#?}", checked.notes);
    }
    match checked.plan {
        Some(plan) => plan,
        None => panic!("there is no plan"),
    }
}

/// The plan of a design, if it has no error.
pub fn plan_of(design: &str) -> Option<Plan> {
    let checked = wso2_design_core::check(&read(design, Syntax::guess(design)), SecretValues::default());
    if checked.has_errors() { None } else { checked.plan }
}

/// The bundle of a design without errors.
pub fn rendered(design: &str, stock: Option<&dyn Stock>) -> Rendered {
    render(&plan(design), design, stock)
}
