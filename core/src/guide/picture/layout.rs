use crate::design::Serves;
use crate::format::svg::Area;
use crate::topology::{Party, Topology};
use crate::value::Name;

/// The width of a lane.
const LANE: i32 = 356;
/// What lies between the lanes: the lines to what nodes share.
const CHANNEL: i32 = 190;
/// What lies beside the lanes: the buses.
const OUTER: i32 = 72;
const MARGIN: i32 = 24;
/// Between one row of boxes and the next, so that a label fits.
const GAP: i32 = 62;
/// Within a group.
pub(super) const PADDING: i32 = 14;
const BETWEEN_CARDS: i32 = 12;
pub(super) const CARD: (i32, i32) = (157, 58);
/// The lines above the cards of a group.
pub(super) const GROUP_HEAD: i32 = 54;

/// The picture's width.
pub(super) const WIDTH: i32 = 2 * (MARGIN + OUTER + LANE) + CHANNEL;
/// The x of the middle.
pub(super) const CENTER: i32 = WIDTH / 2;

/// Where everything stands.
pub(super) struct Layout {
    pub(super) items: Vec<Item>,
    pub(super) bands: Vec<Band>,
    /// Items of the service lane and of the console lane, from top to bottom, by their place in `items`.
    pub(super) lanes: [Vec<usize>; 2],
    pub(super) height: i32,
}

/// A box.
pub(super) struct Item {
    pub(super) party: Party,
    pub(super) area: Area,
    /// For a group: how many cards it shows in a row, and how many in all.
    pub(super) cards: (usize, usize),
}

/// A network.
pub(super) struct Band {
    pub(super) network: Name,
    pub(super) area: Area,
}

/// The middle of a lane.
pub(super) fn lane_center(lane: usize) -> i32 {
    let first = MARGIN + OUTER + LANE / 2;
    if lane == 0 { first } else { WIDTH - first }
}

/// The x of a bus beside a lane; people's is the outer one.
pub(super) fn bus(lane: usize, people: bool) -> i32 {
    let from_lane = if people { 50 } else { 26 };
    if lane == 0 { MARGIN + OUTER - from_lane } else { WIDTH - MARGIN - OUTER + from_lane }
}

/// Which lanes a party stands in: services, console.
fn lanes_of(topology: &Topology<'_>, party: Party) -> (bool, bool) {
    match party {
        Party::Clients => (true, false),
        Party::Administrators => (false, true),
        Party::Front(front) => match topology.plan.fronts.get(front).map(|front| front.serves) {
            Some(Serves::Services) => (true, false),
            Some(Serves::Console) => (false, true),
            _ => (true, true),
        },
        Party::Nodes(group) => {
            let first = topology.groups.get(group).and_then(|group| topology.plan.nodes.get(*group.nodes.first()?));
            match first.map(|node| (node.serves(), node.has_console())) {
                Some((true, false)) => (true, false),
                Some((false, _)) => (false, true),
                _ => (true, true),
            }
        }
        _ => (false, false),
    }
}

pub(super) fn layout(topology: &Topology<'_>) -> Layout {
    let mut layout = Layout { items: Vec::new(), bands: Vec::new(), lanes: [Vec::new(), Vec::new()], height: 0 };
    let mut y = 96;
    y = layout.row(topology, y, [Some(Party::Clients), Some(Party::Administrators)]) + GAP;
    for (network, rows) in bands(topology) {
        let top = y - 14;
        y += 18;
        let count = rows.len();
        for (number, row) in rows.into_iter().enumerate() {
            y = layout.row(topology, y, row) + if number + 1 < count { GAP } else { 16 };
        }
        let area = Area { x: MARGIN / 2, y: top, w: WIDTH - MARGIN, h: y - top };
        layout.bands.push(Band { network, area });
        y += GAP - 16;
    }
    layout.stores(topology, y);
    layout
}

/// One row of a band: what stands in the service lane and in the console lane; what stands in both comes first, alone.
type Row = [Option<Party>; 2];

