//! The load balancers' programs, each with its rendered files, in front of nodes that are real processes: what clients see.
//!
//! Every test runs in a namespace of its own, in which the files lie where an operator copies them to, ports are those of
//! the design, and nodes have their own addresses. `cargo test -p wso2-design-tests --test live nginx::` runs one program.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod checks;
mod client;
mod load;
mod namespace;
mod nodes;
mod programs;
mod stage;

/// The tests of each program: a pattern, the load balancer of it, and the checks.
macro_rules! live {
    ($($name:ident => $program:expr;)+) => {$(
        mod $name {
            use crate::programs;
            static PROGRAM: &dyn programs::Program = &$program;
            live!(@ worker_manager_2, "worker-manager-2", 0: answers, spread, failover, faults, certificates, thousand, unusual);
            live!(@ worker_manager_1, "worker-manager-1", 0: routing);
            live!(@ worker_manager_3_workers, "worker-manager-3", 0: routing);
            live!(@ worker_manager_3_managers, "worker-manager-3", 1: routing);
            live!(@ symmetric, "symmetric", 0: routing, failover, session);
        }
    )+};
    (@ $module:ident, $pattern:literal, $front:literal: $($check:ident),+) => {
        mod $module {
            $(#[test]
            fn $check() {
                let scene = crate::stage::Scene { program: super::PROGRAM, pattern: $pattern, front: $front };
                scene.play(concat!(module_path!(), "::", stringify!($check)), crate::checks::$check);
            })+
        }
    };
}

live! {
    httpd => programs::httpd::INSTALLED;
    envoy => programs::envoy::INSTALLED;
    haproxy => programs::haproxy::INSTALLED;
    haproxy_current => programs::haproxy::CURRENT;
    nginx => programs::nginx::INSTALLED;
    nginx_current => programs::nginx::CURRENT;
    caddy => programs::caddy::CADDY;
    traefik => programs::traefik::TRAEFIK;
}
