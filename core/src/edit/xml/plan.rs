use super::changes::{Changes, Op};
use super::insert::Insertion;
use super::locate::{Target, locate};
use super::{Edit, Want, absent, attribute, children, insert, merge, text};
use crate::edit::{Finding, Trouble};
use crate::format::xml::Document;

/// What was found and what to do about it.
pub(super) type Planned<'d> = Result<(Finding, Vec<Op<'d>>), Trouble>;

/// Asks a file about a statement. `changes` are those of the statements before.
pub(super) fn plan<'d>(document: &'d Document<'d>, edit: &'d Edit, changes: &Changes<'d>) -> Planned<'d> {
    let target = match locate(document, &edit.at) {
        // Nothing can stand in an element that is not there.
        Err(Trouble::Missing { .. }) if edit.want == Want::Absent => return Ok((Finding::Holds, Vec::new())),
        other => other?,
    };
    match (&edit.want, target) {
        (Want::Text { text, .. }, Target::Here(tag)) => text::plan(tag, text, &edit.at),
        (Want::Attribute { name, value }, Target::Here(tag)) => attribute::plan(tag, name, value, edit.at.0.last()),
        (Want::Element(element), Target::Here(tag)) => merge::plan(tag, element, edit),
        (Want::Children(wanted), Target::Here(tag)) => Ok(children::plan(tag, wanted)),
        (Want::Absent, Target::Here(tag)) => absent::plan(tag, document),
        (Want::Absent, Target::Absent { .. }) => Ok((Finding::Holds, Vec::new())),
        (Want::Attribute { .. } | Want::Children(_), Target::Absent { .. }) => {
            Err(Trouble::Missing { place: edit.at.to_string() })
        }
        (Want::Text { .. } | Want::Element(_), Target::Absent { parent, step }) => {
            let element = insert::element(edit, step)?;
            let insertion = Insertion { parent, step: Some(step), after: edit.after.as_ref(), element: &element };
            Ok((Finding::Absent, insertion.plan(changes).into_iter().collect()))
        }
    }
}
