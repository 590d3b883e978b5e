use crate::plan::Plan;
use crate::value::{Address, HostName};
use std::fmt::Write;

/// Lines for `/etc/hosts` of every node and load balancer; none where no address is known.
pub(super) fn text(plan: &Plan) -> Option<String> {
    let mut lines = String::new();
    let mut line = |address: Option<&Address>, name: &HostName, about: &str| {
        if let Some(ip) = address.and_then(Address::ip) {
            let _ = writeln!(lines, "{ip}  {name}  # {about}");
        }
    };
    if let Some(front) = plan.service_front() {
        line(front.address.as_ref(), &plan.hosts.service, "services, at the load balancer");
    }
    if let Some(front) = plan.console_front().filter(|_| plan.hosts.console != plan.hosts.service) {
        line(front.address.as_ref(), &plan.hosts.console, "the console, at the load balancer");
    }
    if let Some(database) = &plan.database {
        line(database.address.as_ref(), &database.host, "the database");
    }
    (!lines.is_empty()).then(|| {
        format!(
            "# Cluster {}: for /etc/hosts of every machine, where DNS does not know these names.\n{lines}",
            plan.name
        )
    })
}
