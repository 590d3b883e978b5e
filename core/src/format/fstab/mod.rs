//! The table of file systems, fstab(5).

/// One line: what is mounted, where, the type of the file system, its options.
pub fn line(source: &str, target: &str, kind: &'static str, options: &'static str) -> String {
    format!("{}  {}  {kind}  {options}  0  0\n", field(source), field(target))
}

/// A field, with an octal escape for what would end it or the line.
fn field(text: &str) -> String {
    let mut field = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            ' ' | '\t' | '\n' | '\r' | '\\' | '#' | '"' | '\'' => field.push_str(&format!("\\{:03o}", u32::from(char))),
            plain => field.push(plain),
        }
    }
    field
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_and_backslashes_are_octal() {
        assert_eq!(line("nfs:/a b", "/x\\#\"y", "nfs4", "rw"), "nfs:/a\\040b  /x\\134\\043\\042y  nfs4  rw  0  0\n");
    }
}
