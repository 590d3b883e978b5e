use super::Session;
use crate::failure::Failure;
use wso2_design_core::catalogue::{PATTERNS, PRODUCTS, PatternTraits, Product};
use wso2_design_core::starter::Starter;

impl Session {
    /// The design that everything else is asked of: product and pattern come first. Says whether there is one.
    pub(super) fn begin(&mut self) -> Result<bool, Failure> {
        if self.read_only {
            self.lines.say("there is no design to read")?;
            return Ok(false);
        }
        let labels: Vec<String> = PRODUCTS.iter().map(|it| format!("{} ({})", it.name, it.id)).collect();
        let keys: Vec<&str> = PRODUCTS.iter().map(|it| it.id).collect();
        let Some(product) = self.one_of("Product: what runs in the cluster", &labels, &keys, 0)? else {
            return Ok(false);
        };
        let product: &'static Product = PRODUCTS[product];
        let Some(release) = product.releases.last() else { return Ok(false) };
        let known: Vec<&'static PatternTraits> =
            PATTERNS.iter().filter(|it| release.line.patterns.contains(&it.pattern)).collect();
        let labels: Vec<String> = known.iter().map(|it| format!("{} ({}): {}", it.name, it.key, it.summary)).collect();
        let keys: Vec<&str> = known.iter().map(|it| it.key).collect();
        let usual = Starter::usual_pattern(product, release).map(|it| it.pattern);
        let usual = known.iter().position(|it| Some(it.pattern) == usual).unwrap_or(0);
        let Some(pattern) = self.one_of("Pattern: how its nodes are laid out", &labels, &keys, usual)? else {
            return Ok(false);
        };
        let Some(starter) = Starter::smallest(product, release, known[pattern]) else { return Ok(false) };
        self.draft.replace(starter.to_string(), "begin");
        self.judge();
        Ok(true)
    }

    /// One of several by number or key; none if that is to be left.
    fn one_of(
        &mut self,
        question: &str,
        labels: &[String],
        keys: &[&str],
        usual: usize,
    ) -> Result<Option<usize>, Failure> {
        self.lines.say(&format!("\n{question}"))?;
        for (number, label) in labels.iter().enumerate() {
            self.lines.say(&format!("  {} {label}", number + 1))?;
        }
        loop {
            let line = self.lines.line(&format!("Number or word [{}]: ", keys.get(usual).unwrap_or(&"")))?;
            let line = line.as_deref().map(str::trim);
            let number = line.and_then(|line| line.parse::<usize>().ok()).and_then(|number| number.checked_sub(1));
            match line {
                Some("q") => return Ok(None),
                None if self.lines.is_terminal() => return Ok(None),
                None | Some("") => return Ok((usual < keys.len()).then_some(usual)),
                Some(word) => {
                    let found = number.filter(|it| *it < keys.len()).or_else(|| keys.iter().position(|it| *it == word));
                    match found {
                        Some(found) => return Ok(Some(found)),
                        None => self.lines.say(&format!("a number from 1 to {}, or the word, please", keys.len()))?,
                    }
                }
            }
        }
    }
}
