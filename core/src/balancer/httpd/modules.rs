use super::Draft;
use crate::format::httpd::{Argument, Block, Directive, set};

/// What a module is in a package.
#[derive(PartialEq, Eq)]
enum Kind {
    /// A file of its own, everywhere.
    Separate,
    /// Built in with some packages, where a second one keeps httpd from starting.
    BuiltIn,
    /// Missing from some packages.
    Optional,
}

use Kind::{BuiltIn, Optional, Separate};

/// The modules, in the order in which they need each other: what for, their names, and how packages have them.
const MODULES: &[(&str, &[(&str, Kind)])] = &[
    (
        "Threads, users, logs, and word to systemd where a unit waits for it.",
        &[
            ("mpm_event", Separate),
            ("unixd", BuiltIn),
            ("log_config", BuiltIn),
            ("watchdog", BuiltIn),
            ("systemd", Optional),
        ],
    ),
    (
        "Who may ask, what is asked, how long it may take, under which number, and what is said when it fails.",
        &[
            ("authz_core", Separate),
            ("authz_host", Separate),
            ("headers", Separate),
            ("rewrite", Separate),
            ("reqtimeout", Separate),
            ("unique_id", Separate),
            ("asis", Separate),
        ],
    ),
    ("TLS and HTTP/2.", &[("socache_shmcb", Separate), ("ssl", Separate), ("http2", Optional)]),
    (
        "The nodes.",
        &[
            ("proxy", Separate),
            ("proxy_http", Separate),
            ("slotmem_shm", Separate),
            // mod_proxy does not start without its default.
            ("lbmethod_byrequests", Separate),
            ("lbmethod_bybusyness", Separate),
            ("proxy_balancer", Separate),
            ("proxy_hcheck", Separate),
        ],
    ),
];

pub(super) fn body(draft: &Draft<'_>, file: &mut Block) {
    for (what, modules) in MODULES {
        file.say(*what);
        for (name, kind) in *modules {
            let load = load(name);
            let unless = |name: &'static str| Argument::from("!mod_").then(name).then(".c");
            match kind {
                Separate => file.add(load),
                BuiltIn => file.add(set("IfModule").arg(unless(name)).section(|section| section.add(load))),
                Optional => file.add(set("IfFile").arg(path(name)).section(|section| section.add(load))),
            }
        }
    }
    if !draft.can.upgrade {
        file.say("WebSocket: before 2.4.47 it has a protocol of its own.");
        file.add(load("proxy_wstunnel"));
    }
}

fn load(name: &'static str) -> Directive {
    set("LoadModule").arg(Argument::from(name).then("_module")).arg(path(name))
}

fn path(name: &'static str) -> Argument {
    Argument::from("${WSO2_MODULES}/mod_").then(name).then(".so")
}
