//! The terminal: taken when the designer begins, and given back as it was, whatever ends it.

use super::model::Model;
use crate::failure::Failure;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::execute;
use ratatui::DefaultTerminal;
use std::io::stdout;

/// Serves the model on the terminal.
pub(super) fn with(
    model: &mut Model,
    serve: fn(&mut Model, &mut DefaultTerminal) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mouse = model.options.mouse;
    let mut terminal = ratatui::try_init().map_err(|error| Failure::Told(format!("no terminal: {error}")))?;
    extras(mouse);
    let served = serve(model, &mut terminal);
    restore();
    served
}

/// Mouse and pasted text, which ratatui's own set-up leaves alone.
pub(super) fn extras(mouse: bool) {
    // A terminal that knows neither is no worse for it.
    let _ = execute!(stdout(), EnableBracketedPaste);
    if mouse {
        let _ = execute!(stdout(), EnableMouseCapture);
    }
}

/// Listens to the mouse, or leaves it to the terminal, which then marks text with it.
pub(super) fn mouse(on: bool) {
    // A terminal without a mouse is no worse for it.
    let _ = if on { execute!(stdout(), EnableMouseCapture) } else { execute!(stdout(), DisableMouseCapture) };
}

/// Gives the terminal back.
pub(super) fn restore() {
    let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste);
    ratatui::restore();
}
