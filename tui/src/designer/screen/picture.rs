use super::{Motion, Pane};
use crate::designer::model::Model;
use crate::designer::view;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;
use wso2_design_core::plan::Plan;
use wso2_design_core::topology::{Edge, Party, Topology};

/// How far the picture is scrolled.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) top: usize,
}

pub(crate) fn go(model: &mut Model, motion: Motion) {
    let top = &mut model.picture.top;
    match motion {
        Motion::Up => *top = top.saturating_sub(1),
        Motion::Down => *top += 1,
        Motion::PageUp => *top = top.saturating_sub(10),
        Motion::PageDown => *top += 10,
        Motion::First => *top = 0,
        Motion::Left | Motion::Right | Motion::Last => {}
    }
}

pub(crate) fn draw(model: &Model, frame: &mut Frame<'_>, area: Rect) {
    let theme = &model.options.theme;
    let inside = view::pane(theme, frame, area, "Cluster", model.form.pane == Pane::Picture);
    let Some(plan) = &model.judged.plan else { return };
    let lines = lines(plan, inside.width.into(), theme.ascii);
    let top = model.picture.top.min(lines.len().saturating_sub(inside.height.into()));
    let seen = lines.into_iter().skip(top).take(inside.height.into()).map(Line::raw);
    frame.render_widget(Paragraph::new(seen.collect::<Vec<_>>()), inside);
}

/// The cluster as boxes: who asks, the load balancers, the nodes by role and network, what they share. Above each box the ports
/// that it is reached at.
pub(crate) fn lines(plan: &Plan, width: usize, ascii: bool) -> Vec<String> {
    let topology = Topology::of(plan);
    let mut out = Vec::new();
    for layer in layers(&topology) {
        for row in rows(&topology, layer, width) {
            draw_row(&row, width, ascii, &mut out);
        }
    }
    out
}

/// One box.
struct Boxed {
    title: String,
    lines: Vec<String>,
    /// The ports that it is reached at, by protocol.
    reached: Vec<String>,
}

impl Boxed {
    fn width(&self) -> usize {
        let all = self.lines.iter().chain(&self.reached).map(|line| line.width());
        all.chain([self.title.width() + 2]).max().unwrap_or(0) + 2
    }
}

fn layers(topology: &Topology<'_>) -> Vec<Vec<Party>> {
    let layer = |party: Party| match party {
        Party::Clients | Party::Administrators | Party::Pipeline => Some(0),
        Party::Front(_) => Some(1),
        Party::Nodes(_) => Some(2),
        Party::Database | Party::Users | Party::Artifacts | Party::Directory | Party::MulticastGroup => Some(3),
        Party::Role(_) | Party::Members | Party::Clocks => None,
    };
    let mut all = vec![Vec::new(); 4];
    for party in topology.edges.iter().flat_map(|edge| [edge.from, edge.to]) {
        if let Some(layer) = layer(party)
            && !all[layer].contains(&party)
        {
            all[layer].push(party);
        }
    }
    all.iter_mut().for_each(|layer| layer.sort());
    all
}

/// The boxes of a layer, in as many rows as they need.
fn rows(topology: &Topology<'_>, layer: Vec<Party>, width: usize) -> Vec<Vec<Boxed>> {
    let mut rows: Vec<Vec<Boxed>> = Vec::new();
    let mut used = 0;
    for party in layer {
        let boxed = boxed(topology, party);
        let wide = boxed.width() + 1;
        match rows.last_mut() {
            Some(row) if used + wide <= width => row.push(boxed),
            _ => {
                rows.push(vec![boxed]);
                used = 0;
            }
        }
        used += wide;
    }
    rows
}

