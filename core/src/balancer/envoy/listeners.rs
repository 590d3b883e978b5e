use super::connections::manager;
use super::main_file::address;
use super::{Draft, seconds, secrets, typed};
use crate::format::yaml::{List, Map, list};
use crate::plan::VirtualHost;
use crate::plan::front::conduct;
use crate::value::Port;

/// Bytes of one connection that are held in memory while the other side is slow.
const BUFFER: u32 = 64 * 1024;

pub(super) fn body(draft: &Draft<'_>) -> Map {
    let mut file = Map::new();
    for host in &draft.front.hosts {
        if let Some(obstacle) = draft.front.obstacle(host) {
            file.say(format!("{}, port {}: left out, because {obstacle}.", host.name, host.port));
        }
    }
    file.gap();
    file.list("resources", |listeners| {
        for (port, tls) in draft.front.listeners() {
            let hosts: Vec<&VirtualHost> = draft
                .front
                .hosts
                .iter()
                .filter(|host| host.port == port && host.tls == tls && draft.front.obstacle(host).is_none())
                .collect();
            listeners.gap();
            if hosts.is_empty() {
                listeners.say(format!("Port {port} is left out with the last of its hosts."));
                continue;
            }
            listeners.add(listener(draft, port, tls, &hosts));
        }
    });
    file
}

fn listener(draft: &Draft<'_>, port: Port, tls: bool, hosts: &[&VirtualHost]) -> Map {
    let name = if tls { format!("https-{port}") } else { format!("http-{port}") };
    typed("config.listener.v3.Listener", |it| {
        it.set("name", name.clone());
        it.set("address", socket(draft, port));
        it.because(
            "per_connection_buffer_limit_bytes",
            BUFFER,
            "Envoy's own 1 MiB is much for thousands of slow clients",
        );
        if !tls {
            it.list("filter_chains", |chains| {
                chains.map(|chain| chain.list("filters", |filters| manager(draft, &name, hosts, filters)))
            });
            return;
        }
        it.list("listener_filters", |filters| {
            filters.say("Reads the name in the handshake, by which the chain is chosen.");
            super::extension(
                filters,
                "envoy.filters.listener.tls_inspector",
                "extensions.filters.listener.tls_inspector.v3.TlsInspector",
                |_| {},
            );
        });
        it.because("listener_filters_timeout", seconds(conduct::HEADER), "for the beginning of the handshake");
        it.say("A name that has no chain, or no name at all, gets no answer and no certificate.");
        it.list("filter_chains", |chains| {
            for host in hosts {
                chains.gap();
                chains.map(|it| chain(draft, host, it));
            }
        });
    })
}

/// The sockets of a port: IPv4, and IPv6 as well where the load balancer has such an address.
fn socket(draft: &Draft<'_>, port: Port) -> Map {
    if !draft.front.listens_on_ipv6() {
        return address("0.0.0.0", port.get());
    }
    let mut it = Map::new();
    it.map("socket_address", |socket| {
        socket.set("address", "::");
        socket.because("ipv4_compat", true, "IPv4 as well");
        socket.set("port_value", port.get());
    });
    it
}

fn chain(draft: &Draft<'_>, host: &VirtualHost, chain: &mut Map) {
    let names = list(|names| names.add(host.name.to_string())).flow();
    chain.map("filter_chain_match", |it| it.set("server_names", names));
    chain.because("transport_socket_connect_timeout", seconds(conduct::HEADER), "for the rest of the handshake");
    chain.map("transport_socket", |socket| {
        socket.set("name", "envoy.transport_sockets.tls");
        socket.set(
            "typed_config",
            typed("extensions.transport_sockets.tls.v3.DownstreamTlsContext", |tls| {
                tls.say(conduct::tls::REASON);
                tls.set("prefer_client_ciphers", true);
                tls.map("common_tls_context", |common| {
                    common.map("tls_params", |params| {
                        params.set("tls_minimum_protocol_version", "TLSv1_2");
                        params.set("tls_maximum_protocol_version", "TLSv1_3");
                        params
                            .list("cipher_suites", |all| conduct::tls::CIPHERS.iter().for_each(|name| all.add(*name)));
                        params.set("ecdh_curves", list(groups).flow());
                    });
                    common.set(
                        "alpn_protocols",
                        list(|all| ["h2", "http/1.1"].iter().for_each(|name| all.add(*name))).flow(),
                    );
                    secrets::certificate(common, host.purpose);
                });
            }),
        );
    });
    chain.list("filters", |filters| {
        manager(draft, &format!("{}-{}", host.purpose.certificate(), host.port), &[host], filters)
    });
}

/// The groups by the names that Envoy's own library has for them. It knows the one against quantum computers in all of the
/// versions that read these files.
fn groups(all: &mut List) {
    all.add("X25519MLKEM768");
    for group in conduct::tls::GROUPS {
        all.add(match group {
            "prime256v1" => "P-256",
            "secp384r1" => "P-384",
            other => other,
        });
    }
}
