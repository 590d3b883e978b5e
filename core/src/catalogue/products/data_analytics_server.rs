use super::analytics::STORED_LINE;
use super::{Kernel, Line, Product, Release, Version};

/// Data Analytics Server.
pub(super) static PRODUCT: Product = Product {
    id: "das",
    name: "WSO2 Data Analytics Server",
    pack: "das",
    releases: &[
        release(Version::new(3, 0, 1), Kernel::new(4, 4, 3)),
        // product-das#256.
        Release { pair_may_stay_apart: true, ..release(Version::new(3, 1, 0), Kernel::new(4, 4, 9)) },
    ],
    domain: "wso2.das.domain",
    elb_services: &[],
    host: "das.wso2.com",
    console_label: "mgt",
    config_path: "/_system/dasNodes",
    worker_manager: false,
};

static LINE: Line = STORED_LINE;

const fn release(version: Version, kernel: Kernel) -> Release {
    Release { task_server_count: Some(2), ..Release::new(version, kernel, &LINE) }
}
