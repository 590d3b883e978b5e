//! The designer on a real terminal: tmux is the terminal, a shell with job control starts the program, keys go in, screens come out.
//! Nothing sleeps: each step waits until its screen is there.

#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test's fault is a test's failure")]

mod copying;
mod designing;
mod leaving;
mod opening;
mod terminal;
