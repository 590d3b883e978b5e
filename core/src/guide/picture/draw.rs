use super::Reader;
use super::layout::{CENTER, Item, Layout, PADDING, WIDTH, bus, card, lane_center};
use crate::diagnostic::Path;
use crate::format::svg::{Anchor, Area, Picture, shorten};
use crate::plan::{Front, Node};
use crate::topology::{Group, Party, Ports, Purpose, Topology};
use std::collections::{BTreeMap, BTreeSet};

/// Its own background, so that it reads the same on light and on dark pages.
const STYLE: &str = "\
.page{fill:#fbfcfe}.band{fill:#eef2f7;stroke:#d5dde8}.box{fill:#fff;stroke:#8294aa;stroke-width:1.2}\
.people{fill:#334155;stroke:#334155}.front{fill:#fff7e6;stroke:#c98a1b;stroke-width:1.4}\
.workers{fill:#e9f6ee;stroke:#3f9166;stroke-width:1.4}.managers{fill:#eaf1fd;stroke:#3d6fc4;stroke-width:1.4}\
.nodes{fill:#e8f5f5;stroke:#2f8a8f;stroke-width:1.4}.store{fill:#f4eefb;stroke:#7d57b2;stroke-width:1.4}\
.card{fill:#fff;stroke:#c3cedb}.more{fill:none;stroke:#9aa9bb;stroke-dasharray:4 3}\
.pill{fill:#fbfcfe;stroke:#d5dde8}.line{fill:none;stroke:#475569;stroke-width:1.6}\
.dashed{fill:none;stroke:#7a8797;stroke-width:1.5;stroke-dasharray:6 4}.head{fill:#475569}\
text{font-family:system-ui,-apple-system,'Segoe UI',Roboto,'DejaVu Sans',Arial,sans-serif;fill:#1e293b}\
.title{font-size:20px;font-weight:600}.sub{font-size:13px;fill:#475569}.name{font-size:13px;font-weight:600}\
.small{font-size:11px;fill:#475569}.label{font-size:11px;fill:#334155}.group{font-size:14px;font-weight:600}\
.light{font-size:14px;font-weight:600;fill:#fff}.network{font-size:12px;font-weight:600;fill:#64748b}";

pub(super) fn draw(topology: &Topology<'_>, layout: &Layout, reader: Reader) -> String {
    let mut canvas = Canvas { topology, layout, reader, picture: Picture::default(), labels: Vec::new() };
    canvas.ground();
    canvas.requests();
    canvas.members();
    canvas.shared();
    for item in &layout.items {
        canvas.item(item);
    }
    canvas.pills();
    let plan = topology.plan;
    let title = format!("{}: {} {}, {}", plan.name, plan.product.name, plan.release.version, plan.pattern.name);
    canvas.picture.finish((WIDTH, layout.height), &title, STYLE)
}

struct Canvas<'a> {
    topology: &'a Topology<'a>,
    layout: &'a Layout,
    reader: Reader,
    picture: Picture,
    /// Labels of lines: where their middle is, and what they say. They lie on top.
    labels: Vec<((i32, i32), String)>,
}

