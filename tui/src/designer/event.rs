//! The loop: something happens, the model changes, the world does what it is asked to, a picture is drawn.

use super::background::Background;
use super::effect::Effect;
use super::model::Model;
use super::terminal::signals;
use super::world::recovery::{self, Kept};
use super::world::watch::Watch;
use super::{terminal, view, world};
use crate::failure::Failure;
use crossterm::event::Event;
use ratatui::DefaultTerminal;
use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

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

/// How long work may go on before it is kept in any case.
const LONGEST: Duration = Duration::from_secs(10);

/// How many events go into one picture at most: a held key never outruns the terminal.
const AT_ONCE: usize = 64;

pub(super) fn serve(model: &mut Model, terminal: &mut DefaultTerminal) -> Result<(), Failure> {
    let happenings = listen(model).map_err(gone)?;
    let mut watch = Watch::of(model);
    let mut looked = Instant::now();
    let mut warned = false;
    model.tell_left_out();
    recovery::offer(model);
    if let Ok(size) = terminal.size() {
        model.size = (size.width, size.height);
    }
    loop {
        recovery::follow(model);
        watch.ask(model);
        world::prepare(model);
        model.prepare();
        model.background.settle(if model.screen.needs_files() { PATIENCE } else { Duration::ZERO });
        terminal.draw(|frame| view::draw(model, frame)).map_err(gone)?;
        let mut next = happenings.recv_timeout(QUIET);
        if next.is_err() || looked.elapsed() > LONGEST {
            if recovery::keep() == Kept::Failed && !std::mem::replace(&mut warned, true) {
                model.trouble("what is not saved cannot be kept for a recovery: save it");
            }
            watch.look(model);
            looked = Instant::now();
        }
        for _ in 0..AT_ONCE {
            let effect = match next {
                Ok(Happening::Terminal(event)) => model.update(&event),
                Ok(Happening::Made) => Effect::Draw,
                Ok(Happening::Signal(signal)) => by_signal(model, terminal, signal)?,
                Ok(Happening::Gone(error)) => return Err(gone(error)),
                Err(RecvTimeoutError::Timeout) => break,
                Err(RecvTimeoutError::Disconnected) => return Ok(()),
            };
            if let Effect::Draw = effect {
                next = happenings.try_recv().map_err(|_| RecvTimeoutError::Timeout);
                continue;
            }
            if carry_out(model, terminal, effect)? {
                recovery::forget();
                return Ok(());
            }
            watch.follow(model);
            break;
        }
    }
}

/// Does what an action asked for; says whether that was to leave.
fn carry_out(model: &mut Model, terminal: &mut DefaultTerminal, effect: Effect) -> Result<bool, Failure> {
    match effect {
        Effect::Quit => return Ok(true),
        Effect::Suspend => signals::stop_group().map_err(gone)?,
        Effect::Redraw => *terminal = terminal::fresh().map_err(gone)?,
        Effect::Export(_) | Effect::ExportOver(_) => {
            // A thousand nodes take a moment.
            model.done("writing …");
            terminal.draw(|frame| view::draw(model, frame)).map_err(gone)?;
            model.message = None;
            world::act(model, effect);
        }
        other => return Ok(world::act(model, other)),
    }
    Ok(false)
}

fn by_signal(model: &mut Model, terminal: &mut DefaultTerminal, signal: i32) -> Result<Effect, Failure> {
    recovery::follow(model);
    if signal == signals::STOP {
        recovery::keep();
        terminal::give_back();
        signals::stop().map_err(gone)?;
        *terminal = terminal::take(model.options.mouse).map_err(gone)?;
    } else if signal == signals::CONTINUED {
        // The shell has had the terminal in between, whether or not the stop was seen.
        terminal::give_back();
        *terminal = terminal::take(model.options.mouse).map_err(gone)?;
    } else if signals::is_end(signal) {
        // Nobody is there to be asked: the work is kept, and offered at the next start.
        return Err(Failure::Signal(signal, recovery::keep()));
    }
    Ok(Effect::Draw)
}

/// The terminal cannot be written or read any more. What was not saved is kept.
fn gone(error: io::Error) -> Failure {
    recovery::keep();
    Failure::Told(format!("the terminal is gone: {}", crate::failure::plain(&error)))
}

/// Listens to the terminal and to signals, each on a thread of its own.
fn listen(model: &mut Model) -> io::Result<Receiver<Happening>> {
    let (sender, receiver) = channel();
    let (by_signal, by_work) = (sender.clone(), sender.clone());
    // Whoever listens may be gone: then nothing needs to be painted.
    model.work_in(Background::start(move || drop(by_work.send(Happening::Made)))?);
    signals::listen(move |signal| by_signal.send(Happening::Signal(signal)).is_ok())?;
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
