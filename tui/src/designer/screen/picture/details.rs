use super::graph::{Graph, ends};
use crate::designer::theme::Theme;
use ratatui::text::{Line, Span};
use wso2_design_core::topology::{Edge, Party};

/// What is told of a box: its addresses, what reaches it, and what it reaches.
pub(super) fn details(graph: &Graph<'_>, party: Party, theme: &Theme) -> Vec<Line<'static>> {
    let topology = &graph.topology;
    let takes = |edge: &&Edge| ends(topology, edge.to).contains(&party);
    let opens = |edge: &&Edge| ends(topology, edge.from).contains(&party);
    let mut lines = vec![Line::styled(graph.title(party), theme.title)];
    lines.extend(graph.lines(party, 1).into_iter().map(Line::raw));
    if let Some(edge) = topology.edges.iter().find(|edge| edge.to == party)
        && matches!(party, Party::Nodes(_))
    {
        lines.push(Line::raw(edge.targets.to_string()));
    }
    let signs = theme.signs();
    let told = |sign: &'static str, edge: &Edge, other: Party| {
        Line::from(vec![
            Span::styled(format!("{sign} {} {}", edge.protocol, edge.ports), theme.key),
            Span::raw(format!(" {} {}", if sign == signs.down { "from" } else { "to" }, topology.label(other))),
            Span::styled(format!("  {}", edge.what), theme.usual),
        ])
    };
    lines.extend(topology.edges.iter().filter(takes).map(|edge| told(signs.down, edge, edge.from)));
    lines.extend(
        topology.edges.iter().filter(|edge| opens(edge) && !takes(edge)).map(|edge| told(signs.up, edge, edge.to)),
    );
    lines
}
