//! The program from outside: arguments in, files, output and exit codes out.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test's fault is a test's failure")]

mod check;
mod help;
mod hostile;
mod import;
mod program;
mod render;
mod show;
mod stock;
