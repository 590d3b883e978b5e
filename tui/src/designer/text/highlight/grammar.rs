use super::Token;
use regex_lite::Regex;
use std::sync::OnceLock;

/// A grammar, as far as colours go.
pub(crate) struct Grammar {
    /// What the files end with: `.xml`, or a whole name.
    ends: &'static [&'static str],
    /// What goes over several lines: how it begins, how it ends, what it is.
    pub(super) blocks: &'static [(&'static str, &'static str, Token)],
    /// What is found on a line, the first that holds: a regular expression with one pair of parentheses around the token.
    pub(super) rules: &'static [(&'static str, Token)],
    pub(super) made: OnceLock<Option<Regex>>,
}

impl Grammar {
    /// By the path of a file.
    pub(crate) fn of(path: &str) -> Option<&'static Self> {
        let name = path.rsplit('/').next().unwrap_or(path);
        ALL.iter().find(|grammar| grammar.ends.iter().any(|end| name.ends_with(end)))
    }

    const fn new(
        ends: &'static [&'static str],
        blocks: &'static [(&'static str, &'static str, Token)],
        rules: &'static [(&'static str, Token)],
    ) -> Self {
        Self { ends, blocks, rules, made: OnceLock::new() }
    }
}

const HASH: (&str, Token) = (r"(?:^|\s)(#.*)", Token::Comment);
const DOUBLE: (&str, Token) = (r#"("(?:[^"\\]|\\.)*")"#, Token::Text);
const SINGLE: (&str, Token) = (r"('[^']*')", Token::Text);
const NUMBER: (&str, Token) = (r"(?:^|[\s=:,\[(])(\d[\d._]*|true|false|null|on|off)\b", Token::Number);
const PUT_IN: (&str, Token) = (r"(\$\{[^}]*\})", Token::Variable);
const SHELL_VARIABLE: (&str, Token) = (r"(\$\{[^}]*\}|\$\w+|\$[@#?*])", Token::Variable);
/// The first word of a line, as directives have it.
const FIRST: (&str, Token) = (r"^\s*([A-Za-z_][\w-]*)", Token::Name);

static ALL: [Grammar; 14] = [
    Grammar::new(
        &[".xml", ".xsl", ".svg", ".html"],
        &[("<!--", "-->", Token::Comment), ("<![CDATA[", "]]>", Token::Text)],
        &[
            (r"(</?[A-Za-z_][\w:.-]*|/?>|<\?[\w-]+|\?>)", Token::Frame),
            PUT_IN,
            (r#"([A-Za-z_][\w:.-]*)\s*=\s*["']"#, Token::Name),
            (r#"("[^"]*")"#, Token::Text),
        ],
    ),
    Grammar::new(
        &[".toml"],
        &[("\"\"\"", "\"\"\"", Token::Text), ("'''", "'''", Token::Text)],
        &[
            HASH,
            (r"^\s*(\[\[?[^\]]*\]\]?)", Token::Frame),
            (r#"(?:^\s*|[{,]\s*)([\w."'-]+)\s*="#, Token::Name),
            DOUBLE,
            SINGLE,
            NUMBER,
        ],
    ),
    Grammar::new(
        &[".yaml", ".yml"],
        &[],
        &[HASH, (r#"^\s*(?:-\s+)*([\w."'/$-]+)\s*:(?:\s|$)"#, Token::Name), DOUBLE, SINGLE, PUT_IN, NUMBER],
    ),
    Grammar::new(&[".json"], &[], &[(r#"("(?:[^"\\]|\\.)*")\s*:"#, Token::Name), DOUBLE, NUMBER]),
    Grammar::new(
        &[".sql"],
        &[("/*", "*/", Token::Comment)],
        &[
            (r"(--.*)", Token::Comment),
            SINGLE,
            (r#"(`[^`]*`|"[^"]*")"#, Token::Name),
            (
                r"(?i)\b(create|alter|drop|database|user|table|index|grant|revoke|on|to|by|with|identified|character|set|collate|if|not|exists|use|all|privileges|schema|owner|connect|login|password|role|insert|into|values|select|from|where|go|begin|end|default|tablespace|quota|unlimited)\b",
                Token::Frame,
            ),
            NUMBER,
        ],
    ),
    Grammar::new(
        &[".sh", ".bash", "wso2server.env", ".env"],
        &[],
        &[
            HASH,
            DOUBLE,
            SINGLE,
            SHELL_VARIABLE,
            (
                r"\b(if|then|else|elif|fi|for|in|do|done|while|until|case|esac|function|return|exit|local|set|trap)\b",
                Token::Frame,
            ),
            (r"^\s*(?:export\s+)?([A-Za-z_]\w*)=", Token::Name),
        ],
    ),
    Grammar::new(
        &["haproxy.cfg", ".cfg"],
        &[],
        &[
            HASH,
            (r"^(global|defaults|frontend|backend|listen|resolvers|userlist|peers)\b", Token::Frame),
            FIRST,
            DOUBLE,
            PUT_IN,
            (r"[\s:](\d+[smhd]*)\b", Token::Number),
        ],
    ),
    Grammar::new(
        &[".hcl", ".tf", ".nomad"],
        &[("/*", "*/", Token::Comment)],
        &[
            HASH,
            (r"(//.*)", Token::Comment),
            (r"^\s*([\w-]+)\s*=", Token::Name),
            (r"^\s*([\w-]+)", Token::Frame),
            DOUBLE,
            NUMBER,
        ],
    ),
    Grammar::new(
        &["Caddyfile", ".caddyfile", ".caddy"],
        &[],
        &[
            HASH,
            (r"^([^\s{#].*?)\s*\{?\s*$", Token::Frame),
            FIRST,
            (r"(\{[\w.$:-]+\})", Token::Variable),
            DOUBLE,
            NUMBER,
        ],
    ),
    Grammar::new(
        &["httpd.conf", "apache.conf", "apache2.conf", "httpd-wso2.conf"],
        &[],
        &[
            HASH,
            (r"^\s*(</?\w+|>\s*$)", Token::Frame),
            FIRST,
            DOUBLE,
            (r"(%\{[^}]*\}\w?|\$\{[^}]*\}|\$\d)", Token::Variable),
            NUMBER,
        ],
    ),
    // nginx, and what is like it.
    Grammar::new(
        &[".conf", ".nginx"],
        &[],
        &[
            HASH,
            (r"^\s*(</?\w+|>\s*$)", Token::Frame),
            (r"^\s*(http|server|upstream|location|events|stream|map|if)\b", Token::Frame),
            FIRST,
            DOUBLE,
            SINGLE,
            SHELL_VARIABLE,
            (r"[\s:=](\d+[smhdkMG]*)\b", Token::Number),
        ],
    ),
    Grammar::new(
        &[".properties", ".cnf", ".ini", ".service"],
        &[],
        &[
            (r"^\s*([#!;].*)", Token::Comment),
            (r"^\s*(\[[^\]]*\])", Token::Frame),
            (r"^\s*([^\s=:#!]+)\s*[=:\s]", Token::Name),
            PUT_IN,
        ],
    ),
    Grammar::new(&["hosts"], &[], &[(r"(#.*)", Token::Comment), (r"^\s*([\d.a-fA-F:]+)\s", Token::Number)]),
    Grammar::new(
        &[".md"],
        &[("```", "```", Token::Text)],
        &[
            (r"^(#+ .*)", Token::Frame),
            (r"(`[^`]+`)", Token::Text),
            (r"^\s*([-*]|\d+\.)\s", Token::Name),
            (r"(\*\*[^*]+\*\*)", Token::Name),
            (r"(https?://[^\s)>]+)", Token::Variable),
        ],
    ),
];

/// Every grammar, to be tested.
#[cfg(test)]
pub(super) fn all() -> &'static [Grammar] {
    &ALL
}
