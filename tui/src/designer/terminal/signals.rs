//! Signals: what ends the designer from outside, and what stops it for a while.

pub(crate) use unix::{CONTINUED, STOP, is_end, listen, stop, stop_group};

#[cfg(unix)]
mod unix {
    use rustix::process::{Signal, getpgrp, kill_process_group};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;
    use std::{io, thread};

    /// The shell, or whoever else, wants it to stop.
    pub(crate) const STOP: i32 = SIGTSTP;
    /// It goes on, also after a stop that nobody can see coming.
    pub(crate) const CONTINUED: i32 = SIGCONT;

    /// Whether it is a signal that ends a program.
    pub(crate) fn is_end(signal: i32) -> bool {
        [SIGHUP, SIGINT, SIGQUIT, SIGTERM].contains(&signal)
    }

    /// Gives every signal to somebody, until that one has enough.
    pub(crate) fn listen(mut tell: impl FnMut(i32) -> bool + Send + 'static) -> io::Result<()> {
        let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT])?;
        thread::spawn(move || signals.forever().all(&mut tell));
        Ok(())
    }

    /// Asks the whole job to stop, as the terminal does it for a program in the ordinary mode: what started this program
    /// (`sudo`, a script) must stop with it, or the shell never gets its turn. The signal comes back as [`STOP`].
    pub(crate) fn stop_group() -> io::Result<()> {
        Ok(kill_process_group(getpgrp(), Signal::TSTP)?)
    }

    /// Stops this process, until it is continued.
    pub(crate) fn stop() -> io::Result<()> {
        emulate_default_handler(SIGTSTP)
    }
}

/// Elsewhere there are none.
#[cfg(not(unix))]
use none as unix;

#[cfg(not(unix))]
mod none {
    use std::io;

    pub(crate) const STOP: i32 = -1;
    pub(crate) const CONTINUED: i32 = -2;

    pub(crate) fn is_end(_signal: i32) -> bool {
        true
    }

    pub(crate) fn listen(_tell: impl FnMut(i32) -> bool + Send + 'static) -> io::Result<()> {
        Ok(())
    }

    pub(crate) fn stop_group() -> io::Result<()> {
        Ok(())
    }

    pub(crate) fn stop() -> io::Result<()> {
        Ok(())
    }
}
