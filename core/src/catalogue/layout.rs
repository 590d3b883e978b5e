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

/// API Manager 4.
pub(super) static API_MANAGER: Layout = Layout { start: "bin/api-manager.sh", ..CARBON };

/// The control plane's archive of API Manager from 4.5 on.
pub(super) static CONTROL_PLANE: Layout = Layout { start: "bin/api-cp.sh", ..CARBON };

/// The same archive as a key manager.
pub(super) static KEY_MANAGER: Layout = Layout { start: "bin/key-manager.sh", ..CARBON };

/// The traffic manager's archive of API Manager from 4.5 on.
pub(super) static TRAFFIC_MANAGER: Layout = Layout { start: "bin/traffic-manager.sh", ..CARBON };

/// The gateway's archive of API Manager from 4.5 on.
pub(super) static GATEWAY: Layout = Layout { start: "bin/gateway.sh", ..CARBON };

/// Micro Integrator.
pub(super) static MICRO_INTEGRATOR: Layout = Layout { start: "bin/micro-integrator.sh", ..INTEGRATOR };
