use super::{CARBON, Kernel, Line, Product, Release, Version};

/// Data Services Server.
pub(super) static PRODUCT: Product = Product {
    id: "dss",
    name: "WSO2 Data Services Server",
    pack: "dss",
    releases: &[
        Release { task_server_count: Some(2), ..Release::new(Version::new(3, 5, 0), Kernel::new(4, 4, 2), &LINE) },
        Release { task_server_count: Some(2), ..Release::new(Version::new(3, 5, 1), Kernel::new(4, 4, 9), &LINE) },
    ],
    domain: "wso2.dss.domain",
    elb_services: &["dss", "dataservices", "data-services"],
    host: "dss.wso2.com",
    console_label: "mgt",
    config_path: "/_system/dssNodes",
    worker_manager: true,
};

static LINE: Line = CARBON;
