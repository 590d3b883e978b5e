use super::Edit;
use super::fragment::push_line;
use crate::edit::{Finding, MASK, Splice, apply};
use crate::format::properties::{Document, push_value};

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Patched {
    /// The file's text afterwards.
    pub text: String,
    /// What the file said about each statement before, in the order of the statements.
    pub findings: Vec<Finding>,
}

/// Makes a file say what the statements want: values are replaced, keys that it lacks are added at its end.
pub fn patch(document: &Document<'_>, edits: &[Edit]) -> Patched {
    Patched {
        text: apply(document.text(), &splices(document, edits)),
        findings: edits.iter().map(|edit| edit.check(document)).collect(),
    }
}

impl Edit {
    /// What a file says about this statement.
    pub fn check(&self, document: &Document<'_>) -> Finding {
        match document.entry(&self.key) {
            None => Finding::Absent,
            Some(entry) if self.value.is(&entry.value, self.value.text()) => Finding::Holds,
            Some(entry) => {
                let found = if self.value.hides() { MASK.to_owned() } else { entry.value.clone() };
                Finding::Differs { found, span: entry.span.clone() }
            }
        }
    }

    /// The changes that make a file say what this statement wants; none if it does.
    pub fn splices(&self, document: &Document<'_>) -> Vec<Splice> {
        splices(document, std::slice::from_ref(self))
    }
}

fn splices(document: &Document<'_>, edits: &[Edit]) -> Vec<Splice> {
    let text = document.text();
    let eol = if text.contains("\r\n") { "\r\n" } else { "\n" };
    // As the file's last line has it.
    let blank = document.entries().last().is_some_and(|entry| entry.separated && !entry.equals);
    let separator = if blank { " " } else { "=" };
    let mut splices = Vec::new();
    let mut added = String::new();
    for (at, edit) in edits.iter().enumerate() {
        // Of two statements about a key the first counts.
        if edits[..at].iter().any(|earlier| earlier.key == edit.key) {
            continue;
        }
        match document.entry(&edit.key) {
            None => {
                if added.is_empty() {
                    added.push_str(&before_end(text, eol));
                }
                push_line(&mut added, edit, separator, eol);
            }
            Some(entry) if entry.value == edit.value.text() => {}
            Some(entry) => {
                let mut with = String::new();
                if !entry.separated {
                    with.push_str(separator);
                }
                push_value(&mut with, edit.value.text());
                splices.push(Splice { range: entry.span.clone(), with });
            }
        }
    }
    if !added.is_empty() {
        splices.push(Splice { range: text.len()..text.len(), with: added });
    }
    splices
}

/// What has to end the file's last line before another can follow.
fn before_end(text: &str, eol: &str) -> String {
    let body = text.strip_suffix('\n').or_else(|| text.strip_suffix('\r')).unwrap_or(text);
    let body = body.strip_suffix('\r').filter(|_| text.ends_with("\r\n")).unwrap_or(body);
    let mut out = String::new();
    if !body.is_empty() && body.len() == text.len() {
        out.push_str(eol);
    }
    // A backslash at the end would take the next line for its continuation.
    let backslashes = body.len() - body.trim_end_matches('\\').len();
    if backslashes % 2 == 1 {
        // A newline behind a lone carriage return would only complete it.
        out.push_str(if text.ends_with('\r') { "\r\n" } else { eol });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Value, Why};
    use proptest::prelude::*;

    fn edit(key: impl Into<String>, value: impl Into<String>) -> Edit {
        Edit { key: key.into().into(), value: Value::plain(value.into()), why: Why::new("", "", "") }
    }

    fn after(text: &str, edits: &[Edit]) -> String {
        patch(&Document::parse(text), edits).text
    }

    #[test]
    fn values_are_replaced() {
        assert_eq!(after("# x\na = 1\r\nb\n", &[edit("a", "2"), edit("b", "3")]), "# x\na = 2\r\nb=3\n");
        assert_eq!(after("a=1\\\n  2\nb=3", &[edit("a", "2")]), "a=2\nb=3");
        assert_eq!(after("a=1\na=2\n", &[edit("a", "3")]), "a=1\na=3\n");
    }

    #[test]
    fn keys_are_added() {
        assert_eq!(after("", &[edit("a", "1")]), "a=1\n");
        assert_eq!(after("x=1", &[edit("a", "1"), edit("b", "2")]), "x=1\na=1\nb=2\n");
        assert_eq!(after("x=1\r\n", &[edit("a", "1")]), "x=1\r\na=1\r\n");
        assert_eq!(after("x  1\n", &[edit("a", "1")]), "x  1\na 1\n");
        assert_eq!(after("x=1\\", &[edit("a", "1")]), "x=1\\\n\na=1\n");
        assert_eq!(after("x=1\\\n", &[edit("a", "1")]), "x=1\\\n\na=1\n");
    }

    #[test]
    fn secrets_are_masked() {
        let edit = Edit { value: Value::secret("new"), ..edit("p", "") };
        assert_eq!(edit.to_string(), "Set p to `••••••`");
        let finding = edit.check(&Document::parse("p=old"));
        assert_eq!(finding, Finding::Differs { found: "••••••".into(), span: 2..5 });
    }

    proptest! {
        #[test]
        fn holds_afterwards(
            text in "([a-c#! \t]{0,3}[=: ]?[x\\\\ é]{0,4}(\n|\r\n|\r|\\\\\n)){0,5}[a-c=\\\\]{0,3}",
            edits in proptest::collection::vec(("[a-d]|[ =#!]a", prop_oneof!["[ x=:\\\\]{0,4}", any::<String>()]), 0..5),
        ) {
            let mut edits: Vec<Edit> = edits.into_iter().map(|(key, value)| edit(key, value)).collect();
            edits.sort_by(|a, b| a.key.cmp(&b.key));
            edits.dedup_by(|a, b| a.key == b.key);
            let once = after(&text, &edits);
            let document = Document::parse(&once);
            for edit in &edits {
                prop_assert_eq!(edit.check(&document), Finding::Holds, "{} in {:?}", edit, once);
            }
            // What no statement names stays.
            let before = Document::parse(&text);
            let own = |key: &str| edits.iter().any(|edit| edit.key == key);
            for entry in before.entries().iter().filter(|entry| !own(&entry.key)) {
                prop_assert_eq!(document.entry(&entry.key).map(|e| &e.value), before.entry(&entry.key).map(|e| &e.value));
            }
            prop_assert_eq!(after(&once, &edits), once);
        }
    }
}
