use serde_json::Value;

/// The JSON Schema of a design. It is made from the types that read it, by a test: the program itself only holds the text.
pub fn schema() -> Value {
    // The text is part of the program, and a test reads it.
    serde_json::from_str(include_str!("schema.json")).unwrap_or_default()
}

#[cfg(test)]
mod tests;
