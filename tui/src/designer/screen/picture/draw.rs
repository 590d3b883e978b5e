use super::canvas::Canvas;
use super::graph::{Graph, Label};
use super::layout::{Layout, Row, Shape, Slot};
use crate::designer::theme::Theme;
use crate::designer::view::cut;
use unicode_width::UnicodeWidthStr;
use wso2_design_core::topology::Party;

/// Draws a layout; the box under the cursor stands out.
pub(super) fn canvas(graph: &Graph<'_>, layout: &Layout, width: usize, theme: &Theme, chosen: Option<Party>) -> Canvas {
    let mut canvas = Canvas::new(width, layout.height);
    for row in &layout.rows {
        for slot in &row.slots {
            draw_slot(graph, slot, &mut canvas, theme, chosen);
        }
        links(graph, row, &mut canvas, theme);
    }
    for (number, channel) in layout.channels.iter().enumerate() {
        let edge = |row: usize, of: fn(&Slot) -> u16| -> usize {
            layout.rows.get(row).and_then(|row| row.slots.first()).map_or(0, of).into()
        };
        let (top, bottom): (usize, usize) =
            (edge(number, |slot| slot.area.bottom()), edge(number + 1, |slot| slot.area.y));
        let Some(above) = layout.rows.get(number) else { continue };
        for run in &channel.runs {
            // A line grows out of a frame; people have none.
            let framed = above.slots.iter().any(|slot| {
                let holds = usize::from(slot.area.x) <= run.out && run.out < usize::from(slot.area.right());
                holds && slot.shape != Shape::Words
            });
            let start = if framed { top.saturating_sub(1) } else { top };
            let end = if run.label.is_some() { bottom.saturating_sub(1) } else { bottom };
            if run.out == run.into {
                canvas.down(run.out, start, end, theme.border);
            } else {
                let turn = top + run.track;
                canvas.down(run.out, start, turn, theme.border);
                canvas.across(turn, run.out, run.into, theme.border);
                canvas.down(run.into, turn, end, theme.border);
            }
        }
        let arrow = bottom.saturating_sub(1);
        let mut arrows: Vec<(usize, Label)> = Vec::new();
        for run in &channel.runs {
            let Some(label) = &run.label else { continue };
            match arrows.iter_mut().find(|(x, _)| *x == run.into) {
                Some((_, said)) if said.whole.contains(label.whole.as_str()) => {}
                Some((_, said)) => {
                    said.whole = format!("{}, {}", said.whole, label.whole);
                    said.short = format!("{}, {}", said.short, label.short);
                }
                None => arrows.push((run.into, label.clone())),
            }
        }
        // A label ends before the next line.
        let stops: Vec<usize> = channel.runs.iter().map(|run| run.into).collect();
        for (x, label) in arrows {
            let next = stops.iter().copied().filter(|stop| *stop > x).min().unwrap_or(width + 1);
            let room = next.min(width + 1).saturating_sub(x + 3);
            canvas.text(x, arrow, 1, theme.signs().down, theme.key);
            let text = if label.whole.width() <= room { label.whole } else { label.short };
            canvas.text(x + 2, arrow, room, &text, theme.plain);
        }
    }
    canvas
}

fn draw_slot(graph: &Graph<'_>, slot: &Slot, canvas: &mut Canvas, theme: &Theme, chosen: Option<Party>) {
    let area = slot.area;
    let [x, y, width] = [area.x, area.y, area.width].map(usize::from);
    let Some(party) = slot.party else {
        return canvas.down(x + width / 2, y, usize::from(area.bottom()), theme.border);
    };
    let here = chosen == Some(party);
    let ink = if here { theme.chosen } else { theme.title };
    if slot.shape != Shape::Frame {
        let room = width.saturating_sub(2);
        let title = format!(" {} ", cut(&graph.title_in(party, room), room, theme));
        if slot.shape == Shape::Bar {
            canvas.across(y, x, (x + width).saturating_sub(1), theme.border);
        }
        return canvas.text(x + width.saturating_sub(title.width()) / 2, y, width, &title, ink);
    }
    canvas.frame(area, if here { theme.focused } else { theme.border });
    let room = width.saturating_sub(4);
    let title = graph.title_in(party, room);
    let title = cut(&title, room, theme);
    canvas.text(x + 1, y, room + 2, &format!(" {title} "), ink);
    for (number, line) in slot.lines.iter().enumerate() {
        // A line alone in a wide box stands in its middle, as lines to it do.
        let inset = if slot.lines.len() == 1 { room.saturating_sub(line.width()) / 2 } else { 0 };
        canvas.text(x + 2 + inset, y + 1 + number, room - inset, line, theme.plain);
    }
    if let Some(network) = graph.network(party) {
        let network = cut(network, room.saturating_sub(2), theme);
        let at = (x + width).saturating_sub(network.width() + 4);
        let bottom = usize::from(area.bottom()).saturating_sub(1);
        canvas.text(at, bottom, network.width() + 2, &format!(" {network} "), theme.usual);
    }
}

/// A double line between boxes side by side whose nodes are members of one group.
fn links(graph: &Graph<'_>, row: &Row, canvas: &mut Canvas, theme: &Theme) {
    for pair in row.slots.windows(2) {
        let [one, other] = pair else { continue };
        let (Some(left), Some(right)) = (one.party, other.party) else { continue };
        if graph.one_group(left, right) {
            let y = usize::from(one.area.y) + usize::from(one.area.height) / 2;
            let (from, to) = (usize::from(one.area.right()), usize::from(other.area.x));
            let long = to.saturating_sub(from);
            canvas.text(from, y, long, &"═".repeat(long), theme.focused);
        }
    }
}
