use super::draft::Draft;
use crate::stock::Stocks;
use std::cell::OnceCell;
use wso2_design_core::bundle::{self, Rendered};
use wso2_design_core::diagnostic::Diagnostic;
use wso2_design_core::form::{Form, form};
use wso2_design_core::guide::{self, Task};
use wso2_design_core::plan::{self, Plan};
use wso2_design_core::read::{Document, read};
use wso2_design_core::value::SecretValues;

/// What the core says of a design: made anew after each change.
pub(crate) struct Judged {
    /// The design as it was read.
    pub(crate) document: Document,
    /// What was decided; of a design with a fault, what can be shown of it.
    pub(crate) plan: Option<Plan>,
    /// Whether the plan may be rendered.
    pub(crate) is_sound: bool,
    /// Everything that was found, the worst first.
    pub(crate) notes: Vec<Diagnostic>,
    /// The questions.
    pub(crate) form: Form,
    rendered: OnceCell<Option<Rendered>>,
    tasks: OnceCell<Vec<Task>>,
}

impl Judged {
    pub(crate) fn of(draft: &Draft) -> Self {
        let document = read(draft.text(), draft.syntax());
        let checked = wso2_design_core::check(&document, SecretValues::default());
        let is_sound = !checked.has_errors();
        let preview = || document.preview().and_then(|design| plan::resolve(design).output);
        let plan = checked.plan.or_else(preview);
        let form = form(document.tree(), plan.as_ref(), &checked.notes);
        Self { document, plan, is_sound, notes: checked.notes, form, rendered: OnceCell::new(), tasks: OnceCell::new() }
    }

    /// What there is to do with the bundle, made when it is first looked at.
    pub(crate) fn tasks(&self) -> &[Task] {
        let make = || self.plan.as_ref().map_or_else(Vec::new, |plan| guide::tasks(plan, &bundle::artifacts(plan)));
        self.tasks.get_or_init(make)
    }

    /// Every file, made when it is first looked at; none where the design has an error.
    pub(crate) fn rendered(&self, draft: &Draft, stock: Option<&Stocks>) -> Option<&Rendered> {
        let make = || {
            let plan = self.plan.as_ref().filter(|_| self.is_sound)?;
            let design = wso2_design_core::read::as_toml(draft.text(), draft.syntax());
            Some(bundle::render(plan, &design, stock.and_then(Stocks::given)))
        };
        self.rendered.get_or_init(make).as_ref()
    }
}
