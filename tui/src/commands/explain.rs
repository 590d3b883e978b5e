use crate::cli::Explain;
use crate::failure::Failure;
use crate::output;
use std::io::Write;
use wso2_design_core::explain;

pub(super) fn run(arguments: &Explain) -> Result<(), Failure> {
    let what = arguments.what.as_str();
    let Some(text) = explain::setting(what).map(|setting| setting.to_string()) else {
        let near = explain::near(what);
        let hint = near.map_or_else(
            || "`list rules` has every code, `schema` every setting".to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        return Err(format!("there is no code and no setting `{what}`: {hint}").into());
    };
    let mut out = output::out();
    writeln!(out, "{}", output::safe(text.trim_end()))?;
    Ok(out.flush()?)
}
