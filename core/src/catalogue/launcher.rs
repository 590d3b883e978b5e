/// How the start script of a line is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Launcher {
    /// Whether it hands options behind its name to Java, such as `-DworkerNode=true` and `-Dsetup`, and takes the heap from
    /// `JVM_MEM_OPTS`. Otherwise only `JAVA_OPTS` reaches Java, and the product makes its tables without being told.
    pub options: bool,
    /// What the log says when the product is up.
    pub started: &'static str,
}

/// `wso2server.sh` and the scripts made of it.
pub(super) const CARBON_4: Launcher = Launcher { options: true, started: "WSO2 Carbon started in" };

/// `micro-integrator.sh`.
pub(super) const MICRO_INTEGRATOR: Launcher = Launcher { started: "WSO2 Micro Integrator started in", ..CARBON_4 };

/// `carbon.sh` of a Carbon 5 runtime.
pub(super) const CARBON_5: Launcher = Launcher { options: false, started: "started in" };
