use crate::diagnostic::{Diagnostic, Fix};
use crate::plan::Plan;
use crate::rules::rule::rule;
use crate::value::shown;

rule! {
    /// # What it does
    /// Checks that the heap is a whole number followed by `k`, `m` or `g`.
    ///
    /// # Why it matters
    /// The JVM stops with «Invalid maximum heap size» before the product's first line of log.
    ///
    /// # Example
    /// ```toml
    /// jvm.heap = "2 GB"
    /// ```
    ///
    /// # What to do
    /// Write the number and one letter:
    ///
    /// ```toml
    /// jvm.heap = "2g"
    /// ```
    Error "heap-format": "Java cannot read the size of the heap";
    source: "java: -Xms, -Xmx"
}

fn check(plan: &Plan, notes: &mut Vec<Diagnostic>) {
    let heap = plan.jvm.heap.as_str();
    if heap.is_empty() || is_size(heap) {
        return;
    }
    let message = format!("Java cannot read \"{}\" as a heap", shown(heap));
    let finding = RULE.finding(message, "write it as 1024m or 2g").at("jvm.heap");
    notes.push(match repaired(heap) {
        Some(size) => finding.fix(Fix::safe(format!("write {size}")).set("jvm.heap", size)),
        None => finding,
    });
}

fn is_size(text: &str) -> bool {
    let digits = text.trim_end_matches(['k', 'K', 'm', 'M', 'g', 'G']);
    text.len() == digits.len() + 1 && is_number(digits)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('0') && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `2g` of `2 GB`, `1024m` of `1024MiB`.
fn repaired(text: &str) -> Option<String> {
    let end = text.find(|char: char| !char.is_ascii_digit())?;
    let (number, unit) = text.split_at(end);
    let unit = match unit.trim().to_ascii_lowercase().as_str() {
        "kb" | "kib" | "k" => 'k',
        "mb" | "mib" | "m" => 'm',
        "gb" | "gib" | "g" => 'g',
        _ => return None,
    };
    is_number(number).then(|| format!("{number}{unit}"))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::testing::{fires, silent};
    use serde_json::json;

    #[test]
    fn a_heap_is_a_number_and_a_letter() {
        let heap = |heap: &str| json!({ "jvm": { "heap": heap } });
        let found = fires(&RULE, heap("2 GB"), "jvm.heap", "Java cannot read \"2 GB\" as a heap");
        assert_eq!(found.fix.map(|fix| fix.title).as_deref(), Some("write 2g"));
        for text in ["2", "much", "-1g", "0m", "1.5g", "g", "1024mm", "1g -XX:+Foo"] {
            fires(&RULE, heap(text), "jvm.heap", &format!("Java cannot read {text:?} as a heap"));
        }
        for text in ["1024m", "2g", "2G", "524288k"] {
            silent(&RULE, heap(text));
        }
    }
}
