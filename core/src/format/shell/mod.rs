//! POSIX shell scripts, as dash and bash read them.

use super::{fill, one_line};
use std::fmt::Write;

/// A script that is being written. Code comes as text known when the program was written; values go through its
/// holes, and are quoted there.
#[derive(Debug)]
pub struct Script {
    text: String,
}

impl Script {
    /// A script for `/bin/sh` that stops at the first failing command and at a variable that nobody set.
    pub fn new(about: &[&str]) -> Self {
        let mut script = Self { text: "#!/bin/sh\n".to_owned() };
        for line in about {
            script.comment(line);
        }
        script.text.push_str("set -eu\n");
        script
    }

    /// A comment of one line.
    pub fn comment(&mut self, text: &str) {
        let text = one_line(text);
        let _ = writeln!(self.text, "# {text}");
    }

    /// An empty line.
    pub fn gap(&mut self) {
        self.text.push('\n');
    }

    /// Code without values, with its own indents; ends with a line end.
    pub fn code(&mut self, code: &'static str) {
        self.text.push_str(code.trim_matches('\n'));
        self.text.push('\n');
    }

    /// A line of code with a value in each hole, written `{}`.
    pub fn line(&mut self, template: &'static str, values: &[&str]) {
        let quoted: Vec<String> = values.iter().map(|value| quote(value)).collect();
        self.text.push_str(&fill(template, quoted.iter().map(String::as_str)));
        self.text.push('\n');
    }

    /// A call of a command with any number of values, and code behind them (empty, or such as `"$@"`).
    pub fn call<'v>(&mut self, command: &'static str, values: impl IntoIterator<Item = &'v str>, rest: &'static str) {
        self.text.push_str(command);
        for value in values {
            self.text.push(' ');
            self.text.push_str(&quote(value));
        }
        if !rest.is_empty() {
            self.text.push(' ');
            self.text.push_str(rest);
        }
        self.text.push('\n');
    }

    /// A variable of the environment of every command that follows.
    pub fn export(&mut self, variable: &'static str, value: &str) {
        let value = quote(value);
        let _ = writeln!(self.text, "{variable}={value}\nexport {variable}");
    }

    /// `variable` takes the value that `name` has in the environment; without one the script stops. Whatever is no
    /// name of a variable gives a script that always stops here.
    pub fn from_environment(&mut self, variable: &'static str, name: &str) {
        let good = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
            && name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_');
        let name = if good { name } else { "NO_SUCH_VARIABLE" };
        let _ = writeln!(self.text, "{variable}=${{{name}:?set it to the password}}");
    }

    /// The whole script.
    pub fn finish(self) -> String {
        self.text
    }
}

/// One word that the shell takes as it is: bare where nothing in it means anything to a shell, otherwise in single
/// quotes, in which only `'` itself needs care.
pub fn quote(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'/' | b':' | b',');
    if !text.is_empty() && text.bytes().all(plain) {
        return text.to_owned();
    }
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn quotes_what_a_shell_would_read() {
        let words = ["", "a", "a b", "it's", "$HOME", "`id`", "a\\", "~", "*", "!", "#", "-n", "a=b"];
        let quoted: Vec<String> = words.iter().map(|word| quote(word)).collect();
        assert_eq!(quoted.join(" "), r"'' a 'a b' 'it'\''s' '$HOME' '`id`' 'a\' '~' '*' '!' '#' -n 'a=b'");
    }

    #[test]
    fn a_comment_stays_on_its_line() {
        let mut script = Script::new(&[]);
        script.comment("a\nrm -rf /\r\u{2028}b");
        assert_eq!(script.finish(), "#!/bin/sh\nset -eu\n# a rm -rf /  b\n");
    }

    #[test]
    fn only_a_name_is_read_from_the_environment() {
        let mut script = Script::new(&[]);
        script.from_environment("PASSWORD", "DB_1");
        script.from_environment("PASSWORD", "A:-$(id)");
        assert!(script.finish().ends_with(
            "PASSWORD=${DB_1:?set it to the password}\nPASSWORD=${NO_SUCH_VARIABLE:?set it to the password}\n"
        ));
    }

    proptest! {
        /// Read by the grammar of single quotes, every word comes back.
        #[test]
        fn quoting_loses_nothing(text in "[^\0]{0,40}") {
            let quoted = quote(&text);
            let (mut read, mut rest) = (String::new(), quoted.as_str());
            while let Some(first) = rest.chars().next() {
                if let Some(inner) = rest.strip_prefix('\'') {
                    let (inside, after) = inner.split_once('\'').unwrap();
                    read.push_str(inside);
                    rest = after;
                } else if let Some(after) = rest.strip_prefix("\\'") {
                    read.push('\'');
                    rest = after;
                } else {
                    prop_assert!(first.is_ascii_alphanumeric() || "_-./:,".contains(first));
                    read.push(first);
                    rest = &rest[first.len_utf8()..];
                }
            }
            prop_assert_eq!(read, text);
        }
    }
}
