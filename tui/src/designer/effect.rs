use std::path::PathBuf;

/// What the world is asked to do. `update` gives it; only [`super::event::serve`] does it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Effect {
    /// Nothing but another picture.
    #[default]
    Draw,
    /// Every cell of the picture anew, whatever else wrote on the terminal.
    Redraw,
    /// Save the design, to its own file or to another; asks where something else is in the way.
    Save(Option<PathBuf>),
    /// The same over whatever is there: it was asked.
    SaveOver(Option<PathBuf>),
    /// Write the bundle; asks where files of an earlier one were edited.
    Export(PathBuf),
    /// The same over edited files, as `render --force`: it was asked.
    ExportOver(PathBuf),
    /// Open another design: a file, a folder of `render`, a link.
    Open(String),
    /// Read the bundle in a folder, to compare with it.
    Compare(PathBuf),
    /// Put a text on the clipboard; what it is, for the message.
    Copy {
        /// The text.
        text: String,
        /// What it is.
        what: String,
    },
    /// Take the design from its file again.
    Reload,
    /// Patch the files of a product that is at hand.
    Stock(String),
    /// Find the files whose paths begin so, for the line that is being typed.
    Complete(String),
    /// Listen to the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Stop, as the shell does it, until it is continued.
    Suspend,
    /// Leave.
    Quit,
}

impl Effect {
    /// Whether files are written.
    pub(crate) fn writes(&self) -> bool {
        matches!(self, Self::Save(_) | Self::SaveOver(_) | Self::Export(_) | Self::ExportOver(_))
    }
}
