//! Unit files of systemd, systemd.syntax(7) and systemd.service(5).

use super::one_line;
use std::fmt::Write;

/// A unit file that is being written.
#[derive(Debug, Default)]
pub struct Unit {
    text: String,
}

impl Unit {
    /// A comment of one line.
    pub fn comment(&mut self, text: &str) {
        // A comment may not end in a backslash: the next line would belong to it.
        let text = one_line(text);
        let _ = writeln!(self.text, "# {}", text.trim_end_matches('\\'));
    }

    /// The head of a section.
    pub fn section(&mut self, name: &'static str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let _ = writeln!(self.text, "[{name}]");
    }

    /// A setting whose value was known when the program was written; its specifiers (`%N`) mean what they mean.
    pub fn set(&mut self, key: &'static str, value: &'static str) {
        let _ = writeln!(self.text, "{key}={value}");
    }

    /// A setting whose value is prose: no specifiers, no line end.
    pub fn prose(&mut self, key: &'static str, text: &str) {
        let text = one_line(text).replace('%', "%%");
        let _ = writeln!(self.text, "{key}={}", text.trim_end_matches('\\'));
    }

    /// A command line: the program, known when the program was written, and arguments that reach it as they are.
    pub fn command(&mut self, key: &'static str, program: &'static str, arguments: &[&str]) {
        let _ = write!(self.text, "{key}={program}");
        for argument in arguments {
            let _ = write!(self.text, " {}", quote(argument));
        }
        self.text.push('\n');
    }

    /// A setting that takes a list of paths, with one. Such lists know quotes but no escapes, so a path with both kinds
    /// of quotes, with a backslash or with a control character cannot be said: then nothing is written.
    pub fn path(&mut self, key: &'static str, path: &str) {
        let mark = match (path.contains('"'), path.contains('\'')) {
            (true, true) => return,
            (true, false) => "'",
            _ if path.contains([' ', '\'']) => "\"",
            _ => "",
        };
        if !path.chars().any(|char| char.is_control() || char == '\\') {
            let _ = writeln!(self.text, "{key}={mark}{}{mark}", path.replace('%', "%%"));
        }
    }

    /// The whole file.
    pub fn finish(self) -> String {
        self.text
    }
}

/// One argument of a command line: `%` begins a specifier and `$` a variable, so both are doubled; in double quotes
/// the escapes are C's.
fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    for char in text.chars() {
        match char {
            '%' => quoted.push_str("%%"),
            '$' => quoted.push_str("$$"),
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            control if control.is_control() => {
                for byte in control.encode_utf8(&mut [0; 4]).bytes() {
                    let _ = write!(quoted, "\\x{byte:02x}");
                }
            }
            plain => quoted.push(plain),
        }
    }
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'.' | b'-' | b'_');
    if !text.is_empty() && text.bytes().all(plain) { quoted } else { format!("\"{quoted}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn arguments_reach_the_program_as_they_are() {
        let mut unit = Unit::default();
        unit.section("Service");
        unit.command("ExecStart", "/bin/sh", &["/opt/a b/100%/$x/\"q\"\\", "", "run;", "-x"]);
        assert_eq!(
            unit.finish(),
            "[Service]\nExecStart=/bin/sh \"/opt/a b/100%%/$$x/\\\"q\\\"\\\\\" \"\" \"run;\" -x\n"
        );
    }

    #[test]
    fn a_path_that_cannot_be_said_is_left_out() {
        let mut unit = Unit::default();
        for path in ["/a", "/a b%", "/a\"b", "/a'b", "/a\"'b", "/a\\b"] {
            unit.path("RequiresMountsFor", path);
        }
        assert_eq!(unit.finish().replace("RequiresMountsFor=", ""), "/a\n\"/a b%%\"\n'/a\"b'\n\"/a'b\"\n");
    }

    #[test]
    fn prose_cannot_continue_on_the_next_line() {
        let mut unit = Unit::default();
        unit.prose("Description", "50 %\nExecStart=/bin/false \\");
        assert_eq!(unit.finish(), "Description=50 %% ExecStart=/bin/false \n");
    }

    proptest! {
        #[test]
        fn an_argument_is_one_word_on_one_line(text in any::<String>()) {
            let quoted = quote(&text);
            prop_assert!(!quoted.chars().any(char::is_control));
            let inside = if quoted.starts_with('"') { &quoted[1..quoted.len() - 1] } else { &quoted };
            let (mut read, mut chars) = (Vec::new(), inside.chars());
            while let Some(char) = chars.next() {
                match char {
                    '%' | '$' => { prop_assert_eq!(chars.next(), Some(char)); read.push(char as u8); }
                    '\\' => match chars.next() {
                        Some('x') => {
                            let hex: String = chars.by_ref().take(2).collect();
                            read.push(u8::from_str_radix(&hex, 16).unwrap());
                        }
                        Some(other @ ('"' | '\\')) => read.push(other as u8),
                        other => prop_assert!(false, "{:?}", other),
                    },
                    '"' => prop_assert!(false, "a bare quote"),
                    plain => read.extend(plain.encode_utf8(&mut [0; 4]).bytes()),
                }
            }
            prop_assert_eq!(read, text.as_bytes());
        }
    }
}
