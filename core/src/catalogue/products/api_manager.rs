use super::{Companion, Kernel, Product, Release, Version, api_manager_analytics, api_manager_toml, api_manager_xml};

/// API Manager. From 3.0 on it is configured by `deployment.toml`.
pub(super) static PRODUCT: Product = Product {
    id: "apim",
    name: "WSO2 API Manager",
    pack: "apim",
    releases: &[
        Release::new(Version::new(1, 10, 0), Kernel::new(4, 4, 3), &api_manager_xml::LINE_110),
        with_analytics(Release::new(Version::new(2, 0, 0), Kernel::new(4, 4, 7), &api_manager_xml::LINE_20)),
        with_analytics(Release::new(Version::new(2, 1, 0), Kernel::new(4, 4, 11), &api_manager_xml::LINE_21)),
        with_analytics(Release::new(Version::new(2, 2, 0), Kernel::new(4, 4, 26), &api_manager_xml::LINE_21)),
        with_analytics(Release::new(Version::new(2, 5, 0), Kernel::new(4, 4, 32), &api_manager_xml::LINE_25)),
        with_analytics(Release::new(Version::new(2, 6, 0), Kernel::new(4, 4, 35), &api_manager_xml::LINE_26)),
        Release::new(Version::new(3, 0, 0), Kernel::new(4, 5, 1), &api_manager_toml::LINE_30),
        Release::new(Version::new(3, 1, 0), Kernel::new(4, 6, 0), &api_manager_toml::LINE_30),
        Release::new(Version::new(3, 2, 0), Kernel::new(4, 6, 0), &api_manager_toml::LINE_32),
        Release::new(Version::new(4, 0, 0), Kernel::new(4, 6, 2), &api_manager_toml::LINE_40),
        Release::new(Version::new(4, 1, 0), Kernel::new(4, 6, 3), &api_manager_toml::LINE_40),
        Release::new(Version::new(4, 2, 0), Kernel::new(4, 8, 1), &api_manager_toml::LINE_40),
        Release::new(Version::new(4, 3, 0), Kernel::new(4, 9, 26), &api_manager_toml::LINE_40),
        Release::new(Version::new(4, 4, 0), Kernel::new(4, 9, 27), &api_manager_toml::LINE_40),
        Release::new(Version::new(4, 5, 0), Kernel::new(4, 9, 28), &api_manager_toml::LINE_45),
        Release::new(Version::new(4, 6, 0), Kernel::new(4, 9, 33), &api_manager_toml::LINE_45),
        Release::new(Version::new(4, 7, 0), Kernel::new(4, 11, 18), &api_manager_toml::LINE_45),
    ],
    domain: "wso2.am.domain",
    elb_services: &["apimanager", "api-manager", "apim", "am"],
    host: "gw.am.wso2.com",
    console_label: "mgt",
    config_path: "/_system/config/apim",
    worker_manager: false,
};

/// The analytics of the same number, in an archive of their own.
const fn with_analytics(release: Release) -> Release {
    let analytics = Companion { product: &api_manager_analytics::PRODUCT, release: release.version };
    Release { analytics: Some(analytics), ..release }
}
