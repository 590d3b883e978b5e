use super::{DatabaseNeed, Kernel, Product, REGISTRY, Release, Services, USERS, Version};
use crate::catalogue::layout;
use crate::design::DatabaseUse;

/// Business Process Server. Whether a node is master or slave is read off its `/_system/config` mount's `readOnly`
/// (`TenantProcessStoreImpl`, `HumanTaskStore`, `BPMNDeployer`).
pub(super) static PRODUCT: Product = Product {
    id: "bps",
    name: "WSO2 Business Process Server",
    releases: &[
        Release { task_server_count: Some(2), ..Release::new(Version::new(3, 5, 0), Kernel::new(4, 4, 1)) },
        Release { task_server_count: Some(2), ..Release::new(Version::new(3, 5, 1), Kernel::new(4, 4, 4)) },
        Release {
            task_server_count: Some(2),
            activiti_substitutes: true,
            ..Release::new(Version::new(3, 6, 0), Kernel::new(4, 4, 8))
        },
    ],
    layout: &layout::CARBON,
    domain: "wso2.bps.domain",
    host: "bps.wso2.com",
    console_label: "mgt",
    services: Services::Servlet,
    member_port: 4000,
    config_path: "/_system/bpsNodes",
    slaves_by_read_only_mount: true,
    worker_manager: true,
    process_engine: true,
    databases: &[
        USERS,
        REGISTRY,
        DatabaseNeed {
            purpose: DatabaseUse::Processes,
            datasource: "BPS_DS",
            jndi: "bpsds",
            file: "datasources/bps-datasources.xml",
            in_stock: true,
            schema: "wso2_bps_db",
            user: "wso2_bps",
            content: "BPEL processes and human tasks",
            // As bps-datasources.xml comes: the engine's 50 threads need connections besides the requests'.
            pool: 100,
        },
        DatabaseNeed {
            purpose: DatabaseUse::Activiti,
            datasource: "ACTIVITI_DB",
            jndi: "jdbc/ActivitiDB",
            file: "datasources/activiti-datasources.xml",
            in_stock: true,
            schema: "wso2_activiti_db",
            user: "wso2_activiti",
            content: "BPMN processes",
            pool: 50,
        },
    ],
};
