use super::{Motion, Screen, picture};
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::overlay::picker::{Act, Picker};
use crate::designer::view::{self, cursor, wrapped_spans};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Margin, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use std::cell::OnceCell;
use std::rc::Rc;
use wso2_design_core::catalogue::{PATTERNS, PRODUCTS, PatternTraits, Product, Release};
use wso2_design_core::design::Pattern;
use wso2_design_core::diagnostic::Fix;
use wso2_design_core::plan::{self, Plan};
use wso2_design_core::read::{self, Syntax};
use wso2_design_core::starter::Starter;

/// Which pattern the cursor is on, and the small clusters that are drawn: each made when it is first looked at.
pub(crate) struct State {
    pub(crate) cursor: usize,
    plans: [OnceCell<Option<Plan>>; PATTERNS_KNOWN],
}

/// The cursor is on the pattern that most clusters have.
impl Default for State {
    fn default() -> Self {
        let usual = PATTERNS.iter().position(|it| it.pattern == Pattern::WorkerManager2);
        Self { cursor: usual.unwrap_or(0), plans: Default::default() }
    }
}

/// How many patterns there are.
const PATTERNS_KNOWN: usize = 11;

pub(crate) fn go(model: &mut Model, motion: Motion) {
    model.gallery.cursor = cursor::moved(model.gallery.cursor, patterns(model).len(), 5, motion);
}

/// The pattern under the cursor.
pub(crate) fn current(model: &Model) -> Option<&'static PatternTraits> {
    patterns(model).get(model.gallery.cursor).copied()
}

/// Takes the pattern: for the design that there is, or for a new one of a product that is asked for.
pub(crate) fn choose(model: &mut Model) -> Effect {
    let Some(pattern) = current(model) else { return Effect::Draw };
    if model.judged.plan.is_some() {
        model.apply(&Fix::unsafe_(format!("take {}", pattern.name)).set("pattern", pattern.key));
        model.screen = Screen::Design;
    } else {
        ask_product(model, pattern);
    }
    Effect::Draw
}

fn ask_product(model: &mut Model, pattern: &'static PatternTraits) {
    let products: Vec<&'static Product> =
        PRODUCTS.iter().copied().filter(|product| releases(product, pattern).next().is_some()).collect();
    let usual =
        usual(pattern).map_or(0, |(product, _)| products.iter().position(|it| it.id == product.id).unwrap_or(0));
    let items = products.into_iter().map(|product| {
        let act: Act = Rc::new(move |model| {
            ask_release(model, pattern, product);
            Effect::Draw
        });
        let known: Vec<String> = releases(product, pattern).map(|release| release.version.to_string()).collect();
        (product.name.to_owned(), format!("{}: {}", product.id, known.join(", ")), act)
    });
    model.picker = Some(Picker::of(&format!("{}: of which product?", pattern.name), usual, items));
}

fn ask_release(model: &mut Model, pattern: &'static PatternTraits, product: &'static Product) {
    let all: Vec<&'static Release> = releases(product, pattern).collect();
    // The newest.
    let usual = all.len().saturating_sub(1);
    let items = all.into_iter().map(|release| {
        let act: Act = Rc::new(move |model| {
            begin(model, pattern, product, release);
            Effect::Draw
        });
        let label = format!("{} {}", product.name, release.version);
        (label, format!("on Carbon kernel {}", release.kernel), act)
    });
    model.picker = Some(Picker::of("Which release?", usual, items));
}

/// A new design.
fn begin(model: &mut Model, pattern: &'static PatternTraits, product: &'static Product, release: &'static Release) {
    if let Some(starter) = Starter::smallest(product, release, pattern) {
        model.replace(starter.to_string(), &format!("begin with {}", pattern.name));
        model.screen = Screen::Design;
    }
}

/// The patterns that the design's product knows; all where there is no design yet.
fn patterns(model: &Model) -> Vec<&'static PatternTraits> {
    let known = model.judged.plan.as_ref().map(|plan| plan.release.line.patterns);
    PATTERNS.iter().filter(|it| known.is_none_or(|some| some.contains(&it.pattern))).collect()
}

