/// Where things are below a product's home. Paths have no slash at either end.
#[derive(Debug, PartialEq, Eq)]
pub struct Layout {
    /// The folder of the configuration files.
    pub conf: &'static str,
    /// The script that starts the product.
    pub start: &'static str,
    /// Where JDBC drivers go.
    pub drivers: &'static str,
    /// Where OSGi bundles go, such as a membership scheme.
    pub dropins: &'static str,
    /// Where plain libraries go that are not OSGi bundles.
    pub libraries: &'static str,
    /// Where deployed artifacts lie.
    pub artifacts: &'static str,
    /// Where keystores lie.
    pub security: &'static str,
    /// Where the product keeps its SQL scripts.
    pub scripts: &'static str,
    /// The log that the check steps read.
    pub log: &'static str,
}

/// A product on Carbon 4.2 to 4.4 of its own.
pub(super) static CARBON: Layout = Layout {
    conf: "repository/conf",
    start: "bin/wso2server.sh",
    drivers: "repository/components/lib",
    dropins: "repository/components/dropins",
    libraries: "repository/components/lib",
    artifacts: "repository/deployment/server",
    security: "repository/resources/security",
    scripts: "dbscripts",
    log: "repository/logs/wso2carbon.log",
};

/// The integrator profile of Enterprise Integrator 6.
pub(super) static INTEGRATOR: Layout = Layout {
    conf: "conf",
    start: "bin/integrator.sh",
    drivers: "lib",
    dropins: "dropins",
    libraries: "lib",
    artifacts: "repository/deployment/server",
    security: "repository/resources/security",
    scripts: "dbscripts",
    log: "repository/logs/wso2carbon.log",
};

/// The analytics profile of Enterprise Integrator 6 up to 6.3.0. It starts by its own script: `bin/analytics.sh` starts that one in the
/// background and never comes back. Drivers and drop-ins are the pack's, keystores the profile's.
pub(super) static ANALYTICS: Layout = Layout {
    conf: "wso2/analytics/conf",
    start: "wso2/analytics/bin/wso2server.sh",
    drivers: "lib",
    dropins: "dropins",
    libraries: "lib",
    artifacts: "wso2/analytics/repository/deployment/server",
    security: "wso2/analytics/repository/resources/security",
    scripts: "dbscripts",
    log: "wso2/analytics/repository/logs/wso2carbon.log",
};
