//! Every file as it will be: the tree at the left, the text at the right, below it why the line under the cursor is as it is.

mod draw;
mod line;
mod mouse;
mod page;
mod reason;
mod tree;

pub(crate) use draw::draw;
pub(crate) use line::Seen;
pub(crate) use mouse::{aim, click, place};
pub(crate) use page::{Page, shown as shown_line};
pub(crate) use reason::follow;

use super::Motion;
use crate::designer::background::{Kind, Later};
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::text::Mask;
use crate::designer::text::search::{Pattern, Searchable};
use crate::designer::view::cursor;
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::Arc;
use tree::{Entry, Tree};
use wso2_design_core::bundle::{File, Origin, Rendered};
use wso2_design_core::plan::Plan;

/// How far a step to the side goes, in columns.
const SIDE: usize = 8;

/// What the screen remembers.
#[derive(Default)]
pub(crate) struct State {
    /// What has the keys.
    pub(crate) part: Part,
    /// The files of the design, as soon as they are made.
    now: Option<Shown>,
    /// The last that were made before.
    before: Option<Shown>,
    /// The folders that are not open, or closed, as usual.
    turned: BTreeSet<String>,
    /// The file or folder under the cursor.
    pub(crate) path: String,
    /// Where that was, in case it is gone.
    row: usize,
    /// What the tree is narrowed to.
    pub(crate) filter: String,
    /// What it was narrowed to when the cursor was put on the first file.
    filtered: String,
    /// The line under the cursor, and the first column that is seen.
    pub(crate) line: usize,
    left: usize,
    page: RefCell<Option<Rc<Page>>>,
    reasons: Option<Reasons>,
}

/// Why the lines of a file are as they are.
struct Reasons {
    files: Arc<Later<Rendered>>,
    path: String,
    all: Arc<Later<Told>>,
}

/// What is known of a file's lines.
#[derive(Default)]
struct Told {
    origins: Vec<Origin>,
    /// Whether the product comes with the file, so that most lines are its own.
    is_stock: bool,
}

/// A part of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Part {
    #[default]
    Tree,
    Text,
}

/// The files of a design at one moment.
pub(crate) struct Shown {
    pub(crate) files: Arc<Later<Rendered>>,
    tree: Arc<Later<Tree>>,
    pub(crate) plan: Arc<Plan>,
    pub(crate) mask: Arc<Mask>,
    /// The files before the last change.
    earlier: Option<Arc<Later<Rendered>>>,
}

impl Shown {
    fn is_made(&self) -> bool {
        self.tree.get().is_some()
    }
}

/// Other files are being made: those that were seen stay until then.
pub(crate) fn rendered(model: &mut Model) {
    let (Some(files), Some(plan)) = (model.judged.files.clone(), model.judged.plan.clone()) else { return };
    if let Some(now) = model.files.now.take_if(|now| now.is_made()) {
        model.files.before = Some(now);
    }
    let earlier = model.files.before.as_ref().map(|before| Arc::clone(&before.files));
    let (of, old) = (Arc::clone(&files), earlier.clone());
    let make = move || Tree::of(of.wait(), old.as_ref().map(|old| old.wait()));
    let tree = model.background.later(Kind::Tree, make);
    let mask = Arc::new(Mask::of(&model.judged.document));
    model.files.now = Some(Shown { files, tree, plan, mask, earlier });
}

/// What can be seen: the files of the design, or else the last that were made.
pub(crate) fn shown(model: &Model) -> Option<&Shown> {
    let state = &model.files;
    state.now.as_ref().filter(|now| now.is_made()).or(state.before.as_ref())
}

/// Whether what is seen is older than the design.
fn is_behind(model: &Model) -> bool {
    model.judged.files.is_some() && model.files.now.as_ref().is_some_and(|now| !now.is_made())
}

fn tree(model: &Model) -> Option<&Tree> {
    shown(model)?.tree.get()
}

/// The rows of the tree that are seen, and the one of the cursor.
fn rows(model: &Model) -> (Vec<usize>, usize) {
    let Some(tree) = tree(model) else { return (Vec::new(), 0) };
    let state = &model.files;
    let rows = tree.rows(&state.turned, Pattern::new(&state.filter).as_ref());
    let is_there = |row: &usize| tree.entries.get(*row).is_some_and(|entry| entry.path == state.path);
    let at = rows.iter().position(is_there).unwrap_or(state.row.min(rows.len().saturating_sub(1)));
    (rows, at)
}

