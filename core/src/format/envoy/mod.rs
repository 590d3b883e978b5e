//! Envoy's substitution strings: what stands in headers and logs, where `%` begins a command.

use std::fmt;

/// A text that Envoy fills in for each request: commands of ours, and values that mean themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template(String);

impl Template {
    /// One command: `DOWNSTREAM_LOCAL_PORT`. Source: Envoy, «Access logging», command operators.
    pub fn command(command: &'static str) -> Self {
        Self(format!("%{command}%"))
    }

    /// A value, meant literally.
    pub fn literal(value: &impl fmt::Display) -> Self {
        Self(value.to_string().replace('%', "%%"))
    }
}

impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_no_command() {
        assert_eq!(Template::literal(&"%REQ(COOKIE)% 100%").to_string(), "%%REQ(COOKIE)%% 100%%");
        assert_eq!(Template::command("PROTOCOL").to_string(), "%PROTOCOL%");
    }
}
