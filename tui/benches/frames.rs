//! From a key to a painted frame: the model's update, and the picture written as it would be to a terminal.
//!
//! Files are made by nobody here: the screens that are measured do not wait for them, and in the designer a thread of its
//! own makes them.
//!
//! The designer is private to the program, so its modules are taken into the bench as they are.
#![allow(dead_code, unreachable_pub, unused_imports, reason = "the program's modules are used in part")]

#[path = "../src/cli.rs"]
mod cli;
#[path = "../src/designer/mod.rs"]
mod designer;
#[path = "../src/failure.rs"]
mod failure;
#[path = "../src/input.rs"]
mod input;
#[path = "../src/output/mod.rs"]
mod output;
#[path = "../src/progress.rs"]
mod progress;
#[path = "../src/save.rs"]
mod save;
#[path = "../src/secrets.rs"]
mod secrets;
#[path = "../src/stock/mod.rs"]
mod stock;
#[path = "../src/write/mod.rs"]
mod write;

use crossterm::event::Event;
use designer::model::{Model, Options};
use designer::{Draft, keys, view};
use divan::{Bencher, black_box};
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::cell::{Cell, RefCell};
use std::io::{Sink, sink};
use wso2_design_core::read::Syntax;

fn main() {
    divan::main();
}

/// A cluster of so many nodes, in a row of addresses or in a row of the table each.
#[derive(Debug, Clone, Copy)]
enum Nodes {
    Three,
    ThousandInRanges,
    ThousandRows,
}

const ALL: [Nodes; 3] = [Nodes::Three, Nodes::ThousandInRanges, Nodes::ThousandRows];

fn design(nodes: Nodes) -> String {
    let head = "format = 1\nname = \"esb\"\nproduct = \"esb\"\nrelease = \"5.0.0\"\npattern = \"worker-manager-2\"\n";
    let mut text = format!("{head}[[nodes]]\nrole = \"manager\"\naddress = \"10.1.0.1\"\n");
    match nodes {
        Nodes::Three => text.push_str("[[nodes]]\nrole = \"worker\"\naddresses = \"10.1.0.2-3\"\n"),
        Nodes::ThousandInRanges => (0..4).for_each(|net| {
            text.push_str(&format!("[[nodes]]\nrole = \"worker\"\naddresses = \"10.2.{net}.1-250\"\n"));
        }),
        Nodes::ThousandRows => (0..1000).for_each(|node| {
            let (net, host) = (node / 250, node % 250 + 1);
            text.push_str(&format!("[[nodes]]\nrole = \"worker\"\naddress = \"10.2.{net}.{host}\"\n"));
        }),
    }
    text
}

/// The cursor goes down among the questions, and up again.
#[divan::bench(args = ALL, sample_size = 1, sample_count = 100)]
fn move_in_questions(bencher: Bencher<'_, '_>, nodes: Nodes) {
    measure(bencher, nodes, "2", [("", "j"), ("", "k")]);
}

/// The cursor goes down in the table, and up again.
#[divan::bench(args = ALL, sample_size = 1, sample_count = 100)]
fn move_in_table(bencher: Bencher<'_, '_>, nodes: Nodes) {
    measure(bencher, nodes, "3", [("", "j"), ("", "k")]);
}

/// The cluster gets another name.
#[divan::bench(args = ALL, sample_size = 1, sample_count = 100)]
fn edit_the_name(bencher: Bencher<'_, '_>, nodes: Nodes) {
    measure(bencher, nodes, "2 / \"Name\" enter", [("enter \"x\"", "enter"), ("enter backspace", "enter")]);
}

/// The first node gets another address.
#[divan::bench(args = ALL, sample_size = 1, sample_count = 100)]
fn edit_a_cell(bencher: Bencher<'_, '_>, nodes: Nodes) {
    measure(bencher, nodes, "3 l l", [("enter \"9\"", "enter"), ("enter backspace", "enter")]);
}

/// A row comes, and goes again.
#[divan::bench(args = ALL, sample_size = 1, sample_count = 100)]
fn edit_the_rows(bencher: Bencher<'_, '_>, nodes: Nodes) {
    measure(bencher, nodes, "3", [("", "a"), ("", "d")]);
}

/// A change is taken back, and made again.
#[divan::bench(args = ALL, sample_size = 1, sample_count = 100)]
fn undo(bencher: Bencher<'_, '_>, nodes: Nodes) {
    measure(bencher, nodes, "3 a", [("", "u"), ("", "ctrl-r")]);
}

/// A letter is typed into an answer, which tells what would be wrong with it.
#[divan::bench(args = ALL, sample_size = 1, sample_count = 100)]
fn type_a_letter(bencher: Bencher<'_, '_>, nodes: Nodes) {
    measure(bencher, nodes, "2 / \"Name\" enter enter", [("", "x"), ("", "backspace")]);
}

/// Measures single keys, two in turn: each with what is pressed before it, which is not measured.
fn measure(bencher: Bencher<'_, '_>, nodes: Nodes, before: &str, turns: [(&str, &str); 2]) {
    let frames = RefCell::new(Frames::new(&design(nodes), before, (120, 40)));
    let turn = Cell::new(0);
    bencher
        .with_inputs(|| {
            let (before, key) = turns[turn.replace(1 - turn.get())];
            frames.borrow_mut().press(before);
            keys::events(key).unwrap_or_default()
        })
        .bench_local_values(|events| frames.borrow_mut().happen(black_box(&events)));
}

/// A designer that paints to nowhere: what the benches press.
struct Frames {
    model: Model,
    terminal: Terminal<CrosstermBackend<Sink>>,
}

impl Frames {
    /// A designer of a design on a terminal of this size, where keys were pressed already.
    fn new(design: &str, keys: &str, size: (u16, u16)) -> Self {
        let draft = Draft::of_file(design.to_owned(), Syntax::Toml, "design.toml".into());
        let viewport = Viewport::Fixed(Rect::new(0, 0, size.0, size.1));
        let terminal = Terminal::with_options(CrosstermBackend::new(sink()), TerminalOptions { viewport });
        let Ok(terminal) = terminal else { unreachable!("nothing is asked of a terminal of fixed size") };
        let mut frames = Self { model: Model::new(draft, Options::default()), terminal };
        frames.press(keys);
        frames
    }

    /// Presses keys and paints a frame after each.
    fn press(&mut self, keys: &str) {
        self.happen(&keys::events(keys).unwrap_or_default());
    }

    fn happen(&mut self, events: &[Event]) {
        for event in events {
            self.model.update(event);
            let _ = self.terminal.draw(|frame| view::draw(&self.model, frame));
        }
    }
}
