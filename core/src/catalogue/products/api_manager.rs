use super::{Kernel, Product, Release, Version, api_manager_toml};

/// API Manager. From 3.0 on it is configured by `deployment.toml`.
pub(super) static PRODUCT: Product = Product {
    id: "apim",
    name: "WSO2 API Manager",
    pack: "apim",
    releases: &[
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
    host: "gw.am.wso2.com",
    console_label: "mgt",
    config_path: "/_system/config/apim",
    worker_manager: false,
};
