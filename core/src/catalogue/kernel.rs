use crate::value::Version;
use std::fmt;

/// The Carbon kernel under a product: it decides which clustering code runs, so behaviour follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Kernel(pub Version);

/// How far a kernel goes with membership schemes of one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CustomSchemes {
    /// The parameter is not read.
    Unknown,
    /// The class is called with a null configuration and fails.
    Broken,
    /// They work.
    Work,
}

/// The Subversion working copies that a kernel's synchronizer can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SvnClient {
    /// svnkit of the 1.6 format.
    Svn16,
    /// svnkit of the 1.7 and 1.8 formats.
    Svn18,
    /// There is no synchronizer any more.
    Gone,
}

impl Kernel {
    /// A kernel known when the program was written.
    pub const fn new(major: u16, minor: u16, patch: u16) -> Self {
        Self(Version::new(major, minor, patch))
    }

    /// `membershipSchemeClassName` came with 4.4.2; from 4.4.6 to 4.4.10 such a class is handed a null Hazelcast
    /// configuration (repaired in 4.4.11).
    pub fn custom_schemes(self) -> CustomSchemes {
        if self < Self::new(4, 4, 2) {
            CustomSchemes::Unknown
        } else if (Self::new(4, 4, 6)..=Self::new(4, 4, 10)).contains(&self) {
            CustomSchemes::Broken
        } else {
            CustomSchemes::Work
        }
    }

    /// From 4.4.6 a file `conf/etc/hazelcast.xml` silently replaces every clustering setting of axis2.xml.
    pub fn hazelcast_xml_wins(self) -> bool {
        self >= Self::new(4, 4, 6)
    }

    /// 4.2 bundles svnkit 1.3.9 (working copies of Subversion 1.6), 4.4 works with 1.7 and 1.8; from 4.5 on the
    /// synchronizer is switched off for good.
    pub fn svn_client(self) -> SvnClient {
        if self < Self::new(4, 4, 0) {
            SvnClient::Svn16
        } else if self < Self::new(4, 5, 0) {
            SvnClient::Svn18
        } else {
            SvnClient::Gone
        }
    }

    /// `iamRole` of the AWS scheme is read from about 4.4.35.
    pub fn aws_iam_role(self) -> bool {
        self >= Self::new(4, 4, 35)
    }

    /// Kernels 4.7 to 4.9 read the AWS parameters by the hyphenated names of Hazelcast's own plug-in (`access-key`).
    pub fn hyphenates_aws(self) -> bool {
        (Self::new(4, 7, 0)..Self::new(4, 10, 0)).contains(&self)
    }

    /// `AWSECSBasedMembershipScheme` came with 4.6.0.
    pub fn has_ecs_scheme(self) -> bool {
        self >= Self::new(4, 6, 0)
    }

    /// From 4.7 on the Kubernetes scheme is part of the kernel; before, it is a plug-in.
    pub fn has_kubernetes_scheme(self) -> bool {
        self >= Self::new(4, 7, 0)
    }

    /// `server.mgt_console_hostname` is in the templates of `deployment.toml` from 4.6.2 on; before, the console has the
    /// services' name.
    pub fn has_console_host(self) -> bool {
        self >= Self::new(4, 6, 2)
    }

    /// `dbscripts/mysql5.7.sql` is there from 4.4.6.
    pub fn mysql57_script(self) -> bool {
        self >= Self::new(4, 4, 6)
    }

    /// From 4.5 (Tomcat 9) a connector's certificate stands in `SSLHostConfig/Certificate`; before that in attributes of
    /// the connector itself.
    pub fn has_certificate_element(self) -> bool {
        self >= Self::new(4, 5, 0)
    }

    /// The start script's own `-DworkerNode=false` stands in `wso2server.sh` from 4.4.1.
    pub fn script_names_worker_node(self) -> bool {
        self >= Self::new(4, 4, 1)
    }

    /// The start script takes the heap from `JVM_MEM_OPTS` from 4.4.3 on; before, it stands in the script and only
    /// `JAVA_OPTS`, which come later on the command line, can overrule it.
    pub fn script_reads_heap(self) -> bool {
        self >= Self::new(4, 4, 3)
    }

    /// What the kernel logs with, as `hazelcast.logging.type` calls it: log4j 2 from 4.5 on.
    pub fn hazelcast_logging(self) -> &'static str {
        if self >= Self::new(4, 5, 0) { "log4j2" } else { "log4j" }
    }

    /// The switch for strict host name checks: its name changed with 4.4.17.
    pub fn hostname_verification_flag(self) -> &'static str {
        if self >= Self::new(4, 4, 17) {
            "-Dhttpclient.hostnameVerifier=Strict"
        } else {
            "-Dorg.wso2.ignoreHostnameVerification=false"
        }
    }
}

impl fmt::Display for Kernel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn custom_schemes_fail_between_4_4_6_and_4_4_10() {
        let schemes = |patch| Kernel::new(4, 4, patch).custom_schemes();
        assert_eq!(schemes(1), CustomSchemes::Unknown);
        assert_eq!(schemes(5), CustomSchemes::Work);
        assert_eq!(schemes(6), CustomSchemes::Broken);
        assert_eq!(schemes(10), CustomSchemes::Broken);
        assert_eq!(schemes(11), CustomSchemes::Work);
    }

    #[test]
    fn aws_names_have_hyphens_between_4_7_and_4_9() {
        let kernels = [Kernel::new(4, 6, 4), Kernel::new(4, 7, 1), Kernel::new(4, 9, 28), Kernel::new(4, 10, 9)];
        assert_eq!(kernels.map(Kernel::hyphenates_aws), [false, true, true, false]);
    }
}
