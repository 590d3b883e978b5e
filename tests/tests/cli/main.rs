//! The program from outside: arguments in, files, output and exit codes out.

mod check;
mod help;
mod hostile;
mod program;
mod render;
mod show;
mod stock;
