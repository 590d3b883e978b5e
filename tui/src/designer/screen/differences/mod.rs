//! What differs: from the bundle in a folder, from the product as it was downloaded, from the design as it was saved.

pub(crate) mod base;
mod draw;
mod list;
mod mouse;

pub(crate) use draw::draw;
pub(crate) use mouse::{aim, click, place};

use super::{Motion, files};
use crate::designer::background::{Kind, Later};
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::overlay::prompt::Prompt;
use crate::designer::text::Mask;
use crate::designer::text::difference::{Line, unified};
use crate::designer::text::search::{Pattern, Searchable};
use crate::designer::view::cursor;
use base::Base;
use list::{Differing, differing};
use std::cell::RefCell;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use wso2_design_core::bundle::Rendered;

/// How far a step to the side goes, in columns.
const SIDE: usize = 8;

/// What the screen remembers.
#[derive(Default)]
pub(crate) struct State {
    which: Which,
    /// Whether the text has the keys, not the list.
    in_text: bool,
    cursor: usize,
    filter: String,
    line: usize,
    left: usize,
    /// The folder of a bundle, and what is in it.
    folder: Option<(PathBuf, Arc<Later<Base>>)>,
    /// Of the saved text.
    saved: Option<(String, Arc<Later<Base>>)>,
    product: Option<Product>,
    asked: Option<Asked>,
    page: RefCell<Option<Rc<Page>>>,
}

/// The product's files that a bundle changes.
struct Product {
    files: Arc<Later<Rendered>>,
    base: Arc<Later<Base>>,
}

/// What the files are compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Which {
    #[default]
    Saved,
    Folder,
    Product,
}

/// A comparison that is being made.
struct Asked {
    base: Arc<Later<Base>>,
    files: Arc<Later<Rendered>>,
    mask: Arc<Mask>,
    list: Arc<Later<Vec<Differing>>>,
}

/// What differs in one file, as lines.
struct Page {
    of: Differing,
    lines: Vec<(Kin, String)>,
}

/// How a line of a comparison is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kin {
    Head,
    Same,
    Added,
    Removed,
}

impl State {
    /// Another bundle to compare with.
    pub(crate) fn compare(&mut self, folder: PathBuf, base: Arc<Later<Base>>) {
        self.folder = Some((folder, base));
        self.which = Which::Folder;
        self.first();
    }

    fn first(&mut self) {
        (self.cursor, self.line, self.left, self.in_text) = (0, 0, 0, false);
    }
}

/// Has what is compared made, and keeps the cursors inside it.
pub(crate) fn prepare(model: &mut Model) {
    let Some((files, plan, mask)) =
        files::shown(model).map(|it| (Arc::clone(&it.files), Arc::clone(&it.plan), Arc::clone(&it.mask)))
    else {
        return;
    };
    let stock = model.options.shelf.stocks.clone();
    let (state, background) = (&mut model.differences, &model.background);
    let base = match state.which {
        Which::Folder => state.folder.as_ref().map(|(_, base)| Arc::clone(base)),
        Which::Saved => model.draft.saved().map(|text| match &state.saved {
            Some((known, base)) if known == text => Arc::clone(base),
            _ => {
                let base = Base::of_saved(text, model.draft.syntax(), stock, background);
                state.saved = Some((text.to_owned(), Arc::clone(&base)));
                base
            }
        }),
        Which::Product => Some(match &state.product {
            Some(known) if Arc::ptr_eq(&known.files, &files) => Arc::clone(&known.base),
            _ => {
                let base = Base::of_product(plan, stock, background);
                state.product = Some(Product { files: Arc::clone(&files), base: Arc::clone(&base) });
                base
            }
        }),
    };
    let Some(base) = base else {
        state.asked = None;
        return;
    };
    let is_asked = |it: &Asked| Arc::ptr_eq(&it.base, &base) && Arc::ptr_eq(&it.files, &files);
    if !state.asked.as_ref().is_some_and(is_asked) {
        let (of, with) = (Arc::clone(&files), Arc::clone(&base));
        let list = background.later(Kind::Differences, move || differing(with.wait(), of.wait()));
        state.asked = Some(Asked { base, files, mask, list });
    }
    let (rows, lines) = (rows(model).len(), page(model).map_or(0, |page| page.lines.len()));
    let state = &mut model.differences;
    state.cursor = state.cursor.min(rows.saturating_sub(1));
    state.line = state.line.min(lines.saturating_sub(1));
    state.in_text &= lines > 0;
}

/// The files that differ and are seen.
fn rows(model: &Model) -> Vec<&Differing> {
    let state = &model.differences;
    let list = state.asked.as_ref().and_then(|asked| asked.list.get()).map_or(&[][..], Vec::as_slice);
    let filter = Pattern::new(&state.filter);
    list.iter().filter(|it| filter.as_ref().is_none_or(|filter| filter.is_in(&it.path))).collect()
}

/// What differs in the file under the cursor.
fn page(model: &Model) -> Option<Rc<Page>> {
    let state = &model.differences;
    let of = *rows(model).get(state.cursor)?;
    let mut kept = state.page.borrow_mut();
    if let Some(page) = kept.as_ref().filter(|page| is_same(&page.of, of)) {
        return Some(Rc::clone(page));
    }
    let asked = state.asked.as_ref()?;
    let mask = asked.base.get().map_or_else(|| asked.mask.as_ref().clone(), |base| asked.mask.and(&base.mask));
    let mask = match (&of.old, &of.new) {
        (Some(old), Some(new)) => mask.and_filled(old, new),
        _ => mask,
    };
    let text = |bytes: &Option<Arc<[u8]>>| {
        bytes.as_ref().map_or_else(String::new, |bytes| mask.shown(&of.path, true, bytes).0)
    };
    let mut lines: Vec<(Kin, String)> = unified(&text(&of.old), &text(&of.new)).into_iter().map(line).collect();
    if lines.is_empty() {
        lines.push((Kin::Head, "Only secrets differ, or ends of lines.".to_owned()));
    }
    let page = Rc::new(Page { of: of.clone(), lines });
    *kept = Some(Rc::clone(&page));
    Some(page)
}

