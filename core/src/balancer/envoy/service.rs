//! How the process is run and its files are tested.

use crate::format::shell::Script;
use crate::format::systemd::Unit;

/// A script that tests all files of the folder.
pub(super) fn test() -> String {
    let mut script =
        Script::new(&["Tests the files of this folder as Envoy will read them. ENVOY names another program."]);
    script.gap();
    script.code(include_str!("test.sh"));
    script.finish()
}

/// The unit that runs Envoy.
pub(super) fn unit() -> String {
    let mut unit = Unit::default();
    unit.comment("Envoy as a service, for packages that bring no unit.");
    unit.section("Unit");
    unit.set("Description", "Envoy, the load balancer of a WSO2 cluster");
    unit.set("Wants", "network-online.target");
    unit.set("After", "network-online.target");
    unit.section("Service");
    unit.set("User", "envoy");
    unit.comment("The script that makes keys leaves them to root alone.");
    unit.set("ExecStartPre", "+/bin/chgrp -R envoy /etc/envoy/ssl");
    unit.set("ExecStartPre", "+/bin/chmod -R g+rX /etc/envoy/ssl");
    unit.comment("Connections of a listener that changed may end by themselves for five minutes; the log is a second behind, not ten.");
    unit.set(
        "ExecStart",
        "/usr/bin/envoy -c /etc/envoy/envoy.yaml --disable-hot-restart --log-level warning --drain-time-s 300 \
         --file-flush-interval-msec 1000",
    );
    unit.comment(
        "Nothing is taken up that does not pass the test. What is moved into the folder makes Envoy read it again.",
    );
    unit.set("ExecReload", "+/bin/chgrp -R envoy /etc/envoy/ssl");
    unit.set("ExecReload", "+/bin/chmod -R g+rX /etc/envoy/ssl");
    unit.set("ExecReload", "/etc/envoy/test.sh");
    unit.set("ExecReload", "+/bin/sh -c 'touch /etc/envoy/.reload~ && mv /etc/envoy/.reload~ /etc/envoy/.reload'");
    unit.set("Restart", "on-failure");
    unit.comment("A connection of a client and one to a node for each request, and room for health checks.");
    unit.set("LimitNOFILE", "65536");
    unit.comment("The access log goes to the journal, whole.");
    unit.set("LogRateLimitIntervalSec", "0");
    unit.comment("Ports below 1024, and nothing else that only root may.");
    unit.set("AmbientCapabilities", "CAP_NET_BIND_SERVICE");
    unit.set("CapabilityBoundingSet", "CAP_NET_BIND_SERVICE");
    unit.set("NoNewPrivileges", "yes");
    unit.set("PrivateTmp", "yes");
    unit.set("ProtectHome", "yes");
    unit.set("ProtectSystem", "strict");
    unit.section("Install");
    unit.set("WantedBy", "multi-user.target");
    unit.finish()
}
