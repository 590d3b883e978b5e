use super::{CARBON, Feature, Kernel, Line, Product, Release, Version};
use crate::design::Pattern;

/// Governance Registry. Its nodes are equal, and each indexes the shared registry for itself: how far it is stands below
/// `/_system/local`, which is why the registry is mounted and not the whole of a node's registry moved (`currentDBConfig`), which would
/// let one node's index stand for all.
pub(super) static PRODUCT: Product = Product {
    id: "greg",
    name: "WSO2 Governance Registry",
    pack: "greg",
    releases: &[
        Release::new(Version::new(5, 1, 0), Kernel::new(4, 4, 1), &LINE),
        Release::new(Version::new(5, 2, 0), Kernel::new(4, 4, 5), &LINE),
        Release::new(Version::new(5, 3, 0), Kernel::new(4, 4, 7), &LINE),
        Release::new(Version::new(5, 4, 0), Kernel::new(4, 4, 14), &LINE),
    ],
    domain: "wso2.governance.domain",
    elb_services: &["governance", "greg"],
    host: "greg.wso2.com",
    console_label: "mgt",
    config_path: "/_system/gregNodes",
    worker_manager: false,
};

static LINE: Line = Line { patterns: &[Pattern::Symmetric], features: &[Feature::AssetStore], ..CARBON };
