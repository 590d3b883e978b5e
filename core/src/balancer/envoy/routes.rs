//! What happens to the requests of a host, in the order in which Envoy looks.

use super::virtual_hosts::BUFFER;
use super::{Draft, extension, networks, paths, seconds, typed};
use crate::format::yaml::{List, Map, map};
use crate::plan::front::conduct;
use crate::plan::{Refusal, Upstream, VirtualHost};

/// Bytes of a megabyte.
const MEGABYTE: u64 = 1_048_576;
/// Megabytes that a body of undeclared length may have at most: it is held in memory.
const HELD: u32 = 64;

pub(super) fn routes(draft: &Draft<'_>, host: &VirtualHost, upstream: &Upstream, all: &mut List) {
    if !host.allow.is_empty() {
        all.say("Open to some networks only.");
        all.map(|route| {
            route.map("match", |it| {
                it.set("prefix", "/");
                it.list("headers", |headers| networks::elsewhere(draft, &host.allow, headers));
            });
            answer(route, 403);
        });
    }
    for refusal in &host.refusals {
        all.gap();
        all.say(refusal.say);
        all.map(|route| refuse(draft, refusal, route));
    }
    if !host.refusals.is_empty() {
        all.gap();
        all.say("`.` and `..` between encoded slashes, which Envoy does not resolve and a node might.");
        all.map(|route| {
            regex(route, &paths::dots());
            answer(route, 400);
        });
    }
    all.gap();
    all.say(format!("A body of more than {} MB that says so.", host.body_limit));
    all.map(|route| {
        route.map("match", |it| {
            it.set("prefix", "/");
            it.list("headers", |headers| {
                headers.map(|header| {
                    header.set("name", "content-length");
                    header.set(
                        "range_match",
                        map(|range| {
                            range.set("start", bytes(host.body_limit) + 1);
                            range.set("end", i64::MAX.unsigned_abs());
                        })
                        .flow(),
                    );
                });
            });
        });
        answer(route, 413);
    });
    all.gap();
    all.say(
        "WebSocket, and no other protocol that a client asks to change to. A connection may be silent for an hour.",
    );
    all.map(|route| {
        matches(route, |headers| {
            headers.map(|header| {
                header.set("name", "upgrade");
                header.set(
                    "string_match",
                    map(|it| {
                        it.set("exact", "websocket");
                        it.set("ignore_case", true);
                    })
                    .flow(),
                );
            });
        });
        to(host, upstream, route, |target| {
            target.set("idle_timeout", seconds(conduct::TUNNEL));
        });
    });
    all.gap();
    all.say(
        "A method that is idempotent may be carried out again by another node when the first one went away with it.",
    );
    for idempotent in [true, false] {
        for declared in [true, false] {
            if !declared {
                all.say(format!(
                    "The same without a declared length: the body is held until its end, to see that it is not longer than \
                     {} MB.",
                    host.body_limit.min(HELD)
                ));
            }
            all.map(|route| request(draft, host, upstream, idempotent, declared, route));
        }
    }
}

fn bytes(megabytes: u32) -> u64 {
    u64::from(megabytes) * MEGABYTE
}

fn refuse(draft: &Draft<'_>, refusal: &Refusal, route: &mut Map) {
    let pattern = paths::refused(&refusal.paths.pattern());
    let except = refusal.paths.exception().map(paths::exception);
    route.map("match", |it| {
        it.map("safe_regex", |it| it.set("regex", pattern));
        if except.is_none() && refusal.but_for.is_empty() {
            return;
        }
        it.list("headers", |headers| {
            if let Some(except) = except {
                headers.map(|header| {
                    header.set("name", ":path");
                    header.set("string_match", map(|it| it.map("safe_regex", |it| it.set("regex", except))).flow());
                    header.set("invert_match", true);
                });
            }
            if !refusal.but_for.is_empty() {
                networks::elsewhere(draft, &refusal.but_for, headers);
            }
        });
    });
    answer(route, refusal.status);
}

