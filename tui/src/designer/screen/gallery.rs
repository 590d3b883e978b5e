use super::{Motion, Screen};
use crate::designer::effect::Effect;
use crate::designer::model::Model;
use crate::designer::view::{self, cursor};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Text};
use ratatui::widgets::{Paragraph, Wrap};
use wso2_design_core::catalogue::{PATTERNS, PRODUCTS, PatternTraits, Product, Release, Roles, VENDORS};
use wso2_design_core::diagnostic::Fix;
use wso2_design_core::starter::Starter;
use wso2_design_core::value::Name;

/// Which pattern the cursor is on.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) cursor: usize,
}

pub(crate) fn go(model: &mut Model, motion: Motion) {
    model.gallery.cursor = cursor::moved(model.gallery.cursor, patterns(model).len(), 5, motion);
}

/// The pattern under the cursor.
pub(crate) fn current(model: &Model) -> Option<&'static PatternTraits> {
    patterns(model).get(model.gallery.cursor).copied()
}

/// Takes the pattern: for the design that there is, or for a new one of the product that is asked for first.
pub(crate) fn choose(model: &mut Model) -> Effect {
    let Some(pattern) = current(model) else { return Effect::Draw };
    if model.judged.plan.is_some() {
        model.apply(&Fix::unsafe_(format!("take {}", pattern.name)).set("pattern", pattern.key));
    } else {
        let (product, release) = usual(pattern);
        let (Ok(name), Some(vendor)) = (Name::try_from(product.id), VENDORS.first()) else { return Effect::Draw };
        let starter = Starter {
            name,
            product,
            release,
            pattern,
            managers: least(pattern, release, 0),
            workers: least(pattern, release, 1),
            service: None,
            vendor,
        };
        model.replace(starter.to_string(), &format!("begin with {}", pattern.name));
    }
    model.screen = Screen::Design;
    Effect::Draw
}

/// The patterns that the design's product knows; all where there is no design yet.
fn patterns(model: &Model) -> Vec<&'static PatternTraits> {
    let known = model.judged.plan.as_ref().map(|plan| plan.release.line.patterns);
    PATTERNS.iter().filter(|it| known.is_none_or(|some| some.contains(&it.pattern))).collect()
}

/// The first product of the catalogue that knows a pattern, and its newest release that does.
fn usual(pattern: &PatternTraits) -> (&'static Product, &'static Release) {
    let knows = |release: &&Release| release.line.patterns.contains(&pattern.pattern);
    let found = PRODUCTS.iter().find_map(|product| Some((*product, product.releases.iter().rev().find(knows)?)));
    found.unwrap_or((PRODUCTS[0], &PRODUCTS[0].releases[0]))
}

/// The least number of the pattern's roles, by their place; of equal nodes both are theirs.
fn least(pattern: &PatternTraits, release: &'static Release, place: usize) -> u8 {
    let roles = pattern.roles.of(release);
    let number = roles.get(place).or(roles.first()).map_or(2, |(_, number)| number.least);
    u8::try_from(number.max(1)).unwrap_or(2)
}

pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let [left, right] = Layout::horizontal([Constraint::Length(32), Constraint::Fill(1)]).areas(area);
    let all = patterns(model);
    let inside = view::pane(theme, frame, left, "Patterns", true);
    let from = cursor::window(model.gallery.cursor, all.len(), inside.height.into());
    let lines = all.iter().enumerate().skip(from).take(inside.height.into()).map(|(number, pattern)| {
        let mark = if model.judged.plan.as_ref().is_some_and(|plan| plan.pattern.pattern == pattern.pattern) {
            "• "
        } else {
            "  "
        };
        let line = Line::raw(format!("{mark}{}", pattern.name));
        if number == model.gallery.cursor { line.style(theme.chosen) } else { line }
    });
    frame.render_widget(Paragraph::new(lines.collect::<Vec<_>>()), inside);
    let Some(pattern) = all.get(model.gallery.cursor) else { return };
    let inside = view::pane(theme, frame, right, pattern.name, false);
    let mut text = Text::raw(pattern.summary);
    for (title, sentence) in [
        ("Choose it when", pattern.choose),
        ("Do not when", pattern.avoid),
        ("It survives", pattern.survives),
        ("At least", numbers(pattern).as_str()),
    ] {
        text.extend([Line::raw(""), Line::styled(title.to_owned(), theme.title), Line::raw(sentence.to_owned())]);
    }
    frame.render_widget(Paragraph::new(text).wrap(Wrap { trim: true }), inside);
}

/// How many nodes there are at least.
fn numbers(pattern: &PatternTraits) -> String {
    match pattern.roles {
        Roles::WorkerManager { managers, workers } => format!("managers: {managers}, workers: {workers}"),
        Roles::Equal(nodes) => format!("nodes: {nodes}"),
        Roles::EqualWithAnalytics(nodes) => format!("nodes: {nodes}, analytics: 2"),
        Roles::Components => "each component as many as its product says".to_owned(),
    }
}