/// The file or folder under the cursor.
fn entry(model: &Model) -> Option<&Entry> {
    let (rows, at) = rows(model);
    tree(model)?.entries.get(*rows.get(at)?)
}

/// The file under the cursor.
pub(crate) fn file(model: &Model) -> Option<&File> {
    shown(model)?.files.get()?.files.get(entry(model)?.file?)
}

/// The text of the file under the cursor.
pub(crate) fn page(model: &Model) -> Option<Rc<Page>> {
    let (file, shown) = (file(model)?, shown(model)?);
    let earlier = shown.earlier.as_ref().and_then(|earlier| earlier.get());
    let earlier = earlier.and_then(|it| it.files.iter().find(|old| old.path == file.path)).map(|old| &old.bytes);
    let mut kept = model.files.page.borrow_mut();
    if let Some(page) = kept.as_ref().filter(|page| page.is_of(file, earlier)) {
        return Some(Rc::clone(page));
    }
    let page = Rc::new(Page::of(file, earlier, &shown.mask));
    *kept = Some(Rc::clone(&page));
    Some(page)
}

/// Asks for the reasons of the file that is seen, and keeps the cursor inside it.
pub(crate) fn prepare(model: &mut Model) {
    // What is seen first is a file of the product.
    let product = |model: &Model| tree(model)?.first_of_a_node().filter(|_| model.files.path.is_empty());
    if let Some(number) = product(model) {
        reveal(model, number);
    }
    let (rows, at) = rows(model);
    let entry = |row: usize| tree(model)?.entries.get(row);
    let is_narrowed = model.files.filter != model.files.filtered && !model.files.filter.is_empty();
    let first = rows.iter().position(|row| entry(*row).is_some_and(|entry| entry.file.is_some()));
    let is_new = model.files.path.is_empty();
    let at = first.filter(|_| is_narrowed || is_new).unwrap_or(at);
    let path = rows.get(at).and_then(|row| entry(*row)).map(|entry| entry.path.clone());
    model.files.row = at;
    model.files.filtered = model.files.filter.clone();
    if let Some(path) = path.filter(|path| *path != model.files.path) {
        model.files.path = path;
        (model.files.line, model.files.left) = (0, 0);
    }
    match page(model) {
        Some(page) => model.files.line = model.files.line.min(page.lines.len().saturating_sub(1)),
        None => model.files.part = Part::Tree,
    }
    reason::ask(model);
}

pub(crate) fn go(model: &mut Model, motion: Motion) {
    match model.files.part {
        Part::Tree => go_in_tree(model, motion),
        Part::Text => go_in_text(model, motion),
    }
}

fn go_in_tree(model: &mut Model, motion: Motion) {
    let (rows, at) = rows(model);
    let Some(tree) = tree(model) else { return };
    let path = |row: usize| rows.get(row).and_then(|row| tree.entries.get(*row)).map(|entry| entry.path.clone());
    let Some((number, here)) = rows.get(at).and_then(|row| Some((*row, tree.entries.get(*row)?))) else { return };
    let is_open = here.file.is_none() && tree.is_open(here, &model.files.turned);
    let target = match motion {
        Motion::Right if here.file.is_some() => {
            model.files.part = Part::Text;
            return;
        }
        Motion::Right if is_open => path(at + 1),
        Motion::Left if !is_open => tree.above(number).last().map(|folder| folder.path.clone()),
        Motion::Left | Motion::Right => return turn(model),
        other => path(cursor::moved(at, rows.len(), 15, other)),
    };
    if let Some(path) = target {
        choose(model, path);
    }
}

fn go_in_text(model: &mut Model, motion: Motion) {
    let Some(page) = page(model) else { return };
    let longest = page.lines.iter().map(|line| line.len()).max().unwrap_or(0);
    let state = &mut model.files;
    match motion {
        Motion::Left if state.left == 0 => state.part = Part::Tree,
        Motion::Left => state.left = state.left.saturating_sub(SIDE),
        Motion::Right if state.left + 2 * SIDE < longest => state.left += SIDE,
        Motion::Right => {}
        other => state.line = cursor::moved(state.line, page.lines.len(), 15, other),
    }
}

/// Puts the cursor of the tree on a path.
fn choose(model: &mut Model, path: String) {
    if path != model.files.path {
        model.files.path = path;
        (model.files.line, model.files.left) = (0, 0);
    }
}

