use super::{Draft, host, refusals, upstreams};
use crate::format::nginx::{Argument, Block, set};
use crate::plan::front::conduct;
use crate::value::Port;

pub(super) fn body(draft: &Draft<'_>) -> Block {
    let mut file = Block::new();
    limits(draft, &mut file);
    file.gap();
    log(&mut file);
    file.gap();
    websocket(&mut file);
    file.gap();
    failures(&mut file);
    file.gap();
    file.append(refusals::networks(draft));
    for (port, tls) in draft.front.listeners() {
        file.gap();
        if tls { unknown_tls(draft, port, &mut file) } else { unknown(draft, port, &mut file) }
    }
    file
}

fn limits(draft: &Draft<'_>, file: &mut Block) {
    let seconds = |name, count| set(name).arg(Argument::seconds(count));
    file.add(set("server_tokens").words("off").why("the version helps an attacker only"));
    file.add(seconds("keepalive_timeout", conduct::CLIENT_IDLE));
    file.add(
        seconds("client_header_timeout", conduct::HEADER)
            .why("for the whole header: a slow sender does not hold a connection"),
    );
    file.add(seconds("client_body_timeout", conduct::BODY_GAP).why("between two reads, not for the whole body"));
    file.add(set("reset_timedout_connection").words("on"));
    file.gap();
    file.add(seconds("proxy_connect_timeout", conduct::CONNECT).why("a host that is gone must not cost a minute"));
    file.add(seconds("proxy_send_timeout", draft.front.limits.answer).why("between two writes"));
    file.add(
        seconds("proxy_read_timeout", draft.front.limits.answer)
            .why("between two reads: the longest a service may think, or a WebSocket be silent"),
    );
    file.gap();
    file.say(format!(
        "Tokens of single sign-on make long headers: a line may have {} kB, all of them {} kB. A node has a limit of its own, \
         maxHttpHeaderSize in catalina-server.xml.",
        conduct::HEADER_LINE,
        conduct::HEADERS,
    ));
    let line = || Argument::kilobytes(conduct::HEADER_LINE);
    let lines = conduct::HEADERS / conduct::HEADER_LINE;
    file.add(set("large_client_header_buffers").arg(&lines).arg(line()));
    if !draft.can.one_header_limit {
        file.add(set("http2_max_field_size").arg(line()).why("HTTP/2 has limits of its own before 1.19.7"));
        file.add(set("http2_max_header_size").arg(Argument::kilobytes(conduct::HEADERS)));
    }
    file.gap();
    file.say("Room for the longest host name, and for every node in the maps of the upstreams.");
    let longest = draft.front.hosts.iter().map(|host| host.name.as_str().len()).max().unwrap_or(0);
    file.add(set("server_names_hash_bucket_size").arg(&bucket(longest).max(128)));
    let (entries, longest) = upstreams::map_size(draft);
    file.add(set("map_hash_bucket_size").arg(&bucket(longest).max(128)));
    if entries > 500 {
        file.add(set("map_hash_max_size").arg(&(entries * 4).next_power_of_two()));
    }
}

/// The bucket of a hash that holds one key of this length: key, its length, a pointer and the end mark
/// (`NGX_HASH_ELT_SIZE`), in whole cache lines.
fn bucket(key: usize) -> usize {
    ((key + 2).next_multiple_of(8) + 16).next_power_of_two()
}

fn log(file: &mut Block) {
    file.say("`$uri`, never `$request` or `$request_uri`: query strings carry tokens. Times of nodes are lists after a retry.");
    let mut format = set("log_format").words("wso2 escape=json");
    for line in [
        r#"{"time":"$time_iso8601","id":"$request_id","client":"$remote_addr","host":"$host","method":"$request_method","#,
        r#""uri":"$uri","status":"$status","bytes":"$body_bytes_sent","seconds":"$request_time","tls":"$ssl_protocol","#,
        r#""node":"$wso2_node","node_address":"$upstream_addr","node_status":"$upstream_status","#,
        r#""node_connect":"$upstream_connect_time","node_seconds":"$upstream_response_time"}"#,
    ] {
        format = format.arg(line);
    }
    file.add(format);
}

fn websocket(file: &mut Block) {
    file.say(
        "WebSocket is passed on, and no other protocol that a client asks to change to. Otherwise Connection is empty, \
         which keeps connections to nodes open.",
    );
    file.add(set("map").words("$http_upgrade $wso2_upgrade").block(|map| {
        map.add(set("default").arg(""));
        map.add(set("websocket").words("websocket"));
    }));
    file.add(set("map").words("$wso2_upgrade $wso2_connection").block(|map| {
        map.add(set("default").words("upgrade"));
        map.add(set("").arg(""));
    }));
}

fn failures(file: &mut Block) {
    file.say(
        "When no node answered: whether a request was sent at all. `-` in place of a time to connect says that it was not, on \
         any node that was tried, so that it may be made again whatever it is.",
    );
    for (variable, otherwise) in [("$wso2_on_502", "@wso2_broken_off"), ("$wso2_on_504", "@wso2_no_answer")] {
        file.add(set("map").words("$upstream_connect_time").arg(variable).block(|map| {
            map.add(set("volatile"));
            map.add(set("default").arg(otherwise));
            map.add(set("~^[-,: ]*$").words("@wso2_no_node"));
        }));
    }
}

fn unknown(draft: &Draft<'_>, port: Port, file: &mut Block) {
    file.say("A host name that is not served here gets no answer, and reaches no node.");
    file.add(set("server").block(|server| {
        host::listen(draft, port, false, true, server);
        server.add(set("server_name").words("_"));
        server.add(set("access_log").words("off"));
        server.add(set("return").words("444"));
    }));
}

fn unknown_tls(draft: &Draft<'_>, port: Port, file: &mut Block) {
    file.say("The same over TLS.");
    file.add(set("server").block(|server| {
        host::listen(draft, port, true, true, server);
        server.add(set("server_name").words("_"));
        server.add(set("access_log").words("off"));
        server.gap();
        server.say("The default server's protocols hold for every handshake on this port.");
        server.add(set("include").words("snippets/wso2-tls.conf"));
        server.gap();
        if draft.can.reject_handshake {
            server.add(set("ssl_reject_handshake").words("on").why("an unknown name, or none, is shown no certificate"));
            server.gap();
            server.say("A connection that was opened for a name that is served: the client shall open another one.");
            server.add(set("location").words("/").block(|location| location.add(set("return").words("421"))));
        } else if let Some((purpose, _)) = draft.front.certificates().first() {
            server.say(
                "Before 1.19.4 a handshake cannot be refused: an unknown name is shown this certificate, which does not \
                 fit it, and then nothing.",
            );
            host::certificate(*purpose, server);
            server.add(set("return").words("444"));
        }
    }));
}
