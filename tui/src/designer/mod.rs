//! The terminal designer: try a pattern, see the cluster, read every file, mend what is wrong, leave with a bundle.
//!
//! ```text
//!  key, mouse, paste, resize, signal        event.rs
//!    │  whatever is over the screen first   overlay/: lines that are typed, lists, questions
//!    │  the first action whose key it is    action/: one table: dispatch, hint bar, help, palette, manual
//!    ▼
//!  update                                   model.rs, screen/: changes the model, touches nothing else
//!    │  an Effect                           effect.rs, done by world/: files, the clipboard
//!    │  what the core says of it            judged.rs; what takes longer than a frame: background.rs
//!    ▼
//!  draw                                     screen/, view/, theme/, text/: from the model to a buffer, nothing else
//! ```
//!
//! ```text
//!  ┌ esb · WSO2 Enterprise Service Bus 5.0.0 · pattern 2 ────────────────── saved ┐  view/head.rs
//!  │ 1 Gallery  2 Design  3 Nodes  4 Files  5 Differences  6 Guide                │
//!  ├──────────────────────────────┬───────────────────────────────────────────────┤
//!  │ screen/form                  │ screen/picture                                │
//!  │                              ├───────────────────────────────────────────────┤
//!  │                              │ screen/problems.rs                            │
//!  ├──────────────────────────────┴───────────────────────────────────────────────┤
//!  │ what just happened                                                           │  view/foot.rs
//!  │ enter change  f fix  u undo  : commands  ? help                              │
//!  └──────────────────────────────────────────────────────────────────────────────┘
//! ```

pub(crate) mod action;
mod background;
mod draft;
mod effect;
mod event;
mod judged;
mod jump;
pub(crate) mod keys;
pub(crate) mod model;
mod mouse;
mod overlay;
pub(crate) mod screen;
mod screenshot;
mod terminal;
mod text;
mod theme;
pub(crate) mod view;
pub(crate) mod world;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod wander;

pub(crate) use draft::Draft;
pub(crate) use judged::Judged;
pub(crate) use model::Options;
pub(crate) use screenshot::{Screenshot, take as screenshot};
pub(crate) use theme::Theme;
pub(crate) use world::shelf::Shelf;

use crate::failure::Failure;
use model::Model;

/// Opens the designer, and gives the terminal back as it was, whatever happens.
pub(crate) fn run(draft: Draft, options: Options) -> Result<(), Failure> {
    let mut model = Model::new(draft, options);
    terminal::with(&mut model, event::serve)
}
