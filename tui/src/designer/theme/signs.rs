use ratatui::symbols::border;

/// The signs that stand between words and beside lines. Each is one cell wide.
#[derive(Debug)]
pub(crate) struct Signs {
    /// Something was cut here.
    pub(crate) more: &'static str,
    /// Between two facts.
    pub(crate) dot: &'static str,
    /// What holds now, of several.
    pub(crate) bullet: &'static str,
    /// Nothing was said.
    pub(crate) dash: &'static str,
    pub(crate) down: &'static str,
    pub(crate) up: &'static str,
    /// A folder that is open, and one that is closed.
    pub(crate) open: &'static str,
    pub(crate) closed: &'static str,
    /// A task, and one that is done.
    pub(crate) undone: &'static str,
    pub(crate) done: &'static str,
    /// Beside a line that is more, gone, or another.
    pub(crate) added: &'static str,
    pub(crate) removed: &'static str,
    pub(crate) changed: &'static str,
}

pub(super) static DRAWN: Signs = Signs {
    more: "…",
    dot: "·",
    bullet: "•",
    dash: "–",
    down: "▼",
    up: "▲",
    open: "▾",
    closed: "▸",
    undone: "☐",
    done: "☑",
    added: "+",
    removed: "-",
    changed: "~",
};

pub(super) static TYPEWRITER: Signs = Signs {
    more: "~",
    dot: "-",
    bullet: "*",
    dash: "-",
    down: "v",
    up: "^",
    open: "-",
    closed: "+",
    undone: "o",
    done: "x",
    added: "+",
    removed: "-",
    changed: "~",
};

pub(super) const FRAME: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};

pub(super) const HEAVY_FRAME: border::Set<'static> =
    border::Set { vertical_left: "#", vertical_right: "#", horizontal_top: "=", horizontal_bottom: "=", ..FRAME };
