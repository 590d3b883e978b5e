//! What is checked, each in front of nodes of its own.

mod failover;
mod routing;
mod spread;

pub(crate) use failover::failover;

use crate::stage::Scene;

/// All that needs no fault of a node, on one start of the program.
pub(crate) fn answers(scene: Scene) {
    let stage = scene.stage();
    routing::check(&stage);
}

/// Who gets which request, and who stays where.
pub(crate) fn routing(scene: Scene) {
    let stage = scene.stage();
    routing::check(&stage);
    spread::check(&stage);
}

/// Who stays where.
pub(crate) fn spread(scene: Scene) {
    spread::check(&scene.stage());
}
