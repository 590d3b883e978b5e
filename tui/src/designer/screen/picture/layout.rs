use super::graph::{Graph, Label};
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;
use wso2_design_core::topology::Party;

/// Where everything stands: rows of slots, and between them the wires from one row to the next.
pub(super) struct Layout {
    pub(super) rows: Vec<Row>,
    pub(super) channels: Vec<Channel>,
    pub(super) height: usize,
}

pub(super) struct Row {
    pub(super) slots: Vec<Slot>,
}

/// A box, or a place where a wire goes past a row.
pub(super) struct Slot {
    pub(super) party: Option<Party>,
    pub(super) area: Rect,
    pub(super) lines: Vec<String>,
    pub(super) shape: Shape,
}

/// What a slot is drawn as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Words alone.
    Words,
    /// Words on a line.
    Bar,
    /// Words in a frame.
    Frame,
    /// A line that goes past.
    Past,
}

/// What runs between a row and the next.
#[derive(Default)]
pub(super) struct Channel {
    pub(super) runs: Vec<Run>,
}

/// A wire's way from one row to the next.
pub(super) struct Run {
    /// Its slots: above, below.
    ends: (usize, usize),
    pub(super) out: usize,
    pub(super) into: usize,
    /// The row of the channel in which it goes sideways.
    pub(super) track: usize,
    /// What stands at its arrow; none where it goes on.
    pub(super) label: Option<Label>,
}

/// How much is told.
#[derive(Clone, Copy)]
struct Detail {
    /// How many nodes are named in a box.
    nodes: usize,
    /// How many rows a wire has besides its arrow.
    gap: usize,
    /// Whether everything has a frame, or nodes alone.
    frames: bool,
}

/// From much to little.
const DETAILS: [Detail; 7] = [
    Detail { nodes: 9, gap: 2, frames: true },
    Detail { nodes: 6, gap: 1, frames: true },
    Detail { nodes: 4, gap: 0, frames: true },
    Detail { nodes: 2, gap: 0, frames: true },
    Detail { nodes: 1, gap: 0, frames: true },
    Detail { nodes: 2, gap: 0, frames: false },
    Detail { nodes: 1, gap: 0, frames: false },
];

/// The narrowest that a box is made to keep it beside its neighbours.
const LEAST: usize = 14;

/// Cells of a wire that goes past.
const PAST: usize = 3;

/// Cells between two boxes.
const BETWEEN: usize = 3;

/// The layout that tells most within a height; where none fits, the one that is least high.
pub(super) fn layout(graph: &Graph<'_>, width: usize, height: usize) -> Layout {
    let least = at(graph, width, DETAILS[DETAILS.len() - 1]);
    DETAILS.iter().map(|detail| at(graph, width, *detail)).find(|it| it.height <= height).unwrap_or(least)
}

fn at(graph: &Graph<'_>, width: usize, detail: Detail) -> Layout {
    let mut rows = rows(graph, width, detail);
    let hops = route(graph, &mut rows);
    place(&mut rows, width);
    let mut channels: Vec<Channel> = (1..rows.len()).map(|_| Channel::default()).collect();
    for (row, above, below, label) in hops {
        let (Some(from), Some(to)) = (slot(&rows, row, above), slot(&rows, row + 1, below)) else { continue };
        let (out, into) = way(from, to);
        if let Some(channel) = channels.get_mut(row) {
            channel.runs.push(Run { ends: (above, below), out, into, track: 0, label });
        }
    }
    let mut y = 0;
    for (number, row) in rows.iter_mut().enumerate() {
        let high = row.slots.iter().map(|slot| slot.area.height).max().unwrap_or(0);
        for slot in &mut row.slots {
            slot.area.y = y;
            slot.area.height = high;
        }
        y += high;
        if let Some(channel) = channels.get_mut(number) {
            y += (channel.tracks() + detail.gap + 1) as u16;
        }
    }
    Layout { rows, channels, height: y.into() }
}

/// The layers as rows: a layer that is too wide is several.
fn rows(graph: &Graph<'_>, width: usize, detail: Detail) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for layer in &graph.layers {
        let (number, most) = share(layer.len(), width);
        let mut used = 0;
        let mut row = Row { slots: Vec::new() };
        for party in layer {
            let slot = boxed(graph, *party, most, detail);
            let wide = usize::from(slot.area.width) + BETWEEN;
            let is_full = used + wide > width + BETWEEN || row.slots.len() == number;
            if is_full && !row.slots.is_empty() {
                rows.push(std::mem::replace(&mut row, Row { slots: Vec::new() }));
                used = 0;
            }
            used += wide;
            row.slots.push(slot);
        }
        rows.push(row);
    }
    rows
}

/// How many boxes of a layer stand side by side, and how wide each may be: in few rows of much the same length, each box with
/// room for a name, and beside them the wires that go past.
fn share(boxes: usize, width: usize) -> (usize, usize) {
    let side_by_side = ((width + BETWEEN) / (LEAST + BETWEEN)).max(1);
    let number = boxes.max(1).div_ceil(boxes.max(1).div_ceil(side_by_side));
    let each = |width: usize| ((width + BETWEEN) / number).saturating_sub(BETWEEN);
    let beside_wires = each(width.saturating_sub((boxes.saturating_sub(number)) * (PAST + BETWEEN)));
    (number, if beside_wires >= LEAST { beside_wires } else { each(width) })
}

