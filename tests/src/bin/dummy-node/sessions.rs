use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

/// The sessions that a node keeps in its memory.
#[derive(Debug, Default)]
pub(crate) struct Sessions(Mutex<BTreeSet<String>>);

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
    /// The session that a client's cookies name.
    pub(crate) fn of<'c>(&self, node: &str, cookies: impl Iterator<Item = &'c str>) -> Session {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut said = cookies.flat_map(|line| line.split(';')).filter_map(|it| it.trim().strip_prefix("JSESSIONID="));
        let said = said.next();
        if said.is_some_and(|id| all.contains(id)) {
            return Session::Known;
        }
        let id = format!("{:08X}{}", all.len(), node.replace('-', ""));
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
