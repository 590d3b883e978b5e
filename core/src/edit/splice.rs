use std::ops::Range;

/// One change of a text: the bytes of `range` become `with`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    /// Bytes of the text before any splice is applied.
    pub range: Range<usize>,
    /// What stands there afterwards.
    pub with: String,
}

/// Applies splices to a text; every byte outside of them stays.
///
/// Splices at one and the same place keep the order in which they are given. Splices that overlap are a fault of
/// the caller; the later one is left out, so that the text is never garbled.
pub fn apply(text: &str, splices: &[Splice]) -> String {
    let mut order: Vec<&Splice> = splices.iter().collect();
    order.sort_by_key(|splice| (splice.range.start, splice.range.end));
    let grown: usize = splices.iter().map(|splice| splice.with.len()).sum();
    let mut out = String::with_capacity(text.len() + grown);
    let mut at = 0;
    for splice in order {
        if splice.range.start < at {
            continue;
        }
        out.push_str(&text[at..splice.range.start]);
        out.push_str(&splice.with);
        at = splice.range.end;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_what_it_does_not_name() {
        let splices = [
            Splice { range: 4..4, with: "1".into() },
            Splice { range: 4..4, with: "2".into() },
            Splice { range: 0..1, with: "A".into() },
        ];
        assert_eq!(apply("a b c", &splices), "A b 12c");
    }
}
