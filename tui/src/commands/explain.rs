use crate::cli::Explain;
use crate::failure::Failure;
use crate::output;
use std::io::Write;
use wso2_design_core::explain;
use wso2_design_core::rules::{self, Page};

pub(super) fn run(arguments: &Explain) -> Result<(), Failure> {
    let what = arguments.what.as_str();
    let mut out = output::out();
    if let Some(page) = rules::page(what) {
        write!(out, "{}", text(&page))?;
    } else if let Some(setting) = explain::setting(what) {
        writeln!(out, "{}", setting.to_string().trim_end())?;
    } else if let deciding @ [_, ..] = explain::deciding(what).as_slice() {
        for (number, setting) in deciding.iter().enumerate() {
            let gap = if number > 0 { "\n" } else { "" };
            writeln!(out, "{gap}{}", setting.to_string().trim_end())?;
        }
    } else {
        let hint = near(what).map_or_else(
            || "`list rules` has every code, `schema` every setting".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        return Err(format!("there is no code and no setting `{what}`: {hint}").into());
    }
    Ok(out.flush()?)
}

fn text(page: &Page) -> String {
    let Page { code, severity, title, text, source } = page;
    let bold = anstyle::Style::new().bold();
    let source = if source.is_empty() { String::new() } else { format!("\nSource: {source}\n") };
    format!("{bold}{severity}[{code}]: {title}{bold:#}\n\n{}\n{source}", text.trim_end())
}

/// The code or setting that a person most likely meant.
fn near(what: &str) -> Option<String> {
    let code = rules::pages()
        .map(|page| (strsim::normalized_damerau_levenshtein(what, page.code), page.code))
        .filter(|(likeness, _)| what.len() <= 100 && *likeness > 0.7)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, code)| code.to_owned());
    code.or_else(|| explain::near(what))
}
