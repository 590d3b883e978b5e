//! The terminal: taken when the designer begins, and given back as it was, whatever ends it.

pub(crate) mod signals;

use super::model::Model;
use super::world::recovery::{self, Kept};
use crate::failure::Failure;
use crossterm::cursor::Show;
use crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use crossterm::execute;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::backend::CrosstermBackend;
use ratatui::{DefaultTerminal, Terminal};
use std::io::{self, Write, stderr, stdout};
use std::mem::ManuallyDrop;
use std::panic::{self, PanicHookInfo};
use std::process;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// Whether the terminal is ours now.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Serves the model on the terminal.
pub(super) fn with(
    model: &mut Model,
    serve: fn(&mut Model, &mut DefaultTerminal) -> Result<(), Failure>,
) -> Result<(), Failure> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| panic::set_hook(Box::new(fault)));
    let taken = take(model.options.mouse);
    let served = match taken {
        // Ratatui's own end shows the cursor, and where the terminal is gone says so on it, which is a fault. Here the cursor comes
        // back with everything else.
        Ok(terminal) => serve(model, &mut ManuallyDrop::new(terminal)),
        Err(error) => Err(Failure::Told(format!("no terminal: {error}"))),
    };
    give_back();
    served
}

/// Takes the terminal, for the first time or again: somebody else may have set it up in between.
pub(super) fn take(mouse: bool) -> io::Result<DefaultTerminal> {
    TAKEN.store(true, Ordering::SeqCst);
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
    if mouse {
        execute!(stdout(), EnableMouseCapture)?;
    }
    fresh()
}

/// An empty screen. Ratatui's own way to clear asks the terminal where the cursor is, and the answer would go to whoever reads
/// keys.
pub(super) fn fresh() -> io::Result<DefaultTerminal> {
    execute!(stdout(), Clear(ClearType::All))?;
    Terminal::new(CrosstermBackend::new(stdout()))
}

/// Gives the terminal back, once. What cannot be undone keeps nothing else from it: the terminal may be gone.
pub(super) fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        let _ = execute!(stdout(), DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
    }
}

/// A fault of this program, on whatever thread. It ends here: the release profile knows no unwinding, and the debug profile
/// shall behave like it.
fn fault(fault: &PanicHookInfo<'_>) {
    // Nobody else writes a picture after this.
    let _out = stdout().lock();
    give_back();
    let what = fault.payload();
    let what = what.downcast_ref::<&str>().copied().or_else(|| what.downcast_ref::<String>().map(String::as_str));
    let place = fault.location().map(ToString::to_string).unwrap_or_default();
    let mut told = format!("wso2-design: a fault of the program, not of your design, at {place}\n");
    told += &format!("  {}\n", crate::output::safe_line(what.unwrap_or("unknown")));
    told += &match recovery::keep() {
        Kept::At(path) => format!(
            "What was not saved is kept in {}\nOpen the design again, and it is offered to you.\n",
            path.display()
        ),
        Kept::Nothing => "Nothing was unsaved.\n".to_owned(),
        Kept::Failed => "What was not saved could not be kept.\n".to_owned(),
    };
    let _ = stderr().write_all(told.as_bytes());
    process::exit(101);
}

/// Listens to the mouse, or leaves it to the terminal, which then marks text with it.
pub(super) fn mouse(on: bool) {
    // A terminal without a mouse is no worse for it.
    let _ = if on { execute!(stdout(), EnableMouseCapture) } else { execute!(stdout(), DisableMouseCapture) };
}
