use super::business_process_server::{ACTIVITI, PROCESSES};
use super::{CARBON, Feature, Kernel, Line, Product, REGISTRY, Release, USERS, Version};
use crate::catalogue::layout;

/// The business process profile of Enterprise Integrator 6: Business Process Server 3.6.0 with offset 2. Its manual knows no workers and
/// managers any more, but a node is still master or slave by the `readOnly` of its `/_system/config` mount.
pub(super) static PRODUCT: Product = Product {
    id: "ei-business-process",
    name: "WSO2 Enterprise Integrator (business process profile)",
    pack: "ei",
    releases: &[
        release(Version::new(6, 1, 1), Kernel::new(4, 4, 16)),
        release(Version::new(6, 4, 0), Kernel::new(4, 4, 36)),
        release(Version::new(6, 5, 0), Kernel::new(4, 4, 40)),
        Release { process_locks_fail: true, ..release(Version::new(6, 6, 0), Kernel::new(4, 5, 3)) },
    ],
    domain: "wso2.bps.domain",
    host: "bps.wso2.com",
    console_label: "mgt",
    config_path: "/_system/bpsNodes",
    worker_manager: true,
};

static LINE: Line = Line {
    layout: &layout::BUSINESS_PROCESS,
    offset: 2,
    databases: &[USERS, REGISTRY, PROCESSES, ACTIVITI],
    features: &[Feature::ProcessEngine],
    ..CARBON
};

const fn release(version: Version, kernel: Kernel) -> Release {
    Release { task_server_count: Some(2), ..Release::new(version, kernel, &LINE) }
}
