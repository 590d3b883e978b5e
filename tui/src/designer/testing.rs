//! Keys in, a whole screen out: the text, and below it the same cells again with a letter for each style, so that a change of
//! colour is seen and can be read.
//!
//! `UPDATE_EXPECT=1 cargo test -p wso2-design` writes the screens anew.

use super::draft::Draft;
use super::model::{Model, Options};
use super::{keys, view};
use expect_test::expect_file;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};
use std::fmt::Write;
use std::path::Path;
use wso2_design_core::read::Syntax;

/// A small cluster.
pub(crate) const DESIGN: &str = r#"format = 1
name = "esb"
product = "esb"
release = "5.0.0"
pattern = "worker-manager-2"
nodes = [{ role = "manager", addresses = "192.0.2.11-12" }, { role = "worker", addresses = "192.0.2.21-22" }]
"#;

/// A designer with a design; with none where the text is empty.
pub(crate) fn model(design: &str) -> Model {
    let draft = match design {
        "" => Draft::new(String::new(), Syntax::Toml),
        text => Draft::of_file(text.to_owned(), Syntax::guess(text), "design.toml".into()),
    };
    Model::new(draft, Options::default())
}

/// A designer on a terminal of this size, with keys pressed one after the other: `j j enter "text" esc`. The text alone.
pub(crate) fn screen(design: &str, size: (u16, u16), keys: &str) -> String {
    let mut model = model(design);
    press(&mut model, keys);
    text(&buffer(&model, size))
}

/// Compares the screen with `screens/<name>-<width>x<height>.txt`, at 80 × 24 and at 120 × 40.
pub(crate) fn screens(name: &str, design: &str, keys: &str) {
    let mut model = model(design);
    press(&mut model, keys);
    screens_of(name, &model);
}

/// The same for a designer that is there already.
pub(crate) fn screens_of(name: &str, model: &Model) {
    for size in [(80, 24), (120, 40)] {
        screen_of(name, model, size);
    }
}

/// The same at one size.
pub(crate) fn screen_of(name: &str, model: &Model, size: (u16, u16)) {
    let buffer = buffer(model, size);
    let shown = format!("{}\n{}", text(&buffer), styles(&buffer));
    expect_file![format!("screens/{name}-{}x{}.txt", size.0, size.1)].assert_eq(&shown);
}

/// Presses keys, by crokey's names; what stands in quotes is typed. What the world is asked to do is not done.
pub(crate) fn press(model: &mut Model, keys: &str) {
    for event in keys::events(keys).unwrap() {
        model.update(&event);
    }
}

/// The picture of a model.
pub(crate) fn buffer(model: &Model, size: (u16, u16)) -> Buffer {
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
    terminal.draw(|frame| view::draw(model, frame)).unwrap();
    terminal.backend().buffer().clone()
}

/// The text of every source of the designer, for what no picture shows.
pub(crate) fn sources() -> String {
    let mut out = String::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/designer")];
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it == "rs") {
                out.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    out
}

fn rows(buffer: &Buffer) -> impl Iterator<Item = Vec<(&str, Style)>> {
    let area = buffer.area;
    (area.top()..area.bottom()).map(move |y| {
        let cell = |x| buffer.cell((x, y)).map(|cell| (cell.symbol(), cell.style()));
        (area.left()..area.right()).filter_map(cell).collect()
    })
}

/// What a person reads.
pub(crate) fn text(buffer: &Buffer) -> String {
    rows(buffer).fold(String::new(), |mut out, row| {
        let line: String = row.iter().map(|(symbol, _)| *symbol).collect();
        out.push_str(line.trim_end());
        out.push('\n');
        out
    })
}

/// A letter for each cell that is not plain, and what the letters mean.
fn styles(buffer: &Buffer) -> String {
    let mut letters: Vec<(char, String)> = Vec::new();
    let mut out = String::new();
    for row in rows(buffer) {
        let mut line = String::new();
        for (_, style) in row {
            line.push(letter(&mut letters, style));
        }
        out.push_str(line.trim_end_matches('.'));
        out.push('\n');
    }
    letters.sort();
    for (letter, meaning) in letters {
        _ = writeln!(out, "{letter} {meaning}");
    }
    out
}

