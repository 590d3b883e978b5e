//! The clipboard: by the terminal itself (OSC 52), which works over SSH, and by the desktop's own tools, which work where the
//! terminal does not. Both are asked, the terminal first; nothing is ever read from it.

use crate::failure::Failure;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use std::io::{Write, stdout};
use std::process::{Child, Command, Stdio};
use std::thread;

/// Terminals cut longer texts, or refuse them.
const MOST: usize = 74_994;

/// Puts a text on the clipboard.
pub(crate) fn copy(text: &str) -> Result<(), Failure> {
    let code = osc52(text, std::env::var_os("TMUX").is_some());
    if let Some(code) = &code {
        let mut out = stdout().lock();
        out.write_all(code.as_bytes())?;
        out.flush()?;
    }
    let usable = TOOLS.iter().filter(|(variable, _)| std::env::var_os(variable).is_some());
    let by_tool = hand(usable.filter_map(|(_, tool)| start(tool)), text);
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

/// Hands a text to the first tool that takes it, on a thread: a desktop that is gone, such as the other end of a forwarded
/// `DISPLAY`, is waited for long. Says whether there is a tool at all.
fn hand(mut tools: impl Iterator<Item = Child> + Send + 'static, text: &str) -> bool {
    let Some(first) = tools.next() else { return false };
    let text = text.to_owned();
    let work = move || {
        std::iter::once(first).chain(tools).any(|tool| given(tool, &text));
    };
    thread::Builder::new().name("clipboard".to_owned()).spawn(work).is_ok()
}

fn start(tool: &[&str]) -> Option<Child> {
    let (program, arguments) = tool.split_first()?;
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().ok()
}

fn given(mut child: Child, text: &str) -> bool {
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
    use super::{hand, osc52, start};
    use std::time::{Duration, Instant};

    #[test]
    fn the_second_tool_has_what_the_first_refuses_and_nobody_waits() {
        let room = tempfile::tempdir().unwrap();
        let file = room.path().join("clipboard");
        let keep = format!("sleep 1; cat > {0}.new; mv {0}.new {0}", file.display());
        let tools = ["exit 1".to_owned(), keep];
        let begun = Instant::now();
        assert!(hand(tools.into_iter().filter_map(|tool| start(&["sh", "-c", &tool])), "hello"));
        assert!(begun.elapsed() < Duration::from_secs(1) || !file.exists(), "it was waited for");
        while !file.exists() && begun.elapsed() < Duration::from_secs(60) {
            std::thread::sleep(Duration::from_millis(20));
        }
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "hello");
        assert!(!hand(std::iter::empty(), "hello"));
    }

    #[test]
    fn the_terminal_is_told_in_base64() {
        assert_eq!(osc52("hello", false).as_deref(), Some("\x1b]52;c;aGVsbG8=\x07"));
        assert!(osc52("hello", true).unwrap().ends_with("\x1bPtmux;\x1b\x1b]52;c;aGVsbG8=\x07\x1b\\"));
        assert_eq!(osc52(&"x".repeat(100_000), false), None);
    }
}