fn boxed(graph: &Graph<'_>, party: Party, width: usize, detail: Detail) -> Slot {
    let shape = match party {
        Party::Clients | Party::Administrators => Shape::Words,
        Party::Nodes(_) => Shape::Frame,
        _ if detail.frames => Shape::Frame,
        _ => Shape::Bar,
    };
    let framed = shape == Shape::Frame;
    let mut lines = graph.lines(party, detail.nodes, width.saturating_sub(4));
    if detail.gap > 0
        && let Some(members) = graph.members(party)
    {
        lines.push(format!("members: {members}"));
    }
    let inner = lines.iter().map(|line| line.width() + 2).max().unwrap_or(0);
    let title = graph.title(party).width();
    let wide = match shape {
        Shape::Frame => (inner + 2).max(title + 4),
        Shape::Bar => title + 6,
        Shape::Words | Shape::Past => title + 2,
    };
    let high = if framed { lines.len() + 2 } else { 1 };
    let area = Rect::new(0, 0, wide.min(width) as u16, high as u16);
    Slot { party: Some(party), area, lines, shape }
}

/// A wire from one row to the next: the row, the slots, and what stands at its end.
type Hop = (usize, usize, usize, Option<Label>);

/// Every wire as hops from row to row; where it passes a row it gets a slot there.
fn route(graph: &Graph<'_>, rows: &mut [Row]) -> Vec<Hop> {
    let find = |rows: &[Row], party: Party| {
        let place = |row: &Row| row.slots.iter().position(|slot| slot.party == Some(party));
        rows.iter().enumerate().find_map(|(number, row)| Some((number, place(row)?)))
    };
    let mut hops = Vec::new();
    for wire in &graph.wires {
        let (Some((from, mut slot)), Some((to, target))) = (find(rows, wire.from), find(rows, wire.to)) else {
            continue;
        };
        for row in from..to {
            let last = row + 1 == to;
            let next = match (last, rows.get_mut(row + 1)) {
                (true, _) | (_, None) => target,
                (false, Some(below)) => {
                    let area = Rect::new(0, 0, PAST as u16, 1);
                    below.slots.push(Slot { party: None, area, lines: Vec::new(), shape: Shape::Past });
                    below.slots.len() - 1
                }
            };
            hops.push((row, slot, next, last.then(|| wire.label.clone())));
            slot = next;
        }
    }
    hops
}

/// Gives every slot its columns. A box that is alone in its row is as wide as the picture, so that lines to it are straight.
fn place(rows: &mut [Row], width: usize) {
    let gaps = |row: &Row| row.slots.len().saturating_sub(1) * BETWEEN;
    let natural = |row: &Row| row.slots.iter().map(|slot| usize::from(slot.area.width)).sum::<usize>() + gaps(row);
    // Slots of equal width put boxes of neighbouring rows below each other.
    let equal = |row: &Row| {
        let widest = row.slots.iter().map(|slot| usize::from(slot.area.width)).max().unwrap_or(0);
        row.slots.len() * widest + gaps(row)
    };
    let wanted = rows.iter().map(|row| if equal(row) <= width { equal(row) } else { natural(row) }).max().unwrap_or(0);
    let whole = wanted.min(width);
    let margin = (width - whole) / 2;
    for row in rows {
        let number = row.slots.len().max(1);
        let even = (whole + BETWEEN).saturating_sub(number * BETWEEN) / number;
        let fits = equal(row) <= whole;
        let room = whole.saturating_sub(gaps(row));
        let taken = natural(row).saturating_sub(gaps(row)).max(1);
        let spare = room.saturating_sub(taken) / number;
        let mut x = margin;
        for slot in &mut row.slots {
            let own = usize::from(slot.area.width);
            let cell = match (fits, taken > room) {
                (true, _) => even,
                (false, true) => (own * room / taken).max(3),
                (false, false) => own + spare,
            };
            let stretches = matches!(slot.shape, Shape::Frame | Shape::Bar);
            let wide = if stretches && number == 1 { cell } else { own.min(cell) };
            slot.area.x = (x + (cell - wide) / 2) as u16;
            slot.area.width = wide as u16;
            x += cell + BETWEEN;
        }
    }
}

fn slot(rows: &[Row], row: usize, slot: usize) -> Option<Rect> {
    Some(rows.get(row)?.slots.get(slot)?.area)
}

/// Where a wire leaves a box and enters another: straight down where the wider one is above or below the middle of the other.
fn way(from: Rect, to: Rect) -> (usize, usize) {
    let middle = |area: Rect| usize::from(area.x) + usize::from(area.width) / 2;
    let within = |x: usize, area: Rect| {
        let (left, right) = (usize::from(area.left()) + 1, usize::from(area.right()).saturating_sub(2));
        x.clamp(left.min(right), right)
    };
    if from.width > to.width {
        let out = within(middle(to), from);
        (out, within(out, to))
    } else {
        let out = middle(from);
        (out, within(out, to))
    }
}

/// A sideways way: the slots at its ends, its first column and its last.
type Way = ((usize, usize), usize, usize);

impl Channel {
    /// Gives every sideways way a row of its own where it would meet a stranger; says how many rows there are.
    fn tracks(&mut self) -> usize {
        let mut taken: Vec<Vec<Way>> = Vec::new();
        for run in self.runs.iter_mut().filter(|run| run.out != run.into) {
            let (left, right) = (run.out.min(run.into), run.out.max(run.into));
            let clashes = |track: &Vec<Way>| {
                track.iter().any(|(ends, from, to)| {
                    let strangers = ends.0 != run.ends.0 && ends.1 != run.ends.1;
                    strangers && left <= *to && *from <= right
                })
            };
            run.track = taken.iter().position(|track| !clashes(track)).unwrap_or(taken.len());
            if run.track == taken.len() {
                taken.push(Vec::new());
            }
            taken[run.track].push((run.ends, left, right));
        }
        taken.len()
    }
}
