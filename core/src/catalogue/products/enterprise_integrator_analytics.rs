use super::analytics::BESIDE_LINE;
use super::{Kernel, Line, Product, Release, Version, stream_analytics};
use crate::catalogue::layout;

/// The analytics profile of Enterprise Integrator 6: up to 6.3.0 Data Analytics Server 3.1 with artifacts for the integrator, then
/// workers and dashboards on Carbon 5.
pub(super) static PRODUCT: Product = Product {
    id: "ei-analytics",
    name: "WSO2 Enterprise Integrator (analytics profile)",
    pack: "ei",
    releases: &[
        release(Version::new(6, 1, 1), Kernel::new(4, 4, 16)),
        release(Version::new(6, 2, 0), Kernel::new(4, 4, 26)),
        release(Version::new(6, 3, 0), Kernel::new(4, 4, 32)),
        stream_analytics::enterprise_integrator(6, 4),
        stream_analytics::enterprise_integrator(6, 5),
        stream_analytics::enterprise_integrator(6, 6),
    ],
    domain: "ei.analytics.wso2.domain",
    elb_services: &[],
    host: "ei-analytics.wso2.com",
    console_label: "mgt",
    config_path: "/_system/eiAnalyticsNodes",
    worker_manager: false,
};

static LINE: Line = Line { layout: &layout::ANALYTICS, ..BESIDE_LINE };

const fn release(version: Version, kernel: Kernel) -> Release {
    Release { task_server_count: Some(2), ..Release::new(version, kernel, &LINE) }
}
