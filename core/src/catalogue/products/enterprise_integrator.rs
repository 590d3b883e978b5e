use super::{CARBON, Kernel, Line, Product, Release, Services, Version};
use crate::catalogue::layout;

/// The integrator profile of Enterprise Integrator 6. All its releases are configured by XML, 6.6.0 on kernel 4.5.3
/// too. Its manual dropped workers and managers: axis2.xml ships `nonWorkerManager`.
pub(super) static PRODUCT: Product = Product {
    id: "ei",
    name: "WSO2 Enterprise Integrator (integrator profile)",
    pack: "ei",
    releases: &[
        release(Version::new(6, 1, 1), Kernel::new(4, 4, 16)),
        Release { shutdown_hook_off_deletes_tasks: true, ..release(Version::new(6, 2, 0), Kernel::new(4, 4, 26)) },
        Release { shutdown_hook_off_deletes_tasks: true, ..release(Version::new(6, 3, 0), Kernel::new(4, 4, 32)) },
        Release { shutdown_hook_off_deletes_tasks: true, ..release(Version::new(6, 4, 0), Kernel::new(4, 4, 36)) },
        release(Version::new(6, 5, 0), Kernel::new(4, 4, 40)),
        release(Version::new(6, 6, 0), Kernel::new(4, 5, 3)),
    ],
    domain: "wso2.ei.domain",
    host: "ei.wso2.com",
    console_label: "ui",
    config_path: "/_system/eiNodes",
    worker_manager: false,
};

static LINE: Line = Line {
    layout: &layout::INTEGRATOR,
    services: Services::PassThrough,
    member_port: 4100,
    moves_to: Some("mi"),
    ..CARBON
};

const fn release(version: Version, kernel: Kernel) -> Release {
    Release { clustering_pattern: true, task_server_count: Some(1), ..Release::new(version, kernel, &LINE) }
}