/// The letter of a style: the first of its colour where it is free, so that a letter means the same on most screens.
fn letter(letters: &mut Vec<(char, String)>, style: Style) -> char {
    let colour =
        |colour: Option<Color>| colour.filter(|it| *it != Color::Reset).map(|it| it.to_string().to_lowercase());
    let (ink, ground) = (colour(style.fg), colour(style.bg));
    let modifiers = style.add_modifier;
    if ink.is_none() && ground.is_none() && modifiers.is_empty() {
        return '.';
    }
    let mut meaning = ink.clone().unwrap_or_default();
    _ = write!(meaning, " {modifiers:?}");
    if let Some(ground) = &ground {
        _ = write!(meaning, " on {ground}");
    }
    let meaning = meaning.replace("Modifier(0x0)", "").replace("NONE", "").to_lowercase();
    let meaning = meaning.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some((letter, _)) = letters.iter().find(|(_, other)| *other == meaning) {
        return *letter;
    }
    let first = meaning.chars().find(char::is_ascii_alphabetic).unwrap_or('x');
    let wish = if modifiers.contains(Modifier::BOLD) { first.to_ascii_uppercase() } else { first };
    let free = |char: &char| letters.iter().all(|(letter, _)| letter != char);
    let letter = std::iter::once(wish).chain('a'..='z').chain('A'..='Z').find(free).unwrap_or('?');
    letters.push((letter, meaning));
    letter
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::designer::screen::Screen;
    use crate::designer::theme::Theme;
    use std::collections::BTreeSet;

    #[test]
    fn screens_of_the_design() {
        screens("design", DESIGN, "");
        screens("design-picture", DESIGN, "tab down down");
        screens("design-problems", DESIGN, "tab tab");
        screens("design-none", "", "2");
        screens("nodes", DESIGN, "3");
        screens("files", DESIGN, "4");
        screens("differences", DESIGN, "5");
        screens("help", DESIGN, "?");
        screens("commands", DESIGN, ": \"the\"");
        screens("questions", DESIGN, "ctrl-g \"port\"");
        screens("design-bad", &format!("{DESIGN}hosts.service = \"no name\"\n"), "l");
        screens("nodes-problems", &DESIGN.replace("192.0.2.21-22", "192.0.2.12-13"), "3 j l l l");
        let workers: Vec<String> =
            (1..=4).map(|net| format!(r#"{{ role = "worker", addresses = "10.0.{net}.1-250" }}"#)).collect();
        let many = DESIGN.replace(r#"{ role = "worker", addresses = "192.0.2.21-22" }"#, &workers.join(", "));
        screens("design-many", &many, "tab down down");
        screens("nodes-many", &many, "3 j");
        let model = model(DESIGN);
        screen_of("design", &model, (200, 60));
        screen_of("design-portrait", &model, (70, 70));
        screen_of("too-small", &model, (59, 14));
    }

    #[test]
    fn screens_in_ascii_and_in_colours() {
        let mut model = model(DESIGN);
        press(&mut model, "tab");
        model.options.theme.ascii = true;
        assert!(text(&buffer(&model, (120, 40))).is_ascii(), "{}", text(&buffer(&model, (120, 40))));
        screens_of("design-ascii", &model);
        for (name, _) in Theme::names() {
            model.options.theme = Theme::by_name(name).unwrap();
            screen_of(&format!("theme-{name}"), &model, (80, 24));
        }
    }

    /// A file that no test writes is true for ever.
    #[test]
    fn every_screen_is_shown_at_both_sizes_and_every_file_is_written() {
        let written = written();
        let screens = Screen::ALL.map(|screen| screen.title().to_lowercase());
        let others = ["design-picture", "design-problems", "help"].map(str::to_owned);
        for name in screens.iter().chain(&others) {
            for size in ["80x24", "120x40"] {
                assert!(written.contains(&format!("{name}-{size}.txt")), "no test shows {name} at {size}");
            }
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/designer/screens");
        let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
        assert_eq!(files.collect::<BTreeSet<_>>(), written);
    }

    /// The files that the tests write, as their sources name them.
    fn written() -> BTreeSet<String> {
        let sources: String = sources().split_whitespace().collect();
        let calls = |call: &'static str| sources.split(call).skip(1).filter_map(|rest| rest.split_once('"'));
        let both = calls("screens(\"").chain(calls("screens_of(\"")).map(|(name, _)| name);
        let both = both.chain(OVERLAYS.map(|(name, ..)| name));
        let mut all: BTreeSet<String> =
            both.flat_map(|name| ["80x24", "120x40"].map(|size| format!("{name}-{size}.txt"))).collect();
        for (name, rest) in calls("screen_of(\"") {
            let size = rest.split_once("(").and_then(|(_, rest)| rest.split_once(')')).unwrap().0;
            all.insert(format!("{name}-{}.txt", size.replace(',', "x")));
        }
        all.extend(Theme::names().map(|(name, _)| format!("theme-{name}-80x24.txt")));
        all
    }

    /// What can lie over a screen: the file that shows it, the keys, and whether it is there.
    type Overlay = (&'static str, &'static str, fn(&Model) -> bool);

    const OVERLAYS: [Overlay; 6] = [
        ("prompt", "e \"x\"", |model| model.prompt.is_some()),
        ("choices", "j j j enter", |model| model.picker.is_some()),
        ("commands-completed", ": \"theme \" tab", |model| model.palette.is_some()),
        ("reader", "j j j j i", |model| model.reader.is_some()),
        ("question", "enter \"x\" enter q", |model| model.question.is_some()),
        ("files-search", "4 / \"datasources\" enter tab / \"url\"", |model| model.search.is_typing()),
    ];

    #[test]
    fn the_overlays_that_are_shown_are_open() {
        for (name, keys, is_open) in OVERLAYS {
            let mut model = model(DESIGN);
            press(&mut model, keys);
            assert!(is_open(&model), "{name}: {keys}");
            screens_of(name, &model);
        }
    }

    #[test]
    fn nothing_of_a_design_reaches_the_terminal_as_a_control_character() {
        let hostile = DESIGN.replace("\"esb\"\nproduct", "\"e\\u001b[31m\\u0007\\u0085\"\nproduct");
        for keys in ["", "1", "2", "3", "4", "5", "6", "tab tab"] {
            let shown = screen(&hostile, (120, 40), keys);
            assert!(shown.chars().all(|char| char == '\n' || !char.is_control()), "{shown:?}");
        }
    }
}
