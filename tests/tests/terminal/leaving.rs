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

/// The same where a signal can be sent to the designer.
fn opened_to_signals() -> Option<Terminal> {
    if !Terminal::sees_processes() {
        println!("skipped: no /proc here");
        return None;
    }
    opened()
}

fn has_ended(terminal: &Terminal, code: &str) {
    terminal.waits_for("end\n$").waits_for(code).waits(is_sane, "a sane terminal");
    assert_eq!(terminal.read("before"), terminal.read("after"));
}

fn signal(terminal: &Terminal, name: &str) {
    let Some(number) = terminal.designer() else { panic!("the designer is not running:\n{}", terminal.screen()) };
    // A shell has it built in, where there is no program of that name.
    assert!(Command::new("sh").args(["-c", "kill \"$0\" \"$1\"", name, &number]).status().unwrap().success());
}

#[test]
fn leaving() {
    let Some(terminal) = opened() else { return };
    terminal.presses(&["q"]);
    has_ended(&terminal, "code 0");
}

#[test]
fn signals_end_it_as_they_end_any_program() {
    for (name, code) in [("-TERM", "code 143"), ("-HUP", "code 129"), ("-QUIT", "code 131")] {
        let Some(terminal) = opened_to_signals() else { return };
        signal(&terminal, name);
        has_ended(&terminal, code);
    }
    // A shell that sees a program die of this one drops the rest of the line.
    let Some(terminal) = opened_to_signals() else { return };
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
    let Some(terminal) = opened_to_signals() else { return };
    terminal.presses(&["Down", "Enter"]).types("hello").presses(&["Enter"]).waits_for("not saved");
    let kept = |terminal: &Terminal| terminal.kept().iter().any(|text| text.contains("hello"));
    terminal.waits(kept, "the work in the folder of recovery");
    signal(&terminal, "-KILL");
    terminal.waits_for("code 137");
    terminal.presses(&["Enter"]).runs("reset; ./wd d.toml").waits_for("Recovered work");
    terminal.presses(&["t"]).waits_for("hello").presses(&["s"]).waits_for("saved to");
    assert!(terminal.read("d.toml").contains("hello"));
    assert!(terminal.kept().is_empty(), "what is saved is not kept");
}

#[test]
fn what_is_not_saved_is_asked_about() {
    let Some(terminal) = opened() else { return };
    terminal.presses(&["Down", "Enter"]).types("hello").presses(&["Enter"]).waits_for("not saved");
    terminal
        .types("q")
        .waits_for("save and leave")
        .types("c")
        .waits(|it| !it.screen().contains("save and"), "the design");
    terminal.types("q").waits_for("leave without saving").types("l");
    has_ended(&terminal, "code 0");
    assert!(!terminal.read("d.toml").contains("hello"));
    assert!(terminal.kept().is_empty(), "what was given up is not offered again");
    terminal.runs("./wd d.toml; echo code $?").waits_for("Problems:");
    terminal.presses(&["Down", "Enter"]).types("hello").presses(&["Enter"]).waits_for("not saved");
    terminal.types("q").waits_for("save and leave").types("s").waits_for("code 0");
    assert!(terminal.read("d.toml").contains("hello"));
}

#[test]
fn without_a_terminal_it_says_so() {
    let Some(terminal) = Terminal::open() else { return };
    terminal.runs("./wd new -o d.toml 2>/dev/null; ./wd d.toml >&-; echo code $?").waits_for("needs a terminal");
    terminal.waits_for("code 2").runs("./wd d.toml < /dev/null; echo code $?").waits_for("needs a terminal");
    terminal.waits_for("code 2");
}

#[test]
fn a_terminal_that_vanishes_takes_no_work_along() {
    let Some(terminal) = Terminal::open() else { return };
    terminal.runs("./wd new -o d.toml 2>/dev/null; bash -c 'trap \"\" HUP; ./wd d.toml; echo code $? > code'");
    terminal.waits_for("Problems:").presses(&["Down", "Enter"]).types("hello").presses(&["Enter"]);
    terminal.waits_for("not saved");
    terminal.tmux(&["set-option", "-s", "exit-empty", "off"]);
    terminal.tmux(&["kill-session"]);
    terminal.ends(|terminal| terminal.at("code").exists() && terminal.read("code").ends_with('\n'));
    // Either the signal is seen first, or that nothing can be read any more.
    assert!(["code 129\n", "code 2\n"].contains(&terminal.read("code").as_str()), "{}", terminal.read("code"));
    assert!(!Terminal::sees_processes() || terminal.designer().is_none());
    assert!(terminal.kept().iter().any(|text| text.contains("hello")), "the work is kept");
}
