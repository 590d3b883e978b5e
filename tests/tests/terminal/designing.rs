//! A cluster from nothing, by keys.

use crate::terminal::Terminal;

#[test]
fn a_pattern_becomes_the_bundle_that_render_writes() {
    let Some(terminal) = Terminal::open() else { return };
    terminal.runs("./wd new.toml; echo code $?").waits_for("no design yet").waits_for("Patterns");
    // From the first pattern to the second.
    terminal.presses(&["Home", "Down"]).waits_for(" Worker/manager pattern 2 ─").presses(&["Enter"]);
    terminal.waits_for("of which product?").presses(&["Enter"]);
    terminal.waits_for("Which release?").presses(&["End", "Enter"]).waits_for("not saved");
    // An answer that Java cannot read, which the designer can mend.
    terminal.presses(&["C-g"]).waits_for("Questions").types("heap").presses(&["Enter"]).waits_for(" of 8 ");
    terminal
        .waits(|it| !it.screen().contains("Questions"), "the question")
        .presses(&["Enter"])
        .waits_for("┏ Heap ")
        .types("2 GB");
    terminal.waits_for("Java cannot read").presses(&["Enter"]).waits_for("1 error");
    terminal.types("f").waits_for("write 2g").waits(|it| !it.screen().contains("1 error"), "no error");
    terminal.types("s").waits_for("saved to new.toml");
    let design = terminal.read("new.toml");
    assert!(design.contains("\"worker-manager-2\"") && design.contains("\"2g\""), "{design}");
    terminal.types("e").waits_for("Export").presses(&["Enter"]).waits_for("files of").presses(&["Enter"]).types("q");
    terminal.waits_for("code 0");
    terminal
        .runs("mv *-cluster ours; ./wd render new.toml -o theirs && diff -r ours theirs && echo same")
        .waits_for("same\n$");
}

#[test]
fn reading_only_changes_nothing() {
    let Some(terminal) = Terminal::open() else { return };
    terminal.runs("./wd new -o d.toml 2>/dev/null; cp d.toml before.toml; ./wd --read-only d.toml; echo code $?");
    terminal.waits_for("read-only").types("3").waits_for("Member port").types("d").waits_for("nothing is changed");
    terminal.types("q").waits_for("code 0");
    assert_eq!(terminal.read("d.toml"), terminal.read("before.toml"));
}

#[test]
fn plain_prompts_make_a_design() {
    let Some(terminal) = Terminal::open() else { return };
    terminal.runs(
        "printf '\\n2\\n\\nhello\\n:step nodes\\nworker 10.0.1.11-20\\n' | ./wd --plain p.toml > said; echo code $?",
    );
    terminal.waits_for("code 0");
    let said = terminal.read("said");
    assert!(!said.contains('\u{1b}') && said.contains("Step 1 of 8"), "{said}");
    let design = terminal.read("p.toml");
    assert!(design.contains("hello") && design.contains("10.0.1.11-20"), "{design}");
}
