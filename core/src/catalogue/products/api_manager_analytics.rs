use super::analytics::BESIDE_LINE;
use super::{Kernel, Line, Product, Release, Version, stream_analytics};

/// What runs beside API Manager and takes its events: up to 2.2.0 Data Analytics Server 3.1 with artifacts for it, then workers and
/// dashboards on Carbon 5.
pub(super) static PRODUCT: Product = Product {
    id: "apim-analytics",
    name: "WSO2 API Manager Analytics",
    pack: "am-analytics",
    releases: &[
        release(Version::new(2, 0, 0), Kernel::new(4, 4, 7)),
        release(Version::new(2, 1, 0), Kernel::new(4, 4, 11)),
        release(Version::new(2, 2, 0), Kernel::new(4, 4, 26)),
        stream_analytics::api_manager(2, 5),
        stream_analytics::api_manager(2, 6),
    ],
    domain: "apim.analytics.wso2.domain",
    elb_services: &[],
    host: "apim-analytics.wso2.com",
    console_label: "mgt",
    config_path: "/_system/apimAnalyticsNodes",
    worker_manager: false,
};

static LINE: Line = BESIDE_LINE;

const fn release(version: Version, kernel: Kernel) -> Release {
    Release { task_server_count: Some(2), ..Release::new(version, kernel, &LINE) }
}
