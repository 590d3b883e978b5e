use super::Book;
use crate::format::markdown::{Document, Inline, md};

/// The steps of the manual one after the other, each with what became of it: nobody who follows the manual's list shall miss one.
pub(super) fn write(book: &Book<'_>, doc: &mut Document) {
    let plan = book.plan();
    let manuals: Vec<_> =
        plan.release.line.manuals.iter().filter(|manual| manual.is_about(plan.pattern.pattern)).collect();
    if manuals.is_empty() {
        doc.paragraph("The manual has no list of steps for this; the steps of this guide are all that there is to do.");
    }
    for manual in manuals {
        doc.paragraph(md!("{}:", manual.title));
        doc.table(
            ["Step", "In the manual", "Here"],
            manual
                .steps
                .iter()
                .enumerate()
                .map(|(number, step)| [md!("{}", number + 1), Inline::from(step.title), Inline::from(step.here)]),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::guide::book::headings;
    use crate::sample;

    #[test]
    fn a_step_names_steps_of_the_guide_that_there_are() {
        let known: Vec<&str> = headings().filter_map(|heading| heading.strip_prefix("Step ")).collect();
        for (product, release, _) in sample::layouts() {
            for step in release.line.manuals.iter().flat_map(|manual| manual.steps) {
                for named in step.here.split("Step ").skip(1) {
                    assert!(
                        known.iter().any(|known| named.starts_with(known)),
                        "{}: «{}» names Step {named}",
                        product.id,
                        step.title
                    );
                }
            }
        }
    }
}
