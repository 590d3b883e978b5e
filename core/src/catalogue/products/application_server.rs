use super::{CARBON, Kernel, Line, Product, Release, Version};

/// Application Server. It has no tasks-config.xml.
pub(super) static PRODUCT: Product = Product {
    id: "as",
    name: "WSO2 Application Server",
    pack: "as",
    releases: &[
        Release::new(Version::new(5, 2, 1), Kernel::new(4, 2, 0), &LINE),
        Release::new(Version::new(5, 3, 0), Kernel::new(4, 4, 1), &LINE),
    ],
    domain: "wso2.as.domain",
    elb_services: &["appserver", "as"],
    host: "as.wso2.com",
    console_label: "mgt",
    config_path: "/_system/asNodes",
    worker_manager: true,
};

static LINE: Line = CARBON;
