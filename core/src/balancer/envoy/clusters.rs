use super::affinity::{METADATA, has_host_names};
use super::main_file::address;
use super::{Draft, seconds, secrets, typed};
use crate::format::yaml::{List, Map, Value, map};
use crate::plan::front::conduct;
use crate::plan::{Health, Server, Upstream};

/// Connections, and requests, that a node may have at a time before Envoy itself refuses more. No node has as many threads.
const PER_NODE: u32 = 1000;

pub(super) fn body(draft: &Draft<'_>) -> Map {
    let mut file = Map::new();
    for upstream in draft.front.upstreams.iter().filter(|upstream| upstream.servers.is_empty()) {
        file.say(format!("{} is left out: the design has no node with an address for it.", upstream.name));
    }
    file.gap();
    file.list("resources", |clusters| {
        for upstream in draft.upstreams() {
            clusters.gap();
            clusters.add(cluster(upstream));
        }
    });
    file
}

fn cluster(upstream: &Upstream) -> Map {
    typed("config.cluster.v3.Cluster", |it| {
        it.set("name", upstream.name.clone());
        if has_host_names(upstream) {
            it.because("type", "STRICT_DNS", "some nodes are named by their host names");
            it.set("dns_lookup_family", "V4_PREFERRED");
        } else {
            it.set("type", "STATIC");
        }
        it.because("connect_timeout", seconds(conduct::CONNECT), "a host that is gone must not cost a minute");
        it.gap();
        balancing(it);
        it.gap();
        health(upstream, it);
        if upstream.servers.len() > 1 {
            it.gap();
            it.map("outlier_detection", outliers);
        }
        it.gap();
        it.say("Envoy's own limits are 1,024 for all nodes together, and 3 retries at a time.");
        it.map("circuit_breakers", |breakers| breakers.list("thresholds", |all| thresholds(upstream, all)));
        it.gap();
        protocol(upstream, it);
        if upstream.tls {
            it.gap();
            it.map("transport_socket", |socket| transport(upstream, socket));
        }
        it.gap();
        it.map("load_assignment", |assignment| servers(upstream, assignment));
    })
}

/// Which node is asked.
fn balancing(it: &mut Map) {
    it.say(
        "The node with the fewest requests of all: a node that hangs gets no more than its share. Envoy's own way, the better \
         of two, gives it every client in time.",
    );
    it.map("load_balancing_policy", |policy| {
        policy.list("policies", |all| {
            all.map(|policy| {
                policy.map("typed_extension_config", |it| {
                    it.set("name", "envoy.load_balancing_policies.least_request");
                    it.set(
                        "typed_config",
                        typed("extensions.load_balancing_policies.least_request.v3.LeastRequest", |least| {
                            least.set("selection_method", "FULL_SCAN");
                        }),
                    );
                });
            });
        });
    });
    it.say("With no node left a client is told at once; Envoy would ask nodes that are down.");
    it.map("common_lb_config", |common| {
        common.set("healthy_panic_threshold", map(|it| it.set("value", 0_u16)).flow());
    });
}

/// How nodes are asked whether they are alive.
fn health(upstream: &Upstream, it: &mut Map) {
    match &upstream.health {
        Health::Succeeds(_) => {}
        Health::Answers(_) => {
            it.say("Alive is what answers anything but 502 to 504: the transport makes of a path what it will.")
        }
        Health::Connects => it.say("Alive is what takes connections: no path is known that answers without a sign-in."),
    }
    it.list("health_checks", |checks| {
        checks.map(|check| {
            check.set("interval", seconds(conduct::HEALTH_EVERY));
            check.because(
                "no_traffic_interval",
                seconds(conduct::HEALTH_EVERY),
                "Envoy's own minute is long for a standby",
            );
            check.because("interval_jitter_percent", 10_u16, "not all nodes at once");
            check.set("timeout", seconds(conduct::HEALTH_WITHIN));
            check.set("unhealthy_threshold", conduct::HEALTH_FAILS);
            check.set("healthy_threshold", conduct::HEALTH_PASSES);
            match upstream.health.path() {
                None => check.map("tcp_health_check", |_| {}),
                Some(path) => check.map("http_health_check", |http| {
                    http.set("path", path.to_string());
                    http.set("host", upstream.host.to_string());
                    http.list("expected_statuses", |all| statuses(&upstream.health, all));
                }),
            }
        });
    });
}

fn statuses(health: &Health, all: &mut List) {
    let ranges: &[(u16, u16)] = match health {
        Health::Answers(_) => &[(200, 502), (505, 600)],
        Health::Succeeds(_) | Health::Connects => &[(200, 201)],
    };
    for (start, end) in ranges {
        all.add(
            map(|range| {
                range.set("start", *start);
                range.set("end", *end);
            })
            .flow(),
        );
    }
}

