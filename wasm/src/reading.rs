use std::borrow::Cow;
use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use wso2_design_core::bundle::{self, Artifact};
use wso2_design_core::form::{self, Form};
use wso2_design_core::plan::Plan;
use wso2_design_core::read::{self, Document, Syntax};
use wso2_design_core::value::SecretValues;
use wso2_design_core::{Checked, check, preview};

/// A design as it was read, decided and judged.
pub(crate) struct Reading {
    pub(crate) text: String,
    pub(crate) syntax: Syntax,
    pub(crate) document: Document,
    pub(crate) checked: Checked,
    form: OnceCell<Form>,
    parts: OnceCell<Vec<Artifact>>,
}

thread_local! {
    /// The design that was asked about last: a page asks a dozen questions about each text, one after the other.
    static LAST: RefCell<Option<Rc<Reading>>> = const { RefCell::new(None) };
}

/// Reads, decides and judges a design, unless it is the one that was asked about last.
pub(crate) fn reading(text: &str) -> Rc<Reading> {
    LAST.with_borrow_mut(|last| match last {
        Some(known) if known.text == text => Rc::clone(known),
        _ => Rc::clone(last.insert(Rc::new(Reading::of(text)))),
    })
}

impl Reading {
    fn of(text: &str) -> Self {
        let syntax = Syntax::guess(text);
        let document = read::read(text, syntax);
        let checked = check(&document, SecretValues::default());
        let (form, parts) = (OnceCell::new(), OnceCell::new());
        Self { text: text.to_owned(), syntax, document, checked, form, parts }
    }

    /// Its questions. While a design cannot be read, what is usual comes from the rest of it: the questions stay as they were.
    pub(crate) fn form(&self) -> &Form {
        self.form.get_or_init(|| {
            let Checked { plan, notes } = &self.checked;
            let preview = if plan.is_none() { preview(&self.document) } else { None };
            form::form(self.document.tree(), plan.as_ref().or(preview.as_ref()), notes)
        })
    }

    /// What was decided, where it may be rendered.
    pub(crate) fn sound(&self) -> Option<&Plan> {
        self.checked.plan.as_ref().filter(|_| !self.checked.has_errors())
    }

    /// Every file of it but those that tell of the others, as statements; none where it may not be rendered.
    pub(crate) fn parts(&self) -> &[Artifact] {
        self.parts.get_or_init(|| self.sound().map_or_else(Vec::new, bundle::parts))
    }

    /// What has the file at a path in it. A node's file comes alone where nothing else was asked for yet: a page paints it before
    /// anything else, and all files of a large cluster take far longer than one.
    pub(crate) fn holding(&self, path: &str) -> Cow<'_, [Artifact]> {
        let alone = match self.sound() {
            Some(plan) if self.parts.get().is_none() && path.starts_with("nodes/") => bundle::artifact(plan, path),
            _ => None,
        };
        alone.map_or_else(|| Cow::Borrowed(self.parts()), |it| Cow::Owned(vec![it]))
    }
}