fn regex(route: &mut Map, regex: &str) {
    route.map("match", |it| it.map("safe_regex", |it| it.set("regex", regex)));
}

fn answer(route: &mut Map, status: u16) {
    route.set("direct_response", map(|it| it.set("status", status)).flow());
}

fn matches(route: &mut Map, headers: impl FnOnce(&mut List)) {
    let mut all = List::default();
    headers(&mut all);
    route.map("match", |it| {
        it.set("prefix", "/");
        if !all.is_empty() {
            it.set("headers", all);
        }
    });
}

fn request(
    draft: &Draft<'_>,
    host: &VirtualHost,
    upstream: &Upstream,
    idempotent: bool,
    declared: bool,
    route: &mut Map,
) {
    matches(route, |headers| {
        if idempotent {
            headers.map(|header| {
                header.set("name", ":method");
                let methods = conduct::IDEMPOTENT.join("|");
                header.set("string_match", map(|it| it.map("safe_regex", |it| it.set("regex", methods))).flow());
            });
        }
        if declared {
            headers.add(
                map(|header| {
                    header.set("name", "content-length");
                    header.set("present_match", true);
                })
                .flow(),
            );
        }
    });
    if !declared {
        route.map("typed_per_filter_config", |filters| {
            filters.set(
                BUFFER,
                typed("extensions.filters.http.buffer.v3.BufferPerRoute", |it| {
                    let most = bytes(host.body_limit.min(HELD));
                    it.set("buffer", map(|buffer| buffer.set("max_request_bytes", most)).flow());
                }),
            );
        });
    }
    to(host, upstream, route, |target| {
        target.because(
            "idle_timeout",
            seconds(draft.front.limits.answer),
            "between two reads: the longest a service may think",
        );
        if idempotent {
            retries(upstream, "connect-failure,refused-stream,reset", target);
        }
    });
}

fn to(host: &VirtualHost, upstream: &Upstream, route: &mut Map, more: impl FnOnce(&mut Map)) {
    route.map("route", |target| {
        target.set("cluster", upstream.name.clone());
        target.set("host_rewrite_literal", host.authority());
        target.because("timeout", seconds(0), "for the whole answer: none");
        more(target);
    });
}

/// When another node is tried of all requests.
pub(super) fn common_retries(upstream: &Upstream, host: &mut Map) {
    if upstream.servers.len() > 1 {
        host.say(
            "Another node is tried only when a connection fails before anything was sent on it: a POST is never carried out \
             twice. A 5xx is an answer: a service behind the node may have given it. A node that is gone has the fewest \
             requests and may be found again, until it is set aside after as many failures as there are retries; so what \
             may be carried out again is so twice at most.",
        );
        retries(upstream, "connect-failure,refused-stream,reset-before-request", host);
    }
}

fn retries(upstream: &Upstream, on: &'static str, target: &mut Map) {
    if upstream.servers.len() < 2 {
        return;
    }
    target.map("retry_policy", |policy| {
        policy.set("retry_on", on);
        policy.set("num_retries", conduct::TRIES);
        policy.set(
            "retry_back_off",
            map(|it| {
                it.set("base_interval", "0.05s");
                it.set("max_interval", "0.25s");
            })
            .flow(),
        );
        policy.list("retry_host_predicate", |all| {
            extension(
                all,
                "envoy.retry_host_predicates.previous_hosts",
                "extensions.retry.host.previous_hosts.v3.PreviousHostsPredicate",
                |_| {},
            );
        });
        policy.set("host_selection_retry_max_attempts", 5_u16);
        if upstream.standby().next().is_some() {
            policy.map("retry_priority", |priority| {
                priority.set("name", "envoy.retry_priorities.previous_priorities");
                priority.set(
                    "typed_config",
                    typed("extensions.retry.priority.previous_priorities.v3.PreviousPrioritiesConfig", |it| {
                        it.set("update_frequency", 1_u16);
                    }),
                );
            });
        }
    });
}