/// How nodes are watched while they are asked.
fn outliers(it: &mut Map) {
    it.say(
        "A node is set aside whose connections fail. An answer is none of those, not even a 5xx: a service behind the node may \
         have given it. At most half of the nodes: a request that every node breaks off must not take out all of them.",
    );
    it.set("split_external_local_origin_errors", true);
    it.because("consecutive_local_origin_failure", conduct::TRIES, "as many as there are retries, see listeners.yaml");
    it.set("enforcing_consecutive_local_origin_failure", 100_u16);
    for other in ["consecutive_5xx", "consecutive_gateway_failure", "success_rate", "local_origin_success_rate"] {
        it.set(format!("enforcing_{other}"), 0_u16);
    }
    it.set("interval", seconds(conduct::HEALTH_EVERY));
    it.set("base_ejection_time", seconds(conduct::SET_ASIDE));
    it.set("max_ejection_time", seconds(conduct::SET_ASIDE));
    it.set("max_ejection_percent", 50_u16);
}

fn thresholds(upstream: &Upstream, all: &mut List) {
    let nodes = u32::try_from(upstream.servers.len()).unwrap_or(u32::MAX);
    let most = nodes.saturating_mul(PER_NODE);
    all.map(|it| {
        for what in ["max_connections", "max_pending_requests", "max_requests", "max_retries"] {
            it.set(what, most);
        }
    });
}

fn protocol(upstream: &Upstream, it: &mut Map) {
    it.map("typed_extension_protocol_options", |options| {
        options.set(
            "envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
            typed("extensions.upstreams.http.v3.HttpProtocolOptions", |http| {
                http.map("explicit_http_config", |explicit| explicit.set("http_protocol_options", Map::new()));
                http.map("common_http_protocol_options", |common| {
                    common.because("idle_timeout", seconds(upstream.idle), "shorter than the node's own");
                    common.because(
                        "max_response_headers_kb",
                        conduct::ANSWER_HEADERS,
                        "tokens of single sign-on make long ones",
                    );
                });
            }),
        );
    });
}

fn transport(upstream: &Upstream, socket: &mut Map) {
    socket.set("name", "envoy.transport_sockets.tls");
    socket.set(
        "typed_config",
        typed("extensions.transport_sockets.tls.v3.UpstreamTlsContext", |tls| {
            tls.because("sni", upstream.host.to_string(), "the name in the handshake");
            tls.map("common_tls_context", |common| {
                common.map("tls_params", |params| {
                    params.set("tls_minimum_protocol_version", "TLSv1_2");
                    params.because("tls_maximum_protocol_version", "TLSv1_3", "towards nodes Envoy's own is 1.2");
                });
                if !upstream.verified {
                    common.say(
                        "NOT verified, as the design says (tls.nodes): whoever takes a node's address can read and change what is \
                         sent to it. The certificate that the products come with proves nothing: its key is public.",
                    );
                    return;
                }
                common.say("A node proves itself by a certificate of the cluster's own authority, for the public host name.");
                common.map("combined_validation_context", |context| {
                    context.map("default_validation_context", |it| {
                        it.list("match_typed_subject_alt_names", |names| {
                            names.map(|name| {
                                name.set("san_type", "DNS");
                                name.set("matcher", map(|it| it.set("exact", upstream.host.to_string())).flow());
                            });
                        });
                    });
                    secrets::authority(context);
                });
            });
        }),
    );
}

fn servers(upstream: &Upstream, assignment: &mut Map) {
    assignment.set("cluster_name", upstream.name.clone());
    let active: Vec<&Server> = upstream.active().collect();
    let standby: Vec<&Server> = upstream.standby().collect();
    if !standby.is_empty() && active.len() > 1 {
        assignment.say("One active node is enough to keep the others on standby; Envoy would send them some as soon as one is down.");
        assignment.set("policy", map(|policy| policy.set("overprovisioning_factor", 1_000_000_u32)).flow());
    }
    assignment.list("endpoints", |groups| {
        for (priority, servers) in [(0_u16, active), (1, standby)] {
            if servers.is_empty() {
                continue;
            }
            if priority > 0 {
                groups.say("Asked only while the others are down.");
            }
            groups.map(|group| {
                group.set("priority", priority);
                group.list("lb_endpoints", |all| servers.iter().for_each(|server| all.add(endpoint(server))));
            });
        }
    });
}

/// A node, with its name for the log and for cookies.
fn endpoint(server: &Server) -> Value {
    map(|it| {
        it.set(
            "endpoint",
            map(|endpoint| endpoint.set("address", address(&server.address.to_string(), server.port.get()))).flow(),
        );
        it.set(
            "metadata",
            map(|metadata| {
                metadata.map("filter_metadata", |all| all.map(METADATA, |it| it.set("node", server.node.to_string())));
            })
            .flow(),
        );
    })
}
