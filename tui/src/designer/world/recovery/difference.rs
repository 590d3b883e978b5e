/// How many lines are shown.
const MOST: usize = 14;

/// What another text says where two differ, in a few lines.
pub(super) fn shown(now: &str, other: &str) -> String {
    let (now, other) = (crate::output::conceal(now), crate::output::conceal(other));
    if now == other {
        return "Only secrets differ.".to_owned();
    }
    let (old, new): (Vec<&str>, Vec<&str>) = (now.lines().collect(), other.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let rest = old.len().min(new.len()) - same;
    let tail = old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(old, new)| old == new).count();
    let inside = |lines: &[&str], mark: char| {
        let lines = lines.get(same..lines.len() - tail).unwrap_or_default();
        lines.iter().map(|line| format!("{mark} {}", crate::output::safe_line(line))).collect::<Vec<_>>()
    };
    let mut lines = inside(&old, '-');
    lines.extend(inside(&new, '+'));
    let more = lines.len().saturating_sub(MOST);
    lines.truncate(MOST);
    if more > 0 {
        lines.push(format!("… {more} more lines"));
    }
    format!("From line {}, now (-) and recovered (+):\n{}", same + 1, lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn only_what_differs_is_shown() {
        assert_eq!(shown("a\nb\nc\n", "a\nx\nc\n"), "From line 2, now (-) and recovered (+):\n- b\n+ x");
        assert_eq!(shown("", "a\n"), "From line 1, now (-) and recovered (+):\n+ a");
        assert_eq!(shown("a\na\n", "a\n"), "From line 2, now (-) and recovered (+):\n- a");
    }
}
