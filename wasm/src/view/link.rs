use serde::Serialize;
use wso2_design_core::share;

/// A design as a link.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Shared {
    /// What stands behind the `#`; `null` where no link could be made.
    fragment: Option<String>,
    /// The settings whose literal secrets stayed behind.
    left_out: Vec<String>,
    /// Why no link could be made.
    fault: Option<Fault>,
}

/// A design that came by a link.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Unshared {
    /// The design's text, byte for byte as it was shared; `null` where the link has none.
    text: Option<String>,
    /// The settings whose secrets the sender left out, and which are to be given again.
    left_out: Vec<String>,
    /// Why there is no design.
    fault: Option<Fault>,
}

/// What is wrong with a link.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Fault {
    /// The stable code.
    code: &'static str,
    /// In a sentence.
    message: String,
}

impl Shared {
    pub(crate) fn of(shared: Result<share::Shared, share::Unshareable>) -> Self {
        match shared {
            Ok(shared) => Self {
                fragment: Some(shared.link_fragment),
                left_out: shared.left_out.iter().map(ToString::to_string).collect(),
                fault: None,
            },
            Err(fault) => {
                let fault = Some(Fault { code: fault.code(), message: fault.to_string() });
                Self { fragment: None, left_out: Vec::new(), fault }
            }
        }
    }
}

impl Unshared {
    pub(crate) fn of(unshared: Result<share::Unshared, share::Unreadable>) -> Self {
        match unshared {
            Ok(unshared) => Self {
                text: Some(unshared.text),
                left_out: unshared.left_out.iter().map(ToString::to_string).collect(),
                fault: None,
            },
            Err(fault) => {
                let fault = Some(Fault { code: fault.code(), message: fault.to_string() });
                Self { text: None, left_out: Vec::new(), fault }
            }
        }
    }
}
