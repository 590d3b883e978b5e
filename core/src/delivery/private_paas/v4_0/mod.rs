//! Private PaaS 4.0.0: a cartridge and a service for every role. All its numbers and truth values are texts.

mod cartridge;
mod properties;
mod service;

pub(super) use properties::properties;

use super::{Cartridge, Document};
use crate::format::json;
use crate::plan::{Plan, PrivatePaasPlan};

pub(super) fn documents(_: &Plan, paas: &PrivatePaasPlan, cartridges: &[Cartridge<'_>]) -> Vec<Document> {
    let cartridge = |it: &Cartridge<'_>| Document {
        path: format!("cartridges/{}.json", it.service_type()),
        resource: "/stratos/admin/cartridge/definition",
        text: json::document(&cartridge::cartridge(it)),
        private: false,
    };
    let service = |it: &Cartridge<'_>| Document {
        path: format!("services/{}.json", it.service_type()),
        resource: "/stratos/admin/service/definition",
        text: json::document(&service::service(it, paas)),
        private: false,
    };
    cartridges.iter().map(cartridge).chain(cartridges.iter().map(service)).collect()
}