/// Puts the cursor of the tree on an entry, with the folders around it open.
fn reveal(model: &mut Model, number: usize) {
    let Some((tree, entry)) = tree(model).and_then(|tree| Some((tree, tree.entries.get(number)?))) else { return };
    let path = entry.path.clone();
    let closed = tree.above(number).filter(|folder| !tree.is_open(folder, &model.files.turned));
    let closed: Vec<String> = closed.map(|folder| folder.path.clone()).collect();
    for folder in closed {
        if !model.files.turned.remove(&folder) {
            model.files.turned.insert(folder);
        }
    }
    choose(model, path);
}

/// Opens the folder under the cursor, or closes it.
fn turn(model: &mut Model) {
    let Some(path) = entry(model).filter(|entry| entry.file.is_none()).map(|entry| entry.path.clone()) else { return };
    if !model.files.turned.remove(&path) {
        model.files.turned.insert(path);
    }
}

/// Opens a folder, goes into a file, or from a line to the question that decides it.
pub(crate) fn open(model: &mut Model) -> Effect {
    match (model.files.part, file(model).is_some()) {
        (Part::Text, _) => return follow(model),
        (Part::Tree, true) => model.files.part = Part::Text,
        (Part::Tree, false) => turn(model),
    }
    Effect::Draw
}

/// To the other part of the screen.
pub(crate) fn switch(model: &mut Model) -> Effect {
    model.files.part = match model.files.part {
        Part::Tree if file(model).is_some() => Part::Text,
        _ => Part::Tree,
    };
    Effect::Draw
}

/// To the next place that the last change of the design changed, in this file or in the next; `back` to the one before.
pub(crate) fn next_change(model: &mut Model, back: bool) -> Effect {
    let places = page(model).map(|page| page.places.clone()).unwrap_or_default();
    let line = model.files.line;
    let is_in_text = model.files.part == Part::Text;
    let here = match back {
        true => places.iter().rfind(|place| **place < line),
        false => places.iter().find(|place| **place > line || (!is_in_text && **place == line)),
    };
    if let Some(place) = here {
        (model.files.line, model.files.part) = (*place, Part::Text);
        return Effect::Draw;
    }
    let Some(tree) = tree(model) else { return Effect::Draw };
    let number = tree.find(&model.files.path).unwrap_or(0);
    let mut changed = tree.entries.iter().enumerate().filter(|(_, entry)| entry.changed && entry.file.is_some());
    let next = if back { changed.rfind(|(it, _)| *it < number) } else { changed.find(|(it, _)| *it > number) };
    let Some((number, _)) = next else {
        model.trouble(if back { "nothing was changed before this" } else { "nothing was changed after this" });
        return Effect::Draw;
    };
    model.files.filter.clear();
    reveal(model, number);
    let places = page(model).map(|page| page.places.clone()).unwrap_or_default();
    let place = if back { places.last() } else { places.first() };
    (model.files.line, model.files.part) = (place.copied().unwrap_or(0), Part::Text);
    Effect::Draw
}

/// Copies the file, or the line under the cursor; secrets stay stars.
pub(crate) fn copy(model: &mut Model) -> Effect {
    let Some((page, file)) = page(model).zip(file(model)) else { return Effect::Draw };
    let name = file.path.rsplit('/').next().unwrap_or_default();
    let stars = if page.masked { ", secrets as stars," } else { "" };
    if model.files.part == Part::Text {
        let line = page.lines.get(model.files.line).map_or("", |line| line.trim());
        return Effect::Copy { text: line.to_owned(), what: format!("line {}{stars}", model.files.line + 1) };
    }
    let text = shown(model).map_or_else(String::new, |shown| shown.mask.text(file).0);
    Effect::Copy { text, what: format!("{name}{stars}") }
}

/// Copies the path of the file in the bundle.
pub(crate) fn copy_path(model: &mut Model) -> Effect {
    Effect::Copy { text: model.files.path.clone(), what: "the path".to_owned() }
}

/// The tree is narrowed; in the text the cursor goes to what is found.
pub(crate) fn searchable(model: &Model) -> Searchable {
    match model.files.part {
        Part::Tree => {
            Searchable::Narrowed { kept: |model| &model.files.filter, narrow: |model| &mut model.files.filter }
        }
        Part::Text => Searchable::Lines {
            lines: |model| page(model).map(|page| page.lines.clone()).unwrap_or_default(),
            at: |model| model.files.line,
            go: |model, line| model.files.line = line,
        },
    }
}

#[cfg(test)]
mod tests;
