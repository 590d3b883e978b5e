use serde::Serialize;

/// A design's text after a change.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Edited {
    /// The text; as it was where the change was refused.
    pub(crate) text: String,
    /// Why the change could not be made; `null` where it was.
    pub(crate) refused: Option<String>,
}

/// A design's text after its safe fixes.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Mended {
    /// The text.
    text: String,
    /// What was done, in order.
    done: Vec<String>,
    /// What could not be done, and why.
    refused: Vec<Refused>,
}

/// A fix that could not be made.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Refused {
    /// The fix.
    title: String,
    /// Why.
    why: String,
}

impl Mended {
    pub(crate) fn of(mended: wso2_design_core::Mended) -> Self {
        let refused =
            |(title, why): (String, wso2_design_core::read::Unfixable)| Refused { title, why: why.to_string() };
        Self { text: mended.text, done: mended.done, refused: mended.refused.into_iter().map(refused).collect() }
    }
}
