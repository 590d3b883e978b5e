use super::{CARBON, DatabaseNeed, Feature, Generation, Kernel, Line, Product, Release, Services, Version};
use crate::catalogue::component::{NODE, SERVICE};
use crate::catalogue::{Clustering, Component, Manual, ManualStep, launcher, layout};
use crate::design::{DatabaseUse, Pattern};

/// Micro Integrator. It has neither Hazelcast nor a console: nodes share tasks through rows of a database.
pub(super) static PRODUCT: Product = Product {
    id: "mi",
    name: "WSO2 Micro Integrator",
    pack: "mi",
    releases: &[
        // Before 1.2.0 there is no coordination: every node runs every task.
        Release::new(Version::new(1, 1, 0), Kernel::new(4, 5, 0), &LINE_11),
        release(Version::new(1, 2, 0), Kernel::new(4, 5, 3)),
        release(Version::new(4, 0, 0), Kernel::new(4, 6, 2)),
        Release { coordinated_task_waits: true, ..release(Version::new(4, 1, 0), Kernel::new(4, 6, 3)) },
        release(Version::new(4, 2, 0), Kernel::new(4, 8, 1)),
        release(Version::new(4, 3, 0), Kernel::new(4, 9, 26)),
    ],
    domain: "wso2.mi.domain",
    elb_services: &[],
    host: "mi.wso2.com",
    console_label: "mgt",
    config_path: "/_system/miNodes",
    worker_manager: false,
};

static LINE_11: Line = Line { patterns: &[Pattern::Independent], databases: &[], ..MICRO_INTEGRATOR };

static LINE: Line = Line {
    features: &[Feature::MicroIntegrator, Feature::TaskCoordination],
    manuals: &[Manual {
        title: "Enterprise Integrator manual, «Clustering the ESB Profile», whose successor Micro Integrator is",
        patterns: &[Pattern::Symmetric],
        steps: &[
            ManualStep::new("Configure the load balancer", "Step 4: Load balancers; the ports are 8290 and 8253."),
            ManualStep::new(
                "Create the databases",
                "Step 2: Databases: one for coordination. There is no registry database: the registry is a folder.",
            ),
            ManualStep::new(
                "Configure the ESB profile node",
                "Step 5: Product files: the coordination database takes the place of Hazelcast, node_id that of the member.",
            ),
            ManualStep::new("Deploy artifacts across the nodes", "Step 6: Artifacts."),
            ManualStep::new("Test the cluster", "Step 8: Verify."),
            ManualStep::new(
                "Tune performance of the cluster",
                "The heap is jvm.heap of the design; the rest depends on the services and is not part of a cluster.",
            ),
        ],
    }],
    ..MICRO_INTEGRATOR
};

/// The offset of 10 is built in, so services are on 8290 and 8253; an offset that is written replaces it.
const MICRO_INTEGRATOR: Line = Line {
    launcher: launcher::MICRO_INTEGRATOR,
    generation: Generation::Toml,
    layout: &layout::MICRO_INTEGRATOR,
    services: Services::PassThrough,
    sticky_pass_through: false,
    offset: 10,
    clustering: Clustering::Never,
    patterns: &[Pattern::Symmetric, Pattern::Independent],
    components: &[Component { group: None, doors: &[SERVICE], mounts: false, ..NODE }],
    databases: &[COORDINATION],
    features: &[Feature::MicroIntegrator],
    ..CARBON
};

const fn release(version: Version, kernel: Kernel) -> Release {
    Release { task_server_count: Some(1), ..Release::new(version, kernel, &LINE) }
}

/// Its mere presence switches coordination on.
const COORDINATION: DatabaseNeed = DatabaseNeed {
    purpose: DatabaseUse::Coordination,
    datasource: "WSO2_COORDINATION_DB",
    jndi: "jdbc/WSO2_COORDINATION_DB",
    file: "datasources/master-datasources.xml",
    in_stock: false,
    schema: "wso2_coordination_db",
    user: "wso2_coordination",
    content: "which nodes are there, and which task is whose",
    pool: 50,
    scripts: &["{folder}/{vendor}_cluster.sql"],
    table: "",
};
