//! The clipboard: by the terminal itself (OSC 52), which works over SSH, and by the desktop's own tools, which work where the
//! terminal does not. Both are asked; nothing is ever read from it.

use crate::failure::Failure;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::io::{Write, stdout};
use std::process::{Command, Stdio};

/// Terminals cut longer texts, or refuse them.
const MOST: usize = 74_994;

/// Puts a text on the clipboard.
pub(crate) fn copy(text: &str) -> Result<(), Failure> {
    let by_tool = TOOLS.iter().any(|(variable, tool)| std::env::var_os(variable).is_some() && given(tool, text));
    let code = osc52(text, std::env::var_os("TMUX").is_some());
    if let Some(code) = &code {
        let mut out = stdout().lock();
        out.write_all(code.as_bytes())?;
        out.flush()?;
    }
    match by_tool || code.is_some() {
        true => Ok(()),
        false => Err("the text is too long for the terminal's clipboard, and there is no tool of the desktop"
            .to_owned()
            .into()),
    }
}

/// The tools, each with what shows that its desktop is there.
const TOOLS: &[(&str, &[&str])] = &[
    ("WAYLAND_DISPLAY", &["wl-copy"]),
    ("DISPLAY", &["xclip", "-selection", "clipboard"]),
    ("DISPLAY", &["xsel", "--clipboard", "--input"]),
    ("__CFBundleIdentifier", &["pbcopy"]),
];

fn given(tool: &[&str], text: &str) -> bool {
    let [program, arguments @ ..] = tool else { return false };
    let started =
        Command::new(program).args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let Ok(mut child) = started else { return false };
    let written = child.stdin.take().is_some_and(|mut input| input.write_all(text.as_bytes()).is_ok());
    written && child.wait().is_ok_and(|status| status.success())
}

/// The sequence that puts a text on the clipboard; inside tmux wrapped, so that it passes through.
fn osc52(text: &str, tmux: bool) -> Option<String> {
    let encoded = STANDARD.encode(text);
    if encoded.len() > MOST {
        return None;
    }
    let code = format!("\x1b]52;c;{encoded}\x07");
    Some(if tmux { format!("{code}\x1bPtmux;\x1b{code}\x1b\\") } else { code })
}

#[cfg(test)]
mod tests {
    use super::osc52;

    #[test]
    fn the_terminal_is_told_in_base64() {
        assert_eq!(osc52("hello", false).as_deref(), Some("\x1b]52;c;aGVsbG8=\x07"));
        assert!(osc52("hello", true).unwrap().ends_with("\x1bPtmux;\x1b\x1b]52;c;aGVsbG8=\x07\x1b\\"));
        assert_eq!(osc52(&"x".repeat(100_000), false), None);
    }
}
