//! In files wholly of our own the reason is a comment: above the lines that it is about, or behind one.

use super::Origin;
use crate::bundle::{Artifact, Owner};
use crate::diagnostic::Path;
use crate::plan::Plan;

/// What the comments of a file say about its lines. Nothing in a grammar without comments.
pub(super) fn origins(plan: &Plan, artifact: &Artifact, text: &str) -> Vec<Origin> {
    let Some(sign) = sign(&artifact.path) else { return Vec::new() };
    let path = place(plan, &artifact.owner);
    let origin = |lines, why| Origin { lines, says: String::new(), why, path: path.clone(), source: "" };
    let lines: Vec<Line<'_>> = text.lines().map(|line| Line::of(line, sign)).collect();
    let mut origins = Vec::new();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        if let Some(behind) = line.behind {
            origins.push(origin(at..at + 1, behind.to_owned()));
        }
        let Some(_) = line.comment else {
            at += 1;
            continue;
        };
        let rest = lines.get(at..).unwrap_or_default();
        let said: Vec<&str> = rest.iter().map_while(|line| line.comment).collect();
        let first = at + said.len();
        let length = reach(line.indent, lines.get(first..).unwrap_or_default());
        if length > 0 {
            origins.push(origin(first..first + length, sentence(&said)));
        }
        at = first;
    }
    origins
}

/// How many lines a comment is about: those at its depth as far as the next comment or blank line, with all that is inside them.
fn reach(indent: usize, lines: &[Line<'_>]) -> usize {
    let mut length = 0;
    for (number, line) in lines.iter().enumerate() {
        if line.blank {
            continue;
        }
        let gap = number > length;
        let inside = line.indent > indent && length > 0;
        // The bracket that closes what a line opened.
        let closes = line.indent == indent && line.closes && length > 0;
        let beside = line.indent == indent && line.comment.is_none() && !gap;
        if !inside && !closes && !beside {
            break;
        }
        length = number + 1;
    }
    length
}

fn sentence(said: &[&str]) -> String {
    let mut sentence = String::new();
    for line in said.iter().map(|line| line.trim()).filter(|line| !line.is_empty()) {
        if !sentence.is_empty() {
            sentence.push(' ');
        }
        sentence.push_str(line);
    }
    sentence
}

/// A line, as far as comments go.
struct Line<'t> {
    indent: usize,
    blank: bool,
    closes: bool,
    /// What a line says that is a comment as a whole.
    comment: Option<&'t str>,
    /// What a comment behind the line's own content says.
    behind: Option<&'t str>,
}

impl<'t> Line<'t> {
    fn of(line: &'t str, sign: &str) -> Self {
        let content = line.trim();
        let comment = content.strip_prefix(sign).filter(|_| !content.starts_with("#!"));
        let behind = if comment.is_none() { behind(line, sign) } else { None };
        Self {
            indent: line.len() - line.trim_start().len(),
            blank: content.is_empty(),
            closes: content.starts_with(['}', ')', ']']) || content.starts_with("</"),
            comment: comment.map(str::trim),
            behind,
        }
    }
}

/// What stands behind a sign that has a blank on either side and is in no quotes.
fn behind<'t>(line: &'t str, sign: &str) -> Option<&'t str> {
    let sign = format!(" {sign} ");
    let open = |before: &str| ['"', '\'', '`'].iter().any(|quote| before.matches(*quote).count() % 2 == 1);
    let found = line.match_indices(&sign).find(|(at, _)| line.get(..*at).is_some_and(|before| !open(before)));
    let (at, _) = found.filter(|(at, _)| line.get(..*at).is_some_and(|before| !before.trim().is_empty()))?;
    line.get(at + sign.len()..).map(str::trim).filter(|said| !said.is_empty())
}

/// What begins a comment in a file, by its name; none where nothing does.
fn sign(path: &str) -> Option<&'static str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "sql" | "lua" => Some("--"),
        "md" | "svg" | "json" | "csv" | "xml" | "html" | "asis" => None,
        _ => Some("#"),
    }
}

/// A load balancer's files come from what the design says of it.
fn place(plan: &Plan, owner: &Owner) -> Option<Path> {
    let Owner::Balancer(name) = owner else { return None };
    let front = plan.fronts.iter().find(|front| front.name == *name)?;
    Some(front.at.clone()).filter(|at| !at.is_root())
}
