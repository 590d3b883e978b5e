use serde::Serialize;
use wso2_design_core::diagnostic::Severity;
use wso2_design_core::{explain, rules};

/// What is known about a code, a setting or a place in a file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Explanation {
    /// The page of the code; `null` where it is none.
    page: Option<Page>,
    /// The setting, or those that decide the place; empty where there are none.
    settings: Vec<Setting>,
    /// What was most likely meant, where nothing is known.
    near: Option<String>,
}

/// The manual page of a finding's code.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Page {
    /// The code.
    code: &'static str,
    /// How bad it is.
    severity: Severity,
    /// What it means, in a few words.
    title: &'static str,
    /// The page, in Markdown.
    text: &'static str,
    /// Where the fact comes from; may be empty.
    source: &'static str,
}

/// A setting, explained.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub(crate) struct Setting {
    /// Its path, without list places: `nodes.member-port`.
    path: String,
    /// What it is.
    description: String,
    /// The values that it may have, each with what it means; empty where they are too many to list.
    choices: Vec<(String, String)>,
    /// The settings inside it, each with what it is.
    inside: Vec<(String, String)>,
    /// Everything about it as the command line prints it, with the places that it decides.
    text: String,
}

impl Explanation {
    pub(crate) fn of(what: &str) -> Self {
        let page = rules::page(what).map(Page::of);
        let exact = explain::setting(what);
        let settings = match exact {
            _ if page.is_some() => Vec::new(),
            Some(setting) => vec![setting],
            None => explain::deciding(what),
        };
        let near = if page.is_none() && settings.is_empty() { explain::near(what) } else { None };
        Self { page, settings: settings.into_iter().map(Setting::of).collect(), near }
    }
}

impl Page {
    fn of(page: rules::Page) -> Self {
        let rules::Page { code, severity, title, text, source } = page;
        Self { code, severity, title, text, source }
    }
}

impl Setting {
    fn of(setting: explain::Setting) -> Self {
        let text = setting.to_string();
        let explain::Setting { path, description, choices, inside, .. } = setting;
        Self { path, description, choices, inside, text }
    }
}