/// The releases of a product that know a pattern.
fn releases(product: &'static Product, pattern: &PatternTraits) -> impl Iterator<Item = &'static Release> {
    let pattern = pattern.pattern;
    product.releases.iter().filter(move |release| release.line.patterns.contains(&pattern))
}

/// The product that a pattern is shown with: the first that knows it, in its newest release.
fn usual(pattern: &PatternTraits) -> Option<(&'static Product, &'static Release)> {
    PRODUCTS.iter().find_map(|product| Some((*product, releases(product, pattern).last()?)))
}

/// The smallest cluster of a pattern.
fn small<'m>(model: &'m Model, pattern: &'static PatternTraits) -> Option<&'m Plan> {
    let make = || {
        let (product, release) = usual(pattern)?;
        let document = read::read(&Starter::smallest(product, release, pattern)?.to_string(), Syntax::Toml);
        plan::resolve(document.preview()?).output
    };
    model.gallery.plans.get(pattern.pattern as usize)?.get_or_init(make).as_ref()
}

/// The row of the list at a place of its inside: says whether there is one.
pub(crate) fn click(model: &mut Model, height: u16, row: u16) -> bool {
    let number = patterns(model).len();
    let at = cursor::window(model.gallery.cursor, number, height.into()) + usize::from(row);
    if at < number {
        model.gallery.cursor = at;
    }
    at < number
}

/// The list, and what is told of a pattern.
pub(crate) fn areas(area: Rect) -> [Rect; 2] {
    let list = if area.width >= 100 { 36 } else { 31 };
    Layout::horizontal([Constraint::Length(list), Constraint::Fill(1)]).areas(area)
}

pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let [left, right] = areas(area);
    let all = patterns(model);
    let inside = view::pane(theme, frame, left, "Patterns", true);
    let from = cursor::window(model.gallery.cursor, all.len(), inside.height.into());
    let now = model.judged.plan.as_ref().map(|plan| plan.pattern.pattern);
    let lines = all.iter().enumerate().skip(from).take(inside.height.into()).map(|(number, pattern)| {
        let mark = if now == Some(pattern.pattern) { theme.signs().bullet } else { " " };
        let name = view::cut(pattern.name, usize::from(inside.width).saturating_sub(2), theme);
        let line = Line::raw(format!("{mark} {name}"));
        if number == model.gallery.cursor { view::chosen(line, inside.width.into(), theme) } else { line }
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inside);
    let Some(pattern) = all.get(model.gallery.cursor) else { return };
    let facts = facts(model, pattern);
    // Where the room is short, the facts stand below the list, and the picture takes their place.
    let short = right.height < 26;
    if short {
        let lines = told(model, &facts, inside.width.into(), false);
        let high = (lines.len() as u16).min(inside.height.saturating_sub(all.len() as u16 + 1));
        let below = Rect { y: inside.bottom() - high, height: high, ..inside };
        frame.render_widget(Paragraph::new(lines), below);
    }
    let mut words = vec![
        ("", pattern.summary.to_owned()),
        ("Choose it: ", pattern.choose.to_owned()),
        ("Do not: ", pattern.avoid.to_owned()),
        ("Survives: ", pattern.survives.to_owned()),
    ];
    if !short {
        words.extend(facts);
    }
    let inside = view::pane(theme, frame, right, pattern.name, false).inner(Margin::new(1, 0));
    about(model, pattern, &words, frame, inside);
}

/// How many nodes there are at least, and which products know the pattern.
fn facts(model: &Model, pattern: &'static PatternTraits) -> Vec<(&'static str, String)> {
    let known = PRODUCTS.iter().filter(|product| releases(product, pattern).next().is_some());
    let known = known.map(|product| product.id).collect::<Vec<_>>().join(", ");
    let counts = small(model, pattern).map_or_else(String::new, numbers);
    vec![("At least: ", counts), ("Known to: ", known)]
}

fn told(model: &Model, words: &[(&'static str, String)], width: usize, apart: bool) -> Vec<Line<'static>> {
    let title = model.options.theme.title;
    let mut lines = Vec::new();
    for (word, sentence) in words {
        if apart && !lines.is_empty() {
            lines.push(Line::default());
        }
        lines.extend(wrapped_spans([Span::styled(*word, title), Span::raw(sentence.clone())], width, 0));
    }
    lines
}

/// The picture, and the words below it. The words come first where there is no room for both.
fn about(
    model: &Model,
    pattern: &'static PatternTraits,
    words: &[(&'static str, String)],
    frame: &mut Frame<'_>,
    area: Rect,
) {
    let plan = small(model, pattern);
    let lines = told(model, words, area.width.into(), area.height >= 26);
    let long = (lines.len() as u16).min(area.height);
    let room = area.height - long;
    let high = plan.and_then(|plan| picture::height(plan, area.width, room)).unwrap_or(0);
    let gap = u16::from(high > 0 && high < room);
    let [above, _, below] =
        Layout::vertical([Constraint::Length(high), Constraint::Length(gap), Constraint::Fill(1)]).areas(area);
    if let Some(plan) = plan.filter(|_| high > 0) {
        picture::draw_plan(plan, frame, above, &model.options.theme);
    }
    frame.render_widget(Paragraph::new(lines), below);
}

/// How many nodes of each role the smallest cluster has.
fn numbers(plan: &Plan) -> String {
    let each = plan.roles().into_iter().map(|role| {
        let number = plan.of_role(role).count();
        format!("{number} {}", if number == 1 { role.name() } else { role.plural() })
    });
    each.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::designer::testing::{DESIGN, model, press, screens};

    #[test]
    fn every_pattern_has_its_place() {
        assert_eq!(PATTERNS.len(), PATTERNS_KNOWN);
    }

    #[test]
    fn screens_of_the_gallery() {
        screens("gallery", "", "");
        screens("gallery-product", "", "enter");
        screens("gallery-release", "", "enter enter");
        screens("gallery-of-design", DESIGN, "1 j j j");
    }

    #[test]
    fn a_new_design_is_three_keys_away() {
        let mut model = model("");
        press(&mut model, "enter enter enter");
        let plan = model.judged.plan.as_ref().unwrap();
        assert_eq!((plan.product.id, plan.pattern.key), ("esb", "worker-manager-2"));
        assert_eq!(plan.release.version.to_string(), "5.0.0");
        assert!(model.judged.is_sound && model.screen == Screen::Design);
    }

    #[test]
    fn another_pattern_is_one_change() {
        let mut model = model(DESIGN);
        press(&mut model, "1 j enter");
        assert_eq!(model.judged.plan.as_ref().unwrap().pattern.key, "worker-manager-3");
        press(&mut model, "u");
        assert_eq!(model.draft.text(), DESIGN);
    }
}
