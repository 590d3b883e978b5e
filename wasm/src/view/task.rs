use serde::Serialize;
use wso2_design_core::guide;

/// One thing to do on the way from the bundle to a cluster that runs.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Task {
    /// The section of the guide.
    section: &'static str,
    /// The heading within the section, such as a load balancer's.
    part: Option<String>,
    /// What to do, in Markdown.
    text: String,
}

impl Task {
    pub(crate) fn of(task: &guide::Task) -> Self {
        Self { section: task.section, part: task.part.clone(), text: task.text.to_string() }
    }
}
