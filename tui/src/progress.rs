use std::io::{IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// A line on standard error that says what takes so long. It appears after a second, and only on a terminal.
pub(crate) struct Progress {
    stages: Option<Sender<&'static str>>,
    line: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins with a stage, such as «reading the product».
    pub(crate) fn begin(stage: &'static str) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self { stages: None, line: None };
        }
        let (stages, changes) = channel();
        let line = thread::Builder::new().stack_size(64 * 1024).spawn(move || show(stage, &changes)).ok();
        Self { stages: Some(stages), line }
    }

    /// Goes on to the next stage.
    pub(crate) fn stage(&self, stage: &'static str) {
        if let Some(stages) = &self.stages {
            let _ = stages.send(stage);
        }
    }
}

/// Takes the line away.
impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.stages.take());
        if let Some(line) = self.line.take() {
            let _ = line.join();
        }
    }
}

fn show(mut stage: &'static str, changes: &Receiver<&'static str>) {
    let mut shown = false;
    let mut wait = Duration::from_secs(1);
    loop {
        match changes.recv_timeout(wait) {
            Ok(next) => stage = next,
            Err(RecvTimeoutError::Timeout) => {
                wait = Duration::from_millis(250);
                shown = true;
            }
            Err(RecvTimeoutError::Disconnected) => break,
        }
        if shown {
            let _ = write!(std::io::stderr(), "\r\x1b[2K{stage} …");
        }
    }
    if shown {
        let _ = write!(std::io::stderr(), "\r\x1b[2K");
    }
}
