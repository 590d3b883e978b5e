//! A picture of the screen as SVG, for documents: what the terminal would show, cell by cell.

use crate::designer::theme::Theme;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use std::fmt::Write;

/// The size of a cell, in units of the picture: as high as the letters of the usual fonts, so that lines from row to row meet.
const CELL: (f32, f32) = (9.2, 17.6);
/// What is around the screen.
const MARGIN: f32 = 12.0;
/// Ink and ground of a terminal that says nothing of its colours.
const USUAL: (&str, &str) = ("#e4e7ec", "#16191f");

/// The SVG of a screen. The width of each word is said, so that it fills its cells whatever font the reader has.
pub(crate) fn svg(buffer: &Buffer, theme: &Theme) -> String {
    let area = buffer.area;
    let size = (f32::from(area.width) * CELL.0 + 2.0 * MARGIN, f32::from(area.height) * CELL.1 + 2.0 * MARGIN);
    let ground = colour(theme.plain.bg.unwrap_or_default()).unwrap_or_else(|| USUAL.1.to_owned());
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w:.1} {h:.1}\" width=\"{w:.1}\" height=\"{h:.1}\" \
         font-family=\"'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace\" font-size=\"15.28\" xml:space=\"preserve\">\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"{ground}\"/>\n",
        w = size.0,
        h = size.1
    );
    for y in 0..area.height {
        let runs = runs(buffer, y, &ground);
        for run in &runs {
            if run.ground != ground {
                let (x, y) = (MARGIN + f32::from(run.x) * CELL.0, MARGIN + f32::from(y) * CELL.1);
                let wide = f32::from(run.cells) * CELL.0;
                _ = writeln!(
                    out,
                    r#"<rect x="{x:.1}" y="{y:.1}" width="{wide:.1}" height="{}" fill="{}"/>"#,
                    CELL.1, run.ground
                );
            }
        }
        for run in runs.iter().filter(|run| !run.text.trim().is_empty()) {
            draw(run, y, &mut out);
        }
    }
    out.push_str("</svg>\n");
    out
}

/// Cells side by side that look the same.
struct Run {
    x: u16,
    cells: u16,
    text: String,
    ink: String,
    ground: String,
    modifiers: Modifier,
}

fn runs(buffer: &Buffer, y: u16, ground: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut covered = 0;
    for x in 0..buffer.area.width {
        let Some(cell) = buffer.cell((buffer.area.x + x, buffer.area.y + y)) else { continue };
        if covered > 0 {
            // The second half of a wide character.
            covered -= 1;
            continue;
        }
        let wide = unicode_width::UnicodeWidthStr::width(cell.symbol()).max(1) as u16;
        covered = wide - 1;
        let (ink, below) = colours(cell.style(), ground);
        let modifiers = cell.modifier & !Modifier::REVERSED;
        let same = |run: &Run| (&run.ink, &run.ground, run.modifiers) == (&ink, &below, modifiers);
        match runs.last_mut() {
            Some(run) if same(run) => {
                run.text.push_str(cell.symbol());
                run.cells += wide;
            }
            _ => runs.push(Run { x, cells: wide, text: cell.symbol().to_owned(), ink, ground: below, modifiers }),
        }
    }
    runs
}

fn draw(run: &Run, y: u16, out: &mut String) {
    // Blanks at the ends need no ink, and readers differ in what they make of them.
    let before = run.text.chars().take_while(|char| *char == ' ').count() as u16;
    let after = run.text.chars().rev().take_while(|char| *char == ' ').count() as u16;
    let x = MARGIN + f32::from(run.x + before) * CELL.0;
    let wide = f32::from(run.cells.saturating_sub(before + after)) * CELL.0;
    let baseline = MARGIN + f32::from(y) * CELL.1 + 14.0;
    _ = write!(
        out,
        r#"<text x="{x:.1}" y="{baseline:.1}" textLength="{wide:.1}" lengthAdjust="spacingAndGlyphs" fill="{}""#,
        run.ink
    );
    for (modifier, attribute) in [
        (Modifier::BOLD, r#" font-weight="bold""#),
        (Modifier::ITALIC, r#" font-style="italic""#),
        (Modifier::UNDERLINED, r#" text-decoration="underline""#),
        (Modifier::DIM, r#" opacity="0.65""#),
    ] {
        if run.modifiers.contains(modifier) {
            out.push_str(attribute);
        }
    }
    out.push('>');
    for char in run.text.trim_matches(' ').chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // A line of text collapses its blanks otherwise.
            ' ' => out.push('\u{a0}'),
            other if other.is_control() => {}
            other => out.push(other),
        }
    }
    out.push_str("</text>\n");
}

fn colours(style: Style, ground: &str) -> (String, String) {
    let ink = style.fg.and_then(colour).unwrap_or_else(|| USUAL.0.to_owned());
    let below = style.bg.and_then(colour).unwrap_or_else(|| ground.to_owned());
    if style.add_modifier.contains(Modifier::REVERSED) { (below, ink) } else { (ink, below) }
}

/// A colour as SVG says it; none for the terminal's own ink or ground. The sixteen are those of xterm, softened for a dark ground.
fn colour(colour: Color) -> Option<String> {
    let known = match colour {
        Color::Reset => return None,
        Color::Black => "#16191f",
        Color::Red => "#e06c75",
        Color::Green => "#8fd18a",
        Color::Yellow => "#e8c268",
        Color::Blue => "#82b1ff",
        Color::Magenta => "#d49bf0",
        Color::Cyan => "#5cc8d7",
        Color::Gray => "#c8ccd4",
        Color::DarkGray => "#7c8594",
        Color::LightRed => "#ff8080",
        Color::LightGreen => "#a6e3a1",
        Color::LightYellow => "#f9e2af",
        Color::LightBlue => "#a5c8ff",
        Color::LightMagenta => "#e4baff",
        Color::LightCyan => "#94e2e9",
        Color::White => "#ffffff",
        Color::Rgb(red, green, blue) => return Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        Color::Indexed(_) => return None,
    };
    Some(known.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::designer::testing::{DESIGN, buffer, model};

    #[test]
    fn is_well_formed_and_light() {
        let model = model(DESIGN);
        let svg = svg(&buffer(&model, (120, 40)), &model.options.theme);
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
        assert_eq!(svg.matches("<text ").count(), svg.matches("</text>").count());
        assert!(svg.len() < 60_000, "{} bytes", svg.len());
    }

    #[test]
    fn text_is_escaped_and_fills_its_cells() {
        let mut buffer = Buffer::empty(ratatui::layout::Rect::new(0, 0, 10, 1));
        buffer.set_string(1, 0, "<a> & 語", Style::new());
        let svg = svg(&buffer, &Theme::default());
        assert!(svg.contains("textLength=\"73.6\"") && svg.contains("&lt;a&gt;\u{a0}&amp;\u{a0}"), "{svg}");
    }
}