/// Whether two are the same without looking into them.
fn is_same(one: &Differing, other: &Differing) -> bool {
    let same = |one: &Option<Arc<[u8]>>, other: &Option<Arc<[u8]>>| match (one, other) {
        (Some(one), Some(other)) => Arc::ptr_eq(one, other),
        (None, None) => true,
        _ => false,
    };
    one.path == other.path && same(&one.old, &other.old) && same(&one.new, &other.new)
}

fn line(line: Line) -> (Kin, String) {
    match line {
        Line::Head(_, now) => (Kin::Head, format!("line {now}")),
        Line::Same(text) => (Kin::Same, files::shown_line(&text)),
        Line::Added(text) => (Kin::Added, files::shown_line(&text)),
        Line::Removed(text) => (Kin::Removed, files::shown_line(&text)),
    }
}

pub(crate) fn go(model: &mut Model, motion: Motion) {
    let (rows, page) = (rows(model).len(), page(model));
    let state = &mut model.differences;
    match (state.in_text, motion) {
        (false, Motion::Right) => state.in_text = page.is_some(),
        (false, Motion::Left) => {}
        (false, other) => {
            state.cursor = cursor::moved(state.cursor, rows, 15, other);
            (state.line, state.left) = (0, 0);
        }
        (true, Motion::Left) if state.left == 0 => state.in_text = false,
        (true, Motion::Left) => state.left = state.left.saturating_sub(SIDE),
        (true, Motion::Right) => {
            let longest = page.map_or(0, |it| it.lines.iter().map(|(_, line)| line.len()).max().unwrap_or(0));
            if state.left + 2 * SIDE < longest {
                state.left += SIDE;
            }
        }
        (true, other) => {
            state.line = cursor::moved(state.line, page.map_or(0, |page| page.lines.len()), 15, other);
        }
    }
}

/// From the list to the text, or back.
pub(crate) fn switch(model: &mut Model) -> Effect {
    model.differences.in_text = !model.differences.in_text && page(model).is_some();
    Effect::Draw
}

/// Compares with something else.
pub(crate) fn turn(model: &mut Model) -> Effect {
    let state = &mut model.differences;
    state.which = match state.which {
        Which::Saved => Which::Folder,
        Which::Folder => Which::Product,
        Which::Product => Which::Saved,
    };
    state.first();
    Effect::Draw
}

/// Asks for the folder of a bundle.
pub(crate) fn choose(model: &mut Model) -> Effect {
    let known = model.differences.folder.as_ref().map(|(folder, _)| folder.display().to_string());
    let name = model.judged.plan.as_ref().map_or("cluster", |plan| plan.name.as_str());
    Prompt::compare(known.unwrap_or_else(|| format!("{name}-cluster"))).ask(model)
}

/// The product's files are others now: what was made with the ones before is made anew.
pub(crate) fn other_stock(model: &mut Model) {
    model.differences.saved = None;
    model.differences.product = None;
}

/// Reads the bundle in the folder again.
pub(crate) fn read_again(model: &mut Model) -> Effect {
    match &model.differences.folder {
        Some((folder, _)) => Effect::Compare(folder.clone()),
        None => choose(model),
    }
}

/// To the next place that differs, in this file or at the first of the next one; `back` to the one before.
pub(crate) fn next(model: &mut Model, back: bool) -> Effect {
    let rows = rows(model).len();
    let Some(page) = page(model) else { return Effect::Draw };
    let mut heads = page.lines.iter().enumerate().filter(|(_, (kin, _))| *kin == Kin::Head).map(|(number, _)| number);
    let state = &mut model.differences;
    let here = if back { heads.rfind(|it| *it < state.line) } else { heads.find(|it| *it > state.line) };
    match here {
        Some(line) => (state.line, state.in_text) = (line, true),
        None => {
            let motion = if back { Motion::Up } else { Motion::Down };
            state.cursor = cursor::moved(state.cursor, rows, 1, motion);
            (state.line, state.left) = (0, 0);
        }
    }
    Effect::Draw
}

/// Copies what differs in the file, secrets as stars.
pub(crate) fn copy(model: &mut Model) -> Effect {
    let Some(page) = page(model) else { return Effect::Draw };
    let sign = |kin: &Kin| match kin {
        Kin::Head => '@',
        Kin::Same => ' ',
        Kin::Added => '+',
        Kin::Removed => '-',
    };
    let text = page.lines.iter().map(|(kin, text)| format!("{}{text}\n", sign(kin))).collect();
    Effect::Copy { text, what: format!("what differs in {}, secrets as stars,", page.of.path) }
}

/// The list is narrowed; in the text the cursor goes to what is found.
pub(crate) fn searchable(model: &Model) -> Searchable {
    if model.differences.in_text {
        return Searchable::Lines {
            lines: |model| page(model).map_or_else(Vec::new, |it| it.lines.iter().map(|line| line.1.clone()).collect()),
            at: |model| model.differences.line,
            go: |model, line| model.differences.line = line,
        };
    }
    Searchable::Narrowed { kept: |model| &model.differences.filter, narrow: |model| &mut model.differences.filter }
}

#[cfg(test)]
mod tests;
