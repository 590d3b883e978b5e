//! The loop: something happens, the model changes, the world does what it is asked to, a picture is drawn.

use super::background::Background;
use super::effect::Effect;
use super::model::Model;
use super::{recovery, terminal, view, world};
use crate::failure::Failure;
use crossterm::event::Event;
use ratatui::DefaultTerminal;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, SystemTime};

/// Something that happens.
enum Happening {
    /// A key, the mouse, a pasted text, another size.
    Terminal(Event),
    /// A signal.
    Signal(i32),
    /// The terminal is gone.
    Gone(io::Error),
    /// Something was made in the background.
    Made,
}

/// How long nothing happens before unsaved work is kept and the file is looked at.
const QUIET: Duration = Duration::from_secs(1);

/// How long a picture waits for what is being made in the background: less than a person notices.
const PATIENCE: Duration = Duration::from_millis(8);

pub(super) fn serve(model: &mut Model, terminal: &mut DefaultTerminal) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::Told(format!("the terminal is gone: {error}"));
    let happenings = listen(model).map_err(failed)?;
    let mut modified = modified(model);
    if let Ok(size) = terminal.size() {
        model.size = (size.width, size.height);
    }
    loop {
        model.prepare();
        model.background.settle(if model.screen.needs_files() { PATIENCE } else { Duration::ZERO });
        terminal.draw(|frame| view::draw(model, frame)).map_err(failed)?;
        let effect = match happenings.recv_timeout(QUIET) {
            Ok(Happening::Terminal(event)) => model.update(&event),
            Ok(Happening::Made) => continue,
            Ok(Happening::Signal(SIGTSTP)) => Effect::Suspend,
            Ok(Happening::Signal(SIGCONT)) => {
                terminal.clear().map_err(failed)?;
                Effect::Draw
            }
            Ok(Happening::Signal(_)) => {
                // Nobody is there to be asked: the work is kept, and found again.
                recovery::keep(&model.draft);
                return Ok(());
            }
            Ok(Happening::Gone(error)) => {
                recovery::keep(&model.draft);
                return Err(failed(error));
            }
            Err(RecvTimeoutError::Timeout) => {
                recovery::keep(&model.draft);
                let now = self::modified(model);
                if now != modified {
                    modified = now;
                    model.file_changed();
                }
                continue;
            }
            Err(RecvTimeoutError::Disconnected) => return Ok(()),
        };
        match effect {
            Effect::Quit => {
                recovery::forget(&model.draft);
                return Ok(());
            }
            Effect::Suspend => {
                terminal::restore();
                emulate_default_handler(SIGTSTP).map_err(failed)?;
                *terminal = ratatui::try_init().map_err(failed)?;
                terminal::extras(model.options.mouse);
            }
            other => {
                world::act(model, other);
                modified = self::modified(model);
            }
        }
    }
}

/// When the design's file was changed last.
fn modified(model: &Model) -> Option<SystemTime> {
    std::fs::metadata(model.draft.path.as_ref()?).ok()?.modified().ok()
}

/// Listens to the terminal and to signals, each on a thread of its own.
fn listen(model: &mut Model) -> io::Result<Receiver<Happening>> {
    let (sender, receiver) = channel();
    let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT])?;
    let (by_signal, by_work) = (sender.clone(), sender.clone());
    // Whoever listens may be gone: then nothing needs to be painted.
    model.work_in(Background::start(move || drop(by_work.send(Happening::Made)))?);
    thread::spawn(move || signals.forever().all(|signal| by_signal.send(Happening::Signal(signal)).is_ok()));
    thread::spawn(move || read(&sender));
    Ok(receiver)
}

fn read(sender: &Sender<Happening>) {
    loop {
        let happening = match crossterm::event::read() {
            Ok(event) => Happening::Terminal(event),
            Err(error) => {
                // Whoever listens may be gone too.
                let _ = sender.send(Happening::Gone(error));
                return;
            }
        };
        if sender.send(happening).is_err() {
            return;
        }
    }
}