impl Canvas<'_> {
    fn ground(&mut self) {
        let plan = self.topology.plan;
        self.picture.rect("page", Area { x: 0, y: 0, w: WIDTH, h: self.layout.height }, 10);
        let title = format!("{} · {} {}", plan.name, plan.product.name, plan.release.version);
        self.picture.text("title", (CENTER, 38), Anchor::Middle, &title, &title);
        let sub = match plan.cluster.enabled {
            true => format!("{} · cluster domain {}", plan.pattern.name, plan.cluster.domain),
            false => format!("{} · no cluster", plan.pattern.name),
        };
        self.picture.text("sub", (CENTER, 62), Anchor::Middle, &shorten(&sub, 110), &sub);
        for band in &self.layout.bands {
            self.picture.rect("band", band.area, 10);
            let cidr = plan.networks.iter().find(|network| network.name == band.network).and_then(|it| it.cidr);
            let label = match cidr {
                Some(cidr) => format!("{} · {cidr}", band.network),
                None if plan.networks.len() == 1 => continue,
                None => band.network.to_string(),
            };
            self.picture.text("network", (band.area.x + 12, band.area.y + 20), Anchor::Start, &label, &label);
        }
        let legend = match plan.cluster.enabled {
            true => "solid: connections, in the direction of the arrow · dashed: cluster messages, both ways",
            false => "lines: connections, in the direction of the arrow",
        };
        self.picture.text("small", (CENTER, self.layout.height - 14), Anchor::Middle, legend, legend);
    }

    /// Services on the left lane, the console on the right.
    fn requests(&mut self) {
        let topology = self.topology;
        for (lane, purpose) in [Purpose::Services, Purpose::Console].into_iter().enumerate() {
            let mut found: BTreeMap<(Party, Party), Vec<String>> = BTreeMap::new();
            for edge in topology.of_purpose(purpose) {
                let labels = found.entry((edge.from, edge.to)).or_default();
                let label = format!("{} {}", edge.protocol, edge.ports);
                if !labels.contains(&label) {
                    labels.push(label);
                }
            }
            let order = &self.layout.lanes[lane];
            let places: BTreeMap<Party, usize> =
                order.iter().enumerate().map(|(place, item)| (self.layout.items[*item].party, place)).collect();
            for ((from, to), labels) in found {
                let (Some(&start), Some(&end)) = (places.get(&from), places.get(&to)) else { continue };
                let (a, b) = (self.layout.items[order[start]].area, self.layout.items[order[end]].area);
                if start + 1 == end {
                    let x = lane_center(lane);
                    self.picture.line("line", &[(x, a.bottom()), (x, b.y)], (false, true));
                    let y = if start == 0 { a.bottom() + 24 } else { (a.bottom() + b.y) / 2 - 3 };
                    self.labels.push(((x, y), labels.join(" · ")));
                } else {
                    let people = matches!(from, Party::Clients | Party::Administrators);
                    let x = bus(lane, people);
                    let side = |area: Area| if lane == 0 { area.x } else { area.right() };
                    let (out, into) = (a.y + a.h * 2 / 3, b.y + if people { 16 } else { 28 });
                    let points = [(side(a), out), (x, out), (x, into), (side(b), into)];
                    self.picture.line("line", &points, (false, true));
                }
            }
        }
    }

    /// Cluster messages go between all members of a group: one dashed line joins their boxes.
    fn members(&mut self) {
        for group in 0..self.topology.plan.cluster.groups.len() {
            self.members_of(group);
        }
    }

    fn members_of(&mut self, group: usize) {
        let is_of = |item: &&Item| {
            let Party::Nodes(number) = item.party else { return false };
            let boxed = self.topology.groups.get(number);
            let first = boxed.and_then(|boxed| self.topology.plan.nodes.get(*boxed.nodes.first()?));
            first.is_some_and(|node| node.group == Some(group))
        };
        let groups: Vec<Area> = self.layout.items.iter().filter(is_of).map(|it| it.area).collect();
        match groups.as_slice() {
            [] => {}
            [one] => {
                let (x, y) = (one.right(), one.y + 20);
                let points = [(x, y), (x + 30, y), (x + 30, y + 36), (x, y + 36)];
                self.picture.line("dashed", &points, (true, true));
            }
            [a, b] if a.y == b.y => {
                let (left, right) = if a.x < b.x { (a, b) } else { (b, a) };
                let y = left.y + 30;
                self.picture.line("dashed", &[(left.right(), y), (right.x, y)], (true, true));
                self.labels.push(((CENTER, y), "cluster messages".to_owned()));
            }
            many => {
                let x = CENTER - 52;
                let tap = |area: &Area| area.y + 30;
                let (Some(first), Some(last)) = (many.iter().map(tap).min(), many.iter().map(tap).max()) else {
                    return;
                };
                self.picture.line("dashed", &[(x, first), (x, last)], (false, false));
                for area in many {
                    let side = if area.right() < CENTER { area.right() } else { area.x };
                    if side < CENTER && area.right() > CENTER {
                        continue;
                    }
                    self.picture.line("dashed", &[(x, tap(area)), (side, tap(area))], (false, true));
                }
                // Between the rows, where no line to what nodes share can cross it.
                self.labels.push(((x, last - 56), "members".to_owned()));
            }
        }
    }

    /// From the nodes to what they share.
    fn shared(&mut self) {
        let stores: Vec<&Item> =
            self.layout.items.iter().filter(|it| matches!(it.party, Party::Database | Party::Artifacts)).collect();
        let Some(first_store) = stores.first() else { return };
        let fork = first_store.area.y - 46;
        let mut top = fork;
        for item in &self.layout.items {
            if !matches!(item.party, Party::Nodes(_)) {
                continue;
            }
            let area = item.area;
            let y = area.bottom() - 26;
            if area.right() < CENTER {
                self.picture.line("line", &[(area.right(), y), (CENTER, y)], (false, false));
                top = top.min(y);
            } else if area.x > CENTER {
                self.picture.line("line", &[(area.x, y), (CENTER, y)], (false, false));
                top = top.min(y);
            } else {
                top = top.min(area.bottom());
            }
        }
        self.picture.line("line", &[(CENTER, top), (CENTER, fork)], (false, false));
        for store in &stores {
            let (x, y) = (store.area.center(), store.area.y);
            self.picture.line("line", &[(CENTER, fork), (x, fork), (x, y)], (false, true));
            if let Some(edge) = self.topology.edges.iter().find(|edge| edge.to == store.party) {
                self.labels.push(((x, (fork + y) / 2 - 2), format!("{} {}", edge.protocol, edge.ports)));
            }
        }
    }

    /// Draws what stands for a place in the design and for a folder of the bundle; empty where it stands for none.
    fn about(&mut self, at: &str, folder: &str, draw: impl FnOnce(&mut Self)) {
        if self.reader == Reader::File {
            return draw(self);
        }
        let below = std::mem::take(&mut self.picture);
        draw(self);
        let shapes = std::mem::replace(&mut self.picture, below);
        self.picture.group(&[("data-at", at), ("data-folder", folder)], shapes);
    }

    fn item(&mut self, item: &Item) {
        let area = item.area;
        match item.party {
            Party::Front(front) => {
                if let Some(front) = self.topology.plan.fronts.get(front) {
                    let at = if front.at == Path::root() { "balancers".to_owned() } else { front.at.to_string() };
                    self.about(&at, &format!("balancers/{}", front.name), |canvas| canvas.front(front, area));
                }
            }
            Party::Nodes(group) => {
                if let Some(group) = self.topology.groups.get(group) {
                    self.about(&self.rows(&group.nodes), "", |canvas| canvas.group(group, item));
                    self.cards(group, item);
                }
            }
            Party::Database => self.about("database", "database", |canvas| canvas.store(item.party, area)),
            Party::Artifacts => self.about("artifacts", "", |canvas| canvas.store(item.party, area)),
            party => {
                let at = if party == Party::Clients { "hosts.service" } else { "hosts.console" };
                self.about(at, "", |canvas| {
                    canvas.picture.rect("people", area, 22);
                    let label = canvas.topology.label(party);
                    canvas.picture.text("light", (area.center(), area.y + 28), Anchor::Middle, &label, &label);
                });
            }
        }
    }

    /// The rows of the design that some nodes come from, each once.
    fn rows(&self, nodes: &[usize]) -> String {
        let mut seen = BTreeSet::new();
        let rows = nodes.iter().filter_map(|node| self.topology.plan.nodes.get(*node)).map(|node| node.at.to_string());
        rows.filter(|row| seen.insert(row.clone())).collect::<Vec<_>>().join(" ")
    }

    fn front(&mut self, front: &Front, area: Area) {
        self.picture.rect("front", area, 8);
        let title = format!("Load balancer {}", front.name);
        self.picture.text("group", (area.center(), area.y + 22), Anchor::Middle, &shorten(&title, 36), &title);
        let program = super::super::words::program(front);
        let what = match &front.address {
            Some(address) => format!("{program} · {address}"),
            None => format!("{program} · address not in the design"),
        };
        self.picture.text("small", (area.center(), area.y + 40), Anchor::Middle, &shorten(&what, 54), &what);
        let hosts = &self.topology.plan.hosts;
        let lanes = [(front.serves_services(), &hosts.service), (front.serves_console(), &hosts.console)];
        for (lane, (serves, host)) in lanes.into_iter().enumerate() {
            if serves {
                let host = host.as_str();
                let at = (lane_center(lane), area.y + 61);
                self.picture.text("name", at, Anchor::Middle, &shorten(host, 38), host);
            }
        }
    }

    fn group(&mut self, group: &Group, item: &Item) {
        let (area, plan) = (item.area, self.topology.plan);
        let shown = group.nodes.first().and_then(|node| plan.nodes.get(*node)).map(|node| node.component);
        let class = match shown.map(|component| (component.serves(), component.has_console())) {
            Some((true, false)) => "workers",
            Some((false, _)) => "managers",
            _ => "nodes",
        };
        self.picture.rect(class, area, 10);
        let title = format!("{} ({})", group.role.heading(), group.nodes.len());
        self.picture.text("group", (area.x + PADDING, area.y + 24), Anchor::Start, &title, &title);
        if plan.cluster.enabled {
            let nodes = group.nodes.iter().filter_map(|node| plan.nodes.get(*node));
            let ports = format!("members {}", Ports::of(nodes.map(|node| node.member_port)));
            let at = (area.right() - PADDING, area.y + 24);
            self.picture.text("small", at, Anchor::End, &shorten(&ports, 30), &ports);
        }
        let ports = self.ports(group);
        let most = usize::try_from(area.w / 7).unwrap_or(40);
        self.picture.text("small", (area.x + PADDING, area.y + 42), Anchor::Start, &shorten(&ports, most), &ports);
    }

    /// The nodes of a group, as far as they have room.
    fn cards(&mut self, group: &Group, item: &Item) {
        let plan = self.topology.plan;
        let left_out = group.nodes.len() - item.cards.1;
        let cards = if left_out > 0 { item.cards.1.saturating_sub(1) } else { item.cards.1 };
        for (number, node) in group.nodes.iter().take(cards).enumerate() {
            let Some(node) = plan.nodes.get(*node) else { continue };
            let area = card(item, number);
            let folder = format!("nodes/{}", node.name);
            self.about(&node.at.to_string(), &folder, |canvas| canvas.card(node, area));
        }
        if left_out > 0 {
            let area = card(item, cards);
            let text = format!("… and {} more", group.nodes.len() - cards);
            let rows = self.rows(group.nodes.get(cards..).unwrap_or_default());
            self.about(&rows, "", |canvas| {
                canvas.picture.rect("more", area, 6);
                canvas.picture.text("small", (area.center(), area.y + 34), Anchor::Middle, &text, &text);
            });
        }
    }

    fn card(&mut self, node: &Node, area: Area) {
        let enabled = self.topology.plan.cluster.enabled;
        self.picture.rect("card", area, 6);
        let mut line = |class, y, text: &str, most| {
            self.picture.text(class, (area.x + 10, area.y + y), Anchor::Start, &shorten(text, most), text);
        };
        line("name", 18, node.name.as_str(), 16);
        let address = node.address.as_ref().map_or_else(|| "address at start".to_owned(), ToString::to_string);
        line("small", 34, &address, 22);
        let mut last = Vec::new();
        if enabled {
            last.push(format!("member {}", node.member_port));
        }
        if node.offset.get() > 0 {
            last.push(format!("offset {}", node.offset));
        }
        line("small", 50, &last.join(" · "), 24);
    }

    /// The ports of a group, as its second line.
    fn ports(&self, group: &Group) -> String {
        let plan = self.topology.plan;
        let nodes = || group.nodes.iter().filter_map(|node| plan.nodes.get(*node));
        let shown = nodes().next();
        let mut parts = Vec::new();
        if shown.is_some_and(|node| node.serves()) {
            let http = Ports::of(nodes().map(|node| node.ports.service_http));
            let https = Ports::of(nodes().map(|node| node.ports.service_https));
            parts.push(format!("HTTP {http} · HTTPS {https}"));
        }
        if shown.is_some_and(|node| node.has_console()) {
            parts.push(format!("console {}", Ports::of(nodes().map(|node| node.ports.https))));
        }
        parts.join(" · ")
    }

    fn store(&mut self, party: Party, area: Area) {
        self.picture.rect("store", area, 10);
        let label = self.topology.label(party);
        let (title, line) = match (&self.topology.plan.database, party) {
            (Some(database), Party::Database) => {
                (format!("{label} · {}", database.vendor.name), database.host.to_string())
            }
            _ => {
                let target = self.topology.edges.iter().find(|edge| edge.to == party);
                (label, target.map_or_else(String::new, |edge| edge.targets.to_string()))
            }
        };
        self.picture.text("group", (area.center(), area.y + 26), Anchor::Middle, &shorten(&title, 30), &title);
        self.picture.text("small", (area.center(), area.y + 46), Anchor::Middle, &shorten(&line, 40), &line);
    }

    fn pills(&mut self) {
        for ((x, y), label) in std::mem::take(&mut self.labels) {
            let short = shorten(&label, 44);
            let width = i32::try_from(short.chars().count()).unwrap_or(40) * 7 + 14;
            self.picture.rect("pill", Area { x: x - width / 2, y: y - 10, w: width, h: 20 }, 10);
            self.picture.text("label", (x, y + 4), Anchor::Middle, &short, &label);
        }
    }
}
