use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_width::UnicodeWidthChar;

/// Lines and words on a grid. Lines that meet are joined.
pub(super) struct Canvas {
    width: usize,
    cells: Vec<Cell>,
}

#[derive(Clone, Copy, Default)]
struct Cell {
    /// Which neighbours a line leads to: bits of [`UP`] and its like.
    arms: u8,
    /// What stands here instead.
    char: Option<char>,
    /// Whether a wide character to the left stands here too.
    covered: bool,
    style: Style,
}

const UP: u8 = 1;
const RIGHT: u8 = 2;
const DOWN: u8 = 4;
const LEFT: u8 = 8;

/// What a cell looks like by its arms.
const DRAWN: [char; 16] = [' ', '│', '─', '╰', '│', '│', '╭', '├', '─', '╯', '─', '┴', '╮', '┤', '┬', '┼'];

impl Canvas {
    pub(super) fn new(width: usize, height: usize) -> Self {
        Self { width, cells: vec![Cell::default(); width * height] }
    }

    fn cell(&mut self, x: usize, y: usize) -> Option<&mut Cell> {
        let at = (x < self.width).then_some(y * self.width + x)?;
        self.cells.get_mut(at)
    }

    fn arm(&mut self, x: usize, y: usize, arms: u8, style: Style) {
        if let Some(cell) = self.cell(x, y) {
            cell.arms |= arms;
            cell.style = style;
        }
    }

    /// A line from above to below, both ends in it.
    pub(super) fn down(&mut self, x: usize, from: usize, to: usize, style: Style) {
        for y in from..to {
            self.arm(x, y, DOWN, style);
            self.arm(x, y + 1, UP, style);
        }
    }

    /// A line from left to right, both ends in it.
    pub(super) fn across(&mut self, y: usize, from: usize, to: usize, style: Style) {
        for x in from.min(to)..from.max(to) {
            self.arm(x, y, RIGHT, style);
            self.arm(x + 1, y, LEFT, style);
        }
    }

    /// A frame.
    pub(super) fn frame(&mut self, area: Rect, style: Style) {
        let [left, right] = [area.left(), area.right().saturating_sub(1)].map(usize::from);
        let [top, bottom] = [area.top(), area.bottom().saturating_sub(1)].map(usize::from);
        for y in [top, bottom] {
            self.across(y, left, right, style);
        }
        for x in [left, right] {
            self.down(x, top, bottom, style);
        }
    }

    /// Words, cut where there is no more room: by cells, before whatever stands there already.
    pub(super) fn text(&mut self, x: usize, y: usize, room: usize, text: &str, style: Style) {
        let mut at = x;
        let wide = |char: char| char.width().unwrap_or(0);
        let fits = text.chars().map(wide).sum::<usize>() <= room;
        let room = x + room;
        for char in text.chars().filter(|char| wide(*char) > 0) {
            let last = !fits && at + wide(char) + 1 > room;
            let char = if last { '…' } else { char };
            if at + wide(char) > room {
                return;
            }
            for place in at..at + wide(char) {
                let covered = place > at;
                if let Some(cell) = self.cell(place, y) {
                    *cell = Cell { arms: 0, char: (!covered).then_some(char), covered, style };
                }
            }
            at += wide(char);
            if last {
                return;
            }
        }
    }

    /// Puts the rows from `top` on into an area.
    pub(super) fn show(&self, top: usize, area: Rect, buffer: &mut Buffer) {
        for (y, row) in self.cells.chunks(self.width.max(1)).skip(top).take(area.height.into()).enumerate() {
            for (x, cell) in row.iter().take(area.width.into()).enumerate().filter(|(_, cell)| !cell.covered) {
                let char = match cell.char {
                    Some(char) => char,
                    None if cell.arms == 0 => continue,
                    None => DRAWN[usize::from(cell.arms & 15)],
                };
                let at = (area.x + x as u16, area.y + y as u16);
                let mut text = [0; 4];
                buffer.set_string(at.0, at.1, char.encode_utf8(&mut text), cell.style);
            }
        }
    }
}
