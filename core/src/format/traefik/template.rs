use crate::format::yaml::{self, Map};

/// The text of a dynamic file. Traefik runs it as a template of Go before it reads it as YAML: what would begin an action
/// there stands for itself.
pub fn write(map: &Map) -> String {
    yaml::write(map).replace("{{", "{{`{{`}}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Runs the only kind of action there is.
    fn run(text: &str) -> Option<String> {
        let mut out = String::new();
        let mut rest = text;
        while let Some((before, action)) = rest.split_once("{{") {
            out.push_str(before);
            out.push_str("{{");
            rest = action.strip_prefix("`{{`}}")?;
        }
        out.push_str(rest);
        Some(out)
    }

    proptest! {
        #[test]
        fn no_text_is_run(text in prop_oneof![any::<String>(), "[{}`a]{0,12}"]) {
            let mut map = Map::new();
            map.say(text.clone());
            map.set("k", text);
            prop_assert_eq!(run(&write(&map)), Some(yaml::write(&map)));
        }
    }
}
