//! NGINX's own way to read, for tests of what is written.

/// Reads words, blocks and comments back as `ngx_conf_read_token` does: each directive as its words and `;`, `{`.
pub(crate) fn read(text: &str) -> Option<Vec<Vec<String>>> {
    let mut all = Vec::new();
    let mut words: Vec<String> = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            ' ' | '\t' | '\r' | '\n' => {}
            '#' => while chars.next().is_some_and(|char| char != '\n') {},
            ';' | '{' | '}' => {
                words.push(char.to_string());
                all.push(std::mem::take(&mut words));
            }
            first => {
                let quote = matches!(first, '"' | '\'').then_some(first);
                let mut word = String::new();
                let mut next = if quote.is_some() { chars.next()? } else { first };
                loop {
                    if Some(next) == quote {
                        break;
                    }
                    if next == '\\' {
                        match chars.next()? {
                            it @ ('"' | '\'' | '\\') => word.push(it),
                            't' => word.push('\t'),
                            'r' => word.push('\r'),
                            'n' => word.push('\n'),
                            it => word.extend(['\\', it]),
                        }
                    } else {
                        word.push(next);
                    }
                    if quote.is_none() && chars.peek().is_none_or(|it| " \t\r\n;{".contains(*it)) {
                        break;
                    }
                    next = chars.next()?;
                }
                words.push(word);
            }
        }
    }
    words.is_empty().then_some(all)
}
