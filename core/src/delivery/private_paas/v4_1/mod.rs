//! Private PaaS 4.1: a cartridge for every role, a group where there are two, and the application that starts them.

mod application;
mod cartridge;
mod databases;
mod group;
mod properties;

pub(super) use properties::properties;

use super::{Cartridge, Document};
use crate::format::json;
use crate::plan::{Plan, PrivatePaasPlan};

pub(super) fn documents(plan: &Plan, paas: &PrivatePaasPlan, cartridges: &[Cartridge<'_>]) -> Vec<Document> {
    let private = plan.database.is_some();
    let mut all: Vec<Document> = cartridges
        .iter()
        .map(|it| Document {
            path: format!("cartridges/{}.json", it.service_type()),
            resource: "/api/cartridges",
            text: json::document(&cartridge::cartridge(it)),
            private,
        })
        .collect();
    if let Some(group) = group::group(cartridges) {
        all.push(Document {
            path: format!("groups/{}.json", group.name()),
            resource: "/api/cartridgeGroups",
            text: json::document(&group),
            private: false,
        });
    }
    let application = application::application(plan, paas, cartridges);
    all.push(Document {
        path: format!("applications/{}.json", application.id()),
        resource: "/api/applications",
        text: json::document(&application),
        private: false,
    });
    all
}

/// What the application is called.
pub(super) fn application_id(plan: &Plan) -> String {
    application::id(plan)
}
