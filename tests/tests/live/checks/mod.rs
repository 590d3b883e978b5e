//! What is checked, each in front of nodes of its own.

mod routing;
mod spread;

pub(crate) use spread::spread;

use crate::stage::Scene;

/// All that needs no fault of a node, on one start of the program.
pub(crate) fn answers(scene: Scene) {
    let stage = scene.stage();
    routing::check(&stage);
}

/// Who gets which request.
pub(crate) fn routing(scene: Scene) {
    routing::check(&scene.stage());
}
