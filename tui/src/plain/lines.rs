use crate::failure::Failure;
use crate::output::safe;
use std::io::{BufRead, IsTerminal, Write, stdin, stdout};

/// Lines in and out.
#[derive(Default)]
pub(super) struct Lines {
    ended: bool,
}

impl Lines {
    /// Says something.
    pub(super) fn say(&mut self, text: &str) -> Result<(), Failure> {
        Ok(writeln!(stdout().lock(), "{}", safe(text))?)
    }

    /// Asks for a line; none at the end of the input.
    pub(super) fn line(&mut self, prompt: &str) -> Result<Option<String>, Failure> {
        let mut out = stdout().lock();
        write!(out, "{}", safe(prompt))?;
        out.flush()?;
        let mut bytes = Vec::new();
        if !self.ended {
            let read = stdin().lock().read_until(b'\n', &mut bytes);
            self.ended = read.map_err(|error| Failure::Told(format!("cannot read the answers: {error}")))? == 0;
        }
        if self.ended {
            writeln!(out)?;
            return Ok(None);
        }
        if !self.is_terminal() {
            // What comes from a pipe is not seen otherwise.
            writeln!(out, "{}", safe(String::from_utf8_lossy(&bytes).trim_end()))?;
        }
        Ok(Some(String::from_utf8_lossy(&bytes).trim_end().to_owned()))
    }

    /// Asks for yes or no. The end of the input is what is usual.
    pub(super) fn agrees(&mut self, question: &str, usual: bool) -> Result<bool, Failure> {
        loop {
            let line = self.line(&format!("{question} [{}] ", if usual { "yes" } else { "no" }))?;
            match line.as_deref().map(str::trim).map(str::to_lowercase).as_deref() {
                None | Some("") => return Ok(usual),
                Some("y" | "yes") => return Ok(true),
                Some("n" | "no") => return Ok(false),
                Some(_) => self.say("yes or no, please")?,
            }
        }
    }

    /// Whether a person is there.
    pub(super) fn is_terminal(&self) -> bool {
        stdin().is_terminal()
    }

    /// Whether the input has ended.
    pub(super) fn ended(&self) -> bool {
        self.ended
    }
}
