use super::{CARBON, DatabaseNeed, Feature, Kernel, Line, Product, REGISTRY, Release, USERS, Version};
use crate::design::DatabaseUse;

/// Business Process Server. Whether a node is master or slave is read off its `/_system/config` mount's `readOnly`
/// (`TenantProcessStoreImpl`, `HumanTaskStore`, `BPMNDeployer`).
pub(super) static PRODUCT: Product = Product {
    id: "bps",
    name: "WSO2 Business Process Server",
    pack: "bps",
    releases: &[
        Release { task_server_count: Some(2), ..Release::new(Version::new(3, 5, 0), Kernel::new(4, 4, 1), &LINE_35) },
        Release { task_server_count: Some(2), ..Release::new(Version::new(3, 5, 1), Kernel::new(4, 4, 4), &LINE_35) },
        Release { task_server_count: Some(2), ..Release::new(Version::new(3, 6, 0), Kernel::new(4, 4, 8), &LINE_36) },
    ],
    domain: "wso2.bps.domain",
    elb_services: &["bps"],
    host: "bps.wso2.com",
    console_label: "mgt",
    config_path: "/_system/bpsNodes",
    worker_manager: true,
};

static LINE_35: Line = Line { databases: &[USERS, REGISTRY, PROCESSES, ACTIVITI_35], ..LINE };

static LINE_36: Line = Line { databases: &[USERS, REGISTRY, PROCESSES, ACTIVITI], ..LINE };

const LINE: Line = Line { features: &[Feature::ProcessEngine], ..CARBON };

/// BPEL processes and human tasks.
pub(super) const PROCESSES: DatabaseNeed = DatabaseNeed {
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
    scripts: &["bps/bpel/create/{vendor}.sql"],
    table: "bps",
};

/// BPMN processes.
pub(super) const ACTIVITI: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::Activiti,
    datasource: "ACTIVITI_DB",
    jndi: "jdbc/ActivitiDB",
    file: "datasources/activiti-datasources.xml",
    in_stock: true,
    schema: "wso2_activiti_db",
    user: "wso2_activiti",
    content: "BPMN processes",
    pool: 50,
    scripts: &[
        "bps/bpmn/create/activiti.{activiti}.create.engine.sql",
        "bps/bpmn/create/activiti.{activiti}.create.history.sql",
        "bps/bpmn/create/activiti.{activiti}.create.identity.sql",
        "bps/bpmn/create/activiti.{activiti}.create.substitute.sql",
    ],
    table: "",
};

/// Before 3.6.0 Activiti had no substitutes.
const ACTIVITI_35: DatabaseNeed = DatabaseNeed {
    scripts: &[
        "bps/bpmn/create/activiti.{activiti}.create.engine.sql",
        "bps/bpmn/create/activiti.{activiti}.create.history.sql",
        "bps/bpmn/create/activiti.{activiti}.create.identity.sql",
    ],
    ..ACTIVITI
};
