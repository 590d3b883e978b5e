use super::message_broker::BROKER;
use super::{Kernel, Line, Product, Release, Version};
use crate::catalogue::layout;

/// The broker profile of Enterprise Integrator 6: Message Broker 3.2.0 in all its releases, with offset 3.
pub(super) static PRODUCT: Product = Product {
    id: "ei-broker",
    name: "WSO2 Enterprise Integrator (message broker profile)",
    pack: "ei",
    releases: &[
        release(Version::new(6, 1, 1), Kernel::new(4, 4, 16)),
        release(Version::new(6, 4, 0), Kernel::new(4, 4, 36)),
        release(Version::new(6, 5, 0), Kernel::new(4, 4, 40)),
        release(Version::new(6, 6, 0), Kernel::new(4, 5, 3)),
    ],
    domain: "mb.wso2.domain",
    host: "mb.wso2.com",
    console_label: "mgt",
    config_path: "/_system/mbNodes",
    worker_manager: false,
};

static LINE: Line = Line { layout: &layout::BROKER, offset: 3, ..BROKER };

const fn release(version: Version, kernel: Kernel) -> Release {
    Release { database_coordination: true, ..Release::new(version, kernel, &LINE) }
}
