//! A file wholly of our own, beside the one that lies on a machine.

use super::Drifted;
use crate::edit::MASK;
use crate::plan::Plan;
use crate::value::Secret;

/// The first line that differs. How lines end, and whether the last one does, is no difference.
pub(super) fn drift(plan: &Plan, wanted: &str, bytes: &[u8], private: bool) -> Option<Drifted> {
    let found = String::from_utf8_lossy(bytes);
    let secrets = plan.secret_references();
    let marks: Vec<String> = secrets
        .iter()
        .filter(|secret| !matches!(secret, Secret::Plain(_)))
        .map(|secret| format!("@{secret}@"))
        .collect();
    // A secret that was filled in may stand in any line: a line more or less moves it away from its mark.
    let marked = marks.iter().any(|mark| wanted.contains(mark.as_str()));
    let (mut have, mut want) = (found.lines(), wanted.lines());
    let mut line = 0;
    loop {
        let (found, wanted) = (have.next(), want.next());
        match (found, wanted) {
            (None, None) => return None,
            (Some(found), Some(wanted)) if holds(found, wanted, &marks) => line += 1,
            _ => {
                let hidden = private || marked;
                let found = found.map(|text| if hidden { MASK.to_owned() } else { text.to_owned() });
                let wanted = wanted.map(|text| if private { MASK.to_owned() } else { text.to_owned() });
                return Some(Drifted::Line { line, found, wanted });
            }
        }
    }
}

/// Whether a line says what is wanted, with anything in the place of marks.
fn holds(found: &str, wanted: &str, marks: &[String]) -> bool {
    if found == wanted {
        return true;
    }
    let first = |text: &str| {
        let places = marks.iter().filter_map(|mark| Some((text.find(mark.as_str())?, mark.len())));
        places.min().and_then(|(at, length)| Some((text.get(..at)?.to_owned(), text.get(at + length..)?.to_owned())))
    };
    let (mut found, mut wanted) = (found, wanted.to_owned());
    let Some((before, after)) = first(&wanted) else { return false };
    let Some(rest) = found.strip_prefix(before.as_str()) else { return false };
    (found, wanted) = (rest, after);
    while let Some((between, after)) = first(&wanted) {
        // Something was filled in, and then comes what stands between two marks.
        let Some(at) =
            found.char_indices().nth(1).and_then(|(from, _)| Some(from + found.get(from..)?.find(&between)?))
        else {
            return false;
        };
        found = found.get(at + between.len()..).unwrap_or_default();
        wanted = after;
    }
    found.strip_suffix(wanted.as_str()).is_some_and(|inside| !inside.is_empty())
}
