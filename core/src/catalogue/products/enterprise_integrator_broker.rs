use super::message_broker::BROKER;
use super::{Kernel, Line, Product, Release, Version};
use crate::catalogue::{Manual, ManualStep, layout};

/// The broker profile of Enterprise Integrator 6: Message Broker 3.2.0 in all its releases, with offset 3.
pub(super) static PRODUCT: Product = Product {
    id: "ei-broker",
    name: "WSO2 Enterprise Integrator (message broker profile)",
    pack: "ei",
    releases: &[
        release(Version::new(6, 1, 1), Kernel::new(4, 4, 16)),
        release(Version::new(6, 2, 0), Kernel::new(4, 4, 26)),
        release(Version::new(6, 3, 0), Kernel::new(4, 4, 32)),
        release(Version::new(6, 4, 0), Kernel::new(4, 4, 36)),
        release(Version::new(6, 5, 0), Kernel::new(4, 4, 40)),
        release(Version::new(6, 6, 0), Kernel::new(4, 5, 3)),
    ],
    domain: "mb.wso2.domain",
    elb_services: &[],
    host: "mb.wso2.com",
    console_label: "mgt",
    config_path: "/_system/mbNodes",
    worker_manager: false,
};

static LINE: Line = Line { layout: &layout::BROKER, offset: 3, manuals: MANUALS, ..BROKER };

const MANUALS: &[Manual] = &[Manual {
    title: "Enterprise Integrator 6.5.0, «Clustering the Message Broker Profile»",
    patterns: &[],
    steps: &[
        ManualStep::new(
            "Create the databases",
            "Step 2: Databases: users, registry, and the message store; the scripts are in `database/`.",
        ),
        ManualStep::new("Mount the registry", "Step 5: Product files, `registry.xml`."),
        ManualStep::new(
            "Configure a message broker profile node",
            "Step 5: Product files: `axis2.xml`, `broker.xml` with this node's id and the address of its slot server, the datasources, \
             `user-mgt.xml`, `hazelcast.properties`. Step 4: Load balancers has what clients are given.",
        ),
        ManualStep::new("Testing the cluster", "Step 7: Start, then Step 8: Verify."),
    ],
}];

const fn release(version: Version, kernel: Kernel) -> Release {
    Release { database_coordination: true, ..Release::new(version, kernel, &LINE) }
}
