use super::{Kernel, Product, REGISTRY, Release, Services, USERS, Version};
use crate::catalogue::layout;

/// Application Server. It has no tasks-config.xml.
pub(super) static PRODUCT: Product = Product {
    id: "as",
    name: "WSO2 Application Server",
    releases: &[
        Release::new(Version::new(5, 2, 1), Kernel::new(4, 2, 0)),
        Release::new(Version::new(5, 3, 0), Kernel::new(4, 4, 1)),
    ],
    layout: &layout::CARBON,
    domain: "wso2.as.domain",
    host: "as.wso2.com",
    console_label: "mgt",
    services: Services::Servlet,
    member_port: 4000,
    config_path: "/_system/asNodes",
    slaves_by_read_only_mount: false,
    worker_manager: true,
    process_engine: false,
    databases: &[USERS, REGISTRY],
};
