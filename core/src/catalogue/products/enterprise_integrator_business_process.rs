use super::business_process_server::{ACTIVITI, PROCESSES};
use super::{CARBON, Feature, Kernel, Line, Product, REGISTRY, Release, USERS, Version};
use crate::catalogue::{Manual, ManualStep, layout};

/// The business process profile of Enterprise Integrator 6: Business Process Server 3.6.0 with offset 2. Its manual knows no workers and
/// managers any more, but a node is still master or slave by the `readOnly` of its `/_system/config` mount.
pub(super) static PRODUCT: Product = Product {
    id: "ei-business-process",
    name: "WSO2 Enterprise Integrator (business process profile)",
    pack: "ei",
    releases: &[
        release(Version::new(6, 1, 1), Kernel::new(4, 4, 16)),
        release(Version::new(6, 2, 0), Kernel::new(4, 4, 26)),
        release(Version::new(6, 3, 0), Kernel::new(4, 4, 32)),
        release(Version::new(6, 4, 0), Kernel::new(4, 4, 36)),
        release(Version::new(6, 5, 0), Kernel::new(4, 4, 40)),
        Release { process_locks_fail: true, ..release(Version::new(6, 6, 0), Kernel::new(4, 5, 3)) },
    ],
    domain: "wso2.bps.domain",
    elb_services: &[],
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
    manuals: MANUALS,
    ..CARBON
};

const MANUALS: &[Manual] = &[Manual {
    title: "Enterprise Integrator 6.5.0, «Clustering the Business Process Profile»",
    patterns: &[],
    steps: &[
        ManualStep::new("Configure the load balancer", "Step 4: Load balancers; every file is in `balancers/`."),
        ManualStep::new(
            "Create the databases",
            "Step 2: Databases: users, registry, BPEL processes and BPMN processes; the scripts are in `database/`.",
        ),
        ManualStep::new(
            "Mount the registry",
            "Step 5: Product files, `registry.xml`. Its `readOnly` decides who is master and who slave: false on managers and equal nodes, \
             true on workers.",
        ),
        ManualStep::new(
            "Configure the business process profile node",
            "Step 5: Product files: `axis2.xml`, `carbon.xml`, `catalina-server.xml`, the datasources, `bps.xml` with this node's id and the \
             locks, `tasks-config.xml`. `humantask.xml` and `b4p-coordination-config.xml` only where human tasks are coordinated: the first list \
             of that step.",
        ),
        ManualStep::new(
            "Configure Hazelcast properties",
            "Step 5: Product files, `hazelcast.properties`: a whole file, just copied.",
        ),
        ManualStep::new(
            "Deploy artifacts across the nodes",
            "Step 6: Artifacts. On the master first, where there is one.",
        ),
        ManualStep::new("Test the cluster", "Step 7: Start, then Step 8: Verify."),
        ManualStep::new(
            "Tune performance of the cluster",
            "The heap is `jvm.heap`, connections are `database.<vendor>.pool-size`: 100 for BPEL processes, as the engine's 50 threads need \
             some besides the requests'. Time-outs and threads of `bps.xml` stay as they come until you have measured.",
        ),
    ],
}];

const fn release(version: Version, kernel: Kernel) -> Release {
    Release { task_server_count: Some(2), ..Release::new(version, kernel, &LINE) }
}
