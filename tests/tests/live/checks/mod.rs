//! What is checked, each in front of nodes of its own.

mod certificates;
mod failover;
mod faults;
mod headers;
mod logs;
mod many;
mod paths;
mod routing;
mod sizes;
mod spread;
mod tls;

pub(crate) use certificates::certificates;
pub(crate) use failover::failover;
pub(crate) use faults::faults;
pub(crate) use many::{session, thousand, unusual};

use crate::stage::Scene;
use serde_json::json;
use std::panic::resume_unwind;
use std::thread;

/// All that needs no fault of a node, on one start of the program; what takes its time, beside the rest.
pub(crate) fn answers(scene: Scene) {
    let stage = scene.stage_with(json!({ "answer-timeout": 6 }), json!({}));
    thread::scope(|scope| {
        let slow = [
            scope.spawn(|| tls::slow_header(&stage)),
            scope.spawn(|| tls::slow_answer(&stage)),
            scope.spawn(|| sizes::check(&stage)),
        ];
        routing::check(&stage);
        headers::check(&stage);
        paths::check(&stage);
        tls::versions(&stage);
        tls::old(&stage);
        for check in slow {
            check.join().unwrap_or_else(|fault| resume_unwind(fault));
        }
    });
    // Alone: it looks at what every other request is answered with.
    tls::smuggled(&stage);
    logs::check(&stage);
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
