use std::path::PathBuf;

/// What the world is asked to do. `update` gives it; only [`super::event::serve`] does it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Effect {
    /// Nothing but another picture.
    #[default]
    Draw,
    /// Save the design, to its own file or to another.
    Save(Option<PathBuf>),
    /// Write the bundle.
    Export(PathBuf),
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
    /// Listen to the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Stop, as the shell does it, until it is continued.
    Suspend,
    /// Leave.
    Quit,
}
