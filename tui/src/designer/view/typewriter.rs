use ratatui::buffer::Buffer;

/// Turns every drawn character into one that a typewriter has, on the whole screen: no part of it can forget to. Letters stay.
pub(super) fn typewrite(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if let Some(plain) = cell.symbol().chars().next().and_then(plain) {
            cell.set_symbol(plain);
        }
    }
}

fn plain(char: char) -> Option<&'static str> {
    Some(match char {
        '─' | '━' | '╌' | '┄' | '╴' | '╶' | '–' | '—' | '·' => "-",
        '═' => "=",
        '│' | '┃' | '║' | '┆' => "|",
        '▼' | '▾' | '↓' => "v",
        '▲' | '▴' | '↑' => "^",
        '◀' | '←' | '‹' | '«' => "<",
        '▶' | '▸' | '→' | '›' | '»' => ">",
        '•' | '●' | '◆' => "*",
        '…' => "~",
        '×' => "x",
        '☐' | '○' => "o",
        '☑' | '✓' | '✔' => "x",
        '█' | '▌' | '▐' | '▎' | '▏' | '┊' => "#",
        '\u{a0}' => " ",
        '\u{2500}'..='\u{257f}' => "+",
        _ => return None,
    })
}
