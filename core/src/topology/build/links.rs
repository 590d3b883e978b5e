use super::{Builder, classes_of};
use crate::catalogue::{Door, Line, Link, Peers};
use crate::plan::Node;
use crate::topology::{Edge, Ends, Party, Protocol, Purpose};

impl Builder<'_> {
    /// What nodes take besides requests and cluster messages, as their lines say.
    pub(super) fn links(&mut self) {
        let mut lines: Vec<&'static Line> = Vec::new();
        for node in &self.plan.nodes {
            if !lines.iter().any(|line| std::ptr::eq(*line, node.line())) {
                lines.push(node.line());
            }
        }
        for line in lines {
            for link in line.links {
                self.link(line, link);
            }
        }
    }

    fn link(&mut self, line: &'static Line, link: &'static Link) {
        let targets = self.peers(line, link.to);
        for (from, sources) in self.sources(line, link.from) {
            let purpose = if from == Party::Clients { Purpose::Services } else { Purpose::Nodes };
            for group in &targets {
                let nodes = self.groups[*group].nodes.iter().filter_map(|node| self.plan.nodes.get(*node));
                for (ports, ends) in classes_of(nodes, |node| node.reach_of(link).collect()) {
                    self.edges.push(Edge {
                        from,
                        to: Party::Nodes(*group),
                        sources: sources.clone(),
                        targets: ends,
                        ports,
                        protocol: Protocol::Tcp(link.protocol),
                        purpose,
                        what: link.what.into(),
                    });
                }
            }
        }
    }

    /// The groups of nodes that a link speaks of.
    fn peers(&self, line: &'static Line, peers: Peers) -> Vec<usize> {
        let beside = |node: &Node| !std::ptr::eq(node.line(), line) && node.product.id == self.plan.product.id;
        let is_meant = |group: &usize| {
            let first = self.groups[*group].nodes.first().and_then(|node| self.plan.nodes.get(*node));
            first.is_some_and(|node| match peers {
                Peers::Clients => false,
                Peers::Line => std::ptr::eq(node.line(), line),
                Peers::Role(role) => node.role == role,
                Peers::Beside => beside(node),
                Peers::PortalsBeside => beside(node) && node.component.doors.iter().any(Door::is_portal),
            })
        };
        (0..self.groups.len()).filter(is_meant).collect()
    }

    /// Who opens a link: one party for each role, so that edges do not grow with the square of the networks.
    fn sources(&self, line: &'static Line, peers: Peers) -> Vec<(Party, Ends)> {
        let groups = self.peers(line, peers);
        let alone = matches!(peers, Peers::Beside | Peers::PortalsBeside) && std::ptr::eq(self.plan.release.line, line);
        if peers == Peers::Clients || alone {
            return vec![(Party::Clients, Ends::Anyone)];
        }
        self.by_role(&groups)
    }
}
