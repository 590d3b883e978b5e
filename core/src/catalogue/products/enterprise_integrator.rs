use super::{
    CARBON, Companion, GENERIC_AND_ANALYTICS, Kernel, Line, Product, Release, Services, Version, analytics,
    enterprise_integrator_analytics,
};
use crate::catalogue::{Manual, ManualStep, layout};
use crate::design::Pattern;

/// The integrator profile of Enterprise Integrator 6. All its releases are configured by XML, 6.6.0 on kernel 4.5.3
/// too. Its manual dropped workers and managers: axis2.xml ships `nonWorkerManager`.
pub(super) static PRODUCT: Product = Product {
    id: "ei",
    name: "WSO2 Enterprise Integrator (integrator profile)",
    pack: "ei",
    releases: &[
        with_analytics(release(Version::new(6, 1, 1), Kernel::new(4, 4, 16))),
        with_analytics(Release {
            shutdown_hook_off_deletes_tasks: true,
            ..release(Version::new(6, 2, 0), Kernel::new(4, 4, 26))
        }),
        with_analytics(Release {
            shutdown_hook_off_deletes_tasks: true,
            ..release(Version::new(6, 3, 0), Kernel::new(4, 4, 32))
        }),
        Release { shutdown_hook_off_deletes_tasks: true, ..release(Version::new(6, 4, 0), Kernel::new(4, 4, 36)) },
        release(Version::new(6, 5, 0), Kernel::new(4, 4, 40)),
        release(Version::new(6, 6, 0), Kernel::new(4, 5, 3)),
    ],
    domain: "wso2.ei.domain",
    elb_services: &[],
    host: "ei.wso2.com",
    console_label: "ui",
    config_path: "/_system/eiNodes",
    worker_manager: false,
};

static LINE_WITH_ANALYTICS: Line = Line {
    patterns: GENERIC_AND_ANALYTICS,
    manuals: &[MANUAL, Manual { patterns: &[Pattern::SymmetricAnalytics], ..analytics::MANUAL }],
    ..INTEGRATOR
};

static LINE: Line = INTEGRATOR;

const INTEGRATOR: Line = Line {
    layout: &layout::INTEGRATOR,
    services: Services::PassThrough,
    member_port: 4100,
    manuals: &[MANUAL],
    moves_to: Some("mi"),
    ..CARBON
};

const MANUAL: Manual = Manual {
    title: "Enterprise Integrator 6.5.0, «Clustering the ESB Profile»",
    patterns: &[],
    steps: &[
        ManualStep::new("Configure the load balancer", "Step 4: Load balancers; every file is in `balancers/`."),
        ManualStep::new("Create the databases", "Step 2: Databases; the scripts are in `database/`."),
        ManualStep::new(
            "Configure the ESB profile node",
            "Step 5: Product files. Datasources, registry mounts, user store, clustering, host names and tasks are all in it, and \
             `hazelcast.properties` too.",
        ),
        ManualStep::new("Deploy artifacts across the nodes", "Step 6: Artifacts."),
        ManualStep::new("Test the cluster", "Step 7: Start, then Step 8: Verify."),
        ManualStep::new(
            "Tune performance of the cluster",
            "The heap is `jvm.heap`, connections are `database.<vendor>.pool-size`, and both are in the files already; the load balancer's \
             files keep connections to nodes open. The operating system's limits are in each node's unit. What depends on your messages \
             (worker threads of the pass-through transport, time-outs) stays as it comes until you have measured.",
        ),
    ],
};

const fn release(version: Version, kernel: Kernel) -> Release {
    Release { clustering_pattern: true, task_server_count: Some(1), ..Release::new(version, kernel, &LINE) }
}

/// Up to 6.3.0 the analytics profile of the same pack is on Carbon 4 too.
const fn with_analytics(release: Release) -> Release {
    let analytics = Companion { product: &enterprise_integrator_analytics::PRODUCT, release: release.version };
    Release { line: &LINE_WITH_ANALYTICS, analytics: Some(analytics), ..release }
}
