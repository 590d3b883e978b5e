use super::analytics::BESIDE_LINE;
use super::{Kernel, Line, Product, Release, Version, stream_analytics};

/// What runs beside Identity Server and takes its events: up to 5.6.0 Data Analytics Server 3.1 with artifacts for it, then workers and
/// dashboards on Carbon 5.
pub(super) static PRODUCT: Product = Product {
    id: "is-analytics",
    name: "WSO2 Identity Server Analytics",
    pack: "is-analytics",
    releases: &[
        release(Version::new(5, 2, 0), Kernel::new(4, 4, 9)),
        release(Version::new(5, 3, 0), Kernel::new(4, 4, 11)),
        release(Version::new(5, 4, 0), Kernel::new(4, 4, 20)),
        release(Version::new(5, 5, 0), Kernel::new(4, 4, 26)),
        release(Version::new(5, 6, 0), Kernel::new(4, 4, 32)),
        stream_analytics::identity_server(5, 7),
        stream_analytics::identity_server(5, 8),
    ],
    domain: "is.analytics.wso2.domain",
    elb_services: &[],
    host: "is-analytics.wso2.com",
    console_label: "mgt",
    config_path: "/_system/isAnalyticsNodes",
    worker_manager: false,
};

static LINE: Line = BESIDE_LINE;

const fn release(version: Version, kernel: Kernel) -> Release {
    Release { task_server_count: Some(2), ..Release::new(version, kernel, &LINE) }
}
