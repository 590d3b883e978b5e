//! The loop: an event, what becomes of the model, what the world is asked to do, a picture.

use super::effect::Effect;
use super::model::Model;
use super::view;
use crate::failure::Failure;
use ratatui::DefaultTerminal;

pub(super) fn serve(model: &mut Model, terminal: &mut DefaultTerminal) -> Result<(), Failure> {
    let failed = |error: std::io::Error| Failure::Told(format!("the terminal is gone: {error}"));
    loop {
        terminal.draw(|frame| view::draw(model, frame)).map_err(failed)?;
        let event = crossterm::event::read().map_err(failed)?;
        match model.update(&event) {
            Effect::Quit => return Ok(()),
            _ => {}
        }
    }
}
