//! Keys as text: `2 tab j enter "esb.example.com" ctrl-s`. What stands in quotes is typed.

use crokey::KeyCombination;
use crossterm::event::{Event, KeyCode, KeyEvent};

/// The events of keys, in order; else the word that is no key.
pub(crate) fn events(keys: &str) -> Result<Vec<Event>, String> {
    let mut events = Vec::new();
    let mut rest = keys.trim_start();
    while !rest.is_empty() {
        if let Some((text, after)) = rest.strip_prefix('"').and_then(|it| it.split_once('"')) {
            events.extend(text.chars().map(|char| Event::Key(KeyCode::Char(char).into())));
            rest = after.trim_start();
            continue;
        }
        let (key, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let key: KeyEvent = key.parse::<KeyCombination>().map_err(|_| format!("`{key}` is no key"))?.into();
        events.push(Event::Key(key));
        rest = after.trim_start();
    }
    Ok(events)
}

#[cfg(test)]
mod tests {
    use super::events;

    #[test]
    fn words_are_keys_and_quotes_are_typed() {
        assert_eq!(events("2  tab \"a b\"j ctrl-s").unwrap().len(), 7);
        assert_eq!(events("").unwrap(), []);
        assert_eq!(events("nokey"), Err("`nokey` is no key".to_owned()));
    }
}
