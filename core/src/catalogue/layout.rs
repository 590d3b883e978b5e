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

impl Layout {
    /// What the product takes for its home (`CARBON_HOME`, `${carbon.home}`), below the folder that its archive unpacks to: every start
    /// script takes the folder above its own `bin`; that of a Carbon 5 runtime, in `wso2/<runtime>/bin`, the one above `wso2`. Empty where
    /// it is the same.
    pub fn carbon_home(&self) -> &'static str {
        let above = |folder: &'static str| folder.rsplit_once('/').map_or("", |(above, _)| above);
        let folder = above(above(self.start));
        if self.start.ends_with("/bin/carbon.sh") { above(above(folder)) } else { folder }
    }

    /// The security folder below what the product takes for its home.
    pub fn security_in_carbon_home(&self) -> &'static str {
        let below = self.security.strip_prefix(self.carbon_home()).unwrap_or(self.security);
        below.trim_start_matches('/')
    }
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

/// The worker of a Carbon 5 product for streams and analytics. Its `bin/worker.sh` calls the runtime's own script.
pub(super) static STREAM_WORKER: Layout = Layout {
    conf: "conf/worker",
    start: "wso2/worker/bin/carbon.sh",
    drivers: "lib",
    dropins: "lib",
    libraries: "lib",
    artifacts: "wso2/worker/deployment/siddhi-files",
    security: "resources/security",
    scripts: "wso2/worker/dbscripts",
    log: "wso2/worker/logs/carbon.log",
};

/// The dashboards of such a product, in the same pack.
pub(super) static STREAM_DASHBOARD: Layout = Layout {
    conf: "conf/dashboard",
    start: "wso2/dashboard/bin/carbon.sh",
    drivers: "lib",
    dropins: "lib",
    libraries: "lib",
    artifacts: "wso2/dashboard/deployment",
    security: "resources/security",
    scripts: "wso2/dashboard/dbscripts",
    log: "wso2/dashboard/logs/carbon.log",
};

/// The analytics worker of Enterprise Integrator 6 from 6.4.0. `bin/analytics-worker.sh` starts the runtime's own script in the
/// background and outlives it, so that nobody would notice its end. Source: EI 6.5.0, bin/analytics-worker.sh.
pub(super) static INTEGRATOR_WORKER: Layout = Layout {
    conf: "wso2/analytics/conf/worker",
    start: "wso2/analytics/wso2/worker/bin/carbon.sh",
    drivers: "wso2/analytics/lib",
    dropins: "wso2/analytics/lib",
    libraries: "wso2/analytics/lib",
    artifacts: "wso2/analytics/wso2/worker/deployment/siddhi-files",
    security: "wso2/analytics/resources/security",
    scripts: "wso2/analytics/wso2/worker/dbscripts",
    log: "wso2/analytics/wso2/worker/logs/carbon.log",
};

/// The dashboards beside that worker.
pub(super) static INTEGRATOR_DASHBOARD: Layout = Layout {
    conf: "wso2/analytics/conf/dashboard",
    start: "wso2/analytics/wso2/dashboard/bin/carbon.sh",
    drivers: "wso2/analytics/lib",
    dropins: "wso2/analytics/lib",
    libraries: "wso2/analytics/lib",
    artifacts: "wso2/analytics/wso2/dashboard/deployment",
    security: "wso2/analytics/resources/security",
    scripts: "wso2/analytics/wso2/dashboard/dbscripts",
    log: "wso2/analytics/wso2/dashboard/logs/carbon.log",
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

/// The business process profile of Enterprise Integrator 6. It starts by its own script and not by `bin/business-process.sh`: that one
/// starts the other in the background, sleeps for ever, whatever becomes of it, and so never comes back from `start` or `stop`.
/// Drivers and drop-ins are the pack's, keystores the profile's (`carbon.external.lib.dir.path` and `carbon.home` in the script).
pub(super) static BUSINESS_PROCESS: Layout = Layout {
    conf: "wso2/business-process/conf",
    start: "wso2/business-process/bin/wso2server.sh",
    drivers: "lib",
    dropins: "dropins",
    libraries: "lib",
    artifacts: "wso2/business-process/repository/deployment/server",
    security: "wso2/business-process/repository/resources/security",
    scripts: "wso2/business-process/dbscripts",
    log: "wso2/business-process/repository/logs/wso2carbon.log",
};

/// The broker profile of Enterprise Integrator 6, started as [`BUSINESS_PROCESS`] is.
pub(super) static BROKER: Layout = Layout {
    conf: "wso2/broker/conf",
    start: "wso2/broker/bin/wso2server.sh",
    drivers: "lib",
    dropins: "dropins",
    libraries: "lib",
    artifacts: "wso2/broker/repository/deployment/server",
    security: "wso2/broker/repository/resources/security",
    scripts: "wso2/broker/dbscripts",
    log: "wso2/broker/repository/logs/wso2carbon.log",
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_takes_its_own_folder_for_its_home() {
        assert_eq!((CARBON.carbon_home(), INTEGRATOR.carbon_home()), ("", ""));
        assert_eq!(BROKER.carbon_home(), "wso2/broker");
        for layout in [&CARBON, &INTEGRATOR, &BUSINESS_PROCESS, &BROKER] {
            assert_eq!(layout.security_in_carbon_home(), "repository/resources/security");
        }
    }
}
