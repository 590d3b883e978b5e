use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// The sessions that a node keeps in its memory.
#[derive(Debug)]
pub(crate) struct Sessions {
    /// What every id ends with.
    end: String,
    all: Mutex<BTreeSet<String>>,
}

/// What a node knows of a client.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Session {
    /// It is known.
    Known,
    /// It is new: this is its id.
    New(String),
    /// It is unknown here: this is the id of a new one.
    Lost(String),
}

impl Sessions {
    pub(crate) fn new(node: &str, route: &str) -> Self {
        // No two nodes give the same id, nor one that was given before the node died.
        let node: String = node.chars().filter(char::is_ascii_alphanumeric).collect();
        let route = if route.is_empty() { String::new() } else { format!(".{route}") };
        Self { end: format!("{}{node}{route}", std::process::id()), all: Mutex::default() }
    }

    /// The session that a client's cookies name.
    pub(crate) fn of<'c>(&self, cookies: impl Iterator<Item = &'c str>) -> Session {
        let mut all = self.all.lock().unwrap_or_else(PoisonError::into_inner);
        let mut said = cookies.flat_map(|line| line.split(';')).filter_map(|it| it.trim().strip_prefix("JSESSIONID="));
        let said = said.next();
        if said.is_some_and(|id| all.contains(id)) {
            return Session::Known;
        }
        let id = format!("{:08X}{}", all.len(), self.end);
        all.insert(id.clone());
        if said.is_some() { Session::Lost(id) } else { Session::New(id) }
    }
}

impl Session {
    /// The word for it.
    pub(crate) fn word(&self) -> &'static str {
        match self {
            Self::Known => "known",
            Self::New(_) => "new",
            Self::Lost(_) => "LOST",
        }
    }

    /// The id that the client must learn.
    pub(crate) fn id(&self) -> Option<&str> {
        match self {
            Self::Known => None,
            Self::New(id) | Self::Lost(id) => Some(id),
        }
    }
}
