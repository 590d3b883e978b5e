//! Keys in, a screen out.

use super::draft::Draft;
use super::model::{Model, Options};
use super::view;
use crossterm::event::Event;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use wso2_design_core::read::Syntax;

/// A designer on a terminal of this size, with keys pressed one after the other: `j j enter "text" esc`.
pub(crate) fn screen(design: &str, size: (u16, u16), keys: &str) -> String {
    let mut model =
        Model::new(Draft::of_file(design.to_owned(), Syntax::guess(design), "design.toml".into()), Options::default());
    press(&mut model, keys);
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
    terminal.draw(|frame| view::draw(&model, frame)).unwrap();
    terminal.backend().to_string()
}

/// Presses keys, by crokey's names; what stands in quotes is typed.
pub(crate) fn press(model: &mut Model, keys: &str) {
    for key in keys.split_whitespace() {
        match key.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
            Some(text) => text.chars().for_each(|char| {
                model.update(&Event::Key(crossterm::event::KeyCode::Char(char).into()));
            }),
            None => {
                let key: crossterm::event::KeyEvent = key.parse::<crokey::KeyCombination>().unwrap().into();
                model.update(&Event::Key(key));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::screen;

    const DESIGN: &str = "format = 1\nname = \"esb\"\nproduct = \"esb\"\nrelease = \"5.0.0\"\npattern = \"worker-manager-2\"\n\
        nodes = [{ role = \"manager\", addresses = \"192.0.2.11-12\" }, { role = \"worker\", addresses = \"192.0.2.21-22\" }]\n";

    #[test]
    fn shows_the_design() {
        println!("{}", screen(DESIGN, (80, 24), ""));
        println!("{}", screen(DESIGN, (80, 24), "j j j j enter"));
        println!("{}", screen(DESIGN, (80, 24), "l enter \"esb.example.com\" enter"));
        println!("{}", screen(DESIGN, (120, 40), "?"));
        println!("{}", screen(DESIGN, (50, 10), ""));
    }
}
