use super::virtual_hosts::virtual_host;
use super::{Draft, FOLDER, extension, networks, seconds, typed};
use crate::format::envoy::Template;
use crate::format::yaml::{List, Map, Value, list, map};
use crate::plan::VirtualHost;
use crate::plan::front::conduct;

/// What is logged of a request. Paths stand without their query, which carries tokens.
const LOG: [(&str, &str); 14] = [
    ("time", "START_TIME"),
    ("id", "REQ(X-REQUEST-ID)"),
    ("client", "DOWNSTREAM_DIRECT_REMOTE_ADDRESS_WITHOUT_PORT"),
    ("host", "REQ(:AUTHORITY)"),
    ("method", "REQ(:METHOD)"),
    ("uri", "PATH(NQ)"),
    ("status", "RESPONSE_CODE"),
    ("why", "RESPONSE_CODE_DETAILS"),
    ("flags", "RESPONSE_FLAGS"),
    ("bytes", "BYTES_SENT"),
    ("milliseconds", "DURATION"),
    ("tls", "DOWNSTREAM_TLS_VERSION"),
    ("node", "UPSTREAM_METADATA(wso2:node)"),
    ("node_address", "UPSTREAM_HOST"),
];

/// What makes requests of connections, for some virtual hosts.
pub(super) fn manager(draft: &Draft<'_>, name: &str, hosts: &[&VirtualHost], filters: &mut List) {
    const NAME: &str = "envoy.filters.network.http_connection_manager";
    const KIND: &str = "extensions.filters.network.http_connection_manager.v3.HttpConnectionManager";
    extension(filters, NAME, KIND, |manager| {
        manager.set("stat_prefix", name);
        client(manager);
        manager.gap();
        path(manager);
        manager.gap();
        limits(manager);
        manager.gap();
        manager.because("server_header_transformation", "PASS_THROUGH", "Envoy adds no name of its own");
        manager.map("local_reply_config", replies);
        manager.list("access_log", log);
        manager.gap();
        manager.list("http_filters", |filters| http_filters(draft, hosts, filters));
        manager.gap();
        manager.map("route_config", |routes| {
            routes.set("name", name);
            routes.map("typed_per_filter_config", |filters| {
                filters.set(
                    super::virtual_hosts::BUFFER,
                    typed("extensions.filters.http.buffer.v3.BufferPerRoute", |it| it.set("disabled", true)),
                );
            });
            routes.because(
                "validate_clusters",
                false,
                "else listeners are refused that were read before their clusters",
            );
            routes.list("virtual_hosts", |all| {
                for host in hosts {
                    all.gap();
                    all.add(virtual_host(draft, host));
                }
                all.gap();
                all.say("Any other name: also one that a client asks for in a TLS session of another name.");
                all.map(|other| {
                    other.set("name", "others");
                    other.set("domains", list(|all| all.add("*")).flow());
                    other.list("routes", |routes| {
                        routes.map(|route| {
                            route.set("match", map(|it| it.set("prefix", "/")).flow());
                            route.set("direct_response", map(|it| it.set("status", 421_u16)).flow());
                        });
                    });
                });
            });
        });
    });
}

/// Who asks, and for what.
fn client(manager: &mut Map) {
    manager.because(
        "use_remote_address",
        true,
        "the client is who connects; behind another proxy say its xff_num_trusted_hops",
    );
    manager.because("skip_xff_append", true, "the header is set whole at each host");
    manager.say("Nobody is trusted by address: Envoy would take its own control headers from private networks.");
    manager.map("internal_address_config", |config| {
        config.list("cidr_ranges", |all| {
            all.add(
                map(|range| {
                    range.set("address_prefix", "255.255.255.255");
                    range.set("prefix_len", 32_u16);
                })
                .flow(),
            );
        });
    });
    manager.say("What a client says of itself is gone before Envoy looks at the request.");
    manager.list("early_header_mutation_extensions", |all| {
        extension(
            all,
            "envoy.http.early_header_mutation.header_mutation",
            "extensions.http.early_header_mutation.header_mutation.v3.HeaderMutation",
            |early| {
                early.list("mutations", |mutations| {
                    for header in ["x-forwarded-for", "x-forwarded-proto", "x-request-id"] {
                        mutations.add(map(|it| it.set("remove", header)).flow());
                    }
                    let prefix = map(|key| key.set("key_matcher", map(|it| it.set("prefix", "x-envoy-"))));
                    mutations.add(map(|it| it.set("remove_on_match", prefix)).flow());
                });
            },
        );
    });
    manager.because("strip_any_host_port", true, "a host is the same with its port");
    manager.because("strip_trailing_host_dot", true, "and with the root's dot");
}

fn path(manager: &mut Map) {
    manager.say("Routes see a path as a node will: decoded, and without `..` and `//`. Encoded slashes stay, for services need them.");
    manager.set("normalize_path", true);
    manager.set("merge_slashes", true);
    manager.set("path_with_escaped_slashes_action", "KEEP_UNCHANGED");
}

