//! Whatever ends the designer, the terminal is as it was.

use crate::terminal::Terminal;
use std::process::Command;

/// A shell's own state: no alternate screen, a cursor, no mouse. Its line editor turns bracketed paste on again.
fn is_sane(terminal: &Terminal) -> bool {
    let modes = terminal.modes();
    let mut modes = modes.split(' ');
    (modes.next(), modes.next(), modes.next()) == (Some("0"), Some("1"), Some("0"))
}

/// Opens a design between two looks at the terminal's settings.
fn opened() -> Option<Terminal> {
    let terminal = Terminal::open()?;
    terminal.runs("./wd new -o d.toml 2>/dev/null; echo made").waits_for("made\n$");
    terminal.runs("stty -a > before; ./wd d.toml; echo code $?; stty -a > after; echo end").waits_for("Problems:");
    assert!(terminal.modes().starts_with("1 "), "the alternate screen");
    Some(terminal)
}

fn has_ended(terminal: &Terminal, code: &str) {
    terminal.waits_for("end\n$").waits_for(code).waits(is_sane, "a sane terminal");
    assert_eq!(terminal.read("before"), terminal.read("after"));
}

/// The number of the designer's process, by the shell that waits for it.
fn signal(terminal: &Terminal, name: &str) {
    let own = terminal.at("wd").canonicalize().unwrap();
    for entry in std::fs::read_dir("/proc").unwrap().flatten() {
        let same = |link: &str| std::fs::read_link(entry.path().join(link)).ok();
        let here = std::fs::canonicalize(terminal.at(".")).unwrap();
        if same("exe").is_some_and(|exe| exe == own) && same("cwd").is_some_and(|folder| folder == here) {
            let number = entry.file_name();
            assert!(Command::new("kill").arg(name).arg(number).status().unwrap().success());
            return;
        }
    }
    panic!("the designer is not running:\n{}", terminal.screen());
}

#[test]
fn leaving() {
    let Some(terminal) = opened() else { return };
    terminal.presses(&["q"]);
    has_ended(&terminal, "code 0");
}

#[test]
fn signals_end_it_as_they_end_any_program() {
    for (name, code) in [("-TERM", "code 143"), ("-HUP", "code 129")] {
        let Some(terminal) = opened() else { return };
        signal(&terminal, name);
        has_ended(&terminal, code);
    }
    // A shell that sees a program die of this one drops the rest of the line.
    let Some(terminal) = opened() else { return };
    signal(&terminal, "-INT");
    terminal.waits(is_sane, "a sane terminal").types("echo code $?").presses(&["Enter"]).waits_for("code 130");
}

#[test]
fn a_stop_gives_the_shell_its_turn_and_fg_comes_back() {
    let Some(terminal) = opened() else { return };
    terminal.presses(&["C-z"]).waits_for("Stopped").waits(is_sane, "a sane terminal");
    terminal.runs("fg").waits_for("Problems:");
    assert!(terminal.modes().starts_with("1 "), "the alternate screen");
    terminal.presses(&["q"]).waits(is_sane, "a sane terminal");
}

/// A program that is released cannot be made to panic on request.
#[cfg(debug_assertions)]
#[test]
fn a_fault_says_where_the_work_is_and_the_next_start_offers_it() {
    let Some(terminal) = opened() else { return };
    terminal.presses(&["Down", "Enter"]).types("hello").presses(&["Enter"]).waits_for("not saved");
    terminal.types(":").waits_for("Commands").types("fault").presses(&["Enter"]).waits_for("What was not saved");
    has_ended(&terminal, "code 101");
    terminal.runs("./wd d.toml").waits_for("Recovered work").presses(&["t"]).waits_for("hello");
}

#[test]
fn what_was_not_saved_is_offered_after_a_kill() {
    let Some(terminal) = opened() else { return };
    terminal.presses(&["Down", "Enter"]).types("hello").presses(&["Enter"]).waits_for("not saved");
    let kept = |terminal: &Terminal| {
        let files = std::fs::read_dir(terminal.at("state/wso2-design")).into_iter().flatten().flatten();
        files.map(|file| file.path()).any(|path| path.extension().is_some_and(|it| it == "design"))
    };
    terminal.waits(kept, "the work in the folder of recovery");
    signal(&terminal, "-KILL");
    terminal.waits_for("code 137");
    terminal.presses(&["Enter"]).runs("reset; ./wd d.toml").waits_for("Recovered work");
    terminal.presses(&["t"]).waits_for("hello").presses(&["s"]).waits_for("saved to");
    assert!(terminal.read("d.toml").contains("hello"));
    assert!(!kept(&terminal), "what is saved is not kept");
}
