//! The cluster as a picture: who asks, the load balancers, the nodes by role and network, what they share, and the ports on the way.

mod canvas;
mod details;
mod draw;
mod graph;
mod layout;

use super::{Motion, Pane};
use crate::designer::effect::Effect;
use crate::designer::jump;
use crate::designer::model::Model;
use crate::designer::theme::Theme;
use crate::designer::view;
use graph::Graph;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout as Split, Position, Rect};
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Wrap};
use wso2_design_core::diagnostic::Path;
use wso2_design_core::plan::Plan;
use wso2_design_core::topology::Party;

/// Which box the cursor is on.
#[derive(Debug, Default)]
pub(crate) struct State {
    /// Its place, from above to below and from left to right.
    pub(crate) cursor: usize,
}

pub(crate) fn go(model: &mut Model, motion: Motion) {
    let Some(plan) = &model.judged.plan else { return };
    let layers = Graph::of(plan).layers;
    let number = layers.iter().map(Vec::len).sum::<usize>();
    let mut from = 0;
    // The layer of the cursor, where it begins, and the place in it.
    let Some(row) = layers.iter().position(|layer| {
        let here = model.picture.cursor < from + layer.len();
        from += if here { 0 } else { layer.len() };
        here
    }) else {
        model.picture.cursor = 0;
        return;
    };
    let at = model.picture.cursor - from;
    let here = layers.get(row).map_or(1, Vec::len);
    let beside = |row: usize| {
        let before: usize = layers.iter().take(row).map(Vec::len).sum();
        let there = layers.get(row).map_or(1, Vec::len);
        before + (at * there / here.max(1)).min(there.saturating_sub(1))
    };
    model.picture.cursor = match motion {
        Motion::Left => model.picture.cursor.saturating_sub(1),
        Motion::Right => (model.picture.cursor + 1).min(number.saturating_sub(1)),
        Motion::Up => beside(row.saturating_sub(1)),
        Motion::Down => beside((row + 1).min(layers.len().saturating_sub(1))),
        Motion::First | Motion::PageUp => 0,
        Motion::Last | Motion::PageDown => number.saturating_sub(1),
    };
}

/// The box under the cursor.
fn current(model: &Model, graph: &Graph<'_>) -> Option<Party> {
    graph.parties().nth(model.picture.cursor)
}

/// Goes to the question, or to the row, that a box comes from.
pub(crate) fn jump(model: &mut Model) -> Effect {
    let Some(plan) = &model.judged.plan else { return Effect::Draw };
    let graph = Graph::of(plan);
    let path = match current(model, &graph) {
        Some(Party::Nodes(group)) => {
            let first = graph.topology.groups.get(group).and_then(|group| plan.nodes.get(*group.nodes.first()?));
            first.map(|node| node.at.clone())
        }
        Some(Party::Front(front)) => plan.fronts.get(front).map(|front| front.at.clone()),
        Some(Party::Database) => Some(Path::from("database")),
        Some(Party::Users) => Some(Path::from("user-store")),
        Some(Party::Artifacts) => Some(Path::from("artifacts")),
        Some(Party::Clients) => Some(Path::from("hosts")),
        Some(Party::Administrators) => Some(Path::from("access")),
        _ => None,
    };
    if let Some(path) = path {
        jump::to(model, &path);
    }
    Effect::Draw
}

/// The mouse, at a place of the pane's inside: says whether there is a box.
pub(crate) fn click(model: &mut Model, area: Rect, at: Position) -> bool {
    let Some(plan) = &model.judged.plan else { return false };
    let graph = Graph::of(plan);
    let (area, _) = split(model, &graph, area);
    let layout = layout::layout(&graph, area.width.into(), area.height.into());
    let top = top(&layout, current(model, &graph), area.height);
    let inside = Position { x: at.x.saturating_sub(area.x), y: at.y.saturating_sub(area.y) + top };
    let mut slots = layout.rows.iter().flat_map(|row| &row.slots);
    let found = slots.find(|slot| slot.area.contains(inside)).and_then(|slot| slot.party);
    let place = found.and_then(|party| graph.parties().position(|other| other == party));
    if let Some(place) = place {
        model.picture.cursor = place;
    }
    place.is_some()
}

pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let focused = model.form.pane == Pane::Picture;
    let inside = view::pane(theme, frame, area, "Cluster", focused);
    let Some(plan) = &model.judged.plan else {
        let text = "The picture comes with a product, a pattern and nodes.";
        frame.render_widget(Paragraph::new(text).style(theme.usual).wrap(Wrap { trim: true }), inside);
        return;
    };
    let graph = Graph::of(plan);
    let (area, below) = split(model, &graph, inside);
    let chosen = current(model, &graph).filter(|_| focused);
    show(&graph, frame, area, theme, chosen);
    if let (Some(below), Some(party)) = (below, chosen) {
        let mut lines = told(&graph, party, theme, below.width);
        let room = usize::from(below.height);
        if lines.len() > room {
            let hidden = lines.len() + 1 - room.max(1);
            lines.truncate(room.saturating_sub(1));
            lines.push(Line::styled(format!("{} {hidden} more lines", theme.signs().down), theme.usual));
        }
        frame.render_widget(Paragraph::new(lines), below);
    }
}

/// The details of a box, in lines of so many cells.
fn told(graph: &Graph<'_>, party: Party, theme: &Theme, width: u16) -> Vec<Line<'static>> {
    let lines = details::details(graph, party, theme).into_iter();
    lines.flat_map(|line| view::wrapped_spans(line.spans, width.into(), 2)).collect()
}

/// The picture of a plan alone.
pub(crate) fn draw_plan(plan: &Plan, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
    show(&Graph::of(plan), frame, area, theme, None);
}

/// How high the picture of a plan is at a width; none where it does not fit.
pub(crate) fn height(plan: &Plan, width: u16, most: u16) -> Option<u16> {
    u16::try_from(layout::layout(&Graph::of(plan), width.into(), most.into()).height).ok().filter(|high| *high <= most)
}

/// The picture's own place, and that of the details while the picture has the keys.
fn split(model: &Model, graph: &Graph<'_>, area: Rect) -> (Rect, Option<Rect>) {
    if model.form.pane != Pane::Picture {
        return (area, None);
    }
    let theme = &model.options.theme;
    let lines = current(model, graph).map_or(0, |party| told(graph, party, theme, area.width).len());
    // They have what the picture leaves, and a third in any case.
    let least = layout::layout(graph, area.width.into(), 0).height;
    let left = usize::from(area.height).saturating_sub(least) as u16;
    let high = (lines as u16 + 1).min((area.height / 3).max(4).max(left)).min(area.height);
    let [above, below] = Split::vertical([Constraint::Fill(1), Constraint::Length(high)]).areas(area);
    (above, Some(below))
}

fn show(graph: &Graph<'_>, frame: &mut Frame<'_>, area: Rect, theme: &Theme, chosen: Option<Party>) {
    let layout = layout::layout(graph, area.width.into(), area.height.into());
    let canvas = draw::canvas(graph, &layout, area.width.into(), theme, chosen);
    let top = top(&layout, chosen, area.height);
    canvas.show(top.into(), area, frame.buffer_mut());
    let hidden = layout.height.saturating_sub(usize::from(top) + usize::from(area.height));
    if hidden > 0 && area.height > 0 {
        let text = format!(" {} {hidden} more lines ", theme.signs().down);
        let (x, y) = (area.right().saturating_sub(text.chars().count() as u16), area.bottom() - 1);
        frame.buffer_mut().set_stringn(x, y, text, area.width.into(), theme.usual);
    }
}

/// The first row that is seen: where the picture is too high, the box under the cursor is seen.
fn top(layout: &layout::Layout, chosen: Option<Party>, height: u16) -> u16 {
    let most = (layout.height as u16).saturating_sub(height);
    let mut slots = layout.rows.iter().flat_map(|row| &row.slots);
    let slot = chosen.and_then(|party| slots.find(|slot| slot.party == Some(party)));
    slot.map_or(0, |slot| (slot.area.y + slot.area.height / 2).saturating_sub(height / 2)).min(most)
}
