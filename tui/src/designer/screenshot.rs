use super::draft::Draft;
use super::model::{Model, Options};
use super::{keys, svg, view};
use crate::failure::Failure;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use std::path::Path;

/// What a picture of the screen shows.
#[derive(Debug)]
pub(crate) struct Screenshot<'a> {
    /// The keys that are pressed before.
    pub(crate) keys: &'a str,
    /// The terminal's width and height, in cells.
    pub(crate) size: (u16, u16),
    /// The SVG file that is written.
    pub(crate) file: &'a Path,
}

/// Takes a picture of the designer, as a person sees it who pressed these keys. What a key asks the world for is not done.
pub(crate) fn take(draft: Draft, options: Options, wanted: &Screenshot<'_>) -> Result<(), Failure> {
    let events = keys::events(wanted.keys)?;
    let mut model = Model::new(draft, options);
    model.size = wanted.size;
    for event in &events {
        model.update(event);
    }
    let (width, height) = wanted.size;
    let failed = |why: &dyn std::fmt::Display| Failure::Told(format!("{}: {why}", wanted.file.display()));
    let mut terminal = Terminal::new(TestBackend::new(width, height)).map_err(|why| failed(&why))?;
    terminal.draw(|frame| view::draw(&model, frame)).map_err(|why| failed(&why))?;
    let picture = svg::svg(terminal.backend().buffer(), &model.options.theme);
    std::fs::write(wanted.file, picture).map_err(|why| failed(&why))
}