fn limits(manager: &mut Map) {
    manager.because(
        "request_headers_timeout",
        seconds(conduct::HEADER),
        "for the whole header: a slow sender does not hold a connection",
    );
    manager.because("stream_idle_timeout", seconds(conduct::BODY_GAP), "where no route says otherwise");
    manager.say("Tokens of single sign-on make long headers. A node has a limit of its own, maxHttpHeaderSize in catalina-server.xml.");
    manager.set("max_request_headers_kb", conduct::HEADERS);
    manager.set(
        "common_http_protocol_options",
        map(|common| common.set("idle_timeout", seconds(conduct::CLIENT_IDLE))).flow(),
    );
    manager.because(
        "http_protocol_options",
        map(|http| http.set("accept_http_10", true)).flow(),
        "old clients; Envoy's own answer to them is 426",
    );
    manager.because(
        "upgrade_configs",
        list(|all| all.add(map(|it| it.set("upgrade_type", "websocket")))).flow(),
        "and no other protocol that a client asks to change to",
    );
    manager.say("One connection can neither take all of a node nor much memory.");
    manager.set(
        "http2_protocol_options",
        map(|http| {
            http.set("max_concurrent_streams", 100_u16);
            http.set("initial_stream_window_size", 65_536_u32);
            http.set("initial_connection_window_size", 1_048_576_u32);
        })
        .flow(),
    );
}

/// What a client reads when Envoy itself answers. An answer of a node passes as it is.
fn replies(config: &mut Map) {
    config.list("mappers", |mappers| {
        mappers.say("No node took the request, or it went away with it: try again later.");
        mappers.map(|mapper| {
            mapper.map("filter", |filter| {
                filter.map("or_filter", |any| {
                    any.list("filters", |all| [502, 503].iter().for_each(|code| all.add(status(*code))))
                });
            });
            mapper.set("status_code", 503_u16);
            mapper.list("headers_to_add", |headers| {
                headers.add(header("Retry-After", &Template::literal(&conduct::RETRY_AFTER)));
                headers.add(header("Cache-Control", &Template::literal(&"no-store")));
            });
            mapper.map("body_format_override", |body| says(body, conduct::NO_NODE));
        });
        mappers.say("No answer in time. No Retry-After: the request may have been carried out.");
        mappers.map(|mapper| {
            mapper.set("filter", status(504));
            mapper.list("headers_to_add", |headers| {
                headers.add(header("Cache-Control", &Template::literal(&"no-store")))
            });
            mapper.map("body_format_override", |body| says(body, conduct::NO_ANSWER));
        });
    });
}

fn status(code: u16) -> Value {
    map(|filter| {
        filter.map("status_code_filter", |it| {
            it.map("comparison", |comparison| {
                comparison.set("op", "EQ");
                comparison.set(
                    "value",
                    map(|value| {
                        value.set("default_value", code);
                        value.set("runtime_key", format!("wso2.status_{code}"));
                    }),
                );
            });
        });
    })
    .flow()
}

fn says(body: &mut Map, error: &'static str) {
    body.set(
        "json_format",
        map(|json| {
            json.set("error", Template::literal(&error).to_string());
            json.set("id", Template::command("REQ(X-REQUEST-ID)").to_string());
        })
        .flow(),
    );
}

/// A header that replaces the one that is there.
pub(super) fn header(name: &'static str, value: &Template) -> Value {
    map(|it| {
        it.set(
            "header",
            map(|header| {
                header.set("key", name);
                header.set("value", value.to_string());
            })
            .flow(),
        );
        it.set("append_action", "OVERWRITE_IF_EXISTS_OR_ADD");
    })
}

fn log(all: &mut List) {
    const KIND: &str = "extensions.access_loggers.stream.v3.StdoutAccessLog";
    all.say("To the journal. Paths without their query, which carries tokens.");
    extension(all, "envoy.access_loggers.stdout", KIND, |log| {
        log.map("log_format", |format| {
            format.map("json_format", |json| {
                for (key, command) in LOG {
                    json.set(key, Template::command(command).to_string());
                }
            });
        });
    });
}

/// What a request passes on its way to a node, and an answer in turn.
fn http_filters(draft: &Draft<'_>, hosts: &[&VirtualHost], filters: &mut List) {
    networks::filter(draft, hosts, filters);
    filters.say("Keeps clients on their nodes and mends redirects, by what each host says.");
    extension(filters, super::virtual_hosts::SCRIPT, "extensions.filters.http.lua.v3.Lua", |lua| {
        lua.set("default_source_code", map(|code| code.set("filename", format!("{FOLDER}/wso2.lua"))).flow());
    });
    filters.say("Only for bodies of undeclared length: their routes say how much.");
    extension(filters, super::virtual_hosts::BUFFER, "extensions.filters.http.buffer.v3.Buffer", |buffer| {
        buffer.set("max_request_bytes", 1_u16);
    });
    const KIND: &str = "extensions.filters.http.router.v3.Router";
    extension(filters, "envoy.filters.http.router", KIND, |router| {
        router.because("suppress_envoy_headers", true, "neither node nor client needs them");
    });
}
