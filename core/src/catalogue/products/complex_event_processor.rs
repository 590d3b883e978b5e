use super::analytics::EVENTS_LINE;
use super::{Kernel, Line, Product, Release, Version};

/// Complex Event Processor. It has no tasks-config.xml.
pub(super) static PRODUCT: Product = Product {
    id: "cep",
    name: "WSO2 Complex Event Processor",
    pack: "cep",
    releases: &[
        Release::new(Version::new(4, 0, 0), Kernel::new(4, 4, 1), &LINE),
        Release::new(Version::new(4, 1, 0), Kernel::new(4, 4, 3), &LINE),
        Release::new(Version::new(4, 2, 0), Kernel::new(4, 4, 9), &LINE),
    ],
    domain: "wso2.cep.domain",
    elb_services: &["cep"],
    host: "cep.wso2.com",
    console_label: "mgt",
    config_path: "/_system/cepNodes",
    worker_manager: false,
};

static LINE: Line = EVENTS_LINE;
