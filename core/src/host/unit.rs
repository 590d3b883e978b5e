use super::START;
use crate::design::Artifacts;
use crate::format::systemd::Unit;
use crate::plan::{Node, Plan};

/// The systemd unit of every node whose product is at `home`: one text, under each node's name.
pub(super) fn text(plan: &Plan, node: &Node, home: &str) -> String {
    let start = format!("{home}/{START}");
    let mut unit = Unit::default();
    unit.comment(
        "For /etc/systemd/system; then: systemctl daemon-reload, systemctl enable --now, by this file's name.",
    );
    unit.section("Unit");
    unit.prose("Description", &format!("{} {} in the cluster {}", node.product.name, node.release.version, plan.name));
    unit.set("Wants", "network-online.target");
    unit.set("After", "network-online.target");
    unit.comment(
        "Waits for file systems, the shared artifacts among them; without its artifacts a node serves nothing.",
    );
    unit.path("RequiresMountsFor", home);
    if matches!(plan.artifacts, Artifacts::SharedFolder(_)) && node.artifacts().is_some() {
        unit.path("RequiresMountsFor", &format!("{home}/{}", node.layout().artifacts));
    }
    unit.set("StartLimitIntervalSec", "600");
    unit.set("StartLimitBurst", "5");
    unit.section("Service");
    unit.set("Type", "simple");
    unit.prose("User", plan.jvm.user.as_str());
    unit.set("UMask", "0027");
    unit.command("ExecStart", "/bin/sh", &[&start, "run"]);
    unit.comment("Always, not on-failure: the product's script ends with 0 however Java ended. To stop a node say");
    unit.comment("systemctl stop; after Shutdown in the console it comes back.");
    unit.set("Restart", "always");
    unit.set("RestartSec", "15");
    unit.comment("143: Java's exit code after SIGTERM, which is how it is asked to stop.");
    unit.set("SuccessExitStatus", "143");
    unit.comment("To the script and to Java: with `mixed` the script alone would be asked, and Java killed behind it.");
    unit.set("KillMode", "control-group");
    unit.comment("Carbon finishes requests in flight and leaves the cluster before it ends.");
    unit.set("TimeoutStopSec", "180");
    unit.set("LimitNOFILE", "65536");
    unit.set("LimitNPROC", "20000");
    unit.set("NoNewPrivileges", "yes");
    unit.section("Install");
    unit.set("WantedBy", "multi-user.target");
    unit.finish()
}
