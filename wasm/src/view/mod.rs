//! The answers: what JavaScript sees of the core's types, where those are not plain enough themselves.

mod catalogue;
mod compare;
mod diagnostic;
mod edit;
mod explanation;
mod file;
mod home;
mod link;
mod task;

pub(crate) use catalogue::{Pattern, Product};
pub(crate) use compare::{Changed, Drift};
pub(crate) use diagnostic::{Checked, Diagnostic, Reading, Span};
pub(crate) use edit::{Edited, Mended};
pub(crate) use explanation::Explanation;
pub(crate) use file::{Entry, Made, Rendered, Shown};
pub(crate) use home::{Located, Wanted};
pub(crate) use link::{Shared, Unshared};
pub(crate) use task::Task;
