//! Somebody who presses anything: nothing panics, every picture is drawn at every size, and no design is lost.

use super::action;
use super::draft::Draft;
use super::model::{Model, Options};
use super::view;
use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use wso2_design_core::read::Syntax;

/// How much is pressed in all, and after how much another design is taken.
const STEPS: usize = 10_000;
const EACH: usize = 250;

const DESIGNS: [&str; 4] = [
    "",
    "format = 1\nname = \"esb\" # why\nproduct = \"esb\"\nrelease = \"5.0.0\"\npattern = \"worker-manager-3\"\n\
     nodes = [{ role = \"manager\", addresses = \"192.0.2.11-12\" }, { role = \"worker\", addresses = \"192.0.2.21-22\" }]\n",
    "{ \"format\": 1, \"name\": \"is\", \"product\": \"is\", \"release\": \"5.7.0\", \"pattern\": \"nope\", \"nodes\": 3 }",
    "format = 1\nname = [\n",
];

const PASTES: [&str; 6] = [
    "10.0.0.1\r10.0.0.2\r",
    "10.0.0.1\n10.0.0.2\n",
    "name,role,address\na,worker,192.0.2.1\n\u{1b}[31m,,\u{202e}",
    "192.0.2.7 esb1.example.com esb1 # hosts\n\n",
    "日本語 \u{0} e\u{301} 👩‍👩‍👧‍👦\t",
    "a=b\r\nc=\"d\"\r\n",
];

/// A generator of numbers that gives the same ones for the same seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % most.max(1) as u64) as usize
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

#[test]
fn whatever_is_pressed_nothing_is_lost() {
    let seed = std::env::var("WANDER_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0x5eed_2026);
    let steps = std::env::var("WANDER_STEPS").ok().and_then(|steps| steps.parse().ok()).unwrap_or(STEPS);
    println!("WANDER_SEED={seed}");
    let mut dice = Dice(seed);
    let keys: Vec<KeyEvent> = action::all().flat_map(|action| action.keys).map(|key| (*key).into()).collect();
    for round in 0..steps / EACH {
        let first = DESIGNS[round % DESIGNS.len()];
        let draft = Draft::of_file(first.to_owned(), Syntax::guess(first), "design.toml".into());
        let mut model = Model::new(draft, Options { mouse: true, ..Options::default() });
        let mut size = (80, 24);
        let mut told = Vec::new();
        for _ in 0..EACH {
            let event = event(&mut dice, &keys, &mut size);
            told.push(format!("{event:?}"));
            let before = model.draft.clone();
            model.update(&event);
            if model.draft.text() != before.text() {
                let (mut undone, mut redone) = (model.draft.clone(), model.draft.clone());
                undone.undo();
                redone.redo();
                let back = undone.text() == before.text() || redone.text() == before.text();
                assert!(back, "seed {seed}: lost by {}", told.join("\n"));
            }
            if dice.below(4) == 0 {
                draw(&model, size);
            }
        }
        while model.draft.redo().is_some() {}
        let last = model.draft.text().to_owned();
        while model.draft.can_undo() {
            model.undo();
        }
        assert_eq!(model.draft.text(), first, "seed {seed}");
        while model.draft.can_redo() {
            model.redo();
        }
        assert_eq!(model.draft.text(), last, "seed {seed}");
    }
}

fn event(dice: &mut Dice, keys: &[KeyEvent], size: &mut (u16, u16)) -> Event {
    let key = |code| Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
    match dice.below(100) {
        0..50 => Event::Key(dice.of(keys)),
        50..65 => key(KeyCode::Enter),
        65..72 => key(KeyCode::Esc),
        72..88 => {
            key(KeyCode::Char(dice.of(&['a', 'm', '1', '0', '.', ':', '-', ' ', '"', 'é', '日', '\u{202e}', '='])))
        }
        88..91 => key(dice.of(&[KeyCode::Backspace, KeyCode::Tab, KeyCode::Home, KeyCode::End, KeyCode::Left])),
        91..95 => Event::Paste(dice.of(&PASTES).to_owned()),
        95..98 => {
            let kind = dice.of(&[
                MouseEventKind::Down(MouseButton::Left),
                MouseEventKind::ScrollDown,
                MouseEventKind::ScrollUp,
                MouseEventKind::Moved,
            ]);
            let (column, row) = (dice.below(250) as u16, dice.below(80) as u16);
            Event::Mouse(MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE })
        }
        _ => {
            let small = dice.below(2) == 0;
            *size = if small {
                (1 + dice.below(79) as u16, 1 + dice.below(23) as u16)
            } else {
                (60 + dice.below(190) as u16, 15 + dice.below(65) as u16)
            };
            Event::Resize(size.0, size.1)
        }
    }
}

fn draw(model: &Model, size: (u16, u16)) {
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1)).unwrap();
    terminal.draw(|frame| view::draw(model, frame)).unwrap();
}
