use super::background::{Background, Kind, Later};
use super::draft::Draft;
use crate::stock::Stocks;
use std::cell::OnceCell;
use std::sync::Arc;
use wso2_design_core::bundle::{self, Rendered};
use wso2_design_core::diagnostic::Diagnostic;
use wso2_design_core::form::{Form, form};
use wso2_design_core::guide::{self, Task};
use wso2_design_core::plan::Plan;
use wso2_design_core::read::{self, Document, read};
use wso2_design_core::value::SecretValues;

/// What the core says of a design: made anew after each change.
pub(crate) struct Judged {
    /// The design as it was read.
    pub(crate) document: Document,
    /// What was decided; of a design with a fault, what can be shown of it.
    pub(crate) plan: Option<Arc<Plan>>,
    /// Whether the plan may be rendered.
    pub(crate) is_sound: bool,
    /// Everything that was found, the worst first.
    pub(crate) notes: Vec<Diagnostic>,
    /// The questions.
    pub(crate) form: Form,
    /// Every file; none where the design has an error.
    pub(crate) files: Option<Arc<Later<Rendered>>>,
    tasks: OnceCell<Vec<Task>>,
}

impl Judged {
    /// Without files: [`Self::render`] asks for them.
    pub(crate) fn of(draft: &Draft) -> Self {
        let document = read(draft.text(), draft.syntax());
        let checked = wso2_design_core::check(&document, SecretValues::default());
        let is_sound = !checked.has_errors();
        let plan = checked.plan.or_else(|| wso2_design_core::preview(&document)).map(Arc::new);
        let form = form(document.tree(), plan.as_deref(), &checked.notes);
        Self { document, plan, is_sound, notes: checked.notes, form, files: None, tasks: OnceCell::new() }
    }

    /// What there is to do with the bundle, made when it is first looked at.
    pub(crate) fn tasks(&self) -> &[Task] {
        let make = || self.plan.as_ref().map_or_else(Vec::new, |plan| guide::tasks(plan, &bundle::artifacts(plan)));
        self.tasks.get_or_init(make)
    }

    /// Has every file made.
    pub(crate) fn render(&mut self, draft: &Draft, stock: Option<&Arc<Stocks>>, background: &Background) {
        let Some(plan) = self.plan.clone().filter(|_| self.is_sound) else { return };
        let (text, syntax, stock) = (draft.text().to_owned(), draft.syntax(), stock.cloned());
        self.files = Some(background.later(Kind::Files, move || {
            let design = read::as_toml(&text, syntax);
            bundle::render(&plan, &design, stock.as_deref().and_then(Stocks::given))
        }));
    }

    /// Every file, as soon as they are made; none where the design has an error.
    pub(crate) fn wait(&self) -> Option<&Rendered> {
        Some(self.files.as_ref()?.wait())
    }
}
