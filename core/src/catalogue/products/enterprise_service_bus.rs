use super::{CARBON, Kernel, Line, Product, Release, Services, Version};

/// Enterprise Service Bus. `clusteringPattern` came with 5.0.0 (shipped as `WorkerManager`); 4.8.1 has no
/// tasks-config.xml. Source: the releases' own files and root POMs.
pub(super) static PRODUCT: Product = Product {
    id: "esb",
    name: "WSO2 Enterprise Service Bus",
    pack: "esb",
    releases: &[
        Release::new(Version::new(4, 8, 1), Kernel::new(4, 2, 0), &LINE),
        Release {
            task_server_count: Some(1),
            updated_task_may_run_twice: true,
            ..Release::new(Version::new(4, 9, 0), Kernel::new(4, 4, 1), &LINE)
        },
        Release {
            clustering_pattern: true,
            task_server_count: Some(1),
            ..Release::new(Version::new(5, 0, 0), Kernel::new(4, 4, 8), &LINE)
        },
    ],
    domain: "wso2.esb.domain",
    elb_services: &["esb"],
    host: "esb.wso2.com",
    console_label: "mgt",
    config_path: "/_system/esbNodes",
    worker_manager: true,
};

static LINE: Line = Line { services: Services::PassThrough, member_port: 4100, moves_to: Some("mi"), ..CARBON };
