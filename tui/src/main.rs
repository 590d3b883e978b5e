//! The command line of wso2-design: reads a design, says what is wrong with it, and writes the files of its cluster.
//!
//! Everything that is decided is decided in `wso2_design_core`; here are files, pipes, terminals and exit codes.

mod cli;
mod commands;
mod designer;
mod failure;
mod input;
mod output;
mod plain;
mod progress;
mod save;
mod secrets;
mod stock;
mod write;

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    commands::run(cli::Cli::parse())
}
