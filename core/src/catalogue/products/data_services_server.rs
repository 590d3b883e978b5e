use super::{Kernel, Product, REGISTRY, Release, Services, USERS, Version};
use crate::catalogue::layout;

/// Data Services Server.
pub(super) static PRODUCT: Product = Product {
    id: "dss",
    name: "WSO2 Data Services Server",
    releases: &[
        Release { task_server_count: Some(2), ..Release::new(Version::new(3, 5, 0), Kernel::new(4, 4, 2)) },
        Release { task_server_count: Some(2), ..Release::new(Version::new(3, 5, 1), Kernel::new(4, 4, 9)) },
    ],
    layout: &layout::CARBON,
    domain: "wso2.dss.domain",
    host: "dss.wso2.com",
    console_label: "mgt",
    services: Services::Servlet,
    member_port: 4000,
    config_path: "/_system/dssNodes",
    slaves_by_read_only_mount: false,
    worker_manager: true,
    process_engine: false,
    databases: &[USERS, REGISTRY],
};