/// The networks that have something in them, those with load balancers first.
fn bands(topology: &Topology<'_>) -> Vec<(Name, Vec<Row>)> {
    let plan = topology.plan;
    let mut bands: Vec<(Name, Vec<Party>, Vec<Party>)> =
        plan.networks.iter().map(|network| (network.name.clone(), Vec::new(), Vec::new())).collect();
    let mut places = std::collections::BTreeMap::new();
    for (number, network) in plan.networks.iter().enumerate() {
        places.entry(&network.name).or_insert(number);
    }
    for (number, front) in plan.fronts.iter().enumerate() {
        if let Some(band) = bands.get_mut(places.get(&front.network).copied().unwrap_or(0)) {
            band.1.push(Party::Front(number));
        }
    }
    for (number, group) in topology.groups.iter().enumerate() {
        if let Some(band) = bands.get_mut(places.get(&group.network).copied().unwrap_or(0)) {
            band.2.push(Party::Nodes(number));
        }
    }
    bands.retain(|(_, fronts, groups)| !fronts.is_empty() || !groups.is_empty());
    bands.sort_by_key(|(_, fronts, _)| fronts.is_empty());
    bands
        .into_iter()
        .map(|(network, fronts, groups)| {
            let rows = rows(topology, &fronts).into_iter().chain(rows(topology, &groups));
            (network, rows.collect())
        })
        .collect()
}

fn rows(topology: &Topology<'_>, parties: &[Party]) -> Vec<Row> {
    let in_lanes = |wanted| parties.iter().copied().filter(move |party| lanes_of(topology, *party) == wanted);
    let mut rows: Vec<Row> = in_lanes((true, true)).map(|party| [Some(party), None]).collect();
    let (mut services, mut consoles) = (in_lanes((true, false)), in_lanes((false, true)));
    loop {
        match [services.next(), consoles.next()] {
            [None, None] => return rows,
            row => rows.push(row),
        }
    }
}

impl Layout {
    /// Puts a row at `y`; returns where it ends.
    fn row(&mut self, topology: &Topology<'_>, y: i32, row: Row) -> i32 {
        let mut bottom = y;
        for party in row.into_iter().flatten() {
            let lanes = lanes_of(topology, party);
            let item = item(topology, party, lanes, y);
            bottom = bottom.max(item.area.bottom());
            for (lane, stands) in [lanes.0, lanes.1].into_iter().enumerate() {
                if stands {
                    self.lanes[lane].push(self.items.len());
                }
            }
            self.items.push(item);
        }
        bottom
    }

    /// What nodes share, side by side in the middle.
    fn stores(&mut self, topology: &Topology<'_>, y: i32) {
        let drawn = |party: &Party| topology.edges.iter().any(|edge| edge.to == *party);
        let stores: Vec<Party> = [Party::Database, Party::Artifacts].into_iter().filter(drawn).collect();
        let (width, gap, height) = (250, 40, 62);
        let count = i32::try_from(stores.len()).unwrap_or(0);
        let mut x = CENTER - (count * width + (count - 1) * gap) / 2;
        for party in &stores {
            self.items.push(Item { party: *party, area: Area { x, y: y + 20, w: width, h: height }, cards: (0, 0) });
            x += width + gap;
        }
        self.height = if stores.is_empty() { y } else { y + 20 + height + 24 } + 30;
    }
}

fn item(topology: &Topology<'_>, party: Party, lanes: (bool, bool), y: i32) -> Item {
    let spanning = lanes == (true, true);
    let center = match lanes {
        (true, true) => CENTER,
        (true, false) => lane_center(0),
        _ => lane_center(1),
    };
    let (w, h, cards) = match party {
        Party::Nodes(group) => {
            let w = if spanning { 2 * LANE + CHANNEL } else { LANE };
            let columns = (w - 2 * PADDING + BETWEEN_CARDS) / (CARD.0 + BETWEEN_CARDS);
            let columns = usize::try_from(columns).unwrap_or(1).max(1);
            let most = if spanning { 2 * columns } else { 4 * columns };
            let shown = topology.groups.get(group).map_or(0, |group| group.nodes.len()).min(most);
            let rows = i32::try_from(shown.div_ceil(columns)).unwrap_or(0);
            (w, GROUP_HEAD + rows * (CARD.1 + BETWEEN_CARDS) - BETWEEN_CARDS + PADDING, (columns, shown))
        }
        Party::Front(_) if spanning => (LANE + CHANNEL + 320, 74, (0, 0)),
        Party::Front(_) => (320, 74, (0, 0)),
        _ => (200, 44, (0, 0)),
    };
    Item { party, area: Area { x: center - w / 2, y, w, h }, cards }
}

/// Where the card of a number stands in its group.
pub(super) fn card(group: &Item, number: usize) -> Area {
    let columns = group.cards.0.max(1);
    let at = |number: usize, size: i32| i32::try_from(number).unwrap_or(0) * (size + BETWEEN_CARDS);
    Area {
        x: group.area.x + PADDING + at(number % columns, CARD.0),
        y: group.area.y + GROUP_HEAD + at(number / columns, CARD.1),
        w: CARD.0,
        h: CARD.1,
    }
}
