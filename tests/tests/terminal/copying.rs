//! What is copied is on the clipboard of the terminal that a person sits at.

use crate::terminal::Terminal;

#[test]
fn a_copy_goes_to_the_terminals_clipboard() {
    let Some(terminal) = Terminal::open() else { return };
    // What the program writes, byte for byte, and tmux as a terminal that takes copies.
    terminal.tmux(&["set-option", "-s", "set-clipboard", "on"]);
    terminal.tmux(&["pipe-pane", "-O", "cat > bytes"]);
    terminal.runs("./wd new -o d.toml 2>/dev/null; ./wd d.toml; echo code $?").waits_for("Problems:");
    terminal.presses(&["Down", "Enter"]).types("hello").presses(&["Enter"]).waits_for("not saved");
    terminal.types("y").waits_for("is on the clipboard");
    terminal.waits(|terminal| terminal.tmux(&["list-buffers", "-F", "#{buffer_sample}"]).contains("hello"), "a copy");
    assert_eq!(terminal.tmux(&["show-buffer"]), "hello");
    let bytes = || std::fs::read(terminal.at("bytes")).unwrap_or_default();
    // base64 of «hello»
    let code = b"\x1b]52;c;aGVsbG8=\x07";
    terminal.waits(|_| bytes().windows(code.len()).any(|part| part == code), "the code");
}