fn boxed(topology: &Topology<'_>, party: Party) -> Boxed {
    let mut lines = Vec::new();
    match party {
        Party::Nodes(group) => {
            let nodes: Vec<_> = topology.groups[group].nodes.iter().map(|node| &topology.plan.nodes[*node]).collect();
            let shown = if nodes.len() > 4 { 3 } else { nodes.len() };
            for node in nodes.iter().take(shown) {
                let address = node.address.as_ref().map_or_else(|| "?".to_owned(), ToString::to_string);
                lines.push(format!("{} {address}", node.name));
            }
            if nodes.len() > shown {
                lines.push(format!("… {} more", nodes.len() - shown));
            }
        }
        Party::Front(front) => {
            let front = &topology.plan.fronts[front];
            lines.push(wso2_design_core::balancer::balancer(front.program).name.to_owned());
            lines.extend(front.address.as_ref().map(ToString::to_string));
        }
        Party::Database => {
            let database = topology.plan.database.as_ref();
            lines.extend(database.map(|database| format!("{} {}", database.vendor.name, database.host)));
        }
        _ => {}
    }
    // The same port for several callers is said once.
    let mut reached: Vec<String> = Vec::new();
    for edge in topology.edges.iter().filter(|edge| reaches(edge, party)) {
        let said = format!("{} {}", edge.protocol, edge.ports);
        if !reached.contains(&said) {
            reached.push(said);
        }
    }
    let number = match party {
        Party::Nodes(group) => format!("{} ", topology.groups[group].nodes.len()),
        _ => String::new(),
    };
    Boxed { title: format!("{number}{}", topology.label(party)), lines, reached }
}

fn reaches(edge: &Edge, party: Party) -> bool {
    edge.to == party && edge.from != edge.to
}

fn draw_row(row: &[Boxed], width: usize, ascii: bool, out: &mut Vec<String>) {
    let [corner_nw, corner_ne, corner_sw, corner_se, across, down, arrow] =
        if ascii { ["+", "+", "+", "+", "-", "|", "v"] } else { ["┌", "┐", "└", "┘", "─", "│", "▼"] };
    let used: usize = row.iter().map(|boxed| boxed.width() + 1).sum::<usize>().saturating_sub(1);
    let margin = " ".repeat(width.saturating_sub(used) / 2);
    let above = row.iter().map(|boxed| boxed.reached.len()).max().unwrap_or(0);
    for number in 0..above {
        let texts = row.iter().map(|boxed| {
            let from = above - boxed.reached.len();
            number.checked_sub(from).and_then(|at| boxed.reached.get(at)).cloned().unwrap_or_default()
        });
        out.push(joined(&margin, row, texts));
    }
    if above > 0 {
        let arrows = row.iter().map(|boxed| if boxed.reached.is_empty() { "" } else { arrow }.to_owned());
        out.push(joined(&margin, row, arrows));
    }
    let high = row.iter().map(|boxed| boxed.lines.len()).max().unwrap_or(0);
    let top = row.iter().map(|boxed| {
        let rest = boxed.width() - 4 - boxed.title.width();
        format!("{corner_nw} {} {}{corner_ne}", boxed.title, across.repeat(rest))
    });
    out.push(joined(&margin, row, top));
    for number in 0..high {
        let line = row.iter().map(|boxed| {
            let text = boxed.lines.get(number).map_or("", String::as_str);
            format!("{down}{text}{}{down}", " ".repeat(boxed.width() - 2 - text.width()))
        });
        out.push(joined(&margin, row, line));
    }
    let bottom = row.iter().map(|boxed| format!("{corner_sw}{}{corner_se}", across.repeat(boxed.width() - 2)));
    out.push(joined(&margin, row, bottom));
}

/// Texts beside each other, each in the middle of its box.
fn joined(margin: &str, row: &[Boxed], texts: impl Iterator<Item = String>) -> String {
    let mut line = margin.to_owned();
    for (boxed, text) in row.iter().zip(texts) {
        let room = boxed.width().saturating_sub(text.width());
        line.push_str(&" ".repeat(room / 2));
        line.push_str(&text);
        line.push_str(&" ".repeat(room - room / 2 + 1));
    }
    line.trim_end().to_owned()
}
