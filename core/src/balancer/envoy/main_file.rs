use super::{Draft, extension, read_from};
use crate::format::yaml::{Map, Value, map};

/// Connections of clients at a time; each takes two descriptors, of which envoy.service allows 65,536.
const CONNECTIONS: u32 = 20_000;
/// Bytes that bodies of requests and answers may take in memory.
const HEAP: u64 = 2 << 30;
/// Instructions that a regular expression may be compiled to: the list of admin services is long, and Envoy's own limit 100.
const EXPRESSION: u32 = 20_000;

pub(super) fn body(draft: &Draft<'_>) -> Map {
    let mut file = Map::new();
    file.set(
        "node",
        map(|node| {
            node.set("id", draft.front.name.to_string());
            node.set("cluster", draft.plan.name.to_string());
        })
        .flow(),
    );
    file.gap();
    file.say("State of nodes and counters, for this machine only: whoever reaches it can end the process.");
    file.set("admin", map(|admin| admin.set("address", address("127.0.0.1", 9901))).flow());
    file.gap();
    file.say(
        "Read at the start, and again when something is moved into this folder; copied files alone are not taken up. What \
         Envoy cannot read it refuses, and goes on with what it has.",
    );
    file.map("dynamic_resources", |dynamic| {
        dynamic.map("cds_config", |source| read_from(source, "clusters.yaml"));
        dynamic.map("lds_config", |source| read_from(source, "listeners.yaml"));
    });
    file.gap();
    file.say("What follows holds until the next start of the process.");
    file.map("layered_runtime", |runtime| {
        runtime.list("layers", |layers| {
            layers.map(|layer| {
                layer.set("name", "static");
                layer.map("static_layer", |keys| {
                    keys.because(
                        "re2.max_program_size.error_level",
                        EXPRESSION,
                        "the list of admin services is long, and the usual limit 100",
                    );
                    keys.set("re2.max_program_size.warn_level", EXPRESSION);
                });
            });
        });
    });
    file.gap();
    file.map("overload_manager", overload);
    file
}

/// An address and a port, as a listener, an endpoint or the admin interface has it.
pub(super) fn address(address: &str, port: u16) -> Map {
    let mut it = Map::new();
    it.map("socket_address", |socket| {
        socket.set("address", address);
        socket.set("port_value", port);
    });
    it
}

fn overload(manager: &mut Map) {
    manager.set("refresh_interval", "0.25s");
    manager.list("resource_monitors", |monitors| {
        monitors.say("Clients that want more wait for a connection: without a limit they could take every descriptor.");
        extension(
            monitors,
            "envoy.resource_monitors.global_downstream_max_connections",
            "extensions.resource_monitors.downstream_connections.v3.DownstreamConnectionsConfig",
            |limit| limit.set("max_active_downstream_connections", CONNECTIONS),
        );
        monitors.say(
            "Bodies of undeclared length are held in memory until they are known to be small enough. More than half of the \
             machine's memory is too much.",
        );
        extension(
            monitors,
            "envoy.resource_monitors.fixed_heap",
            "extensions.resource_monitors.fixed_heap.v3.FixedHeapConfig",
            |heap| heap.because("max_heap_size_bytes", HEAP, "2 GiB"),
        );
    });
    manager.list("actions", |actions| {
        actions.say("Before that is used up, new requests are answered with 503.");
        actions.map(|action| {
            action.set("name", "envoy.overload_actions.stop_accepting_requests");
            action.list("triggers", |triggers| {
                triggers.map(|it| {
                    it.set("name", "envoy.resource_monitors.fixed_heap");
                    it.set("threshold", map(|it| it.set("value", Value::Hundredths(95))).flow());
                });
            });
        });
    });
}
