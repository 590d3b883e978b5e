use super::{Kernel, Product, REGISTRY, Release, Services, USERS, Version};
use crate::catalogue::layout;

/// Enterprise Service Bus. `clusteringPattern` came with 5.0.0 (shipped as `WorkerManager`); 4.8.1 has no
/// tasks-config.xml. Source: the releases' own files and root POMs.
pub(super) static PRODUCT: Product = Product {
    id: "esb",
    name: "WSO2 Enterprise Service Bus",
    releases: &[
        Release::new(Version::new(4, 8, 1), Kernel::new(4, 2, 0)),
        Release {
            task_server_count: Some(1),
            updated_task_may_run_twice: true,
            ..Release::new(Version::new(4, 9, 0), Kernel::new(4, 4, 1))
        },
        Release {
            clustering_pattern: true,
            task_server_count: Some(1),
            ..Release::new(Version::new(5, 0, 0), Kernel::new(4, 4, 8))
        },
    ],
    layout: &layout::CARBON,
    domain: "wso2.esb.domain",
    host: "esb.wso2.com",
    console_label: "mgt",
    services: Services::PassThrough,
    member_port: 4100,
    config_path: "/_system/esbNodes",
    slaves_by_read_only_mount: false,
    worker_manager: true,
    process_engine: false,
    databases: &[USERS, REGISTRY],
};
